import { spawn } from 'node:child_process';
import { ASK_PROGRAM } from './ask-cli-folder';

/** Runs the pinned ask-cli with the terminal of this program. Resolves to its exit code; 1 when a signal ended it. */
export function runAskCli(argv: readonly string[], cwd: string): Promise<number> {
  const env = { ...process.env, ASK_SKIP_NEW_VERSION_REMINDER: 'true' };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [ASK_PROGRAM, ...argv], { cwd, env, stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code) => {
      resolve(code ?? 1);
    });
  });
}
