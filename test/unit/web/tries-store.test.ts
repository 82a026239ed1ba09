import { setTimeout as later } from 'node:timers/promises';
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { LOCAL_DEFAULTS, readConfig } from '../../../lambda/src/config';
import { createDocumentClient } from '../../../lambda/src/dependencies';
import { createTriesStore, type TriesStore } from '../../../lambda/src/web/tries-store';
import { type LocalDynamo, startLocalDynamo } from '../../simulator/local-dynamo';
import { recordingLog, type RecordingLog } from '../../support/recording-log';

const TABLE = LOCAL_DEFAULTS.ORDERS_TABLE;
const ADDRESS = '0123456789abcdef0123456789abcdef';
/** 2026-11-25 12:00 in Japan. */
const NOON_MS = Date.parse('2026-11-25T03:00:00Z');

describe('tries counted in the order table', () => {
  let dynamo: LocalDynamo;
  let client: DynamoDBDocumentClient;
  let log: RecordingLog;
  let nowMs = NOON_MS;

  beforeAll(async () => {
    dynamo = await startLocalDynamo({ tableName: TABLE });
    client = createDocumentClient(
      readConfig({ ...LOCAL_DEFAULTS, AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint }),
    );
  });

  beforeEach(() => {
    log = recordingLog();
    // Each test is another day, so that none finds what an earlier one counted.
    nowMs += 24 * 60 * 60 * 1000;
  });

  afterAll(async () => {
    client.destroy();
    await dynamo.close();
  });

  const aStore = (tableName: string = TABLE): TriesStore =>
    createTriesStore({ client, tableName, now: () => nowMs, log });

  async function hit(store: TriesStore, address = ADDRESS): Promise<number> {
    return (await store.increment(address)).totalHits;
  }

  it('count on, whichever process sees them', async () => {
    const [one, other] = [aStore(), aStore()];

    expect([await hit(one), await hit(other), await hit(one)]).toEqual([1, 2, 3]);
    expect(log.lines).toEqual([]);
  });

  it('are not lost when eleven come at once', async () => {
    const stores = Array.from({ length: 11 }, () => aStore());

    const hits = await Promise.all(stores.map((store) => hit(store)));

    expect(Math.max(...hits)).toBe(11);
    expect(await hit(aStore())).toBe(12);
  });

  it('belong to one address each', async () => {
    const store = aStore();
    await hit(store);

    expect(await hit(store, 'fedcba9876543210fedcba9876543210')).toBe(1);
  });

  it('are forgotten a minute after the first of them, not after the last', async () => {
    const store = aStore();
    await hit(store);
    nowMs += 59_999;

    expect(await hit(store)).toBe(2);
    nowMs += 1;
    expect(await hit(store)).toBe(1);
    expect(log.lines).toEqual([]);
  });

  it('are taken back for a code that opened something, never below none', async () => {
    const store = aStore();
    await hit(store);
    await store.decrement(ADDRESS);
    await store.decrement(ADDRESS);

    expect(await hit(store)).toBe(1);
  });

  it('are not taken back from a window that is over', async () => {
    const store = aStore();
    await hit(store);
    nowMs += 60_000;
    await store.decrement(ADDRESS);

    expect(await hit(store)).toBe(1);
  });

  it('leave an item that the table removes by itself', async () => {
    await hit(aStore());

    const { Item } = await client.send(new GetCommand({ TableName: TABLE, Key: { pk: `tries#${ADDRESS}` } }));

    expect(Item).toEqual({
      pk: 'tries#0123456789abcdef0123456789abcdef',
      hits: 1,
      endsAtMs: nowMs + 60_000,
      expiresAtSec: nowMs / 1000 + 60,
    });
  });

  it('are counted by this process alone while the table does not answer, so that the gate stays shut', async () => {
    const store = aStore('no-such-table');

    const hits = [await hit(store), await hit(store), await hit(store)];
    await store.decrement(ADDRESS);

    expect(hits).toEqual([1, 2, 3]);
    expect(await hit(store)).toBe(3);
    expect(new Set(log.lines.map(({ step }) => step))).toEqual(new Set(['triesNotCounted']));
    expect(JSON.stringify(log.lines)).not.toContain(ADDRESS);
  });

  it('can be waited for', async () => {
    const store = aStore();
    let isCounted = false;
    void hit(store).then(() => {
      isCounted = true;
    });

    await store.settled();
    await later(0);

    expect(isCounted).toBe(true);
  });
});
