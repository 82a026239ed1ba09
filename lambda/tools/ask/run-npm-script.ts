import { spawn } from 'node:child_process';
import { npmProgram } from './npm-program';

/** Runs a script of package.json, `args` handed on to it, with the terminal of this program; false when it failed. */
export function runNpmScript(name: string, cwd: string, args: readonly string[] = []): Promise<boolean> {
  const [program, ...first] = npmProgram();
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...first, 'run', '--silent', name, '--', ...args], {
      cwd,
      stdio: 'inherit',
    });
    child.on('error', reject);
    child.on('close', (code) => {
      resolve(code === 0);
    });
  });
}
