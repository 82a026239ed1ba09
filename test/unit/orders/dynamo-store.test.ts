import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { createDynamoStore } from '../../../lambda/src/orders/dynamo-store';
import { StoreItemError, StoreUnavailableError, type OrderStore } from '../../../lambda/src/orders/store';
import { startLocalDynamo, type LocalDynamo } from '../../simulator/local-dynamo';
import { aFullOrder, anOrder } from './an-order';

const TABLE = 'koemise-orders-of-a-test';
const BUYER = '0123456789abcdef0123456789abcdef';
let dynamo: LocalDynamo;
let client: DynamoDBDocumentClient;
let store: OrderStore;

function clientOf(endpoint: string): DynamoDBDocumentClient {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint, region: 'ap-northeast-1', credentials, maxAttempts: 1 }),
    { marshallOptions: { removeUndefinedValues: true } },
  );
}

beforeEach(async () => {
  dynamo = await startLocalDynamo({ tableName: TABLE });
  client = clientOf(dynamo.endpoint);
  store = createDynamoStore({ client, tableName: TABLE });
});

afterEach(async () => {
  client.destroy();
  await dynamo.close();
});

describe('orders on DynamoDB', () => {
  it('come back as they were written', async () => {
    const order = { ...aFullOrder(), version: 1 };

    await expect(store.createOrder(order)).resolves.toBe(true);

    await expect(store.readOrder('261122-482109')).resolves.toEqual(order);
  });

  it('are not there before', async () => {
    await expect(store.readOrder('261122-000000')).resolves.toBeUndefined();
  });

  it('are created once: a second order of the same number changes nothing', async () => {
    await store.createOrder(anOrder());

    await expect(store.createOrder(anOrder({ buyerKey: 'another' }))).resolves.toBe(false);

    await expect(store.readOrder('261122-482109')).resolves.toMatchObject({ buyerKey: BUYER });
  });

  it('are replaced only over the version that was read', async () => {
    await store.createOrder(anOrder());

    await expect(store.replaceOrder(anOrder({ version: 2, directivesSent: 1 }))).resolves.toBe(true);
    await expect(store.replaceOrder(anOrder({ version: 2, directivesSent: 2 }))).resolves.toBe(false);
    await expect(store.replaceOrder(anOrder({ version: 4, directivesSent: 4 }))).resolves.toBe(false);

    await expect(store.readOrder('261122-482109')).resolves.toMatchObject({ version: 2, directivesSent: 1 });
  });

  it('are not replaced when they are not there', async () => {
    await expect(store.replaceOrder(anOrder({ version: 2 }))).resolves.toBe(false);
  });

  it('let one of many writers through', async () => {
    await store.createOrder(anOrder());
    const writers = Array.from({ length: 10 }, (_, n) =>
      store.replaceOrder(anOrder({ version: 2, directivesSent: n })),
    );

    const results = await Promise.all(writers);

    expect(results.filter((written) => written)).toHaveLength(1);
  });

  it.each<[string, Record<string, unknown>]>([
    ['is corrupt', { orderId: '261122-482109', state: 'CART' }],
    ['is another order', { ...anOrder(), orderId: '261122-999999' }],
    ['has a state of another version', { ...anOrder(), state: 'SHIPPED' }],
  ])('are not trusted when the item %s', async (_title, item) => {
    await client.send(new PutCommand({ TableName: TABLE, Item: { ...item, pk: 'order#261122-482109' } }));

    const reading = store.readOrder('261122-482109');

    await expect(reading).rejects.toThrow(StoreItemError);
    await expect(reading).rejects.toMatchObject({ code: 'storeItem', key: 'order#261122-482109' });
  });
});

describe('buyers on DynamoDB', () => {
  it('come with version 0 and no orders when they were never stored', async () => {
    await expect(store.readBuyer(BUYER)).resolves.toEqual({ buyerKey: BUYER, version: 0, orderIds: [] });
  });

  it('are written conditionally', async () => {
    await expect(store.replaceBuyer({ buyerKey: BUYER, version: 1, orderIds: ['a'] })).resolves.toBe(true);
    await expect(store.replaceBuyer({ buyerKey: BUYER, version: 1, orderIds: ['b'] })).resolves.toBe(false);
    await expect(store.replaceBuyer({ buyerKey: BUYER, version: 2, orderIds: ['a', 'c'] })).resolves.toBe(
      true,
    );

    await expect(store.readBuyer(BUYER)).resolves.toEqual({
      buyerKey: BUYER,
      version: 2,
      orderIds: ['a', 'c'],
    });
  });

  it('keep the last 20 orders', async () => {
    const orderIds = Array.from({ length: 23 }, (_, n) => `order-${n}`);

    await store.replaceBuyer({ buyerKey: BUYER, version: 1, orderIds });

    const buyer = await store.readBuyer(BUYER);
    expect(buyer.orderIds).toHaveLength(20);
    expect(buyer.orderIds[0]).toBe('order-3');
    expect(buyer.orderIds.at(-1)).toBe('order-22');
  });

  it('are not trusted when the item is corrupt', async () => {
    await client.send(new PutCommand({ TableName: TABLE, Item: { pk: `buyer#${BUYER}`, version: 'x' } }));

    await expect(store.readBuyer(BUYER)).rejects.toThrow(StoreItemError);
  });
});

describe('a store that does not answer', () => {
  it('says so for reads and writes, with the cause', async () => {
    const closed = await startLocalDynamo({ tableName: TABLE });
    await closed.close();
    const unreachable = clientOf(closed.endpoint);
    const broken = createDynamoStore({ client: unreachable, tableName: TABLE });

    await expect(broken.readOrder('261122-482109')).rejects.toThrow(StoreUnavailableError);
    await expect(broken.readBuyer(BUYER)).rejects.toThrow(StoreUnavailableError);
    await expect(broken.createOrder(anOrder())).rejects.toThrow(StoreUnavailableError);
    await expect(broken.replaceBuyer({ buyerKey: BUYER, version: 1, orderIds: [] })).rejects.toMatchObject({
      code: 'storeUnavailable',
      cause: expect.any(Error),
    });
    unreachable.destroy();
  });

  it('says so when the table is not there', async () => {
    const other = createDynamoStore({ client, tableName: 'no-such-table' });

    await expect(other.readOrder('261122-482109')).rejects.toThrow(StoreUnavailableError);
    await expect(other.createOrder(anOrder())).rejects.toThrow(StoreUnavailableError);
  });
});
