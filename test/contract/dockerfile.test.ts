import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseEnv } from 'node:util';
import { npmProgram } from '../../lambda/tools/ask/npm-program';
import { readStack } from '../../lambda/tools/deploy/stack-template';
import { copyOf, execOf, readStages, textsOf } from '../support/dockerfile';
import { freePort } from '../support/free-port';

const ROOT = join(__dirname, '../..');
const INFRASTRUCTURE = join(ROOT, 'lambda/infrastructure');
const read = (name: string) => readFileSync(join(INFRASTRUCTURE, name), 'utf8');
const STAGES = readStages(read('Dockerfile'));
const [BUILD, RUN] = STAGES as [(typeof STAGES)[number], (typeof STAGES)[number]];
const SETTINGS = {
  ...parseEnv(readFileSync(join(ROOT, '.env.example'), 'utf8')),
  TOKEN_SECRET: 'a-secret-of-this-test-with-32-characters',
};

/** The file system of the container after its COPY and RUN steps; packages are lent by this repository. */
let workshop = '';
let image = '';

beforeAll(() => {
  workshop = mkdtempSync(join(tmpdir(), 'koemise-image-build-'));
  for (const { from, to } of textsOf(BUILD, 'COPY').map(copyOf))
    for (const source of from)
      cpSync(join(ROOT, source), join(workshop, from.length > 1 || to === './' ? source : to), {
        recursive: true,
        filter: (path) => !path.includes('node_modules'),
      });
  symlinkSync(join(ROOT, 'node_modules'), join(workshop, 'node_modules'));
  const [npm, ...first] = npmProgram();
  execFileSync(npm, [...first, 'run', '--silent', 'build'], { cwd: workshop, stdio: 'pipe' });
  image = mkdtempSync(join(tmpdir(), 'koemise-image-'));
  for (const { from } of textsOf(RUN, 'COPY').map(copyOf))
    cpSync(from[0]!.replace('/koemise', workshop), image, { recursive: true });
}, 60_000);

afterAll(() => {
  for (const folder of [workshop, image]) rmSync(folder, { recursive: true, force: true });
});

describe('the container of a server of one’s own', () => {
  it('is made in two stages on Node 22, the second with the built server alone', () => {
    expect(STAGES.map((stage) => stage[0]?.text)).toEqual(['node:22-slim AS build', 'node:22-slim']);
    expect(textsOf(RUN, 'COPY').map(copyOf)).toEqual([{ from: ['/koemise/build/server'], to: './' }]);
    expect(textsOf(RUN, 'RUN')).toEqual([]);
    expect(readdirSync(image).sort()).toEqual(['public', 'server.js', 'server.js.map']);
  });

  it('installs exactly the lockfile and runs no script of a package', () => {
    expect(textsOf(BUILD, 'RUN')).toEqual(['npm ci --ignore-scripts --no-audit --no-fund', 'npm run build']);
  });

  it('copies only what is there', () => {
    const sources = textsOf(BUILD, 'COPY').flatMap((text) => copyOf(text).from);

    expect(sources.filter((source) => !existsSync(join(ROOT, source)))).toEqual([]);
  });

  it('sends nothing to the engine that the build does not copy', () => {
    const allowed = read('Dockerfile.dockerignore').match(/(?<=^!).+$/gm);
    const sources = textsOf(BUILD, 'COPY').flatMap((text) => copyOf(text).from);

    expect(read('Dockerfile.dockerignore')).toMatch(/^\*$/m);
    expect([...allowed!].sort()).toEqual([...sources].sort());
  });

  it('does not run as root, and its program belongs to somebody else', () => {
    expect(textsOf(RUN, 'USER')).toEqual(['node']);
    expect(textsOf(RUN, 'COPY')[0]).toContain('--chown=root:root');
  });

  it('holds no setting but its port', () => {
    expect(textsOf(RUN, 'ENV')).toEqual(['NODE_ENV=production NODE_OPTIONS=--enable-source-maps PORT=3000']);
    expect(textsOf(RUN, 'EXPOSE')).toEqual(['3000']);
  });

  it('starts and passes its own health check, and ends when told', async () => {
    const port = await freePort();
    const server = start(port);
    const ended = once(server, 'exit');
    try {
      await listening(server);

      expect(health(port)).toBe(0);
      server.kill('SIGTERM');
      expect(await ended).toEqual([0, null]);
    } finally {
      server.kill('SIGKILL');
    }
  });

  it('is not healthy when nobody answers', async () => {
    expect(health(await freePort())).toBe(1);
  });
});

it('the table of a server of one’s own is the table of the stack', () => {
  const table: unknown = JSON.parse(read('orders-table.json'));
  const stack = readStack().Resources['OrdersTable']?.Properties;
  const separately = { PointInTimeRecoverySpecification: {}, TimeToLiveSpecification: {} };

  expect({ ...separately, ...(table as object) }).toEqual({
    ...stack,
    ...separately,
    // The same switch has another name in the API.
    SSESpecification: { Enabled: true },
  });
  expect(read('README.md')).toContain('Enabled=true,AttributeName=expiresAtSec');
  expect(read('README.md')).toContain('PointInTimeRecoveryEnabled=true');
});

function start(port: number): ChildProcess {
  const [program, ...argv] = execOf(textsOf(RUN, 'CMD')[0]!);
  return spawn(program === 'node' ? process.execPath : program!, argv, {
    cwd: image,
    env: {
      ...SETTINGS,
      PORT: String(port),
      AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:9',
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function listening(server: ChildProcess): Promise<void> {
  for await (const line of createInterface(server.stdout!)) if (line.includes('"listening"')) return;
}

/** The exit code of the health check, run as the engine would. */
function health(port: number): number | null {
  const [program, ...argv] = execOf(textsOf(RUN, 'HEALTHCHECK')[0]!);
  return spawnSync(program === 'node' ? process.execPath : program!, argv, {
    env: { PORT: String(port) },
  }).status;
}
