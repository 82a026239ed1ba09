import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDynamoStore } from '../../lambda/src/orders/dynamo-store';
import { TABLE_SHAPE } from '../../lambda/src/orders/dynamo-table';
import { type OrderStore, type WorkStore } from '../../lambda/src/orders/store';
import { readStack, STACK_FILE, type StackResource } from '../../lambda/tools/deploy/stack-template';
import { createStackValidator, type StackValidator } from '../support/validate-stack';
import { anOrder } from '../unit/orders/an-order';

const ROOT = join(__dirname, '../..');
const STACK = readStack();
const FUNCTIONS = ['SkillFunction', 'WebFunction', 'WorkerFunction'] as const;

const resource = (name: string): StackResource => {
  const found = STACK.Resources[name];
  if (found === undefined) throw new Error(`no resource ${name}`);
  return found;
};
const ofType = (type: string) => Object.entries(STACK.Resources).filter(([, one]) => one.Type === type);
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found!);

describe("the template, read by AWS's own validator", () => {
  let validator: StackValidator;
  beforeAll(() => {
    validator = createStackValidator();
  });
  afterAll(() => {
    validator.free();
  });

  it('has no error and no warning', () => {
    expect(validator.complaints(STACK_FILE)).toEqual([]);
  });

  it.each([
    ['a property that does not exist', 'MemorySize: 512', 'MemorySise: 512'],
    ['a reference to nothing', '!Ref OrdersTable', '!Ref OrderTable'],
    ['a wrong value', 'BillingMode: PAY_PER_REQUEST', 'BillingMode: FREE'],
  ])('is refused with %s', (_name, from, to) => {
    const folder = mkdtempSync(join(tmpdir(), 'koemise-stack-'));
    const file = join(folder, 'broken.yaml');
    writeFileSync(file, readFileSync(STACK_FILE, 'utf8').replace(from, to));

    const found = validator.complaints(file);
    rmSync(folder, { recursive: true });

    expect(found).not.toEqual([]);
  });

  it('is small enough to be sent as ask-cli sends it', () => {
    expect(readFileSync(STACK_FILE).byteLength).toBeLessThan(51_200);
  });
});

describe('the table', () => {
  const { DeletionPolicy, UpdateReplacePolicy, Properties } = resource('OrdersTable');

  it('has the key and the two indexes that the store asks for, and no other', () => {
    const attributes = Object.entries(TABLE_SHAPE.attributes).map(([AttributeName, AttributeType]) => ({
      AttributeName,
      AttributeType,
    }));
    const indexes = Object.entries(TABLE_SHAPE.indexes).map(([IndexName, { hash, range }]) => ({
      IndexName,
      KeySchema: [
        { AttributeName: hash, KeyType: 'HASH' },
        { AttributeName: range, KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    }));

    expect(Properties['AttributeDefinitions']).toEqual(attributes);
    expect(Properties['KeySchema']).toEqual([{ AttributeName: 'pk', KeyType: 'HASH' }]);
    expect(Properties['GlobalSecondaryIndexes']).toEqual(indexes);
  });

  it('is paid by use, can be restored to any second, and outlives the stack', () => {
    expect(Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      TimeToLiveSpecification: { AttributeName: 'expiresAtSec', Enabled: true },
    });
    expect([DeletionPolicy, UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
  });
});

/** Settings that are secret: they come from Secrets Manager at run time. */
const SECRET = ['TOKEN_SECRET', 'AMAZON_PAY_PRIVATE_KEY', 'MWS_SECRET_KEY', 'SMTP_URL'];
/** Settings that a deployed shop never has: ports, simulated servers, simulated answers, proxies of Express. */
const NEVER_DEPLOYED = [
  'PORT',
  'AWS_ENDPOINT_URL_DYNAMODB',
  'LOCAL_ALEXA_ENDPOINT',
  'MWS_BASE_URL',
  'AMAZON_PAY_BASE_URL',
  'AMAZON_PAY_SCRIPTS_URL',
  'AMAZON_PAY_SANDBOX_SIMULATION',
  'TRUSTED_PROXIES',
];
const GIVEN_BY_AWS = ['AWS_REGION'];
/** Read by the runtime and by the code that fetches the secret. */
const BESIDE = ['NODE_OPTIONS', 'SECRETS_ID'];

function environmentOf(name: string): Readonly<Record<string, unknown>> {
  const { Environment } = resource(name).Properties as {
    Environment: { Variables: Record<string, unknown> };
  };
  return Environment.Variables;
}

describe.each(FUNCTIONS)('the environment of %s', (name) => {
  const read = matches(
    readFileSync(join(ROOT, 'lambda/src/config-environment.ts'), 'utf8'),
    /^ {2}([A-Z][A-Z_]+): z/gm,
  );

  it('has every setting that the program reads, but for secrets and the laptop, and nothing else', () => {
    const expected = read.filter((one) => ![...SECRET, ...NEVER_DEPLOYED, ...GIVEN_BY_AWS].includes(one));

    expect(read.length).toBeGreaterThan(25);
    expect(Object.keys(environmentOf(name)).sort()).toEqual([...expected, ...BESIDE].sort());
  });

  it('names the table and the secret of this stack', () => {
    expect(environmentOf(name)).toMatchObject({
      ORDERS_TABLE: { '!Ref': 'OrdersTable' },
      SECRETS_ID: { '!Ref': 'Secrets' },
    });
  });
});

it('no secret is a parameter, a setting or a value of the template', () => {
  const text = readFileSync(STACK_FILE, 'utf8').replace(/^ *#.*$/gm, '');

  expect(matches(text, /\b(AMAZON_PAY_PRIVATE_KEY|MWS_SECRET_KEY|SMTP_URL)\b(?=:)/g)).toEqual([]);
  expect(text).not.toMatch(/PRIVATE KEY|smtps?:\/\//);
  expect(resource('Secrets').Properties['GenerateSecretString']).toMatchObject({
    GenerateStringKey: 'TOKEN_SECRET',
    PasswordLength: 64,
  });
});

/** Every call that a method of the store makes, by the name of its DynamoDB action. */
async function actionsOf(call: (store: WorkStore) => Promise<unknown>): Promise<readonly string[]> {
  const seen: string[] = [];
  const client = {
    send: (command: object) => {
      seen.push(command.constructor.name.replace('Command', ''));
      return Promise.resolve({});
    },
  };
  const store = createDynamoStore({ client: client as never, tableName: 'orders' });
  await call(store).catch(() => undefined);
  return seen.map((name) => ({ Get: 'GetItem', Put: 'PutItem', Update: 'UpdateItem' })[name] ?? name);
}

/** Every method the skill and the pages may call; a method that is missing here does not compile. */
const ORDER_STORE = {
  readOrder: (store) => store.readOrder('261122-482109'),
  createOrder: (store) => store.createOrder(anOrder()),
  replaceOrder: (store) => store.replaceOrder(anOrder({ version: 2 })),
  readBuyer: (store) => store.readBuyer('key'),
  replaceBuyer: (store) => store.replaceBuyer({ buyerKey: 'key', version: 1, orderIds: [] }),
  createPointer: (store) => store.createPointer({ key: 'code:1', orderId: '1', expiresAtSec: 1 }),
  readPointer: (store) => store.readPointer('code:1'),
  replaceAlert: (store) =>
    store.replaceAlert({ alertId: 'a', version: 1, openedAtMs: 1, step: 's', reason: 'r' }),
} as const satisfies Record<keyof OrderStore, (store: WorkStore) => Promise<unknown>>;
const WORK_STORE = {
  ...ORDER_STORE,
  dueOrderIds: (store) => store.dueOrderIds(1, 1),
  openFollowUps: (store) => store.openFollowUps(),
  readAlert: (store) => store.readAlert('a'),
  setAside: (store) => store.setAside?.('order#1', 1) ?? Promise.resolve(),
} as const satisfies Record<keyof WorkStore, (store: WorkStore) => Promise<unknown>>;

async function needed(calls: Readonly<Record<string, (store: WorkStore) => Promise<unknown>>>) {
  const actions = await Promise.all(Object.values(calls).map(actionsOf));
  return [...new Set(actions.flat())].map((action) => `dynamodb:${action}`).sort();
}

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
}

function statementsOf(role: string): readonly Statement[] {
  const { Policies } = resource(role).Properties as {
    Policies: { PolicyDocument: { Statement: Statement[] } }[];
  };
  return Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
}

const actionsIn = (statement: Statement): readonly string[] => [statement.Action].flat();

describe('the rights', () => {
  it.each([
    ['SkillRole', ORDER_STORE, []],
    // Wrong guesses of a code are counted with UpdateItem: lambda/src/web/tries-store.ts.
    ['WebRole', ORDER_STORE, ['dynamodb:UpdateItem']],
    ['WorkerRole', WORK_STORE, []],
  ] as const)('%s may do on the table exactly what its code does', async (role, calls, besides) => {
    const allowed = statementsOf(role)
      .flatMap(actionsIn)
      .filter((action) => action.startsWith('dynamodb:'));

    expect([...new Set(allowed)].sort()).toEqual([...(await needed(calls)), ...besides].sort());
  });

  it.each([
    ['SkillRole', 'SkillLogs'],
    ['WebRole', 'WebLogs'],
    ['WorkerRole', 'WorkerLogs'],
  ])('%s may do nothing else but read the one secret and write its own log', (role, logs) => {
    const others = statementsOf(role).filter(
      (statement) => !actionsIn(statement).some((action) => action.startsWith('dynamodb:')),
    );

    expect(others).toEqual([
      { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: { '!Ref': 'Secrets' } },
      {
        Effect: 'Allow',
        Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        Resource: { '!GetAtt': `${logs}.Arn` },
      },
    ]);
  });

  it('are on this table and its two indexes only, and nowhere a star', () => {
    const resources = ['SkillRole', 'WebRole', 'WorkerRole'].flatMap((role) =>
      statementsOf(role).flatMap(({ Resource }) => Resource),
    );

    expect(JSON.stringify(resources)).not.toContain('"*"');
    expect(new Set(resources.map((one) => JSON.stringify(one)))).toEqual(
      new Set(
        [
          { '!GetAtt': 'OrdersTable.Arn' },
          { '!Sub': '${OrdersTable.Arn}/index/due' },
          { '!Sub': '${OrdersTable.Arn}/index/followUp' },
          { '!Ref': 'Secrets' },
          { '!GetAtt': 'SkillLogs.Arn' },
          { '!GetAtt': 'WebLogs.Arn' },
          { '!GetAtt': 'WorkerLogs.Arn' },
        ].map((one) => JSON.stringify(one)),
      ),
    );
  });
});

describe('the functions', () => {
  it.each(FUNCTIONS)('%s runs on arm64 with the code that ask-cli uploaded', (name) => {
    expect(resource(name).Properties).toMatchObject({
      Runtime: { '!Ref': 'LambdaRuntime' },
      Architectures: ['arm64'],
      Code: {
        S3Bucket: { '!Ref': 'CodeBucket' },
        S3Key: { '!Ref': 'CodeKey' },
        S3ObjectVersion: { '!Ref': 'CodeVersion' },
      },
    });
    expect(STACK.Parameters['LambdaRuntime']?.Default).toBe('nodejs22.x');
  });

  it('start files that the build makes', () => {
    const handlers = [
      STACK.Parameters['LambdaHandler']?.Default,
      resource('WebFunction').Properties['Handler'],
      resource('WorkerFunction').Properties['Handler'],
    ];

    expect(handlers).toEqual(['index.handler', 'web.handler', 'worker.handler']);
    for (const source of ['index', 'web-lambda', 'worker'])
      expect(existsSync(join(ROOT, `lambda/src/${source}.ts`))).toBe(true);
  });

  it('are called by Alexa for this skill, by browsers, and once a minute by the schedule', () => {
    expect(resource('SkillPermission').Properties).toMatchObject({
      Principal: 'alexa-appkit.amazon.com',
      EventSourceToken: { '!Ref': 'SkillId' },
    });
    expect(resource('WebFunctionUrl').Properties).toMatchObject({ AuthType: 'NONE' });
    expect(resource('WorkerSchedule').Properties).toMatchObject({ ScheduleExpression: 'rate(1 minute)' });
  });

  it('keep their logs as long as the merchant says', () => {
    expect(ofType('AWS::Logs::LogGroup').map(([, { Properties }]) => Properties)).toEqual(
      [1, 2, 3].map(() => ({ RetentionInDays: { '!Ref': 'LogRetentionDays' } })),
    );
  });
});

describe('the alarms', () => {
  it('ring for errors, throttles, a background that stopped, alerts, ladders without an answer and orders that wait for a person', () => {
    const metrics = ofType('AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties['MetricName']);

    expect(metrics.sort()).toEqual([
      'Errors',
      'Errors',
      'Errors',
      'Invocations',
      'LaddersExhausted',
      'MerchantAlerts',
      'OpenFollowUps',
      'Throttles',
      'Throttles',
    ]);
  });

  it('all reach the merchant', () => {
    for (const [, { Properties }] of ofType('AWS::CloudWatch::Alarm'))
      expect(Properties['AlarmActions']).toEqual([{ '!Ref': 'AlarmTopic' }]);
  });
});

it('the outputs are what ask-cli and the merchant look for', () => {
  expect(Object.keys(STACK.Outputs)).toEqual(['SkillEndpoint', 'WebUrl', 'OrdersTableName', 'SecretsArn']);
  expect(STACK.Outputs['SkillEndpoint']?.Value).toEqual({ '!GetAtt': 'SkillFunction.Arn' });
});
