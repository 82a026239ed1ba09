/** `npm run deploy:simulated`: the real ask-cli deploys this project to a simulated Amazon and a stand-in of AWS. */
import { join } from 'node:path';
import { ASK_PROGRAM, installAskCli } from '../../lambda/tools/ask/ask-cli-folder';
import { runNpmScript } from '../../lambda/tools/ask/run-npm-script';
import { judgeCfnDeploy, judgeSelfHosted, type Finding } from './deploy/judge-deploys';
import { judgeLambdaDeploy } from './deploy/judge-lambda-deploy';

async function main(): Promise<boolean> {
  if (!(await runNpmScript('build', join(__dirname, '../..')))) return false;
  await installAskCli(console.log);
  console.log(
    'The real ask-cli deploys to a simulated Amazon on this machine. Settings of the merchant are made up.',
  );
  const findings: Finding[] = [];
  for (const judge of [judgeCfnDeploy, judgeSelfHosted, judgeLambdaDeploy]) {
    const found = await judge(ASK_PROGRAM);
    found.forEach(show);
    findings.push(...found);
  }
  const failed = findings.filter(({ problems }) => problems.length > 0).length;
  console.log(`${findings.length - failed} steps as expected, ${failed} not`);
  return failed === 0;
}

function show({ what, problems }: Finding): void {
  console.log(`${problems.length === 0 ? '✓' : '✗'} ${what}`);
  problems.forEach((problem) => {
    console.log(`    ${problem}`);
  });
}

void main().then((isFine) => {
  process.exitCode = isFine ? 0 : 1;
});
