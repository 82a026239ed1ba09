import { nextTry } from '../../../lambda/src/payment/retry-ladder';
import { newAttempt, type SeenPermission } from '../../../lambda/src/payment/server-new-attempt';
import { effectAfterSilence } from '../../../lambda/src/payment/server-classify';

const failed = { attempt: 1, elapsedMs: 0, budgetMs: 600_000, outcome: 'sameKeyRetry', random: 0.5 } as const;

describe('the same request again', () => {
  it('waits 1, 2, 4, 10 and 30 seconds, and then leaves it to a person', () => {
    const waits = [1, 2, 3, 4, 5, 6].map((attempt) => nextTry({ ...failed, attempt }));

    expect(waits).toEqual([
      { again: true, delayMs: 1000, reason: 'ladder' },
      { again: true, delayMs: 2000, reason: 'ladder' },
      { again: true, delayMs: 4000, reason: 'ladder' },
      { again: true, delayMs: 10_000, reason: 'ladder' },
      { again: true, delayMs: 30_000, reason: 'ladder' },
      { again: false, reason: 'exhausted' },
    ]);
  });

  it.each([
    [0, 900],
    [0.25, 950],
    [0.999, 1100],
  ])('is spread by a tenth at most: random %d gives %d ms', (random, delayMs) => {
    expect(nextTry({ ...failed, random })).toMatchObject({ delayMs });
  });

  it('waits as long as the server asks', () => {
    expect(nextTry({ ...failed, retryAfterMs: 7000 })).toEqual({
      again: true,
      delayMs: 7000,
      reason: 'retryAfter',
    });
    expect(nextTry({ ...failed, retryAfterMs: 500 })).toMatchObject({ delayMs: 1000, reason: 'ladder' });
  });

  it('begins no later than the budget allows', () => {
    expect(nextTry({ ...failed, elapsedMs: 3000, budgetMs: 4000 })).toMatchObject({ again: true });
    expect(nextTry({ ...failed, elapsedMs: 3001, budgetMs: 4000 })).toEqual({
      again: false,
      reason: 'budget',
    });
  });

  it.each(['ok', 'newAttemptAfterStateCheck', 'buyerMustAct', 'merchantMustFix', 'terminal'] as const)(
    'never follows an answer of class %s',
    (outcome) => {
      expect(nextTry({ ...failed, outcome })).toEqual({ again: false, reason: 'definite' });
    },
  );
});

describe('a refusal after silence', () => {
  it.each(['keep', 'keepRefused', 'keepNotProcessed'] as const)('turns %s into unknown', (effect) => {
    expect(effectAfterSilence(effect)).toBe('hold');
  });

  it.each(['declinedHard', 'human', 'none', 'hold'] as const)('leaves %s as it is', (effect) => {
    expect(effectAfterSilence(effect)).toBe(effect);
  });
});

describe('a new payment attempt', () => {
  const chargeable: SeenPermission = { object: 'ChargePermission', state: 'Chargeable' };
  const declined = {
    move: 'newAttempt',
    attempt: 1,
    maxAttempts: 2,
    seen: chargeable,
    keyOf: (attempt: number) => `key-${attempt}`,
  } as const;

  it.each([
    ['ChargePermission', 'Chargeable'],
    ['BillingAgreement', 'OPEN'],
    ['OrderReference', 'Open'],
  ] as const)('has a new key once the %s was seen %s', (object, state) => {
    expect(newAttempt({ ...declined, seen: { object, state } })).toEqual({
      again: true,
      attempt: 2,
      key: 'key-2',
      reason: 'chargeable',
    });
  });

  it.each([
    ['the decline is final', { move: 'otherWay' }, 'declineIsFinal'],
    ['a time-out is no decline', { move: 'retrySameKey' }, 'declineIsFinal'],
    ['the state was not read', { seen: undefined }, 'stateNotRead'],
    ['the permission is closed', { seen: { object: 'ChargePermission', state: 'Closed' } }, 'notChargeable'],
    [
      'the agreement is suspended',
      { seen: { object: 'BillingAgreement', state: 'Suspended' } },
      'notChargeable',
    ],
    ['the attempts are used up', { attempt: 2 }, 'attemptsUsed'],
  ] as const)('is not made when %s', (_why, change, reason) => {
    expect(newAttempt({ ...declined, ...change })).toEqual({ again: false, reason });
  });
});
