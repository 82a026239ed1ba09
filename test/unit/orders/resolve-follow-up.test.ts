import { withNextAttempt } from '../../../lambda/src/orders/attempt';
import { withNextFinalization } from '../../../lambda/src/orders/next-finalization';
import { type Order } from '../../../lambda/src/orders/order';
import { resolveByPerson } from '../../../lambda/src/orders/resolve-follow-up';
import { finalized } from '../../support/waiting-order';
import { aFullOrder, anOrder } from './an-order';

const NOW_MS = Date.parse('2026-11-22T04:00:00Z');
const UNKNOWN = { no: 1, kind: 'outcomeUnknown', openedAtMs: 1, reason: 'noWayToAsk' } as const;
const REFUND = { no: 2, kind: 'refundRequest', openedAtMs: 2, reason: 'askedByVoice' } as const;
const NOTE = 'Seller Centralで確認';

function frozenOrder(changes: Partial<Order> = {}): Order {
  const full = aFullOrder();
  const [attempt] = full.attempts;
  const held = { ...attempt!, result: { ...attempt!.result!, effect: 'hold', row: 'a37' } };
  return anOrder({
    ...full,
    state: 'NEEDS_HUMAN',
    attempts: [held],
    followUps: [UNKNOWN],
    email: 'taro@example.jp',
    reconciling: { tries: 6, nextAtMs: 1, sinceMs: 1 },
    ...changes,
  });
}

function decided(order: Order, outcome?: 'paid' | 'not-charged' | 'cancelled' | 'refunded'): Order {
  const { order: next } = resolveByPerson(order, { note: NOTE, outcome, nowMs: NOW_MS });
  if (next === undefined) throw new Error('the decision was refused');
  return next;
}

describe("a person's decision on a frozen order", () => {
  it.each([
    ['paid', 'PAID'],
    ['not-charged', 'DECLINED_HARD'],
    ['cancelled', 'CANCELLED'],
    ['refunded', 'REFUNDED'],
  ] as const)(
    '%s takes it to %s, closes the entry with the note, and is told at the next launch',
    (outcome, state) => {
      expect(decided(frozenOrder(), outcome)).toMatchObject({
        state,
        version: 7,
        untold: true,
        reconciling: undefined,
        awaiting: undefined,
        followUps: [{ ...UNKNOWN, resolved: { atMs: NOW_MS, by: 'person', note: NOTE } }],
      });
    },
  );

  it.each([
    ['paid', 'paid'],
    ['not-charged', 'notPaid'],
  ] as const)('%s is mailed to the buyer, who was promised the result', (outcome, kind) => {
    expect(decided(frozenOrder(), outcome)).toMatchObject({
      mails: [{ kind, state: 'due', tries: 0, nextAtMs: NOW_MS }],
      email: 'taro@example.jp',
    });
  });

  it.each(['cancelled', 'refunded'] as const)('%s drops the address: no mail will go', (outcome) => {
    const order = decided(frozenOrder(), outcome);

    expect(order.mails).toEqual([]);
    expect(order.email).toBeUndefined();
  });

  it.each([
    ['without an answer', undefined],
    [
      'held',
      {
        effect: 'hold',
        row: 'x33',
        reason: 'timeout',
        answeredAtMs: 1,
        chargeId: 'S03-1111111-1111111-C111111',
      },
    ],
  ])(
    'not-charged lets the buyer pay on the page once more after a payment %s, under a new key',
    (_title, result) => {
      const { finalizations = [] } = finalized('AuthorizeWithCapture');
      const sent = { ...finalizations[0]!, result };
      const order = decided(
        frozenOrder({ attempts: [], chargedOn: 'checkoutSession', finalizations: [sent] }),
        'not-charged',
      );

      const { idempotencyKey: before, ...terms } = sent.content;
      const next = withNextFinalization(order, terms, { merchantId: 'A1KOEMISELOCAL', nowMs: NOW_MS });

      expect(order.finalizations[0]?.result).toMatchObject({
        ...(result?.chargeId === undefined ? {} : { chargeId: result.chargeId }),
        effect: 'declinedHard',
        reason: 'foundByPerson',
      });
      expect(next.map(({ n }) => n)).toEqual([1, 2]);
      expect(next[1]?.content.idempotencyKey).not.toBe(before);
    },
  );

  it('not-charged lets the buyer consent once more, under a new reference', () => {
    const order = decided(frozenOrder(), 'not-charged');

    const { authorizationReferenceId: before, ...terms } = order.attempts[0]!.content;
    const attempts = withNextAttempt(order.attempts, terms, NOW_MS);

    expect(order.attempts[0]?.result).toMatchObject({
      effect: 'declinedHard',
      reason: 'foundByPerson',
      amazonAuthorizationId: 'S03-2222222-2222222-A333333',
    });
    expect(attempts.map(({ n }) => n)).toEqual([1, 2]);
    expect(attempts[1]?.content.authorizationReferenceId).not.toBe(before);
  });

  it('not-charged also settles an attempt that was never answered', () => {
    const [attempt] = aFullOrder().attempts;

    const order = decided(frozenOrder({ attempts: [{ ...attempt!, result: undefined }] }), 'not-charged');

    expect(order.attempts[0]?.result).toEqual({
      effect: 'declinedHard',
      row: '-',
      reason: 'foundByPerson',
      answeredAtMs: NOW_MS,
      captureIds: [],
    });
    expect(decided(frozenOrder({ attempts: [] }), 'not-charged').attempts).toEqual([]);
  });

  it('needs to say what became of the money', () => {
    expect(resolveByPerson(frozenOrder(), { note: NOTE, nowMs: NOW_MS })).toEqual({
      result: {
        ok: false,
        reason:
          'the order is frozen: say what Seller Central shows with --outcome paid|not-charged|cancelled|refunded',
      },
    });
  });

  it.each(['CHARGE_SENT', 'RETRY'] as const)(
    'is not taken in %s: the charge may be on its way, and a second one could follow',
    (state) => {
      expect(
        resolveByPerson(frozenOrder({ state }), { note: NOTE, outcome: 'not-charged', nowMs: NOW_MS }),
      ).toEqual({
        result: {
          ok: false,
          reason: 'the answer of Amazon Pay is still awaited: decide after two minutes',
        },
      });
    },
  );
});

describe("a person's note on an order that is not frozen", () => {
  it('closes the entries and leaves order, address and what is waited for as they are', () => {
    const order = frozenOrder({ state: 'PENDING', followUps: [UNKNOWN, REFUND], untold: false });

    expect(decided(order)).toEqual({
      ...order,
      version: 7,
      updatedAtMs: NOW_MS,
      followUps: [UNKNOWN, REFUND].map((entry) => ({
        ...entry,
        resolved: { atMs: NOW_MS, by: 'person', note: NOTE },
      })),
    });
  });

  it('does not cut off an answer of Amazon Pay that is still to come', () => {
    const alert = { no: 1, kind: 'merchantAlert', openedAtMs: 1, reason: 'code' } as const;

    const order = decided(frozenOrder({ state: 'CHARGE_SENT', followUps: [alert] }));

    expect(order.awaiting).toEqual({ no: 2, operation: 'Charge', resent: false, setUpAgain: false });
  });

  it('is refused when nothing is open', () => {
    expect(resolveByPerson(aFullOrder(), { note: NOTE, nowMs: NOW_MS })).toEqual({
      result: { ok: false, reason: 'there is no open entry' },
    });
  });

  it('may say refunded of a paid order, and nothing that the states do not allow', () => {
    expect(decided(anOrder({ ...aFullOrder(), followUps: [REFUND] }), 'refunded').state).toBe('REFUNDED');
    expect(resolveByPerson(aFullOrder(), { note: NOTE, outcome: 'not-charged', nowMs: NOW_MS })).toEqual({
      result: { ok: false, reason: 'an order in PAID cannot become DECLINED_HARD' },
    });
  });
});
