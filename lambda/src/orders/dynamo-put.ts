import { randomUUID } from 'node:crypto';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { StoreUnavailableError } from './store';

/** An item to write; `version` counts its writes. */
export type WrittenItem = { readonly version: number } & Readonly<Record<string, unknown>>;

/**
 * Writes version n when the item holds version n - 1, or when there is none and it is the first. The SDK's own retry
 * may meet a write of its first try: then the item carries this write's mark, and the write counts as made.
 */
export async function put(
  client: DynamoDBDocumentClient,
  { tableName, item }: { tableName: string; item: WrittenItem & { readonly pk: string } },
): Promise<boolean> {
  const writeMark = randomUUID();
  const condition =
    item.version === 1
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#version = :before',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':before': item.version - 1 },
        };
  try {
    await client.send(new PutCommand({ TableName: tableName, Item: { ...item, writeMark }, ...condition }));
    return true;
  } catch (error) {
    if (!isConditionFailed(error))
      throw new StoreUnavailableError('the store did not take the write', { cause: error });
  }
  const command = new GetCommand({ TableName: tableName, Key: { pk: item.pk }, ConsistentRead: true });
  const { Item } = await reachable(() => client.send(command));
  return Item?.['writeMark'] === writeMark;
}

/**
 * Makes a call to the store.
 * @throws StoreUnavailableError when it does not answer or refuses
 */
export async function reachable<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw new StoreUnavailableError('the store did not answer', { cause: error });
  }
}

function isConditionFailed(error: unknown): boolean {
  return error instanceof Error && error.name === 'ConditionalCheckFailedException';
}
