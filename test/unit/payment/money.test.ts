import fc from 'fast-check';
import { readAmount, writePrice } from '../../../lambda/src/payment/money';

describe('money on the wire', () => {
  it('writes whole yen as text', () => {
    expect(writePrice(1)).toEqual({ '@type': 'Price', '@version': '2', amount: '1', currencyCode: 'JPY' });
    expect(writePrice(3192).amount).toBe('3192');
    expect(writePrice(1_000_000).amount).toBe('1000000');
  });

  it.each([0, -1, 0.5, 1.0001, Number.NaN, Number.POSITIVE_INFINITY, 9_007_199_254_740_992])(
    'refuses to write %s yen',
    (amountYen) => {
      expect(() => writePrice(amountYen)).toThrow(RangeError);
    },
  );

  it.each([
    ['3980', 3980],
    ['3980.00', 3980],
    ['3980.0', 3980],
    ['0.00', 0],
    ['007', 7],
    ['999999999999', 999_999_999_999],
  ])('reads "%s"', (amount, amountYen) => {
    expect(readAmount({ amount, currencyCode: 'JPY' })).toEqual({ kind: 'yen', amountYen });
  });

  it.each([
    '',
    '.00',
    '3980.',
    '3980.01',
    '-1',
    '+1',
    '1e3',
    ' 1',
    '1 ',
    '1,000',
    '１',
    '1\n',
    '0x10',
    '1000000000000',
  ])('takes "%s" for no amount', (amount) => {
    expect(readAmount({ amount, currencyCode: 'JPY' })).toEqual({ kind: 'unreadable' });
  });

  it.each([
    [{ amount: 3980, currencyCode: 'JPY' }],
    [{ amount: null, currencyCode: 'JPY' }],
    [{ amount: '3980', currencyCode: 'USD' }],
    [{ amount: '3980', currencyCode: 'jpy' }],
    [{ amount: '3980' }],
    [{ currencyCode: 'JPY' }],
    ['3980'],
    [3980],
    [[]],
    [false],
  ])('trusts %j never', (price) => {
    expect(readAmount(price)).toEqual({ kind: 'unreadable' });
  });

  it('tells an absent amount from one that cannot be read', () => {
    expect(readAmount(undefined)).toEqual({ kind: 'absent' });
    expect(readAmount(null)).toEqual({ kind: 'absent' });
  });

  it('reads back every amount it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (amountYen) => {
        expect(readAmount(writePrice(amountYen))).toEqual({ kind: 'yen', amountYen });
      }),
      { seed: 1 },
    );
  });
});
