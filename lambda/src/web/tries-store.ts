import { type DynamoDBDocumentClient, UpdateCommand, type UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import { type Store } from 'express-rate-limit';
import * as z from 'zod/mini';
import { errorFields } from '../telemetry/error-fields';
import { type Log } from '../telemetry/log';
import { createOwnTries } from './own-tries';

/** Where tries are counted, and by which clock. */
export interface TriesStoreOptions {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  readonly now: () => number;
  readonly log: Log;
}

/** The store with a way to wait for what was begun after an answer had left: a Lambda function stands still then. */
export interface TriesStore extends Store {
  settled(): Promise<void>;
}

/** A window begins with an address's first try and ends a minute later. */
export const TRIES_WINDOW_MS = 60_000;
const ITEM = z.object({ hits: z.number() });
const MAX_ROUNDS = 3;

/**
 * Counts tries in the order table: one item `tries#…` for each address, which the table's time to live (`expiresAtSec`)
 * removes. When the table does not answer, this process counts alone until it does: the gate stays shut for a guesser,
 * and a buyer whose browser is known already is not counted at all, so paying goes on.
 * @see issue "web checkout", "Bad input" (at most 10 tries a minute per address)
 */
export function createTriesStore({ client, tableName, now, log }: TriesStoreOptions): TriesStore {
  const own = createOwnTries(now, TRIES_WINDOW_MS);

  /** Undefined: the condition was not met. */
  const update = async (address: string, change: Change): Promise<number | undefined> => {
    const command = new UpdateCommand({
      TableName: tableName,
      Key: { pk: `tries#${address}` },
      ReturnValues: 'UPDATED_NEW',
      ...change,
    });
    try {
      return z.parse(ITEM, (await client.send(command)).Attributes).hits;
    } catch (error) {
      if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return undefined;
      throw error;
    }
  };
  const countOne = async (address: string): Promise<number> => {
    for (let rounds = 0; rounds < MAX_ROUNDS; rounds += 1) {
      const hits = (await update(address, oneMore(now()))) ?? (await update(address, firstOfWindow(now())));
      if (hits !== undefined) return hits;
    }
    throw new Error('the window of an address kept changing');
  };
  const open = new Set<Promise<unknown>>();
  const tracked = <T>(work: Promise<T>): Promise<T> => {
    open.add(work);
    return work.finally(() => open.delete(work));
  };
  const logged = (error: unknown): undefined => {
    log.warn({ step: 'triesNotCounted', ...errorFields(error) });
    return undefined;
  };

  return {
    async increment(address) {
      const here = own.increment(address);
      return { totalHits: (await tracked(countOne(address).catch(logged))) ?? here, resetTime: undefined };
    },
    async decrement(address) {
      own.decrement(address);
      await tracked(update(address, oneLess(now())).catch(logged));
    },
    /** Never called here: a window ends by itself. */
    resetKey: () => undefined,
    async settled() {
      await Promise.all(open);
    },
  };
}

type Change = Pick<
  UpdateCommandInput,
  'UpdateExpression' | 'ConditionExpression' | 'ExpressionAttributeValues'
>;

function oneMore(nowMs: number): Change {
  return {
    UpdateExpression: 'ADD hits :one',
    ConditionExpression: 'endsAtMs > :now',
    ExpressionAttributeValues: { ':one': 1, ':now': nowMs },
  };
}

function firstOfWindow(nowMs: number): Change {
  const endsAtMs = nowMs + TRIES_WINDOW_MS;
  return {
    UpdateExpression: 'SET hits = :one, endsAtMs = :ends, expiresAtSec = :expires',
    ConditionExpression: 'attribute_not_exists(pk) OR endsAtMs <= :now',
    ExpressionAttributeValues: {
      ':one': 1,
      ':now': nowMs,
      ':ends': endsAtMs,
      ':expires': Math.ceil(endsAtMs / 1000),
    },
  };
}

function oneLess(nowMs: number): Change {
  return {
    UpdateExpression: 'ADD hits :less',
    ConditionExpression: 'endsAtMs > :now AND hits > :none',
    ExpressionAttributeValues: { ':less': -1, ':none': 0, ':now': nowMs },
  };
}
