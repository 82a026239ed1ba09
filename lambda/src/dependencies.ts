import { randomInt } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type Config } from './config';
import { type SkillDeps } from './handlers/handler';
import { createDynamoStore } from './orders/dynamo-store';
import { type WorkStore } from './orders/store';
import shopFile from './shop/shop.json';
import { parseShop } from './shop/shop';
import { createLog } from './telemetry/log';

/** A store that does not answer in time must not eat the turn: Alexa waits 8 s. */
const STORE_TIMEOUTS = {
  connectionTimeout: 1000,
  requestTimeout: 1500,
  throwOnRequestTimeout: true,
} as const;
const MAX_STORE_TRIES = 3;

/** The real effects of the skill: DynamoDB, the clock, random numbers and the log on standard output. */
export function createDependencies(config: Config): SkillDeps & { readonly store: WorkStore } {
  return {
    config,
    shop: parseShop(shopFile),
    store: createDynamoStore({ client: createDocumentClient(config), tableName: config.ordersTable }),
    log: createLog(Date.now),
    now: Date.now,
    random: () => randomInt(2 ** 32) / 2 ** 32,
    fetch,
  };
}

/** The DynamoDB client; a local endpoint needs no credentials of AWS. */
export function createDocumentClient({ awsRegion, dynamoEndpoint }: Config): DynamoDBDocumentClient {
  const client = new DynamoDBClient({
    region: awsRegion,
    maxAttempts: MAX_STORE_TRIES,
    requestHandler: STORE_TIMEOUTS,
    ...(dynamoEndpoint === undefined
      ? {}
      : { endpoint: dynamoEndpoint, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
  });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}
