import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { type Order, parseOrder } from './order';
import { type BuyerRecord, type OrderStore, StoreItemError, StoreUnavailableError } from './store';

/** Where the orders are. */
export interface DynamoStoreOptions {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
}

const MAX_ORDER_IDS = 20;
const BUYER = z.object({ buyerKey: z.string(), version: z.number(), orderIds: z.array(z.string()) });

/**
 * The store on DynamoDB: items `order#…` and `buyer#…` under the string key `pk`, each write conditional on `version`.
 * @see money-safety.md, section 3 (single item, no transaction)
 */
export function createDynamoStore({ client, tableName }: DynamoStoreOptions): OrderStore {
  async function read(pk: string): Promise<unknown> {
    const answer = await reachable(() =>
      client.send(new GetCommand({ TableName: tableName, Key: { pk }, ConsistentRead: true })),
    );
    return answer.Item;
  }

  /** Writes version `version` when the item holds the one before, or when there is none and it is the first. */
  async function write(pk: string, item: Order | BuyerRecord): Promise<boolean> {
    const isFirst = item.version === 1;
    const command = new PutCommand({
      TableName: tableName,
      Item: { ...item, pk },
      ConditionExpression: isFirst ? 'attribute_not_exists(pk)' : '#version = :before',
      ...(isFirst
        ? {}
        : {
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':before': item.version - 1 },
          }),
    });
    try {
      await client.send(command);
      return true;
    } catch (error) {
      if (isConditionFailed(error)) return false;
      throw new StoreUnavailableError('the store did not take the write', { cause: error });
    }
  }

  return {
    async readOrder(orderId) {
      const item = await read(orderKey(orderId));
      if (item === undefined) return undefined;
      const order = parseOrder(item);
      if (order?.orderId !== orderId) throw new StoreItemError(orderKey(orderId));
      return order;
    },
    createOrder: (order) => write(orderKey(order.orderId), order),
    replaceOrder: (order) => write(orderKey(order.orderId), order),
    async readBuyer(buyerKey) {
      const item = await read(buyerItemKey(buyerKey));
      if (item === undefined) return { buyerKey, version: 0, orderIds: [] };
      const parsed = z.safeParse(BUYER, item);
      if (!parsed.success) throw new StoreItemError(buyerItemKey(buyerKey));
      return parsed.data;
    },
    replaceBuyer: (record: BuyerRecord) =>
      write(buyerItemKey(record.buyerKey), { ...record, orderIds: record.orderIds.slice(-MAX_ORDER_IDS) }),
  };
}

function orderKey(orderId: string): string {
  return `order#${orderId}`;
}

function buyerItemKey(buyerKey: string): string {
  return `buyer#${buyerKey}`;
}

async function reachable<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw new StoreUnavailableError('the store did not answer', { cause: error });
  }
}

/** The SDK's own retry may have written first and then met its own write: the caller re-reads and sees. */
function isConditionFailed(error: unknown): boolean {
  return error instanceof Error && error.name === 'ConditionalCheckFailedException';
}
