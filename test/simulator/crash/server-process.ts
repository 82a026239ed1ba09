/** Starts the shop as a process of its own, bundled once so that it starts fast. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import * as z from 'zod';

/** The bundled shop. */
export interface ServerBundle {
  readonly file: string;
  remove(): void;
}

/** A running shop. */
export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** Resolves to how the process ended: `SIGKILL`, another signal, or its exit code. */
  readonly ended: Promise<string>;
  /** What it complained about, the newest last. */
  complaints(): string;
  /** Ends it by its process id, at once. */
  kill(): Promise<void>;
}

/** Bundles the entry into a temporary folder. */
export async function bundleServer(): Promise<ServerBundle> {
  const folder = mkdtempSync(join(tmpdir(), 'koemise-crash-'));
  const file = join(folder, 'server.js');
  await build({
    entryPoints: [require.resolve('./server-main.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  });
  return {
    file,
    remove() {
      rmSync(folder, { recursive: true });
    },
  };
}

const READY = z.object({ port: z.number() });
const KEPT_CHARACTERS = 2000;

/**
 * Starts the shop and waits until it listens.
 * @throws Error when it ends before that, with what it complained about
 */
export async function startServer(
  { file }: ServerBundle,
  environment: Readonly<Record<string, string>>,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [file], {
    env: { ...environment, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaints = (complaints + chunk.toString('utf8')).slice(-KEPT_CHARACTERS);
  });
  const ended = new Promise<string>((resolve) => {
    child.once('close', (code, signal) => {
      resolve(signal ?? String(code));
    });
  });
  const firstLine = new Promise<string>((resolve) => {
    createInterface(child.stdout).once('line', resolve);
  });
  const early = ended.then((how) => Promise.reject(new Error(`the shop ended with ${how}: ${complaints}`)));
  const { port } = READY.parse(JSON.parse(await Promise.race([firstLine, early])));
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    ended,
    complaints: () => complaints,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
