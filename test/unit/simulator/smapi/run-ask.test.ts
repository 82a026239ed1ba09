import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAsk } from '../../../simulator/smapi/run-ask';

describe('the run of ask-cli', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'koemise-fake-ask-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const fakeAsk = (source: string): string => {
    const file = join(folder, 'ask.js');
    writeFileSync(file, source);
    return file;
  };
  const job = { argv: ['dialog'], smapiUrl: 'http://127.0.0.1:1', limitMs: 10_000 };

  it('happens in a home of its own, with nothing but the simulated SMAPI to talk to', async () => {
    const program = fakeAsk(`
      const { readFileSync } = require('node:fs');
      const config = readFileSync(process.env.HOME + '/.ask/cli_config', 'utf8');
      process.stdin.on('end', () => {
        console.log(JSON.stringify({ env: process.env, config: JSON.parse(config), argv: process.argv.slice(2) }));
      }).resume();
    `);

    const { exitCode, stdout } = await runAsk({ ...job, program });

    const seen = JSON.parse(stdout) as { env: Record<string, string>; config: object; argv: string[] };
    expect(exitCode).toBe(0);
    expect(seen.argv).toEqual(['dialog']);
    expect(seen.config).toMatchObject({
      share_usage: false,
      profiles: { default: { token: { access_token: 'simulated' } } },
    });
    expect(seen.env).toMatchObject({
      ASK_SMAPI_SERVER_BASE_URL: 'http://127.0.0.1:1',
      ASK_SKIP_NEW_VERSION_REMINDER: 'true',
      ASK_SHARE_USAGE: 'false',
      no_proxy: '127.0.0.1,localhost',
    });
    expect(Object.keys(seen.env)).not.toContain('https_proxy');
    expect(seen.env['HOME']).not.toBe(process.env['HOME']);
    expect(existsSync(seen.env['HOME']!)).toBe(false);
  });

  it('gives back exit code, output and errors as they are', async () => {
    const program = fakeAsk("console.log('声'); console.error('[Error]: no'); process.exitCode = 3;");

    await expect(runAsk({ ...job, program })).resolves.toMatchObject({
      exitCode: 3,
      stdout: '声\n',
      stderr: '[Error]: no\n',
    });
  });

  it('is stopped when the time is up', async () => {
    const program = fakeAsk('setInterval(() => {}, 1000);');

    await expect(runAsk({ ...job, program, limitMs: 300 })).resolves.toMatchObject({ exitCode: null });
  });
});
