import { type Order } from '../../../lambda/src/orders/order';
import { StoreItemError, StoreUnavailableError, type AlertRecord } from '../../../lambda/src/orders/store';
import { ConfigError } from '../../../lambda/src/config';
import { ConflictError } from '../../../lambda/src/orders/change-order';
import { runCommand, type FollowUpCommand } from '../../../lambda/tools/follow-up/commands';
import { explainFault } from '../../../lambda/tools/follow-up/explain-fault';
import { parseCommand } from '../../../lambda/tools/follow-up/parse-command';
import { memoryStore, type MemoryStore } from '../../support/memory-store';
import { finalized } from '../../support/waiting-order';
import { aFullOrder, anOrder } from '../orders/an-order';

const NOW_MS = Date.parse('2026-11-22T05:00:00Z');
const ID = '261122-482109';
const CANARY = 'カナリア';

describe('the words after npm run follow-up --', () => {
  it.each<[string, readonly string[], FollowUpCommand]>([
    ['nothing', [], { kind: 'list' }],
    ['list', ['list'], { kind: 'list' }],
    ['show and a number', ['show', ID], { kind: 'show', id: ID }],
    [
      'resolve with a note',
      ['resolve', ID, '--note', '電話で確認'],
      { kind: 'resolve', id: ID, note: '電話で確認', outcome: undefined },
    ],
    [
      'resolve with an outcome, in another order',
      ['resolve', '--outcome=not-charged', '--note=確認', ID],
      { kind: 'resolve', id: ID, note: '確認', outcome: 'not-charged' },
    ],
  ])('%s are understood', (_title, args, command) => {
    expect(parseCommand(args)).toEqual(command);
  });

  it.each([
    ['an unknown verb', ['delete', ID]],
    ['list with a number', ['list', ID]],
    ['show without a number', ['show']],
    ['show with two numbers', ['show', ID, ID]],
    ['resolve without a note', ['resolve', ID]],
    ['resolve with a blank note', ['resolve', ID, '--note', '　 ']],
    ['resolve without a number', ['resolve', '--note', 'x']],
    ['an unknown outcome', ['resolve', ID, '--note', 'x', '--outcome', 'payed']],
    ['an outcome that every object has', ['resolve', ID, '--note', 'x', '--outcome', 'constructor']],
    ['an unknown option', ['list', '--all']],
    ['a note without words', ['resolve', ID, '--note']],
  ])('%s are not understood', (_title, args) => {
    expect(parseCommand(args)).toBeUndefined();
  });
});

/** An order whose every personal field holds the canary. */
function personalOrder(changes: Partial<Order> = {}): Order {
  const full = aFullOrder();
  const names = ['name', 'companyName', 'addressLine1', 'addressLine2', 'addressLine3', 'city'] as const;
  const more = ['stateOrRegion', 'postalCode', 'countryCode', 'phone'] as const;
  const destination = Object.fromEntries([...names, ...more].map((field) => [field, CANARY]));
  return anOrder({
    ...full,
    buyerKey: CANARY,
    email: `${CANARY}@example.jp`,
    createdAtMs: Date.parse('2026-11-22T03:00:00Z'),
    updatedAtMs: Date.parse('2026-11-22T03:02:00Z'),
    quote: { ...full.quote!, destination },
    followUps: [
      {
        no: 1,
        kind: 'refundRequest',
        openedAtMs: Date.parse('2026-11-22T04:00:59Z'),
        reason: 'askedByVoice',
      },
    ],
    ...changes,
  });
}

const FROZEN: Partial<Order> = {
  state: 'NEEDS_HUMAN',
  followUps: [
    {
      no: 1,
      kind: 'outcomeUnknown',
      openedAtMs: Date.parse('2026-11-22T03:02:00Z'),
      row: 'a37',
      reason: 'timeout',
    },
  ],
};

const ALERT: AlertRecord = {
  alertId: 'amzn1.echo-api.request.7',
  version: 1,
  openedAtMs: Date.parse('2026-11-22T03:30:00Z'),
  step: 'answerRefused',
  reason: 'tokenNotOurs',
};

async function storeWith(...orders: readonly Order[]): Promise<MemoryStore> {
  const store = memoryStore();
  for (const order of orders) store.put(order);
  await store.replaceAlert(ALERT);
  return store;
}

const run = (store: MemoryStore, ...args: readonly string[]): ReturnType<typeof runCommand> =>
  runCommand(parseCommand(args)!, store, () => NOW_MS);

describe('the follow-up list', () => {
  it('says so when nothing waits for a person', async () => {
    await expect(run(memoryStore(), 'list')).resolves.toEqual({
      lines: ['Nothing waits for a person.'],
      exitCode: 0,
    });
  });

  it('names order, kind, state, total, age, reason and what to do; then alerts; then how many', async () => {
    const frozen = personalOrder({ ...FROZEN, orderId: '261122-000001' });
    const unquoted = personalOrder({ orderId: '261122-000002', state: 'CART', quote: undefined });

    const { lines } = await run(await storeWith(frozen, personalOrder(), unquoted), 'list');

    expect(lines).toEqual([
      '261122-000001  outcomeUnknown  NEEDS_HUMAN  3192 yen  since 2026-11-22T03:02Z  a37 timeout: the result of a charge is not known: look it up in Seller Central',
      '261122-482109  refundRequest  PAID  3192 yen  since 2026-11-22T04:00Z  askedByVoice: the buyer asks for a refund',
      '261122-000002  refundRequest  CART  -  since 2026-11-22T04:00Z  askedByVoice: the buyer asks for a refund',
      'amzn1.echo-api.request.7  alert  answerRefused: tokenNotOurs',
      '4 open. npm run follow-up -- show ID, then resolve ID --note "…".',
    ]);
  });

  it('names an item that cannot be read and goes on', async () => {
    const store = await storeWith(personalOrder());
    store.put({ ...personalOrder({ orderId: '261122-000009' }), buyerKey: 5 as never });

    const { lines, exitCode } = await run(store, 'list');

    expect(lines).toContain('261122-000009  the item cannot be read: look at it in DynamoDB');
    expect(lines).toHaveLength(4);
    expect(exitCode).toBe(0);
  });

  it('shows an order with goods, money, references and entries', async () => {
    const { lines, exitCode } = await run(await storeWith(personalOrder(FROZEN)), 'show', ID);

    expect(lines).toEqual([
      'order 261122-482109  NEEDS_HUMAN  begun 2026-11-22T03:00Z  changed 2026-11-22T03:02Z',
      '  こえみせブレンド × 2  2592 yen',
      '  shipping 600 yen, total 3192 yen',
      '  attempt 1: AuthorizationReferenceId 3dc691aa2b572f02501720c072ef65e3, BillingAgreement C03-1111111-1111111, 3192 yen, paid (row d09, stateAndReason), S03-2222222-2222222-A333333',
      '  entry 1: outcomeUnknown since 2026-11-22T03:02Z, timeout, open',
    ]);
    expect(exitCode).toBe(0);
  });

  it('shows an attempt that was never answered, and what was resolved by whom', async () => {
    const [attempt] = aFullOrder().attempts;
    const resolved = { atMs: NOW_MS, by: 'person', note: '返金済み' } as const;
    const [entry] = personalOrder().followUps;
    const order = personalOrder({
      quote: undefined,
      attempts: [{ ...attempt!, result: undefined }],
      followUps: [{ ...entry!, resolved }],
    });

    const { lines } = await run(await storeWith(order), 'show', ID);

    expect(lines.slice(1)).toEqual([
      '  attempt 1: AuthorizationReferenceId 3dc691aa2b572f02501720c072ef65e3, BillingAgreement C03-1111111-1111111, 3192 yen, no answer',
      '  entry 1: refundRequest since 2026-11-22T04:00Z, askedByVoice, resolved by person: 返金済み',
    ]);
  });

  it('shows what was paid on the page, by the ids of Amazon Pay', async () => {
    const { finalizations = [] } = finalized('Authorize');
    const answered = {
      effect: 'authorized',
      row: 'c02',
      reason: 'Authorized',
      answeredAtMs: NOW_MS,
      chargePermissionId: 'S03-1111111-1111111',
      chargeId: 'S03-1111111-1111111-C111111',
    };
    const order = personalOrder({
      quote: undefined,
      attempts: [],
      followUps: [],
      finalizations: [finalizations[0]!, { ...finalizations[0]!, n: 2, result: answered }],
    });

    const { lines } = await run(await storeWith(order), 'show', ID);

    expect(lines.slice(1)).toEqual([
      '  payment 1 on the page: checkout session 11111111-1111-4111-8111-111111111111, Authorize, 3192 yen, no answer',
      '  payment 2 on the page: checkout session 11111111-1111-4111-8111-111111111111, Authorize, 3192 yen, authorized (row c02, Authorized), charge permission S03-1111111-1111111, charge S03-1111111-1111111-C111111',
    ]);
  });

  it('prints nothing personal, whatever is shown', async () => {
    const store = await storeWith(personalOrder(FROZEN), personalOrder({ orderId: '261122-000002' }));
    const words = [['list'], ['show', ID], ['resolve', ID, '--note', 'x', '--outcome', 'paid'], ['show', ID]];

    const printed: string[] = [];
    for (const args of words) printed.push(...(await run(store, ...args)).lines);

    expect(store.orders.get(ID)).toContain(CANARY);
    expect(printed.join('\n')).not.toContain(CANARY);
  });

  it.each([
    ['show', 'nobody'],
    ['resolve', 'nobody', '--note', 'x'],
  ])('says that there is nothing under an unknown number (%s)', async (...args) => {
    await expect(run(await storeWith(), ...args)).resolves.toEqual({
      lines: ['There is no order and no alert nobody.'],
      exitCode: 1,
    });
  });
});

describe('resolving an entry', () => {
  it('keeps the note and takes the entry off the list', async () => {
    const store = await storeWith(personalOrder());

    await expect(run(store, 'resolve', ID, '--note', '返金済み')).resolves.toEqual({
      lines: ['261122-482109 is resolved.'],
      exitCode: 0,
    });

    await expect(store.readOrder(ID)).resolves.toMatchObject({
      state: 'PAID',
      followUps: [{ resolved: { atMs: NOW_MS, by: 'person', note: '返金済み' } }],
    });
    await expect(store.openFollowUps()).resolves.toMatchObject({ orderIds: [] });
  });

  it('of a frozen order needs to say what became of the money', async () => {
    const store = await storeWith(personalOrder(FROZEN));

    const refused = await run(store, 'resolve', ID, '--note', 'x');
    const accepted = await run(store, 'resolve', ID, '--note', 'x', '--outcome', 'not-charged');

    expect(refused).toEqual({
      lines: [
        '261122-482109 was not changed: the order is frozen: say what Seller Central shows with --outcome paid|not-charged|cancelled|refunded.',
      ],
      exitCode: 1,
    });
    expect(accepted.exitCode).toBe(0);
    await expect(store.readOrder(ID)).resolves.toMatchObject({ state: 'DECLINED_HARD' });
  });

  it('closes an alert that belongs to no order, once', async () => {
    const store = await storeWith();

    const first = await run(store, 'resolve', ALERT.alertId, '--note', '確認済み');
    const shown = await run(store, 'show', ALERT.alertId);

    expect(first).toEqual({ lines: ['amzn1.echo-api.request.7 is resolved.'], exitCode: 0 });
    expect(shown.lines).toEqual([
      'alert amzn1.echo-api.request.7  answerRefused: tokenNotOurs  since 2026-11-22T03:30Z  resolved: 確認済み',
    ]);
    await expect(run(store, 'list')).resolves.toMatchObject({ lines: ['Nothing waits for a person.'] });
  });

  it('of an alert says when somebody else was faster', async () => {
    const store = { ...(await storeWith()), replaceAlert: () => Promise.resolve(false) };

    await expect(run(store, 'resolve', ALERT.alertId, '--note', 'x')).resolves.toEqual({
      lines: ['amzn1.echo-api.request.7 was changed by somebody else at this moment: try again.'],
      exitCode: 1,
    });
  });

  it('shows an alert that is open', async () => {
    await expect(run(await storeWith(), 'show', ALERT.alertId)).resolves.toMatchObject({
      lines: [expect.stringMatching(/ open$/)],
    });
  });
});

describe('a command that could not be carried out', () => {
  const STORE = 'The store did not answer: is the shop running, and are ORDERS_TABLE and AWS_REGION right?';

  it.each<[string, unknown, string]>([
    ['the store is silent', new StoreUnavailableError('the store did not answer'), STORE],
    ['something else broke', 'a text', STORE],
    [
      'no shop was ever started here',
      Object.assign(new Error('no such file'), { code: 'ENOENT' }),
      'No shop is running here: start it with npm start, or set ORDERS_TABLE and AWS_REGION for the table on AWS.',
    ],
    [
      'the item cannot be read',
      new StoreItemError('order#261122-000009'),
      'the item order#261122-000009 cannot be read as an order of this version',
    ],
    [
      'the settings contradict each other',
      new ConfigError(['AWS_REGION: not an AWS region']),
      'The environment has 1 fault(s), see .env.example:\n  - AWS_REGION: not an AWS region',
    ],
    [
      'others kept writing the order',
      new ConflictError('order 261122-482109 kept being written by others'),
      'order 261122-482109 kept being written by others',
    ],
  ])('is explained in words: %s', (_title, error, sentence) => {
    expect(explainFault(error)).toBe(sentence);
  });
});
