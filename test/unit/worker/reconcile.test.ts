import { type Order } from '../../../lambda/src/orders/order';
import { type AuthorizationDetails } from '../../../lambda/src/payment/parse-connections-response';
import { questionFor, reconciled } from '../../../lambda/src/worker/reconcile';
import { type Reading } from '../../../lambda/src/worker/worker-deps';
import { aFullOrder, anOrder } from '../orders/an-order';

const NOON_MS = Date.parse('2026-11-22T03:00:00Z');
const MINUTE_MS = 60_000;
const chargeReader = {
  readAuthorization: () => Promise.reject(new Error('not asked in this test')),
  repeatCharge: () => Promise.reject(new Error('not asked in this test')),
};
const deps = { chargeReader, mayRepeatCharge: true, now: () => NOON_MS };
const NO_ANSWER: Reading = { type: 'noAnswer', reason: 'timeout' };

function orderWith(
  result: Partial<NonNullable<Order['attempts'][number]['result']>> | undefined,
  changes: Partial<Order> = {},
): Order {
  const full = aFullOrder();
  const [attempt] = full.attempts;
  const noIds = { amazonOrderReferenceId: undefined, amazonAuthorizationId: undefined, captureIds: [] };
  const kept = { ...attempt!.result!, ...noIds, effect: 'hold', row: 'a37', ...result };
  const attempts = [
    { ...attempt!, consentedAtMs: NOON_MS - MINUTE_MS, result: result === undefined ? undefined : kept },
  ];
  return anOrder({ ...full, state: 'UNKNOWN', attempts, ...changes });
}

function reading(state: string | undefined, reasonCode?: string, capturedYen = 0): Reading {
  const details: AuthorizationDetails = {
    amazonOrderReferenceId: 'S03-2222222-2222222',
    amazonAuthorizationId: 'S03-2222222-2222222-A333333',
    authorizationReferenceId: undefined,
    authorizationAmount: { kind: 'yen', amountYen: 3192 },
    capturedAmount: { kind: 'yen', amountYen: capturedYen },
    captureIds: capturedYen > 0 ? ['S03-2222222-2222222-C444444'] : [],
    softDecline: undefined,
    state,
    reasonCode,
  };
  return { type: 'read', details };
}

describe('the question about an undecided charge', () => {
  it("is a read by Amazon's id when one is known", () => {
    expect(questionFor(orderWith({ amazonAuthorizationId: 'S03-1-A1' }), deps)).toEqual({
      kind: 'read',
      amazonAuthorizationId: 'S03-1-A1',
    });
  });

  it.each(['a37', 'a38'])('is the same charge again after a server error (row %s)', (row) => {
    const order = orderWith({ row });

    expect(questionFor(order, deps)).toEqual({ kind: 'repeat', attempt: order.attempts[0] });
  });

  it.each<[string, Order, Partial<Parameters<typeof questionFor>[1]>]>([
    ['there is no server API', orderWith({ amazonAuthorizationId: 'S03-1-A1' }), { chargeReader: undefined }],
    ['there is no attempt', orderWith({}, { attempts: [] }), {}],
    ['repeating is not allowed', orderWith({ row: 'a37' }), { mayRepeatCharge: false }],
    ['the charge was never answered: it may not have left', orderWith(undefined), {}],
    ['the error was no server error', orderWith({ row: 'a12' }), {}],
    ['the answer was decided', orderWith({ effect: 'keep' }), {}],
    ['the consent is ten minutes old', orderWith({ row: 'a37' }), { now: () => NOON_MS + 9 * MINUTE_MS }],
  ])('cannot be asked when %s', (_title, order, changes) => {
    expect(questionFor(order, { ...deps, ...changes })).toEqual({ kind: 'none' });
  });

  it('may still be repeated a moment before the consent is ten minutes old', () => {
    const now = (): number => NOON_MS + 9 * MINUTE_MS - 1;

    expect(questionFor(orderWith({ row: 'a37' }), { ...deps, now }).kind).toBe('repeat');
  });
});

describe('an order after it was asked about', () => {
  it('is paid when the captured amount is the quoted one', () => {
    const { state, changes } = reconciled(
      orderWith({}, { email: 'taro@example.jp' }),
      reading('Closed', 'MaxCapturesProcessed', 3192),
      NOON_MS,
    );

    expect(state).toBe('PAID');
    expect(changes).toMatchObject({
      reconciling: undefined,
      untold: true,
      mails: [{ kind: 'paid', state: 'due' }],
    });
  });

  it('belongs to a person when another amount was captured', () => {
    const { state, changes } = reconciled(
      orderWith({}),
      reading('Closed', 'MaxCapturesProcessed', 3191),
      NOON_MS,
    );

    expect(state).toBe('NEEDS_HUMAN');
    expect(changes.followUps).toMatchObject([{ kind: 'outcomeUnknown' }]);
  });

  it.each([
    [0, 1000],
    [1, 2000],
    [2, 4000],
    [3, 10_000],
    [4, 30_000],
  ])('without an answer after %i questions is asked about again %i ms later', (tries, delayMs) => {
    const reconciling = { tries, nextAtMs: NOON_MS, sinceMs: NOON_MS - 100 };

    expect(reconciled(orderWith({}, { reconciling }), NO_ANSWER, NOON_MS)).toMatchObject({
      state: 'UNKNOWN',
      reason: 'timeout',
      changes: { reconciling: { tries: tries + 1, nextAtMs: NOON_MS + delayMs, sinceMs: NOON_MS - 100 } },
    });
  });

  it('without an answer to the sixth question belongs to a person, with the row and the reason', () => {
    const reconciling = { tries: 5, nextAtMs: NOON_MS, sinceMs: NOON_MS };

    expect(reconciled(orderWith({}, { reconciling }), NO_ANSWER, NOON_MS)).toMatchObject({
      state: 'NEEDS_HUMAN',
      changes: {
        reconciling: undefined,
        followUps: [{ kind: 'outcomeUnknown', row: 'a37', reason: 'timeout', openedAtMs: NOON_MS }],
      },
    });
  });

  it('keeps the ids of a pending answer, so that the next question can name them', () => {
    const { state, changes } = reconciled(orderWith({}), reading('Pending'), NOON_MS);

    expect(state).toBe('PENDING');
    expect(changes.attempts?.[0]?.result?.amazonAuthorizationId).toBe('S03-2222222-2222222-A333333');
  });

  it('keeps them too when the last question of the ladder brings them and a person takes over', () => {
    const reconciling = { tries: 5, nextAtMs: NOON_MS, sinceMs: NOON_MS };
    const authorized = orderWith({}, { state: 'AUTHORIZED', reconciling });

    const { state, changes } = reconciled(authorized, reading('Open'), NOON_MS);

    expect(state).toBe('NEEDS_HUMAN');
    expect(changes.attempts?.[0]?.result?.amazonAuthorizationId).toBe('S03-2222222-2222222-A333333');
  });

  it('that the states do not allow to go there belongs to a person, ids and all', () => {
    const { state, reason, changes } = reconciled(
      orderWith({}, { state: 'AUTHORIZED' }),
      reading('Pending'),
      NOON_MS,
    );

    expect({ state, reason }).toEqual({ state: 'NEEDS_HUMAN', reason: 'AUTHORIZEDToPENDING' });
    expect(changes.attempts?.[0]?.result?.amazonAuthorizationId).toBe('S03-2222222-2222222-A333333');
  });

  it('with a state that nobody knows is asked about again and never taken for paid', () => {
    expect(reconciled(orderWith({}), reading('Exploded', 'Mystery', 3192), NOON_MS).state).toBe('UNKNOWN');
  });

  it('without an attempt is asked about until it belongs to a person', () => {
    const reconciling = { tries: 5, nextAtMs: NOON_MS, sinceMs: NOON_MS };
    const order = orderWith({}, { attempts: [], reconciling });

    expect(reconciled(order, reading('Pending'), NOON_MS)).toMatchObject({
      state: 'NEEDS_HUMAN',
      reason: 'noAttempt',
    });
  });

  it('that is pending for long is on the list and asked about every two minutes', () => {
    const reconciling = { tries: 5, nextAtMs: NOON_MS, sinceMs: NOON_MS - MINUTE_MS };
    const order = orderWith({}, { state: 'PENDING', reconciling });

    expect(reconciled(order, reading('Pending'), NOON_MS)).toMatchObject({
      state: 'PENDING',
      reason: 'pendingForLong',
      changes: {
        followUps: [{ kind: 'outcomeUnknown', reason: 'pendingForLong' }],
        reconciling: { tries: 6, nextAtMs: NOON_MS + 120_000 },
      },
    });
  });

  it('that is pending for twenty-five hours is frozen', () => {
    const sinceMs = NOON_MS - 25 * 60 * MINUTE_MS;
    const reconciling = { tries: 300, nextAtMs: NOON_MS, sinceMs };
    const order = orderWith({}, { state: 'PENDING', reconciling });

    expect(reconciled(order, reading('Pending'), NOON_MS).state).toBe('NEEDS_HUMAN');
  });
});
