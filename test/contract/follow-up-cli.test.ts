import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { LOCAL_DEFAULTS, readConfig } from '../../lambda/src/config';
import { createDocumentClient } from '../../lambda/src/dependencies';
import { createDynamoStore } from '../../lambda/src/orders/dynamo-store';
import { type Order } from '../../lambda/src/orders/order';
import { startLocalDynamo, type LocalDynamo } from '../simulator/local-dynamo';
import { aFullOrder, anOrder } from '../unit/orders/an-order';

const ROOT = join(__dirname, '../..');
const TSX = join(ROOT, 'node_modules/tsx/dist/cli.mjs');
const TABLE = 'orders-of-a-merchant';
const ID = '261122-482109';
const LINE = `${ID}  outcomeUnknown  NEEDS_HUMAN  3192 yen  since 2026-11-22T03:02Z  a37 timeout: the result of a charge is not known: look it up in Seller Central`;

let dataDir: string;
let running: LocalDynamo[] = [];

interface Printed {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command in a process of its own, with these settings and none of the test's. */
async function followUp(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Printed> {
  const env = { PATH: process.env['PATH'] ?? '', DATA_DIR: dataDir, ...environment };
  const child = spawn(process.execPath, [TSX, join(ROOT, 'lambda/tools/follow-up.ts'), ...args], { env });
  const [stdout, stderr, exitCode] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  ]);
  return { exitCode, stdout, stderr };
}

async function tableWith(tableName: string, order: Order): Promise<LocalDynamo> {
  const dynamo = await startLocalDynamo({ tableName });
  running.push(dynamo);
  const environment = { ...LOCAL_DEFAULTS, AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint };
  const client = createDocumentClient(readConfig(environment));
  await createDynamoStore({ client, tableName }).createOrder(order);
  client.destroy();
  return dynamo;
}

function frozenOrder(): Order {
  const openedAtMs = Date.parse('2026-11-22T03:02:00Z');
  const followUps: Order['followUps'] = [
    { no: 1, kind: 'outcomeUnknown', openedAtMs, row: 'a37', reason: 'timeout' },
  ];
  return anOrder({ ...aFullOrder(), version: 1, state: 'NEEDS_HUMAN', followUps });
}

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'koemise-follow-up-'));
});

afterEach(async () => {
  await Promise.all(running.map((dynamo) => dynamo.close()));
  running = [];
  await rm(dataDir, { recursive: true, force: true });
});

describe('npm run follow-up', () => {
  it("lists, refuses and resolves on the merchant's own table", async () => {
    const { endpoint } = await tableWith(TABLE, frozenOrder());
    const environment = { ORDERS_TABLE: TABLE, AWS_ENDPOINT_URL_DYNAMODB: endpoint };

    const listed = await followUp(['list'], environment);
    const refused = await followUp(['resolve', ID, '--note', '確認'], environment);
    const resolved = await followUp(['resolve', ID, '--note', '確認', '--outcome', 'paid'], environment);
    const after = await followUp([], environment);

    expect(listed).toEqual({
      exitCode: 0,
      stdout: `${LINE}\n1 open. npm run follow-up -- show ID, then resolve ID --note "…".\n`,
      stderr: '',
    });
    expect(refused).toMatchObject({ exitCode: 1, stderr: '' });
    expect(resolved).toEqual({ exitCode: 0, stdout: `${ID} is resolved.\n`, stderr: '' });
    expect(after).toEqual({ exitCode: 0, stdout: 'Nothing waits for a person.\n', stderr: '' });
  });

  it('finds the shop that npm start runs through its data folder', async () => {
    const { endpoint } = await tableWith(LOCAL_DEFAULTS.ORDERS_TABLE, frozenOrder());
    await writeFile(join(dataDir, 'dynamodb.endpoint'), endpoint);

    const shown = await followUp(['show', ID], {});
    const unknown = await followUp(['show', '261122-000000'], {});

    expect(shown.stdout).toMatch(/^order 261122-482109 {2}NEEDS_HUMAN {2}begun 2026-11-22T03:00Z/);
    expect([shown.exitCode, shown.stderr]).toEqual([0, '']);
    expect(unknown).toMatchObject({ exitCode: 1, stderr: '' });
  });

  it('says in one sentence that no shop runs here', async () => {
    await expect(followUp(['list'], {})).resolves.toEqual({
      exitCode: 1,
      stdout: '',
      stderr:
        'No shop is running here: start it with npm start, or set ORDERS_TABLE and AWS_REGION for the table on AWS.\n',
    });
  });

  it('says in one sentence that the shop of the data folder is gone', async () => {
    const dynamo = await startLocalDynamo({ tableName: TABLE });
    await writeFile(join(dataDir, 'dynamodb.endpoint'), dynamo.endpoint);
    await dynamo.close();

    await expect(followUp(['list'], {})).resolves.toEqual({
      exitCode: 1,
      stdout: '',
      stderr: 'The store did not answer: is the shop running, and are ORDERS_TABLE and AWS_REGION right?\n',
    });
  });

  it('explains itself when it is not understood', async () => {
    const { exitCode, stdout, stderr } = await followUp(['resolve', ID], {});

    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^npm run follow-up -- list\nnpm run follow-up -- show ID\n/);
  });
});
