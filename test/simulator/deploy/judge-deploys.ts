import { join } from 'node:path';
import * as z from 'zod';
import { setPath } from '../../../lambda/tools/deploy/set-path';
import { readZip } from '../smapi/zip-entries';
import { editJson, MERCHANT_SETTINGS } from './copy-project';
import { openDesk, type Desk } from './deploy-steps';

/** One part of the proof: what must be true, and what was not. */
export interface Finding {
  readonly what: string;
  readonly problems: readonly string[];
}

const WEB_URL = 'https://simulatedfunctionurl.lambda-url.ap-northeast-1.on.aws';
const CODE_FILES = [
  'index.js',
  'worker.js',
  'web.js',
  'public/checkout.js',
  'public/widgets.js',
  'public/style.css',
];
const ENDPOINT = z.object({
  manifest: z.object({ apis: z.object({ custom: z.object({ endpoint: z.object({ uri: z.string() }) }) }) }),
});
const SELF_HOSTED_URL = 'https://voice.koemise-shop.jp/alexa';

const check = (isFine: boolean, problem: string): readonly string[] => (isFine ? [] : [problem]);

/** Deploys as a merchant would, to AWS in two steps, and judges what arrived. One finding a step. */
export async function judgeCfnDeploy(program: string): Promise<readonly Finding[]> {
  const desk = await openDesk(program);
  try {
    const refused = await judgeRefusal(desk);
    desk.fillSettings();
    const dry = await judgeDryRun(desk);
    const first = await judgeFirst(desk);
    const second = await judgeSecond(desk);
    return [refused, dry, first, second];
  } finally {
    await desk.close();
  }
}

async function judgeRefusal(desk: Desk): Promise<Finding> {
  const { exitCode } = await desk.deploy();
  const told = desk.printed.join('\n');
  const unnamed = Object.keys(MERCHANT_SETTINGS).filter((name) => !told.includes(`${name}:`));
  return {
    what: 'a fresh clone is refused, each setting that is missing is named, nothing is uploaded',
    problems: [
      ...check(exitCode === 1, `left with ${exitCode}`),
      ...unnamed.map((name) => `${name} was not named`),
      ...check(desk.smapi.journal.calls.length + desk.aws.objects.size === 0, 'something was uploaded'),
    ],
  };
}

async function judgeDryRun(desk: Desk): Promise<Finding> {
  const { exitCode } = await desk.deploy('--dry-run');
  return {
    what: '--dry-run accepts the settings and uploads nothing',
    problems: [
      ...check(exitCode === 0, `left with ${exitCode}: ${desk.printed.slice(-5).join(' ')}`),
      ...check(desk.smapi.journal.calls.length + desk.aws.objects.size === 0, 'something was uploaded'),
    ],
  };
}

async function judgeFirst(desk: Desk): Promise<Finding> {
  const { exitCode, problems } = await desk.deploy();
  const [stack] = desk.aws.stacks.values();
  const code = codeFiles(desk);
  const wrong = Object.entries(MERCHANT_SETTINGS).filter(
    ([name, value]) => stack?.parameters[name] !== value,
  );
  const skill = desk.smapi.packages.at(-1)?.get('skill.json')?.toString('utf8') ?? '{}';
  const endpoint = ENDPOINT.safeParse(JSON.parse(skill)).data?.manifest.apis.custom.endpoint.uri;
  return {
    what: 'the first deploy: skill package with its model, code without package.json, stack, endpoint, address of the pages',
    problems: [
      ...problems,
      ...check(exitCode === 0, `left with ${exitCode}: ${desk.printed.slice(-5).join(' ')}`),
      ...check(
        desk.smapi.packages[0]?.has('interactionModels/custom/ja-JP.json') === true,
        'no model in the package',
      ),
      ...CODE_FILES.filter((name) => !code.includes(name)).map((name) => `${name} is not in the code`),
      ...check(
        !code.some((name) => /(^|\/)(package\.json|node_modules)/.test(name)),
        'the code holds packages',
      ),
      ...wrong.map(([name]) => `parameter ${name} did not arrive`),
      ...check(
        stack?.parameters['SkillId']?.startsWith('amzn1.ask.skill.') === true,
        'no skill ID in the stack',
      ),
      ...check(
        endpoint !== undefined && endpoint === stack?.outputs['SkillEndpoint'],
        'skill.json has another endpoint',
      ),
      ...check(
        desk.read('ask-resources.json').includes(`"ShopUrl": "${WEB_URL}"`),
        'ShopUrl was not written down',
      ),
    ],
  };
}

async function judgeSecond(desk: Desk): Promise<Finding> {
  const before = { resources: desk.read('ask-resources.json'), packages: desk.smapi.packages.length };
  // As after a new build: the endpoint is not in the sources.
  editJson(join(desk.root, 'build/skill-package/skill.json'), withoutEndpoint);
  const { exitCode, problems } = await desk.deploy();
  const stacks = [...desk.aws.stacks.values()];
  return {
    what: 'the second deploy: the same stack with ShopUrl, the skill package not uploaded again, no file of git changed',
    problems: [
      ...problems,
      ...check(exitCode === 0, `left with ${exitCode}: ${desk.printed.slice(-5).join(' ')}`),
      ...check(stacks.length === 1 && stacks[0]?.updates === 1, 'the stack was not updated in place'),
      ...check(stacks[0]?.parameters['ShopUrl'] === WEB_URL, 'ShopUrl did not arrive'),
      ...check(desk.smapi.packages.length === before.packages, 'the skill package was uploaded again'),
      ...check(desk.read('ask-resources.json') === before.resources, 'ask-resources.json was changed'),
    ],
  };
}

/** Deploys the skill alone, for a server of one's own. */
export async function judgeSelfHosted(program: string): Promise<readonly Finding[]> {
  const desk = await openDesk(program);
  try {
    editJson(join(desk.root, 'ask-resources.json'), metadataOnly);
    const refused = await desk.deploy();
    const uploadsBefore = desk.smapi.packages.length;
    editJson(join(desk.root, 'build/skill-package/skill.json'), withOwnEndpoint);
    const { exitCode, problems } = await desk.deploy();
    const arrived = desk.smapi.packages.at(-1)?.get('skill.json')?.toString('utf8') ?? '';
    return [
      {
        what: 'a server of one’s own: refused without an https endpoint, then skill metadata alone, endpoint untouched',
        problems: [
          ...problems,
          ...check(refused.exitCode === 1 && uploadsBefore === 0, 'a skill without an endpoint was deployed'),
          ...check(exitCode === 0, `left with ${exitCode}: ${desk.printed.slice(-5).join(' ')}`),
          ...check(arrived.includes(SELF_HOSTED_URL), 'the endpoint did not arrive'),
          ...check(desk.aws.objects.size + desk.aws.stacks.size === 0, 'AWS was used'),
        ],
      },
    ];
  } finally {
    await desk.close();
  }
}

const ENDPOINT_PATH = ['manifest', 'apis', 'custom', 'endpoint'];

function withOwnEndpoint(content: unknown): unknown {
  return setPath(content, ENDPOINT_PATH, { uri: SELF_HOSTED_URL, sslCertificateType: 'Trusted' });
}

function metadataOnly(content: unknown): unknown {
  const { askcliResourcesVersion, profiles } = RESOURCES.parse(content);
  return { askcliResourcesVersion, profiles: { default: { skillMetadata: profiles.default.skillMetadata } } };
}

const RESOURCES = z.object({
  askcliResourcesVersion: z.string(),
  profiles: z.object({ default: z.object({ skillMetadata: z.unknown() }) }),
});

/** A field that is undefined is not written. */
function withoutEndpoint(content: unknown): unknown {
  return setPath(content, ENDPOINT_PATH, undefined);
}

function codeFiles({ aws }: Desk): readonly string[] {
  const [zip] = aws.objects.values();
  return zip === undefined ? [] : [...readZip(zip).keys()];
}
