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

/**
 * Two tries of this end within a second, so that a call begun at the end of a turn's 6.5 s is over before Alexa's 8 s.
 * @see money-safety.md, section 9 (P8)
 */
const STORE_TIMEOUTS = { connectionTimeout: 450, requestTimeout: 450, throwOnRequestTimeout: true } as const;
const MAX_STORE_TRIES = 2;
/** A laptop's embedded store shares its processor with everything else. */
const LOCAL_TIMEOUTS = {
  connectionTimeout: 5000,
  requestTimeout: 5000,
  throwOnRequestTimeout: true,
} as const;

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

/** The DynamoDB client; an endpoint on this machine needs no credentials of AWS. */
export function createDocumentClient({ awsRegion, dynamoEndpoint }: Config): DynamoDBDocumentClient {
  const isLocal = dynamoEndpoint !== undefined && LOOPBACK_HOSTS.includes(new URL(dynamoEndpoint).hostname);
  const client = new DynamoDBClient({
    region: awsRegion,
    maxAttempts: MAX_STORE_TRIES,
    requestHandler: isLocal ? LOCAL_TIMEOUTS : STORE_TIMEOUTS,
    ...(dynamoEndpoint === undefined ? {} : { endpoint: dynamoEndpoint }),
    ...(isLocal ? { credentials: { accessKeyId: 'local', secretAccessKey: 'local' } } : {}),
  });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}

const LOOPBACK_HOSTS: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];
