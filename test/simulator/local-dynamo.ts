import { mkdirSync } from 'node:fs';
import { type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { CreateTableCommand, DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { TABLE_SHAPE } from '../../lambda/src/orders/dynamo-table';

/** A DynamoDB of one's own on loopback. */
export interface LocalDynamo {
  readonly endpoint: string;
  close(): Promise<void>;
}

/** Where its data is kept (absent: in memory) and the table that must be there. */
export interface LocalDynamoOptions {
  readonly folder?: string | undefined;
  readonly tableName: string;
}

/** Starts an embedded DynamoDB on a free loopback port and makes the order table when it is missing. */
export async function startLocalDynamo({ folder, tableName }: LocalDynamoOptions): Promise<LocalDynamo> {
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  const server = dynalite({ createTableMs: 0, ...(folder === undefined ? {} : { path: folder }) });
  const port = await listenOnLoopback(server, 0);
  const endpoint = `http://127.0.0.1:${port}`;
  await makeTable(endpoint, tableName);
  return { endpoint, close: () => closeServer(server) };
}

async function makeTable(endpoint: string, tableName: string): Promise<void> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'ap-northeast-1', credentials });
  try {
    await client.send(new DescribeTableCommand({ TableName: tableName }));
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ResourceNotFoundException')) throw error;
    await client.send(
      new CreateTableCommand({
        TableName: tableName,
        AttributeDefinitions: Object.entries(TABLE_SHAPE.attributes).map(
          ([AttributeName, AttributeType]) => ({
            AttributeName,
            AttributeType,
          }),
        ),
        KeySchema: [{ AttributeName: TABLE_SHAPE.key, KeyType: 'HASH' }],
        GlobalSecondaryIndexes: Object.entries(TABLE_SHAPE.indexes).map(([IndexName, { hash, range }]) => ({
          IndexName,
          KeySchema: [
            { AttributeName: hash, KeyType: 'HASH' },
            { AttributeName: range, KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'KEYS_ONLY' },
        })),
        BillingMode: 'PAY_PER_REQUEST',
      }),
    );
  } finally {
    client.destroy();
  }
}

/** Listens on 127.0.0.1 only; port 0 takes a free one. Resolves to the port, rejects when it is taken. */
export function listenOnLoopback(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address: AddressInfo | string | null = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** Stops listening and drops idle connections. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error?: Error | null) => {
      // Node passes undefined, dynalite null.
      if (error === undefined || error === null) resolve();
      else reject(error);
    });
    server.closeAllConnections();
  });
}
