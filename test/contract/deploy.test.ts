import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runDeploy } from '../../lambda/tools/deploy/run-deploy';
import { setPath } from '../../lambda/tools/deploy/set-path';
import { COMPLETE, LIVE, STATES, VOICE } from '../support/deploy-settings';

const ROOT = join(__dirname, '../..');
const PARAMETERS = ['profiles', 'default', 'skillInfrastructure', 'userConfig', 'cfn', 'parameters'];
const TEMPLATE = 'lambda/infrastructure/skill-stack.yaml';
const ENDPOINT = ['manifest', 'apis', 'custom', 'endpoint'];

let root = '';
let home = '';
let done: string[] = [];
let printed: string[] = [];
let nodeVersion = '';
let isLintGood = true;
let askExitCode = 0;
let ownStage: string | undefined;

const write = (folder: string, path: string, content: string): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), content);
};
const configure = (setting: string, value: unknown): void => {
  const content: unknown = JSON.parse(readFileSync(join(root, 'ask-resources.json'), 'utf8'));
  const path = ['profiles', 'default', 'skillInfrastructure', 'userConfig', ...setting.split('.')];
  write(root, 'ask-resources.json', JSON.stringify(setPath(content, path, value), null, 2));
};
const settings = (parameters: object): void => {
  const content: unknown = JSON.parse(readFileSync(join(ROOT, 'ask-resources.json'), 'utf8'));
  write(root, 'ask-resources.json', JSON.stringify(setPath(content, PARAMETERS, parameters), null, 2));
};
const writeStates = (): void => {
  write(root, '.ask/ask-states.json', JSON.stringify(STATES));
};
const build = (): void => {
  for (const name of ['index.js', 'worker.js', 'web.js', 'public/checkout.js'])
    write(root, `build/lambda/${name}`, '');
  cpSync(join(ROOT, 'skill-package'), join(root, 'build/skill-package'), { recursive: true });
  cpSync(join(ROOT, 'interactionModels'), join(root, 'build/skill-package/interactionModels'), {
    recursive: true,
  });
};
const deploy = (...argv: readonly string[]): Promise<number> =>
  runDeploy(
    argv,
    { root, home, nodeVersion, ownStage },
    {
      build: () => {
        done.push('build');
        build();
        return Promise.resolve(true);
      },
      lint: (stage) => {
        done.push(`lint ${stage}`);
        return Promise.resolve(isLintGood);
      },
      ask: (askArgv) => {
        done.push(`ask ${askArgv.join(' ')}`);
        writeStates();
        return Promise.resolve(askExitCode);
      },
      print: (line) => printed.push(line),
    },
  );

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'koemise-root-'));
  home = mkdtempSync(join(tmpdir(), 'koemise-home-'));
  done = [];
  printed = [];
  nodeVersion = '20.19.0';
  isLintGood = true;
  askExitCode = 0;
  ownStage = undefined;
  settings(COMPLETE);
  mkdirSync(join(root, 'lambda/infrastructure'), { recursive: true });
  cpSync(join(ROOT, TEMPLATE), join(root, TEMPLATE));
  write(
    home,
    '.ask/cli_config',
    JSON.stringify({ profiles: { default: { vendor_id: 'M1', aws_profile: 'shop' } } }),
  );
});
afterEach(() => {
  for (const folder of [root, home]) rmSync(folder, { recursive: true });
});

const expectRefused = async (fault: string, ...argv: readonly string[]): Promise<void> => {
  const exitCode = await deploy(...argv);

  expect(printed.join('\n')).toContain(fault);
  expect([exitCode, printed[0], done.filter((one) => one.startsWith('ask'))]).toEqual([
    1,
    'Nothing was uploaded.',
    [],
  ]);
};

describe('npm run deploy', () => {
  it('builds, lints and then lets ASK CLI deploy', async () => {
    expect(await deploy()).toBe(0);
    expect(done).toEqual(['build', 'lint development', 'ask deploy --profile default']);
  });

  it.each([
    ['live', undefined],
    ['development', 'development'],
  ])('judges a server of one’s own as %s when its environment says %s', async (stage, said) => {
    ownStage = said;
    write(
      root,
      'ask-resources.json',
      JSON.stringify({ profiles: { default: { skillMetadata: { src: './build/skill-package' } } } }),
    );

    await deploy();

    expect(done.slice(0, 2)).toEqual(['build', `lint ${stage}`]);
  });

  it('writes the address of the pages down after the first deploy and says what comes next', async () => {
    await deploy();

    expect(readFileSync(join(root, 'ask-resources.json'), 'utf8')).toContain(
      '"ShopUrl": "https://abc.lambda-url.ap-northeast-1.on.aws"',
    );
    expect(printed).toEqual([
      'ShopUrl is now https://abc.lambda-url.ap-northeast-1.on.aws in ask-resources.json; replace it when the pages get a domain of your own.',
      'Put the secrets into arn:aws:secretsmanager:ap-northeast-1:1:secret:s (lambda/infrastructure/README.md), then run npm run deploy once more.',
    ]);
  });

  it('writes it down also after a first deploy that failed once the stack was there, and says so', async () => {
    askExitCode = 1;

    expect(await deploy()).toBe(1);
    expect(printed[0]).toBe(
      'ShopUrl is now https://abc.lambda-url.ap-northeast-1.on.aws in ask-resources.json; replace it when the pages get a domain of your own.',
    );
    askExitCode = 0;
    expect(await deploy()).toBe(0);
  });

  it('takes the address of a stack over that a deploy left behind when it was broken off', async () => {
    writeStates();

    expect(await deploy()).toBe(0);
    expect(printed).toEqual([
      'ShopUrl is now https://abc.lambda-url.ap-northeast-1.on.aws in ask-resources.json; replace it when the pages get a domain of your own.',
      'The secrets belong into arn:aws:secretsmanager:ap-northeast-1:1:secret:s (lambda/infrastructure/README.md).',
    ]);
  });

  it('deploys a shop that is paid by voice twice, and sets up no web checkout for it', async () => {
    settings({ ...VOICE, MwsAccessKeyId: 'AKIAKOEMISE00001' });

    expect([await deploy(), await deploy()]).toEqual([0, 0]);
    expect(printed).toEqual([
      'Put the secrets into arn:aws:secretsmanager:ap-northeast-1:1:secret:s (lambda/infrastructure/README.md).',
    ]);
    expect(readFileSync(join(root, 'ask-resources.json'), 'utf8')).not.toContain('"ShopUrl"');
  });

  it.each([
    ['before the first deploy', false, 'that the first deploy makes'],
    ['after it', true, 'arn:aws:secretsmanager:ap-northeast-1:1:secret:s'],
  ])('says %s in which secret a key belongs', async (_when, isDeployed, name) => {
    settings({ ...VOICE, ShopUrl: 'https://shop.koemise.jp' });
    if (isDeployed) writeStates();

    expect(await deploy()).toBe(1);
    expect(printed).toContainEqual(
      `  - AMAZON_PAY_PRIVATE_KEY: the web checkout needs SHOP_URL, AMAZON_PAY_STORE_ID, AMAZON_PAY_PUBLIC_KEY_ID, AMAZON_PAY_PRIVATE_KEY together (in the secret ${name})`,
    );
  });

  it.each(['owner@mastodon.jp', 'shop@mail.test-kitchen.jp'])(
    'takes %s, which only looks like a placeholder',
    async (address) => {
      settings({ ...COMPLETE, MailFrom: address });

      expect(await deploy()).toBe(0);
    },
  );

  it('keeps an address that the merchant has set', async () => {
    settings({ ...COMPLETE, ShopUrl: 'https://shop.koemise.jp' });
    await deploy();

    expect(printed).toEqual([]);
  });

  it('keeps the endpoint of the last deploy in the newly built skill', async () => {
    writeStates();
    settings({ ...COMPLETE, ShopUrl: 'https://shop.koemise.jp' });
    await deploy();

    expect(JSON.parse(readFileSync(join(root, 'build/skill-package/skill.json'), 'utf8'))).toMatchObject({
      manifest: { apis: { custom: { endpoint: { uri: 'arn:aws:lambda:ap-northeast-1:1:function:skill' } } } },
    });
  });

  it('uploads the endpoint of a server of one’s own as it is written, also when a stack was deployed before', async () => {
    writeStates();
    write(
      root,
      'ask-resources.json',
      JSON.stringify({ profiles: { default: { skillMetadata: { src: './build/skill-package' } } } }),
    );
    build();
    const file = join(root, 'build/skill-package/skill.json');
    const endpoint = { uri: 'https://voice.koemise-shop.jp/alexa', sslCertificateType: 'Trusted' };
    const own = setPath(JSON.parse(readFileSync(file, 'utf8')), ENDPOINT, endpoint);
    writeFileSync(file, JSON.stringify(own));

    expect(await deploy('--no-build')).toBe(0);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      manifest: { apis: { custom: { endpoint } } },
    });
  });

  it('uploads nothing with --dry-run and says what it would do', async () => {
    expect(await deploy('--dry-run')).toBe(0);
    expect(done).toEqual(['build', 'lint development']);
    expect(printed).toEqual([
      'Nothing was uploaded (--dry-run). Next would be: ask deploy --profile default',
    ]);
  });

  it('explains itself when an option is not known', async () => {
    expect(await deploy('--fast')).toBe(2);
    expect(printed[0]).toMatch(/^npm run deploy -- \[--dry-run\]/);
  });
});

describe('stopped before anything is uploaded', () => {
  it('a Node that is too old', async () => {
    nodeVersion = '20.18.3';
    await expectRefused('Node 20.18.3: too old; install Node 20.19 or later');
  });

  it('an ASK CLI that is not configured', async () => {
    rmSync(join(home, '.ask'), { recursive: true });
    await expectRefused(
      'ASK CLI: is not configured on this machine; run npm run ask -- configure --profile default',
    );
  });

  it.each([
    ['no vendor', { aws_profile: 'shop' }, 'ASK CLI: profile default has no vendor ID'],
    ['no AWS account', { vendor_id: 'M1' }, 'ASK CLI: profile default has no AWS profile linked'],
  ])('a profile of ASK CLI with %s', async (_name, profile, fault) => {
    write(home, '.ask/cli_config', JSON.stringify({ profiles: { default: profile } }));
    await expectRefused(fault);
  });

  it('a profile that neither ASK CLI nor the project has', async () => {
    await expectRefused('ask-resources.json: profile staging is missing', '--profile', 'staging');
  });

  it.each([
    [
      'the seller ID missing',
      { AmazonPaySellerId: '' },
      'AmazonPaySellerId: the seller (merchant) ID of Seller Central is missing',
    ],
    [
      'a placeholder',
      { MailFrom: 'shop@koemise.example' },
      'MailFrom: is still a placeholder; put in your own',
    ],
    [
      'the host of a sample with a port',
      { ShopUrl: 'https://pay.example.com:8443' },
      'ShopUrl: is still a placeholder; put in your own',
    ],
    ['a misspelt name', { AmazonPaySelerId: 'A1' }, 'AmazonPaySelerId: the template has no such parameter'],
    ['what ASK CLI fills itself', { CodeKey: 'x' }, 'CodeKey: ASK CLI fills it itself; remove it'],
    ['a number that is no text', { LogRetentionDays: 30 }, 'LogRetentionDays: write the value as a text'],
    [
      'a value that is none of the allowed',
      { PaymentChannel: 'fax' },
      'PaymentChannel: must be one of voice, web',
    ],
    [
      'the store ID missing for the web checkout',
      { AmazonPayStoreId: '' },
      'AmazonPayStoreId: the web checkout needs',
    ],
    [
      'a live key in the sandbox',
      { AmazonPayPublicKeyId: 'LIVE-ABCDEFGH' },
      'AmazonPayPublicKeyId: this key is a live one',
    ],
  ])('settings with %s', async (_name, parameters, fault) => {
    settings({ ...COMPLETE, ...parameters });
    await expectRefused(fault);
  });

  it.each([
    ['a number that is none', { SkillConcurrency: 'abc' }, 'SkillConcurrency: must be a number'],
    ['a number that is too low', { SkillConcurrency: '-5' }, 'SkillConcurrency: must be 0 or more'],
    [
      'an address that is none',
      { AlarmEmail: 'notmail' },
      'AlarmEmail: must be an e-mail address, or empty (ask-resources.json, skillInfrastructure.userConfig.cfn.parameters)',
    ],
  ])('what CloudFormation would refuse: %s', async (_name, parameters, fault) => {
    settings({ ...COMPLETE, ...parameters });
    await expectRefused(fault);
  });

  it('a value that the template of the merchant’s own does not allow', async () => {
    const own = readFileSync(join(root, TEMPLATE), 'utf8').replace(
      'Default: 0',
      'Default: 0\n    MaxValue: 20',
    );
    write(root, 'own.yaml', own);
    configure('templatePath', './own.yaml');
    configure('cfn.parameters', { ...COMPLETE, SkillConcurrency: '21' });
    await expectRefused('SkillConcurrency: must be 20 or less');
  });

  it.each([
    ['handler', 'index.handle', 'handler: must be index.handler, which the build makes'],
    ['handler', undefined, 'handler: must be index.handler, which the build makes'],
    ['runtime', 'nodejs18.x', 'runtime: must be nodejs22.x or later'],
    ['runtime', 'python3.12', 'runtime: must be nodejs22.x or later'],
    ['templatePath', './nope.yaml', 'templatePath: ./nope.yaml does not exist; mend the path'],
    ['templatePath', undefined, 'templatePath: is missing'],
    [
      'templatePath',
      './ask-resources.json',
      'templatePath: ./ask-resources.json is no template of this shop',
    ],
    ['awsRegion', undefined, 'awsRegion: is missing'],
    ['awsRegion', 'Tokyo', 'awsRegion: is no region of AWS'],
    [
      'cfn.capabilities',
      undefined,
      'cfn.capabilities: the stack makes the roles of its functions; add CAPABILITY_IAM',
    ],
    ['cfn.capabilities', ['CAPABILITY_AUTO_EXPAND'], 'cfn.capabilities: the stack makes'],
  ])('skillInfrastructure.userConfig with %s %p', async (setting, value, fault) => {
    configure(setting, value);
    await expectRefused(fault);
  });

  it('takes a later Node and reserved concurrency', async () => {
    settings({ ...COMPLETE, SkillConcurrency: '10', AlarmEmail: 'alarm@koemise.jp' });
    configure('runtime', 'nodejs24.x');

    expect(await deploy()).toBe(0);
  });

  it.each([
    [
      'the sandbox switched on',
      { AmazonPaySandbox: 'true' },
      'AmazonPaySandbox: the sandbox is allowed only with SKILL_STAGE=development',
    ],
    [
      'a key of the sandbox',
      { AmazonPayPublicKeyId: 'SANDBOX-ABCDEFGH' },
      'AmazonPayPublicKeyId: this key is of the sandbox',
    ],
  ])('a live shop with %s', async (_name, parameters, fault) => {
    settings({ ...LIVE, ...parameters });
    await expectRefused(fault);
  });

  it('a shop that is deployed already, has lost its address, and whose stack does not know it', async () => {
    write(root, '.ask/ask-states.json', JSON.stringify(STATES).replace('WebUrl', 'OldUrl'));
    await expectRefused('ShopUrl: the web checkout needs');
  });

  it('all faults at once', async () => {
    nodeVersion = '18.0.0';
    settings({ ...COMPLETE, AmazonPaySellerId: '', AmazonPayStoreId: '' });
    await deploy();

    expect(printed.map((line) => line.split(':')[0])).toEqual([
      'Nothing was uploaded.',
      '  - Node 18.0.0',
      '  - AmazonPaySellerId',
      '  - AmazonPayStoreId',
    ]);
  });

  it('sources that the linter or certification refuses, for a live shop too', async () => {
    settings(LIVE);
    isLintGood = false;
    await expectRefused('Nothing was uploaded.');
    expect(done).toEqual(['build', 'lint live']);
  });
});

describe('a package that was not built for this is stopped', () => {
  it('when there is none', async () => {
    await expectRefused('./build/lambda: is not built; run npm run build', '--no-build');
  });

  it('when it is older than the sources', async () => {
    build();
    write(root, 'lambda/src/skill.ts', '');
    utimesSync(join(root, 'build/lambda/index.js'), new Date(1000), new Date(1000));
    await expectRefused('./build/lambda: is older than lambda/src; run npm run build', '--no-build');
  });

  it.each(['package.json', 'node_modules', 'hooks'])(
    'when %s would make ASK CLI build it anew',
    async (name) => {
      build();
      write(root, `build/lambda/${name}/x`, '');
      await expectRefused(`./build/lambda/${name}: ask-cli would build the package itself`, '--no-build');
    },
  );

  it('when a part is missing', async () => {
    build();
    rmSync(join(root, 'build/lambda/worker.js'));
    rmSync(join(root, 'build/skill-package/interactionModels/custom/ja-JP.json'));
    await expectRefused('./build/lambda/worker.js: is missing; run npm run build', '--no-build');
    expect(printed.join()).toContain('interactionModels/custom/ja-JP.json: is missing');
  });
});
