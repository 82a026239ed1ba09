import * as fc from 'fast-check';
import { readCart, showPrice } from '../../../simulator/amazon-pay-browser/cart-details';

const yen = (amount: string) => ({ amount, currencyCode: 'JPY' });
const DETAILS = {
  totalBaseAmount: yen('2592'),
  totalShippingAmount: yen('600'),
  totalTaxAmount: yen('0'),
  totalChargeAmount: yen('3192'),
  lineItems: [{ id: 'blend', title: 'こえみせブレンド', quantity: '2' }],
  deliveryOptions: [
    {
      id: 'standard',
      price: yen('600'),
      shippingMethod: { shippingMethodName: '通常配送', shippingMethodCode: 'standard' },
      isDefault: true,
    },
  ],
};

describe('what the sheet reads of the page’s answer', () => {
  it('shows goods, amounts and ways of delivery', () => {
    expect(readCart(DETAILS)).toEqual({
      ok: true,
      cart: {
        goods: ['こえみせブレンド × 2'],
        rows: [
          { label: '商品代金', price: yen('2592') },
          { label: '送料', price: yen('600') },
          { label: '税', price: yen('0') },
        ],
        chargeAmount: yen('3192'),
        totalOrderAmount: undefined,
        deliveryOptions: [{ id: 'standard', name: '通常配送', price: yen('600'), isDefault: true }],
      },
    });
  });

  it.each([
    ['the page’s own error', { status: 'error', reasonCode: 'unknownError' }, 'unknownError', ''],
    ['an error with a message', { status: 'error', message: '別の住所を' }, 'unknownError', '別の住所を'],
    ['no amount to charge', { ...DETAILS, totalChargeAmount: undefined }, 'invalidCartDetails', ''],
    [
      'an amount that is a number',
      { totalChargeAmount: { amount: 1, currencyCode: 'JPY' } },
      'invalidCartDetails',
      '',
    ],
    ['nothing', undefined, 'invalidCartDetails', ''],
  ])('cannot be paid with %s', (...row) => {
    const [, details, reasonCode, message] = row;
    expect(readCart(details)).toEqual({ ok: false, reasonCode, message });
  });

  it('takes any answer without falling over', () => {
    fc.assert(
      fc.property(fc.anything(), (details) => {
        expect(typeof readCart(details).ok).toBe('boolean');
      }),
    );
  });
});

it.each([
  ['3192', 'JPY', '3,192円'],
  ['3192.00', 'JPY', '3,192円'],
  ['12.50', 'USD', '12.50 USD'],
])('%s %s is shown as %s', (amount, currencyCode, shown) => {
  expect(showPrice({ amount, currencyCode })).toBe(shown);
});
