import { join } from 'node:path';
import { judgeExit } from '../smapi/judge-run';
import { runAsk } from '../smapi/run-ask';
import { readZip } from '../smapi/zip-entries';
import { editJson } from './copy-project';
import { openDesk } from './deploy-steps';
import type { Finding } from './judge-deploys';

const LIMIT_MS = 120_000;

/** The project with ask-cli's other deployer: one function, for who makes table and pages by other means. */
const LAMBDA_DEPLOYER = {
  askcliResourcesVersion: '2020-03-31',
  profiles: {
    default: {
      skillMetadata: { src: './build/skill-package' },
      code: { default: { src: './build/lambda' } },
      skillInfrastructure: {
        type: '@ask-cli/lambda-deployer',
        userConfig: { runtime: 'nodejs22.x', handler: 'index.handler', awsRegion: 'ap-northeast-1' },
      },
    },
  },
} as const;

/** The flow of `@ask-cli/lambda-deployer`: role, function with our code, the right of this skill alone to call it. */
export async function judgeLambdaDeploy(program: string): Promise<readonly Finding[]> {
  const desk = await openDesk(program);
  try {
    editJson(join(desk.root, 'ask-resources.json'), () => LAMBDA_DEPLOYER);
    const refused = await desk.deploy();
    const job = { program, argv: ['deploy'], smapiUrl: desk.smapi.url, awsUrl: desk.aws.url, cwd: desk.root };
    const problems = judgeExit(await runAsk({ ...job, limitMs: LIMIT_MS }));
    const [made] = desk.aws.functions.values();
    const isRight =
      made?.handler === 'index.handler' &&
      made.runtime === 'nodejs22.x' &&
      readZip(made.zip).has('index.js') &&
      made.permissions[0]?.principal === 'alexa-appkit.amazon.com' &&
      made.permissions[0].skillId.startsWith('amzn1.ask.skill.');
    return [
      {
        what: 'the lambda-deployer: npm run deploy refuses it (no table, no pages); ask deploy alone makes role and function',
        problems: [
          ...(refused.exitCode === 1 ? [] : ['npm run deploy did not refuse it']),
          ...problems,
          ...(isRight && desk.aws.roles.length === 1
            ? []
            : ['role, function or permission is not as it must be']),
        ],
      },
    ];
  } finally {
    await desk.close();
  }
}
