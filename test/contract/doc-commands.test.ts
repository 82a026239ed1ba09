import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../support/free-port';
import { COMMANDS, type Proof } from './doc-commands-table';

const ROOT = join(__dirname, '../..');
const PAGES = [
  'README.md',
  'README.ja.md',
  'docs/guide.md',
  'docs/runbook.md',
  'lambda/infrastructure/README.md',
];
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');

/** Each command of the `sh` blocks of a page; `a && b` is two. */
function commandsOf(page: string): readonly string[] {
  const blocks = [...page.matchAll(/^ *```sh\n([\s\S]*?)^ *```/gm)].map(([, block]) => block!);
  return blocks
    .flatMap((block) => block.split('\n'))
    .flatMap((line) => line.trim().split(' && '))
    .filter(Boolean);
}

function proofOf(command: string): Proof | undefined {
  return COMMANDS.find(([pattern]) => new RegExp(`^(?:${pattern.source})$`).test(command))?.[1];
}

const FOUND = [...new Set(PAGES.flatMap((name) => commandsOf(read(name))))];
const provenBy = <By extends Proof['by']>(by: By) =>
  FOUND.flatMap((command) => {
    const proof = proofOf(command);
    return proof?.by === by ? [[command, proof as Extract<Proof, { by: By }>] as const] : [];
  });

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'koemise-docs-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A machine on which nothing is set up: no ask-cli, no AWS, no shop. */
const bareMachine = (more: Readonly<Record<string, string>> = {}) => ({
  PATH: process.env['PATH'] ?? '',
  HOME: folder,
  DATA_DIR: join(folder, 'data'),
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  ...more,
});

describe('the commands of the documents', () => {
  it('are found in every page', () => {
    expect(PAGES.map((name) => commandsOf(read(name)).length > 2)).toEqual(PAGES.map(() => true));
    expect(commandsOf('1. so:\n\n   ```sh\n   npm ci && npm start\n   ```\n')).toEqual([
      'npm ci',
      'npm start',
    ]);
  });

  it('are all known: run here or in CI, or said why not', () => {
    expect(FOUND.filter((command) => proofOf(command) === undefined)).toEqual([]);
  });

  it('leave no line of the table without a command', () => {
    const used = new Set(FOUND.map(proofOf));

    expect(COMMANDS.filter(([, proof]) => !used.has(proof)).map(([pattern]) => pattern.source)).toEqual([]);
  });

  it.each(provenBy('ci'))('%s runs in .ci/run', (_command, { step }) => {
    expect(read('.ci/run')).toMatch(new RegExp(`^(run|count|start_beside) ${step}$`, 'm'));
  });

  it('build is part of npm run check', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

    expect(scripts['check']).toContain('npm run build');
  });

  it.each(provenBy('proven'))('%s is run by another test', (_command, { test }) => {
    expect(existsSync(join(ROOT, test))).toBe(true);
  });

  it.each(provenBy('account').filter(([command]) => command.startsWith('aws ')))(
    '%s names an operation of AWS',
    (command) => {
      const [, service = '', operation = ''] = command.split(' ');
      const name = operation.replace(/(^|-)([a-z])/g, (_match, _dash, letter: string) =>
        letter.toUpperCase(),
      );

      expect(operationsOf(service)).toContain(name);
    },
  );
});

describe('what can run here does what the documents say', () => {
  it.each(provenBy('run'))(
    '%s',
    async (command, { exitCode, prints }) => {
      const child = spawn(command, {
        shell: true,
        cwd: ROOT,
        env: bareMachine(),
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const printed: string[] = [];
      child.stdout.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
      const [code] = (await once(child, 'close')) as [number];

      expect(printed.join('')).toContain(prints);
      expect(code).toBe(exitCode);
    },
    60_000,
  );

  it.each(provenBy('start'))(
    '%s',
    async (command, { prints }) => {
      const port = await freePort();
      const env = bareMachine({ PORT: String(port) });
      const child = spawn(command, {
        shell: true,
        cwd: ROOT,
        env,
        detached: true,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = once(child, 'exit');
      try {
        for await (const line of createInterface(child.stdout)) if (line.includes(`${prints}${port}`)) break;
        const console = await fetch(`http://127.0.0.1:${port}/`);

        expect(console.status).toBe(200);
      } finally {
        process.kill(-child.pid!, 'SIGTERM');
        await ended;
      }
    },
    60_000,
  );

  it('the key goes into the secret beside what is there, and the copy is removed', () => {
    const steps = provenBy('recipe').map(([command]) => command);
    const PEM = '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n';
    writeFileSync(join(folder, 'secret.json'), '{"TOKEN_SECRET":"stays"}');
    writeFileSync(join(folder, 'private.pem'), PEM);

    spawnSync(steps[0]!, { shell: true, cwd: folder, env: bareMachine() });
    const merged = JSON.parse(readFileSync(join(folder, 'secret.json'), 'utf8')) as unknown;
    spawnSync(steps[1]!, { shell: true, cwd: folder, env: bareMachine() });

    expect(merged).toEqual({ TOKEN_SECRET: 'stays', AMAZON_PAY_PRIVATE_KEY: PEM });
    expect([steps.length, existsSync(join(folder, 'secret.json'))]).toEqual([2, false]);
  });
});

/** The operations of a service, by the SDK's own list; CloudFormation's client is no package of this project. */
function operationsOf(service: string): readonly string[] {
  const CLIENTS: Readonly<Record<string, string>> = {
    secretsmanager: '@aws-sdk/client-secrets-manager',
    dynamodb: '@aws-sdk/client-dynamodb',
  };
  const client = CLIENTS[service];
  if (client === undefined) return ['DeleteStack'];
  const commands = Object.keys(createRequire(__filename)(client) as object);
  return commands.filter((name) => name.endsWith('Command')).map((name) => name.replace('Command', ''));
}
