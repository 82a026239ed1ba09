import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runDeploy } from '../../lambda/tools/deploy/run-deploy';
import { setPath } from '../../lambda/tools/deploy/set-path';

const ROOT = join(__dirname, '../..');
const PARAMETERS = ['profiles', 'default', 'skillInfrastructure', 'userConfig', 'cfn', 'parameters'];
const ENDPOINT = ['manifest', 'apis', 'custom', 'endpoint'];
const COMPLETE = {
  SkillStage: 'development',
  AmazonPaySandbox: 'true',
  AmazonPaySandboxEmail: 'buyer@koemise.jp',
  AmazonPaySellerId: 'A1ABCDEFGHIJKL',
  PaymentChannel: 'web',
  ShopUrl: '',
  AmazonPayStoreId: 'amzn1.application-oa2-client.0123456789abcdef0123456789abcdef',
  AmazonPayPublicKeyId: 'SANDBOX-ABCDEFGH',
};
const LIVE = {
  ...COMPLETE,
  SkillStage: 'live',
  AmazonPaySandbox: 'false',
  AmazonPayPublicKeyId: 'LIVE-ABCDEFGH',
};
const STATES = {
  profiles: {
    default: {
      skillInfrastructure: {
        '@ask-cli/cfn-deployer': {
          deployState: {
            default: {
              outputs: [
                { OutputKey: 'SkillEndpoint', OutputValue: 'arn:aws:lambda:ap-northeast-1:1:function:skill' },
                { OutputKey: 'WebUrl', OutputValue: 'https://abc.lambda-url.ap-northeast-1.on.aws/' },
                { OutputKey: 'SecretsArn', OutputValue: 'arn:aws:secretsmanager:ap-northeast-1:1:secret:s' },
              ],
            },
          },
        },
      },
    },
  },
};

let root = '';
let home = '';
let done: string[] = [];
let printed: string[] = [];
let nodeVersion = '';
let isLintGood = true;
let ownStage: string | undefined;

const write = (folder: string, path: string, content: string): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), content);
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
        return Promise.resolve(0);
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
  ownStage = undefined;
  settings(COMPLETE);
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

  it('a shop that is deployed already and has lost its address', async () => {
    writeStates();
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
