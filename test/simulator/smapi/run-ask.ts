import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One run of the real ask-cli. */
export interface AskRun {
  /** Null when the time was up. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly elapsedMs: number;
}

/** What to run, and against which SMAPI. */
export interface AskJob {
  /** The program of the installed ask-cli. */
  readonly program: string;
  readonly argv: readonly string[];
  readonly smapiUrl: string;
  /** The stand-in of AWS, for what deploys code and infrastructure. */
  readonly awsUrl?: string;
  /** Default: the throw-away home. */
  readonly cwd?: string;
  readonly limitMs: number;
}

/** No `expires_at` counts as a token that is valid for ever; telemetry is off here as well as in the environment. */
const CLI_CONFIG = {
  profiles: {
    default: { token: { access_token: 'simulated' }, vendor_id: 'SIMULATEDVENDOR', aws_profile: 'default' },
  },
  share_usage: false,
};

const AWS_CREDENTIALS = '[default]\naws_access_key_id = SIMULATED\naws_secret_access_key = simulated\n';

/**
 * Runs the real ask-cli in a home of its own, with nothing but the simulated SMAPI (and AWS) to talk to and no standard
 * input.
 * @see ask-cli.md, section 2
 */
export async function runAsk({ program, argv, smapiUrl, awsUrl, cwd, limitMs }: AskJob): Promise<AskRun> {
  const home = makeAskHome();
  try {
    const env = {
      PATH: process.env['PATH'],
      HOME: home,
      USERPROFILE: home,
      ASK_SMAPI_SERVER_BASE_URL: smapiUrl,
      ...(awsUrl === undefined ? {} : { AWS_ENDPOINT_URL: awsUrl, AWS_EC2_METADATA_DISABLED: 'true' }),
      ASK_SKIP_NEW_VERSION_REMINDER: 'true',
      ASK_SHARE_USAGE: 'false',
      no_proxy: '127.0.0.1,localhost',
      NO_PROXY: '127.0.0.1,localhost',
      NO_COLOR: '1',
    };
    return await run({ argv: [program, ...argv], env, cwd: cwd ?? home, limitMs });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** A home with a configured ask-cli and AWS keys that open nothing. The caller removes it. */
export function makeAskHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'koemise-ask-home-'));
  mkdirSync(join(home, '.ask'));
  writeFileSync(join(home, '.ask', 'cli_config'), JSON.stringify(CLI_CONFIG));
  mkdirSync(join(home, '.aws'));
  writeFileSync(join(home, '.aws', 'credentials'), AWS_CREDENTIALS);
  return home;
}

interface NodeJob {
  readonly argv: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly limitMs: number;
}

function run({ argv, env, cwd, limitMs }: NodeJob): Promise<AskRun> {
  const startedMs = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...argv], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    let isLate = false;
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const limit = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, limitMs);
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(limit);
      resolve({ exitCode: isLate ? null : code, stdout, stderr, elapsedMs: performance.now() - startedMs });
    });
  });
}
