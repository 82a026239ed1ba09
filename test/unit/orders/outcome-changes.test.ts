import { type Order } from '../../../lambda/src/orders/order';
import { changesOfResult, type ChargeResult } from '../../../lambda/src/orders/outcome-changes';
import { CHARGE_CODES } from '../../../lambda/src/payment/codes/charge-codes';
import { type AuthorizationFacts } from '../../../lambda/src/payment/outcome';
import { aFullOrder, anOrder } from './an-order';

const NOW_MS = Date.parse('2026-11-22T03:00:30Z');
const ROW = CHARGE_CODES.InternalServerError;
const NOTHING_KNOWN: AuthorizationFacts = {
  amazonOrderReferenceId: undefined,
  amazonAuthorizationId: undefined,
  captureIds: [],
};

function sentOrder(changes: Partial<Order> = {}): Order {
  const full = aFullOrder();
  const [attempt] = full.attempts;
  const attempts = [{ ...attempt!, result: undefined }];
  return anOrder({ ...full, state: 'CHARGE_SENT', attempts, email: 'taro@example.jp', ...changes });
}

function result(
  effect: ChargeResult['effect'],
  told: ChargeResult['told'] = 'turn',
  authorization: AuthorizationFacts = NOTHING_KNOWN,
): ChargeResult {
  const outcome = { type: 'authorization', row: ROW, effect: 'hold', reason: 'code', authorization } as const;
  return { outcome, effect, told, nowMs: NOW_MS };
}

describe("a charge's result", () => {
  it.each([
    ['paid', 'PAID'],
    ['authorized', 'AUTHORIZED'],
    ['pending', 'PENDING'],
    ['declinedSoft', 'DECLINED_SOFT'],
    ['declinedHard', 'DECLINED_HARD'],
    ['declinedBySoftDecline', 'DECLINED_HARD'],
    ['keep', 'QUOTED'],
    ['keepRefused', 'QUOTED'],
    ['keepNotProcessed', 'QUOTED'],
    ['hold', 'UNKNOWN'],
    ['human', 'NEEDS_HUMAN'],
    ['none', 'UNKNOWN'],
    ['retry', 'RETRY'],
  ] as const)('%s takes the order to %s', (effect, state) => {
    expect(changesOfResult(sentOrder(), result(effect)).state).toBe(state);
  });

  it('is kept with the attempt: effect, row, reason, time and ids', () => {
    const ids = {
      amazonOrderReferenceId: 'S03-1',
      amazonAuthorizationId: 'S03-1-A1',
      captureIds: ['S03-1-C1'],
    };

    const { changes } = changesOfResult(sentOrder(), result('paid', 'turn', ids));

    expect(changes.attempts?.[0]?.result).toEqual({
      effect: 'paid',
      row: 'a37',
      reason: 'code',
      answeredAtMs: NOW_MS,
      ...ids,
    });
  });

  it('never forgets ids that were known: they are the way back to the authorization', () => {
    const { changes } = changesOfResult(
      { ...aFullOrder(), state: 'PENDING' },
      result('hold', 'background', { ...NOTHING_KNOWN, captureIds: ['S03-2222222-2222222-C555555'] }),
    );

    expect(changes.attempts?.[0]?.result).toMatchObject({
      amazonOrderReferenceId: 'S03-2222222-2222222',
      amazonAuthorizationId: 'S03-2222222-2222222-A333333',
      captureIds: ['S03-2222222-2222222-C444444', 'S03-2222222-2222222-C555555'],
    });
  });

  it('that is an error without an authorization brings no ids', () => {
    const outcome = { type: 'error', row: ROW, effect: 'hold', reason: 'code' } as const;

    const { changes } = changesOfResult(sentOrder(), {
      outcome,
      effect: 'hold',
      told: 'turn',
      nowMs: NOW_MS,
    });

    expect(changes.attempts?.[0]?.result).toMatchObject({ effect: 'hold', captureIds: [] });
  });

  it('of an order without an attempt invents none', () => {
    expect(changesOfResult(anOrder({ state: 'UNKNOWN' }), result('hold')).changes).toMatchObject({
      attempts: [],
    });
  });

  it('closes the question of the quote: the next charge needs a yes of its own', () => {
    const { quote } = aFullOrder();

    const { changes } = changesOfResult(
      sentOrder({ quote: { ...quote!, asked: true } }),
      result('keepRefused'),
    );

    expect(changes.quote?.asked).toBe(false);
  });
});

describe('the follow-up list after a result', () => {
  const failed = { no: 1, kind: 'chargeFailed', openedAtMs: 1, reason: 'code' } as const;
  const unknown = { no: 2, kind: 'outcomeUnknown', openedAtMs: 1, reason: 'code' } as const;
  const refund = { no: 3, kind: 'refundRequest', openedAtMs: 1, reason: 'askedByVoice' } as const;

  it.each(['keep', 'keepRefused', 'keepNotProcessed', 'declinedSoft', 'declinedHard'] as const)(
    'holds a charge that failed (%s)',
    (effect) => {
      expect(changesOfResult(sentOrder(), result(effect)).changes.followUps).toEqual([
        { no: 1, kind: 'chargeFailed', row: 'a37', reason: 'code', openedAtMs: NOW_MS },
      ]);
    },
  );

  it('holds an unknown outcome that only a person can settle', () => {
    expect(changesOfResult(sentOrder(), result('human')).changes.followUps).toMatchObject([
      { kind: 'outcomeUnknown', openedAtMs: NOW_MS },
    ]);
  });

  it.each(['hold', 'pending', 'authorized'] as const)(
    'gets nothing while the program still asks (%s)',
    (effect) => {
      expect(changesOfResult(sentOrder({ followUps: [failed] }), result(effect)).changes.followUps).toEqual([
        failed,
      ]);
    },
  );

  it('is cleared of failed and unknown charges once the order is paid, and of nothing else', () => {
    const resolved = { atMs: NOW_MS, by: 'program', note: 'paid later' };

    expect(
      changesOfResult(sentOrder({ followUps: [failed, unknown, refund] }), result('paid')).changes.followUps,
    ).toEqual([{ ...failed, resolved }, { ...unknown, resolved }, refund]);
  });

  it('changes from unknown to failed when the charge turns out declined', () => {
    expect(
      changesOfResult(sentOrder({ followUps: [unknown] }), result('declinedHard')).changes.followUps,
    ).toMatchObject([
      { kind: 'outcomeUnknown', resolved: { by: 'program', note: 'decided: not paid' } },
      { kind: 'chargeFailed', no: 2 },
    ]);
  });
});

describe('the outbox after a result', () => {
  const due = (kind: 'paid' | 'notPaid'): unknown => ({ kind, state: 'due', tries: 0, nextAtMs: NOW_MS });

  it.each(['turn', 'background'] as const)('gets a mail for a paid order (told by %s)', (told) => {
    expect(changesOfResult(sentOrder(), result('paid', told)).changes.mails).toEqual([due('paid')]);
  });

  it('gets a mail for a decline only when nobody could hear it', () => {
    expect(changesOfResult(sentOrder(), result('declinedHard', 'turn')).changes.mails).toEqual([]);
    expect(changesOfResult(sentOrder(), result('declinedHard', 'background')).changes.mails).toEqual([
      due('notPaid'),
    ]);
  });

  it('gets a mail of each kind once per order', () => {
    const sent = { kind: 'paid', state: 'sent', tries: 1, nextAtMs: 1 } as const;

    expect(changesOfResult(sentOrder({ mails: [sent] }), result('paid')).changes.mails).toEqual([sent]);
  });

  it('gets nothing without an address', () => {
    expect(changesOfResult(sentOrder({ email: undefined }), result('paid')).changes.mails).toEqual([]);
  });

  it.each([
    ['paid', 'turn'],
    ['pending', 'turn'],
    ['hold', 'turn'],
    ['human', 'turn'],
    ['declinedHard', 'background'],
    // The quote may still be said yes to without a further Setup; it expires within ten minutes.
    ['keep', 'turn'],
  ] as const)('keeps the address while a mail may have to go (%s, told by %s)', (effect, told) => {
    expect(changesOfResult(sentOrder(), result(effect, told)).changes.email).toBe('taro@example.jp');
  });

  it('drops the address when the buyer heard that the charge was declined', () => {
    expect(changesOfResult(sentOrder(), result('declinedHard', 'turn')).changes.email).toBeUndefined();
  });

  it.each([
    ['paid', 'background', true],
    ['declinedSoft', 'background', true],
    ['pending', 'background', false],
    ['paid', 'turn', false],
  ] as const)('leaves %s, told by %s, for the next launch: %s', (effect, told, untold) => {
    expect(changesOfResult(sentOrder(), result(effect, told)).changes.untold).toBe(untold);
  });
});

describe("the buyer's address after a decline", () => {
  const checkout = {
    no: 1,
    codeKey: 'code:0123456789abcdef0123456789abcdef',
    issuedAtMs: NOW_MS,
    expiresAtMs: NOW_MS + 1,
  };

  it.each(['declinedSoft', 'declinedHard'] as const)(
    '(%s) stays while the payment link does: another try there may be paid, and mailed',
    (effect) => {
      const { changes } = changesOfResult(sentOrder({ checkout }), result(effect, 'page'));

      expect(changes.email).toBe('taro@example.jp');
    },
  );

  it('goes where there is no link', () => {
    const { changes } = changesOfResult(sentOrder(), result('declinedHard', 'turn'));

    expect(changes.email).toBeUndefined();
  });
});
