import fc from 'fast-check';
import { parseOrder } from '../../../lambda/src/orders/order';
import { QUESTION } from '../../../lambda/src/orders/question';
import { aFullOrder, anOrder } from './an-order';

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('an order read from the store', () => {
  it('is what was written, every field', () => {
    expect(parseOrder(json(aFullOrder()))).toEqual(aFullOrder());
    expect(parseOrder(json(anOrder()))).toEqual(anOrder());
  });

  it('may carry what this version does not know, and loses it', () => {
    const item = { ...anOrder(), pk: 'order#261122-482109', addedByALaterVersion: 1 };

    expect(parseOrder(item)).toEqual(anOrder());
  });

  it.each<[string, Record<string, unknown>]>([
    ['no id', { orderId: undefined }],
    ['no version', { version: undefined }],
    ['a version with a fraction', { version: 1.5 }],
    ['a negative version', { version: -1 }],
    ['a version as text', { version: '1' }],
    ['a state that does not exist', { state: 'SHIPPED' }],
    ['the state "constructor"', { state: 'constructor' }],
    ['no state', { state: undefined }],
    ['no goods list', { lines: undefined }],
    ['half a bag', { lines: [{ productId: 'blend', quantity: 0.5 }] }],
    ['a negative quantity', { lines: [{ productId: 'blend', quantity: -1 }] }],
    ['an amount as text', { quote: { ...aFullOrder().quote, totalYen: '3192' } }],
    ['a broken quote', { quote: {} }],
    [
      'a directive of another kind',
      { awaiting: { no: 1, operation: 'Refund', resent: false, setUpAgain: false } },
    ],
    ['an attempt without content', { attempts: [{ n: 1, consentedAtMs: 1 }] }],
    [
      'a kept sentence nobody knows',
      { answered: { no: 1, fingerprint: 'f', reply: { speech: [{ key: 'nonsense' }] } } },
    ],
    ['a request for something else', { requests: [{ kind: 'discount', requestedAtMs: 1 }] }],
    ['an infinite time', { updatedAtMs: Number.POSITIVE_INFINITY }],
  ])('is refused with %s', (_title, change) => {
    expect(parseOrder({ ...aFullOrder(), ...change })).toBeUndefined();
  });

  it('is never made of garbage', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (item) => {
        expect(parseOrder(item)).toBeUndefined();
      }),
      { numRuns: 1000, seed: 1 },
    );
  });

  it('is refused when any needed field is replaced by garbage of another kind', () => {
    const needed = [
      'orderId',
      'buyerKey',
      'version',
      'state',
      'createdAtMs',
      'updatedAtMs',
      'lines',
      'attempts',
      'directivesSent',
      'requests',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...needed),
        fc.constantFrom(null, true, {}, [7], -1, Number.NaN),
        (field, value) => {
          expect(parseOrder({ ...anOrder(), [field]: value })).toBeUndefined();
        },
      ),
      { numRuns: 300, seed: 2 },
    );
  });
});

describe('a question from a session', () => {
  it.each(['continueCart', 'checkout', 'change', 'tryAgain', 'order'])('%s needs no token', (kind) => {
    expect(QUESTION.parse({ kind })).toEqual({ kind });
  });

  it.each(['confirmQuote', 'cancelOrder', 'cancelCart', 'refundOrder'])('%s needs one', (kind) => {
    expect(QUESTION.parse({ kind, token: 't' })).toEqual({ kind, token: 't' });
    expect(QUESTION.safeParse({ kind }).success).toBe(false);
  });

  it.each([[{ kind: 'more' }], [{ kind: 'constructor' }], [{}], [null], ['checkout']])(
    '%j is none',
    (value) => {
      expect(QUESTION.safeParse(value).success).toBe(false);
    },
  );
});
