/** `npm run ask -- …`: the real ask-cli in the version this repository is tested with, installed on first use. */
import { installAskCli } from './ask/ask-cli-folder';
import { runAskCli } from './ask/run-ask-cli';
import { endQuietly } from './output/end-quietly';

async function main(): Promise<void> {
  await installAskCli(console.log);
  process.exitCode = await runAskCli(process.argv.slice(2), process.cwd());
}

endQuietly();
void main();
