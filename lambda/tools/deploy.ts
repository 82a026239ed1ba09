/** `npm run deploy`: preflight, build, lint, `ask deploy`; stops before anything is uploaded when something is wrong. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { installAskCli } from './ask/ask-cli-folder';
import { runAskCli } from './ask/run-ask-cli';
import { runNpmScript } from './ask/run-npm-script';
import { runDeploy } from './deploy/run-deploy';
import { endQuietly } from './output/end-quietly';

const root = join(__dirname, '../..');

async function main(): Promise<void> {
  process.exitCode = await runDeploy(
    process.argv.slice(2),
    { root, home: homedir(), nodeVersion: process.versions.node, ownStage: process.env['SKILL_STAGE'] },
    {
      build: () => runNpmScript('build', root),
      // What certification would refuse stops a live shop; a development stage may still be unfinished.
      lint: async (stage, profile) =>
        (await runNpmScript('lint', root)) &&
        (stage !== 'live' || (await runNpmScript('certify', root, ['--live', '--profile', profile]))),
      ask: async (argv) => {
        await installAskCli(console.log);
        return runAskCli(argv, root);
      },
      print: console.log,
    },
  );
}

endQuietly();
void main();
