import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { createDynamoStore } from '../../../lambda/src/orders/dynamo-store';
import { SHARD } from '../../../lambda/src/orders/dynamo-table';
import { type Order } from '../../../lambda/src/orders/order';
import { StoreItemError, StoreUnavailableError, type WorkStore } from '../../../lambda/src/orders/store';
import { startLocalDynamo, type LocalDynamo } from '../../simulator/local-dynamo';
import { anOrder } from './an-order';

const TABLE = 'koemise-orders-of-a-test';
const NOON_MS = Date.parse('2026-11-22T03:00:00Z');
let dynamo: LocalDynamo;
let client: DynamoDBDocumentClient;
let store: WorkStore;

beforeEach(async () => {
  dynamo = await startLocalDynamo({ tableName: TABLE });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint: dynamo.endpoint, region: 'ap-northeast-1', credentials, maxAttempts: 1 }),
    { marshallOptions: { removeUndefinedValues: true } },
  );
  store = createDynamoStore({ client, tableName: TABLE });
});

afterEach(async () => {
  client.destroy();
  await dynamo.close();
});

function unansweredOrder(orderId: string, updatedAtMs: number): Order {
  return anOrder({ orderId, state: 'CHARGE_SENT', updatedAtMs });
}

const refundOf = (openedAtMs: number): Order['followUps'] => [
  { no: 1, kind: 'refundRequest', openedAtMs, reason: 'askedByVoice' },
];

describe('the due index', () => {
  it('gives what is due, the longest due first, and nothing that is due later', async () => {
    await store.createOrder(unansweredOrder('261122-000002', NOON_MS + 2));
    await store.createOrder(unansweredOrder('261122-000001', NOON_MS + 1));
    await store.createOrder(unansweredOrder('261122-000003', NOON_MS + 3));
    await store.createOrder(anOrder({ orderId: '261122-000004' }));

    await expect(store.dueOrderIds(NOON_MS + 120_002, 10)).resolves.toEqual([
      '261122-000001',
      '261122-000002',
    ]);
  });

  it('gives no more than wanted', async () => {
    for (const no of [1, 2, 3]) await store.createOrder(unansweredOrder(`261122-00000${no}`, NOON_MS + no));

    await expect(store.dueOrderIds(NOON_MS + 600_000, 2)).resolves.toEqual([
      '261122-000001',
      '261122-000002',
    ]);
  });

  it('drops an order in the very write that settles it', async () => {
    const order = unansweredOrder('261122-000001', NOON_MS);
    await store.createOrder(order);

    await store.replaceOrder({ ...order, version: 2, state: 'ABANDONED' });

    await expect(store.dueOrderIds(NOON_MS + 600_000, 10)).resolves.toEqual([]);
  });
});

describe('the follow-up index', () => {
  it('gives orders over several pages of DynamoDB, the oldest first', async () => {
    for (const no of [3, 1, 2])
      await store.createOrder(anOrder({ orderId: `261122-00000${no}`, followUps: refundOf(NOON_MS + no) }));
    const limited = createDynamoStore({ client: onePerPage(client), tableName: TABLE });

    await expect(limited.openFollowUps()).resolves.toMatchObject({
      orderIds: ['261122-000001', '261122-000002', '261122-000003'],
    });
  });

  it('forgets an order whose entries are all resolved', async () => {
    const order = anOrder({ followUps: refundOf(NOON_MS) });
    await store.createOrder(order);

    const [entry] = order.followUps;
    const resolved = { atMs: NOON_MS + 1, by: 'person', note: '返金済み' } as const;
    await store.replaceOrder({ ...order, version: 2, followUps: [{ ...entry!, resolved }] });

    await expect(store.openFollowUps()).resolves.toEqual({ orderIds: [], alerts: [] });
  });

  it('holds alerts that belong to no order until they are resolved', async () => {
    const alert = {
      alertId: 'amzn1.echo-api.request.1',
      version: 1,
      openedAtMs: NOON_MS,
      step: 'answerRefused',
      reason: 'tokenNotOurs',
    };
    await expect(store.replaceAlert(alert)).resolves.toBe(true);
    await expect(store.replaceAlert(alert)).resolves.toBe(false);
    const before = await store.openFollowUps();

    await store.replaceAlert({ ...alert, version: 2, resolved: { atMs: NOON_MS + 1, note: '確認済み' } });

    expect(before).toEqual({ orderIds: [], alerts: [expect.objectContaining(alert)] });
    await expect(store.openFollowUps()).resolves.toEqual({ orderIds: [], alerts: [] });
    await expect(store.readAlert('amzn1.echo-api.request.1')).resolves.toMatchObject({
      resolved: { note: '確認済み' },
    });
  });

  it('shows an alert that cannot be read as what it is, so that it hides no other', async () => {
    const item = { pk: 'alert#x', version: 'one', followUpShard: SHARD, followUpAtMs: 1 };
    await client.send(new PutCommand({ TableName: TABLE, Item: item }));

    await expect(store.readAlert('x')).resolves.toMatchObject({ alertId: 'x', step: 'itemUnreadable' });
    await expect(store.openFollowUps()).resolves.toMatchObject({
      alerts: expect.arrayContaining([expect.objectContaining({ alertId: 'x', step: 'itemUnreadable' })]),
    });
    await expect(store.readAlert('y')).resolves.toBeUndefined();
  });
});

describe('a foreign item', () => {
  it("under a buyer's key is not trusted, whoever it names", async () => {
    const foreign = { pk: 'buyer#taro', buyerKey: 'hanako', version: 1, orderIds: ['261122-000001'] };
    await client.send(new PutCommand({ TableName: TABLE, Item: foreign }));

    await expect(store.readBuyer('taro')).rejects.toEqual(new StoreItemError('buyer#taro'));
  });

  it('in the due index comes back as an id whose item cannot be read', async () => {
    const foreign = { pk: 'order#261122-000009', dueShard: SHARD, dueAtMs: NOON_MS };
    await client.send(new PutCommand({ TableName: TABLE, Item: foreign }));

    await expect(store.dueOrderIds(NOON_MS, 10)).resolves.toEqual(['261122-000009']);
    await expect(store.readOrder('261122-000009')).rejects.toEqual(new StoreItemError('order#261122-000009'));
  });
});

describe('an item that is not ours in the due index', () => {
  it('is set aside once: out of the due index, on the list, and nothing else of it changes', async () => {
    const foreign = { pk: 'parcel#7', weight: 5, dueShard: SHARD, dueAtMs: 1 };
    await client.send(new PutCommand({ TableName: TABLE, Item: foreign }));
    const before = await store.dueOrderIds(1, 100);

    await store.setAside?.('parcel#7', 1_795_316_400_000);

    const after = await store.dueOrderIds(1, 100);
    const { orderIds } = await store.openFollowUps();
    expect(before).toContain('parcel#7');
    expect(after).not.toContain('parcel#7');
    expect(orderIds).toContain('parcel#7');
  });
});

describe('a write whose answer was lost', () => {
  it('counts as made when the repeated write meets it, for it is its own', async () => {
    const retried = createDynamoStore({ client: answerLostOnce(client), tableName: TABLE });

    await expect(retried.createOrder(anOrder())).resolves.toBe(true);

    await expect(store.readOrder('261122-482109')).resolves.toMatchObject({ version: 1 });
  });

  it("does not count as made when the item carries another writer's mark", async () => {
    await store.createOrder(anOrder());
    const retried = createDynamoStore({ client: answerLostOnce(client), tableName: TABLE });

    await expect(retried.createOrder(anOrder({ untold: true }))).resolves.toBe(false);

    await expect(store.readOrder('261122-482109')).resolves.toMatchObject({ untold: false });
  });

  it('is not known to be made when the store stays silent', async () => {
    const silent = wrapped(client, () => Promise.reject(new Error('socket hang up')));

    await expect(
      createDynamoStore({ client: silent, tableName: TABLE }).createOrder(anOrder()),
    ).rejects.toBeInstanceOf(StoreUnavailableError);
  });
});

type Send = (command: unknown) => Promise<unknown>;

/** The client with another `send`; everything else is the real one. */
function wrapped(
  inner: DynamoDBDocumentClient,
  send: (command: unknown, real: Send) => Promise<unknown>,
): DynamoDBDocumentClient {
  const real: Send = (command) => inner.send(command as never);
  return new Proxy(inner, {
    get: (target, name) =>
      name === 'send' ? (command: unknown) => send(command, real) : Reflect.get(target, name),
  });
}

/** The first write arrives but its answer does not, so that the SDK's own retry writes a second time. */
function answerLostOnce(inner: DynamoDBDocumentClient): DynamoDBDocumentClient {
  return wrapped(inner, async (command, real) => {
    if (command instanceof PutCommand) await real(command).catch(() => undefined);
    return real(command);
  });
}

/** DynamoDB with pages of one item. */
function onePerPage(inner: DynamoDBDocumentClient): DynamoDBDocumentClient {
  return wrapped(inner, (command, real) => {
    const { input } = command as { input: Record<string, unknown> };
    if ('IndexName' in input) input['Limit'] = 1;
    return real(command);
  });
}
