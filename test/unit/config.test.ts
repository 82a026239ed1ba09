import { readFileSync } from 'node:fs';
import { ConfigError, LOCAL_DEFAULTS, readConfig } from '../../lambda/src/config';

type Environment = Readonly<Record<string, string | undefined>>;

const LIVE: Environment = {
  SKILL_ID: 'amzn1.ask.skill.00000000-0000-4000-8000-0000000000aa',
  AMAZON_PAY_SELLER_ID: 'A1KOEMISELIVE',
  TOKEN_SECRET: 'k'.repeat(32),
  ORDERS_TABLE: 'orders',
  AWS_REGION: 'ap-northeast-1',
};
const SANDBOX: Environment = {
  ...LIVE,
  SKILL_STAGE: 'development',
  AMAZON_PAY_SANDBOX: 'true',
  AMAZON_PAY_SANDBOX_EMAIL: 'buyer@koemise.example',
};

function faultsOf(environment: Environment): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}
const namesOf = (environment: Environment) => faultsOf(environment).map((fault) => fault.split(':')[0]);

/** A whole web checkout. */
const WEB: Environment = {
  SHOP_URL: 'https://shop.koemise.example',
  AMAZON_PAY_STORE_ID: 'amzn1.application-oa2-client.0123456789abcdef0123456789abcdef',
  AMAZON_PAY_PUBLIC_KEY_ID: 'LIVE-AKOEMISEKEY',
  AMAZON_PAY_PRIVATE_KEY: '-----BEGIN PRIVATE KEY-----\\nMIIE\\n-----END PRIVATE KEY-----',
};

describe('the settings', () => {
  it('need five names for a live shop; everything else has a default', () => {
    expect(readConfig(LIVE)).toEqual({
      port: 3000,
      skillId: 'amzn1.ask.skill.00000000-0000-4000-8000-0000000000aa',
      sellerId: 'A1KOEMISELIVE',
      releaseEnvironment: 'LIVE',
      sandboxCustomerEmailId: undefined,
      sellerAuthorizationNote: '',
      amazonPrompts: 'repeat',
      tokenSecret: 'kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk',
      ordersTable: 'orders',
      awsRegion: 'ap-northeast-1',
      dynamoEndpoint: undefined,
      localAlexaEndpoint: undefined,
      mws: undefined,
      ipnTopicArns: [],
      mayRepeatCharge: false,
      paymentChannel: 'voice',
      web: undefined,
      trustedProxies: 0,
      mail: undefined,
    });
  });

  it.each<[string, Environment, Record<string, unknown>]>([
    ['PORT', { PORT: '65535' }, { port: 65_535 }],
    ['PORT', { PORT: '1' }, { port: 1 }],
    ['AMAZON_PROMPTS', { AMAZON_PROMPTS: 'skip' }, { amazonPrompts: 'skip' }],
    ['AWS_REGION', { AWS_REGION: 'us-gov-west-1' }, { awsRegion: 'us-gov-west-1' }],
    [
      'AWS_ENDPOINT_URL_DYNAMODB',
      { AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:8000' },
      { dynamoEndpoint: 'http://127.0.0.1:8000' },
    ],
    ['ORDERS_TABLE', { ORDERS_TABLE: 'a.b-c_D1' }, { ordersTable: 'a.b-c_D1' }],
    ['RECONCILE_BY_REPEAT', { RECONCILE_BY_REPEAT: 'true' }, { mayRepeatCharge: true }],
    [
      'LOCAL_ALEXA_ENDPOINT',
      { LOCAL_ALEXA_ENDPOINT: 'http://127.0.0.1:3100' },
      { localAlexaEndpoint: 'http://127.0.0.1:3100' },
    ],
    [
      'SMTP_URL',
      { SMTP_URL: 'smtps://127.0.0.1:465', MAIL_FROM: 'shop@koemise.example' },
      { mail: { smtpUrl: 'smtps://127.0.0.1:465', from: 'shop@koemise.example' } },
    ],
    ['PAYMENT_CHANNEL', { ...WEB, PAYMENT_CHANNEL: 'web' }, { paymentChannel: 'web' }],
    [
      'SHOP_URL',
      { ...WEB, SHOP_URL: 'http://127.0.0.1:3000' },
      { web: { shopUrl: 'http://127.0.0.1:3000' } },
    ],
    [
      'AMAZON_PAY_PAYMENT_INTENT',
      { ...WEB, AMAZON_PAY_PAYMENT_INTENT: 'Authorize', AMAZON_PAY_CAN_HANDLE_PENDING: 'true' },
      { web: { paymentIntent: 'Authorize', canHandlePendingAuthorization: true } },
    ],
    [
      'AMAZON_PAY_SCRIPTS_URL',
      {
        ...WEB,
        AMAZON_PAY_SCRIPTS_URL: 'http://127.0.0.1:3101',
        AMAZON_PAY_BASE_URL: 'http://127.0.0.1:3102',
      },
      { web: { scriptsUrl: 'http://127.0.0.1:3101', baseUrl: 'http://127.0.0.1:3102' } },
    ],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: '2' }, { trustedProxies: 2 }],
    ['AMAZON_PAY_SANDBOX', { AMAZON_PAY_SANDBOX: 'false' }, { releaseEnvironment: 'LIVE' }],
  ])('%s may have another value: %j', (_name, environment, expected) => {
    expect(readConfig({ ...LIVE, ...environment })).toMatchObject(expected);
  });

  it('switch the sandbox on with the e-mail of the test account', () => {
    expect(readConfig(SANDBOX)).toMatchObject({
      releaseEnvironment: 'SANDBOX',
      sandboxCustomerEmailId: 'buyer@koemise.example',
      sellerAuthorizationNote: '',
    });
  });

  it('ask the sandbox for an answer by name', () => {
    expect(
      readConfig({ ...SANDBOX, AMAZON_PAY_SANDBOX_SIMULATION: 'Declined.AmazonRejected' }),
    ).toMatchObject({
      sellerAuthorizationNote: '{"SandboxSimulation":{"State":"Declined","ReasonCode":"AmazonRejected"}}',
    });
  });

  it('send no test account to the live system', () => {
    const config = readConfig({ ...LIVE, AMAZON_PAY_SANDBOX_EMAIL: 'buyer@koemise.example' });

    expect(config.sandboxCustomerEmailId).toBeUndefined();
  });

  it('take an empty value for one that is not set', () => {
    expect(
      readConfig({ ...LIVE, PORT: '', AMAZON_PAY_SANDBOX_SIMULATION: '', AWS_ENDPOINT_URL_DYNAMODB: '' })
        .port,
    ).toBe(3000);
    expect(namesOf({ ...LIVE, TOKEN_SECRET: '' })).toEqual(['TOKEN_SECRET']);
  });

  it('of the simulated shop are good', () => {
    expect(readConfig(LOCAL_DEFAULTS)).toMatchObject({ releaseEnvironment: 'SANDBOX', port: 3000 });
  });
});

describe('faults of the settings', () => {
  it('name every missing one at once', () => {
    expect(faultsOf({})).toEqual([
      'SKILL_ID: the skill ID (amzn1.ask.skill.…) is missing',
      'AMAZON_PAY_SELLER_ID: the seller (merchant) ID of Seller Central is missing',
      'TOKEN_SECRET: the secret that signs tokens is missing',
      'ORDERS_TABLE: the name of the DynamoDB table is missing',
      'AWS_REGION: the AWS region is missing',
    ]);
  });

  it('name every wrong one at once, and no value', () => {
    const wrong = Object.fromEntries(
      [
        'PORT',
        'SKILL_ID',
        'SKILL_STAGE',
        'AMAZON_PAY_SELLER_ID',
        'AMAZON_PAY_SANDBOX',
        'AMAZON_PAY_SANDBOX_EMAIL',
        'AMAZON_PAY_SANDBOX_SIMULATION',
        'AMAZON_PROMPTS',
        'PAYMENT_CHANNEL',
        'SHOP_URL',
        'AMAZON_PAY_STORE_ID',
        'AMAZON_PAY_PUBLIC_KEY_ID',
        'AMAZON_PAY_PRIVATE_KEY',
        'AMAZON_PAY_PAYMENT_INTENT',
        'AMAZON_PAY_CAN_HANDLE_PENDING',
        'AMAZON_PAY_BASE_URL',
        'AMAZON_PAY_SCRIPTS_URL',
        'TRUSTED_PROXIES',
        'TOKEN_SECRET',
        'ORDERS_TABLE',
        'AWS_REGION',
        'AWS_ENDPOINT_URL_DYNAMODB',
        'LOCAL_ALEXA_ENDPOINT',
        'MWS_ACCESS_KEY_ID',
        'MWS_SECRET_KEY',
        'MWS_BASE_URL',
        'IPN_TOPIC_ARNS',
        'RECONCILE_BY_REPEAT',
        'SMTP_URL',
        'MAIL_FROM',
      ].map((name) => [name, '§a secret§']),
    );
    const error = new ConfigError(faultsOf(wrong));

    expect(namesOf(wrong)).toEqual(Object.keys(wrong));
    expect(error.message).toContain('30 fault(s)');
    expect(error.message).not.toContain('§');
    expect(error.message).not.toContain('Invalid input');
    expect(error.code).toBe('config');
  });

  it.each<[string, string]>([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '3000.5'],
    ['PORT', '0x10'],
    ['PORT', ' 3000'],
    ['PORT', '08080'],
    ['SKILL_ID', 'amzn1.ask.skill.00000000-0000-4000-8000-0000000000a'],
    ['SKILL_ID', 'amzn1.ask.skill.00000000-0000-4000-8000-0000000000AA'],
    ['AMAZON_PAY_SELLER_ID', 'A12345678'],
    ['AMAZON_PAY_SELLER_ID', 'B123456789'],
    ['AMAZON_PAY_SELLER_ID', 'a123456789'],
    ['AMAZON_PAY_SELLER_ID', `A${'1'.repeat(32)}`],
    ['AMAZON_PAY_SANDBOX', 'TRUE'],
    ['AMAZON_PAY_SANDBOX', '1'],
    ['AMAZON_PROMPTS', 'Repeat'],
    ['PAYMENT_CHANNEL', 'Web'],
    ['SHOP_URL', 'http://shop.example'],
    ['SHOP_URL', 'https://shop.example/'],
    ['AMAZON_PAY_STORE_ID', 'amzn1.application-oa2-client.short'],
    ['AMAZON_PAY_PUBLIC_KEY_ID', 'SANDBOX'],
    ['AMAZON_PAY_PRIVATE_KEY', 'MIIE'],
    ['AMAZON_PAY_PAYMENT_INTENT', 'Capture'],
    ['AMAZON_PAY_CAN_HANDLE_PENDING', 'yes'],
    ['AMAZON_PAY_BASE_URL', 'https://pay-api.amazon.jp'],
    ['AMAZON_PAY_SCRIPTS_URL', 'http://scripts.example:80'],
    ['TRUSTED_PROXIES', '6'],
    ['SKILL_STAGE', 'production'],
    ['TOKEN_SECRET', 'k'.repeat(31)],
    ['ORDERS_TABLE', 'ab'],
    ['ORDERS_TABLE', 'a'.repeat(256)],
    ['ORDERS_TABLE', 'my orders'],
    ['AWS_REGION', 'tokyo'],
    ['AWS_ENDPOINT_URL_DYNAMODB', 'localhost'],
    ['AMAZON_PAY_SANDBOX_EMAIL', 'buyer'],
    ['LOCAL_ALEXA_ENDPOINT', 'http://koemise.example:3100'],
    ['LOCAL_ALEXA_ENDPOINT', 'http://127.0.0.1:3100/path'],
    ['RECONCILE_BY_REPEAT', 'yes'],
    ['SMTP_URL', 'http://127.0.0.1'],
    ['MAIL_FROM', 'shop'],
  ])('%s=%s is refused', (name, value) => {
    expect(namesOf({ ...LIVE, ...WEB, MAIL_FROM: 'shop@koemise.example', [name]: value })).toEqual([name]);
  });

  it('the web checkout is set up whole or not at all, and PAYMENT_CHANNEL=web needs it', () => {
    const four = 'SHOP_URL, AMAZON_PAY_STORE_ID, AMAZON_PAY_PUBLIC_KEY_ID, AMAZON_PAY_PRIVATE_KEY';

    expect(faultsOf({ ...LIVE, ...WEB, AMAZON_PAY_STORE_ID: '' })).toEqual([
      `AMAZON_PAY_STORE_ID: the web checkout needs ${four} together`,
    ]);
    expect(namesOf({ ...LIVE, PAYMENT_CHANNEL: 'web' })).toEqual([
      'SHOP_URL',
      'AMAZON_PAY_STORE_ID',
      'AMAZON_PAY_PUBLIC_KEY_ID',
      'AMAZON_PAY_PRIVATE_KEY',
    ]);
  });

  it('a pending authorization is refused together with AuthorizeWithCapture, as Amazon Pay would', () => {
    expect(namesOf({ ...LIVE, ...WEB, AMAZON_PAY_CAN_HANDLE_PENDING: 'true' })).toEqual([
      'AMAZON_PAY_CAN_HANDLE_PENDING',
    ]);
  });

  it('the private key may stand on one line', () => {
    expect(readConfig({ ...LIVE, ...WEB }).web?.privateKey).toBe(
      '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----',
    );
  });

  it('the sandbox is refused for a live skill', () => {
    expect(faultsOf({ ...SANDBOX, SKILL_STAGE: 'live' })).toEqual([
      'AMAZON_PAY_SANDBOX: the sandbox is allowed only with SKILL_STAGE=development',
    ]);
    expect(namesOf({ ...SANDBOX, SKILL_STAGE: '' })).toEqual(['AMAZON_PAY_SANDBOX']);
  });

  it('the sandbox needs its test account', () => {
    expect(namesOf({ ...SANDBOX, AMAZON_PAY_SANDBOX_EMAIL: '' })).toEqual(['AMAZON_PAY_SANDBOX_EMAIL']);
  });

  it('a simulation outside of the sandbox is refused, and an unknown one too', () => {
    expect(namesOf({ ...LIVE, AMAZON_PAY_SANDBOX_SIMULATION: 'Declined.AmazonRejected' })).toEqual([
      'AMAZON_PAY_SANDBOX_SIMULATION',
    ]);
    expect(namesOf({ ...SANDBOX, AMAZON_PAY_SANDBOX_SIMULATION: 'constructor' })).toEqual([
      'AMAZON_PAY_SANDBOX_SIMULATION',
    ]);
  });

  it('a mail server needs a sender, and a sender alone sends nothing', () => {
    expect(namesOf({ ...LIVE, SMTP_URL: 'smtp://127.0.0.1:25' })).toEqual(['MAIL_FROM']);
    expect(readConfig({ ...LIVE, MAIL_FROM: 'shop@koemise.example' }).mail).toBeUndefined();
  });

  it('two contradictions are told together', () => {
    const both = { ...SANDBOX, SKILL_STAGE: 'live', AMAZON_PAY_SANDBOX_EMAIL: '' };

    expect(namesOf(both)).toEqual(['AMAZON_PAY_SANDBOX', 'AMAZON_PAY_SANDBOX_EMAIL']);
  });

  it('a development skill may run live', () => {
    expect(readConfig({ ...LIVE, SKILL_STAGE: 'development' }).releaseEnvironment).toBe('LIVE');
  });
});

describe('.env.example', () => {
  const names = readFileSync('.env.example', 'utf8')
    .split('\n')
    .filter((row) => /^[A-Z]/.test(row))
    .map((row) => row.split('=')[0]!);

  /** The names of the schema, read from the source; DATA_DIR is read by npm start only. */
  const namesRead = [
    'DATA_DIR',
    ...[
      ...readFileSync('lambda/src/config-environment.ts', 'utf8').matchAll(/^ {2}([A-Z][A-Z0-9_]+): z/gm),
    ].map(([, name]) => name!),
  ];

  it('names each setting once', () => {
    expect(new Set(names).size).toBe(names.length);
  });

  it('names exactly the settings that are read', () => {
    expect(namesRead.length).toBeGreaterThan(13);
    expect([...names].sort()).toEqual(namesRead.sort());
  });

  it('is a good environment once the secret is filled in', () => {
    const rows = readFileSync('.env.example', 'utf8')
      .split('\n')
      .filter((row) => /^[A-Z]/.test(row));
    const environment = Object.fromEntries(
      rows.map((row) => [row.slice(0, row.indexOf('=')), row.slice(row.indexOf('=') + 1)]),
    );

    expect(readConfig({ ...environment, TOKEN_SECRET: 'k'.repeat(43) })).toMatchObject({
      releaseEnvironment: 'SANDBOX',
    });
  });
});
