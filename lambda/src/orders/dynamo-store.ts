import { type DynamoDBDocumentClient, GetCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { dueAtMs } from './due';
import { put, reachable, type WrittenItem } from './dynamo-put';
import { SHARD, TABLE_SHAPE } from './dynamo-table';
import { openFollowUps } from './follow-up';
import { type Order, parseOrder } from './order';
import { type AlertRecord, type BuyerRecord, StoreItemError, type WorkStore } from './store';

/** Where the orders are. */
export interface DynamoStoreOptions {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
}

const MAX_ORDER_IDS = 20;
const BUYER = z.object({ buyerKey: z.string(), version: z.number(), orderIds: z.array(z.string()) });
const ALERT = z.object({
  alertId: z.string(),
  version: z.number(),
  openedAtMs: z.number(),
  step: z.string(),
  reason: z.string(),
  resolved: z.optional(z.object({ atMs: z.number(), note: z.string() })),
});
const KEYS = z.array(z.object({ pk: z.string() }));
const POINTER = z.object({ orderId: z.string() });
const POINTERS = 'pointer#';
const ORDER = 'order#';
const ALERTS = 'alert#';

/**
 * The store on DynamoDB: items `order#…`, `buyer#…`, `pointer#…` and `alert#…` under the string key `pk`, each write conditional on
 * `version`. What waits for the background or a person is in a sparse index, derived from the item in the same write.
 * @see money-safety.md, section 3 (single item, no transaction)
 */
export function createDynamoStore({ client, tableName }: DynamoStoreOptions): WorkStore {
  const read = async (pk: string): Promise<unknown> => {
    const command = new GetCommand({ TableName: tableName, Key: { pk }, ConsistentRead: true });
    return (await reachable(() => client.send(command))).Item;
  };
  const write = (pk: string, item: WrittenItem): Promise<boolean> =>
    put(client, { tableName, item: { ...item, pk } });
  const keysOf = (query: IndexQuery): Promise<readonly string[]> =>
    queryKeys(client, { tableName, ...query });

  const readOrder = async (orderId: string): Promise<Order | undefined> => {
    const key = orderKey(orderId);
    const item = await read(key);
    if (item === undefined) return undefined;
    const order = parseOrder(item);
    if (order?.orderId !== orderId) throw new StoreItemError(key);
    return order;
  };
  const readAlert = async (alertId: string): Promise<AlertRecord | undefined> => {
    const item = await read(ALERTS + alertId);
    const alert = z.safeParse(ALERT, item).data;
    // A list that one bad entry can hide is no list: the entry stands there as what it is.
    return item === undefined ? undefined : (alert ?? { ...UNREADABLE_ALERT, alertId });
  };

  const readPointer = async (key: string): Promise<string | undefined> => {
    const item = await read(POINTERS + key);
    return item === undefined ? undefined : trusted(z.safeParse(POINTER, item).data, POINTERS + key).orderId;
  };

  return {
    readOrder,
    readAlert,
    readPointer,
    async createPointer({ key, orderId, expiresAtSec }) {
      const isWritten = await write(POINTERS + key, { version: 1, orderId, expiresAtSec });
      return isWritten || (await readPointer(key)) === orderId;
    },
    createOrder: (order) => write(ORDER + order.orderId, orderItem(order)),
    replaceOrder: (order) => write(ORDER + order.orderId, orderItem(order)),
    async readBuyer(buyerKey) {
      const item = await read(buyerItemKey(buyerKey));
      if (item === undefined) return { buyerKey, version: 0, orderIds: [] };
      const buyer = z.safeParse(BUYER, item).data;
      return trusted(buyer?.buyerKey === buyerKey ? buyer : undefined, buyerItemKey(buyerKey));
    },
    replaceBuyer: (record: BuyerRecord) =>
      write(buyerItemKey(record.buyerKey), { ...record, orderIds: record.orderIds.slice(-MAX_ORDER_IDS) }),
    async dueOrderIds(nowMs, limit) {
      const keys = await keysOf({ index: 'due', untilMs: nowMs, limit });
      // A foreign item keeps its whole key: reading it fails, and the failure names it.
      return keys.map((key) => (key.startsWith(ORDER) ? key.slice(ORDER.length) : key));
    },
    async setAside(key, nowMs) {
      const command = new UpdateCommand({
        TableName: tableName,
        Key: { pk: key },
        UpdateExpression: 'REMOVE dueShard SET followUpShard = :shard, followUpAtMs = :now',
        ExpressionAttributeValues: { ':shard': SHARD, ':now': nowMs },
      });
      await reachable(() => client.send(command));
    },
    async openFollowUps() {
      const keys = await keysOf({ index: 'followUp', untilMs: Number.MAX_SAFE_INTEGER, limit: undefined });
      const alerts = await Promise.all(
        keys.filter((key) => key.startsWith(ALERTS)).map((key) => readAlert(key.slice(ALERTS.length))),
      );
      return {
        orderIds: keys
          .filter((key) => !key.startsWith(ALERTS))
          .map((key) => (key.startsWith(ORDER) ? key.slice(ORDER.length) : key)),
        alerts: alerts.filter((alert) => alert !== undefined),
      };
    },
    replaceAlert: (alert) =>
      write(ALERTS + alert.alertId, {
        ...alert,
        ...(alert.resolved === undefined ? { followUpShard: SHARD, followUpAtMs: alert.openedAtMs } : {}),
      }),
  };
}

function orderItem(order: Order): WrittenItem {
  const due = dueAtMs(order);
  const [oldest] = openFollowUps(order);
  return {
    ...order,
    ...(due === undefined ? {} : { dueShard: SHARD, dueAtMs: due }),
    ...(oldest === undefined ? {} : { followUpShard: SHARD, followUpAtMs: oldest.openedAtMs }),
  };
}

function trusted<T>(value: T | undefined, key: string): T {
  if (value === undefined) throw new StoreItemError(key);
  return value;
}

const UNREADABLE_ALERT = {
  version: 0,
  openedAtMs: 0,
  step: 'itemUnreadable',
  reason: 'the item cannot be read',
} as const;

/** A number of ours has no `#`; a text with one is the whole key of a foreign item. */
function orderKey(orderId: string): string {
  return orderId.includes('#') ? orderId : ORDER + orderId;
}

function buyerItemKey(buyerKey: string): string {
  return `buyer#${buyerKey}`;
}

interface IndexQuery {
  readonly index: keyof typeof TABLE_SHAPE.indexes;
  readonly untilMs: number;
  readonly limit: number | undefined;
}

async function queryKeys(
  client: DynamoDBDocumentClient,
  { tableName, index, untilMs, limit }: IndexQuery & { readonly tableName: string },
): Promise<readonly string[]> {
  const { hash, range } = TABLE_SHAPE.indexes[index];
  const keys: string[] = [];
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const command = new QueryCommand({
      TableName: tableName,
      IndexName: index,
      KeyConditionExpression: '#hash = :shard AND #range <= :until',
      ExpressionAttributeNames: { '#hash': hash, '#range': range },
      ExpressionAttributeValues: { ':shard': SHARD, ':until': untilMs },
      ExclusiveStartKey,
      ...(limit === undefined ? {} : { Limit: limit }),
    });
    const { Items, LastEvaluatedKey } = await reachable(() => client.send(command));
    keys.push(...(z.safeParse(KEYS, Items).data ?? []).map(({ pk }) => pk));
    ExclusiveStartKey = LastEvaluatedKey;
  } while (ExclusiveStartKey !== undefined && limit === undefined);
  return keys;
}
