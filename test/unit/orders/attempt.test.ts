import { UnsettledAttemptError, withNextAttempt, type ChargeTerms } from '../../../lambda/src/orders/attempt';
import { type Attempt } from '../../../lambda/src/orders/order';

const TERMS: ChargeTerms = {
  sellerId: 'A1KOEMISELOCAL',
  storeName: 'こえみせ珈琲',
  orderId: '261122-482109',
  billingAgreementId: 'C03-1111111-1111111',
  amountYen: 3192,
  sellerNote: 'ありがとうございます。',
  sellerAuthorizationNote: '',
};
const FIRST = withNextAttempt([], TERMS, 1000)[0]!;
const ended = (effect: string): Attempt => ({
  ...FIRST,
  result: { effect, row: 'a00', reason: 'code', answeredAtMs: 1500, captureIds: [] },
});

describe('the attempt that a consent starts', () => {
  it('is number 1 with the derived reference and the whole content', () => {
    expect(withNextAttempt([], TERMS, 1000)).toEqual([
      {
        n: 1,
        content: { ...TERMS, authorizationReferenceId: '3dc691aa2b572f02501720c072ef65e3' },
        consentedAtMs: 1000,
      },
    ]);
  });

  it.each(['declinedSoft', 'declinedHard'])('rises after %s, although the content is the same', (effect) => {
    const attempts = withNextAttempt([ended(effect)], TERMS, 2000);

    expect(attempts).toHaveLength(2);
    expect(attempts[0]).toEqual(ended(effect));
    expect(attempts[1]).toMatchObject({
      n: 2,
      consentedAtMs: 2000,
      content: { authorizationReferenceId: 'bd574f6b26104503a8c850fc1f33c4f1' },
    });
    expect(attempts[1]).not.toHaveProperty('result');
  });

  it.each(['keep', 'keepRefused', 'keepNotProcessed'])(
    'stays what it was after %s with the same content, and waits for an answer again',
    (effect) => {
      expect(withNextAttempt([ended(effect)], TERMS, 2000)).toEqual([
        { n: 1, content: FIRST.content, consentedAtMs: 2000 },
      ]);
    },
  );

  it.each<[string, Partial<ChargeTerms>]>([
    ['the amount', { amountYen: 3193 }],
    ['the agreement', { billingAgreementId: 'C03-9999999-9999999' }],
    ['the note', { sellerNote: '別の文' }],
    ['the sandbox note', { sellerAuthorizationNote: '{}' }],
    ['the store name', { storeName: '別の店' }],
    ['what goes to a place', { inheritShippingAddress: false }],
  ])('rises after a refusal when %s changed', (_title, change) => {
    const attempts = withNextAttempt([ended('keepRefused')], { ...TERMS, ...change }, 2000);

    expect(attempts.map(({ n }) => n)).toEqual([1, 2]);
    expect(attempts[1]?.content).toMatchObject({
      ...change,
      authorizationReferenceId: 'bd574f6b26104503a8c850fc1f33c4f1',
    });
  });

  it('rises after a refusal when goods that go to a place took the place of those that do not', () => {
    const [attempt] = withNextAttempt([], { ...TERMS, inheritShippingAddress: false }, 1000);
    const refused = { ...attempt!, result: ended('keepRefused').result };

    expect(withNextAttempt([refused], TERMS, 2000).map(({ n }) => n)).toEqual([1, 2]);
  });

  it.each([
    'hold',
    'human',
    'pending',
    'authorized',
    'paid',
    'retry',
    'none',
    'declinedBySoftDecline',
    'constructor',
  ])('never begins after %s: money may have moved', (effect) => {
    expect(() => withNextAttempt([ended(effect)], TERMS, 2000)).toThrow(UnsettledAttemptError);
  });

  it('never begins while the last one has no answer', () => {
    expect(() => withNextAttempt([FIRST], TERMS, 2000)).toThrow(UnsettledAttemptError);
    expect(new UnsettledAttemptError('x').code).toBe('unsettledAttempt');
  });

  it('looks at the last attempt only', () => {
    const attempts = withNextAttempt(
      [ended('declinedSoft'), { ...ended('declinedHard'), n: 2 }],
      TERMS,
      3000,
    );

    expect(attempts.map(({ n }) => n)).toEqual([1, 2, 3]);
  });
});
