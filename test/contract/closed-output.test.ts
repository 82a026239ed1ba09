import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const ROOT = join(__dirname, '../..');
const TSX = join(ROOT, 'node_modules/tsx/dist/cli.mjs');

/** Runs a tool whose reader is gone before the first line, as `| head` is before the last. */
async function runUnread(tool: string, ...argv: readonly string[]) {
  const child = spawn(process.execPath, [TSX, `lambda/tools/${tool}.ts`, ...argv], { cwd: ROOT });
  child.stdout.destroy();
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { told: await text(child.stderr), exitCode: await exited };
}

it.each([
  ['certify', ['--live'], 1],
  ['certify', ['--json'], 0],
  ['deploy', ['--fast'], 2],
] as const)(
  'npm run %s %s ends quietly, and with its own verdict, when nobody reads on',
  async (tool, argv, verdict) => {
    expect(await runUnread(tool, ...argv)).toEqual({ told: '', exitCode: verdict });
  },
);
