import * as fc from 'fast-check';
import {
  checkoutCode,
  codeKeyOf,
  parseCheckoutCode,
  writeCheckoutCode,
} from '../../../lambda/src/orders/checkout-code';

const SECRET = 'a-secret-of-this-test-with-32-characters';

describe('the code of a payment link', () => {
  it('is eight signs that nobody takes for one another', () => {
    const codes = Array.from({ length: 2000 }, (_, no) =>
      checkoutCode({ orderId: '261122-482109', no }, SECRET),
    );

    expect(codes.every((code) => /^[0-9A-HJKMNP-TV-Z]{8}$/.test(code))).toBe(true);
    expect(new Set(codes).size).toBe(2000);
    expect(new Set(codes.join('')).size).toBe(32);
  });

  it('is the same for the same link, and another for another order, link or shop', () => {
    const source = { orderId: '261122-482109', no: 1 };

    expect(checkoutCode(source, SECRET)).toBe(checkoutCode({ ...source }, SECRET));
    expect(checkoutCode({ ...source, no: 2 }, SECRET)).not.toBe(checkoutCode(source, SECRET));
    expect(checkoutCode({ ...source, orderId: '261122-482108' }, SECRET)).not.toBe(
      checkoutCode(source, SECRET),
    );
    expect(checkoutCode(source, `${SECRET}x`)).not.toBe(checkoutCode(source, SECRET));
  });

  it('is shown in two groups of four', () => {
    expect(writeCheckoutCode('AB12CD34')).toBe('AB12-CD34');
  });

  it.each([
    ['AB12CD34', 'AB12CD34'],
    ['ab12-cd34', 'AB12CD34'],
    [' ＡＢ１２ ＣＤ３４ ', 'AB12CD34'],
    ['ABIL-CDO4', 'AB11CD04'],
    ['AB12ーCD34', 'AB12CD34'],
  ])('is read as people type it: %s', (typed, code) => {
    expect(parseCheckoutCode(typed)).toBe(code);
  });

  it.each(['', 'AB12CD3', 'AB12CD345', 'AB12CD3U', '../../etc', 'AB12CD3%', 'constructor'])(
    'is not read out of %j',
    (typed) => {
      expect(parseCheckoutCode(typed)).toBeUndefined();
    },
  );

  it('comes back from whatever it was written as', () => {
    fc.assert(
      fc.property(fc.nat(), (no) => {
        const code = checkoutCode({ orderId: '261122-482109', no }, SECRET);
        expect(parseCheckoutCode(writeCheckoutCode(code).toLowerCase())).toBe(code);
      }),
    );
  });

  it('stands nowhere in the key it is stored under', () => {
    expect(codeKeyOf('AB12CD34', SECRET)).toMatch(/^code:[0-9a-f]{32}$/);
    expect(codeKeyOf('AB12CD34', SECRET)).not.toBe(codeKeyOf('AB12CD35', SECRET));
  });
});
