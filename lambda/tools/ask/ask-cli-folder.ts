import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { npmProgram } from './npm-program';

/** Where the real ask-cli is installed, apart from the product's own packages. */
const ASK_CLI_FOLDER = join(__dirname, '../ask-cli');

/** The program that `ask` starts. */
export const ASK_PROGRAM = join(ASK_CLI_FOLDER, 'node_modules/ask-cli/dist/bin/ask.js');

/** npm writes this file last, so a half installation does not count. */
const INSTALLED_FILE = join(ASK_CLI_FOLDER, 'node_modules/.package-lock.json');
const INSTALLED = z.object({
  packages: z.object({ 'node_modules/ask-cli': z.object({ version: z.string() }) }),
});
const WANTED = z.object({ dependencies: z.object({ 'ask-cli': z.string() }) });

/** The installation did not work. */
export class AskCliInstallError extends Error {
  readonly code = 'ASK_CLI_INSTALL';
}

/**
 * Installs the real ask-cli from its lockfile unless the wanted version is there; no script of any package is run.
 * @throws AskCliInstallError when npm fails
 */
export async function installAskCli(print: (line: string) => void): Promise<void> {
  const wanted = WANTED.parse(readJson(join(ASK_CLI_FOLDER, 'package.json'))).dependencies['ask-cli'];
  if (installedVersion() === wanted) return;
  print(`Installing the real ask-cli ${wanted} into lambda/tools/ask-cli, once (about 200 MB) …`);
  const code = await runNpm([
    'ci',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--prefix',
    ASK_CLI_FOLDER,
  ]);
  if (code !== 0 || installedVersion() !== wanted) {
    throw new AskCliInstallError(`npm ci in lambda/tools/ask-cli failed (exit ${String(code)})`);
  }
  print('Installed.');
}

function installedVersion(): string | undefined {
  if (!existsSync(INSTALLED_FILE)) return undefined;
  return INSTALLED.safeParse(readJson(INSTALLED_FILE)).data?.packages['node_modules/ask-cli'].version;
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function runNpm(argv: readonly string[]): Promise<number | null> {
  const [program, ...first] = npmProgram();
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...first, ...argv], {
      cwd: ASK_CLI_FOLDER,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', reject);
    child.on('close', resolve);
  });
}
