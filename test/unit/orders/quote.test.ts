import {
  addToCart,
  goodsTotalYen,
  MAX_QUANTITY,
  priceCart,
  removeFromCart,
} from '../../../lambda/src/orders/cart';
import { orderNumber } from '../../../lambda/src/orders/order-number';
import { makeQuote, QUOTE_LIFE_MS, sameTerms, shippingFeeYen } from '../../../lambda/src/orders/quote';
import shopFile from '../../../lambda/src/shop/shop.json';
import { findProduct, parseShop } from '../../../lambda/src/shop/shop';

const SHOP = parseShop(shopFile);
const NOW = Date.parse('2026-11-22T03:00:00Z');
const product = (id: string) => findProduct(SHOP, id)!;

describe('the cart', () => {
  it('takes goods in, and more of the same into the same line', () => {
    const first = addToCart([], product('blend'), 2);
    const second = addToCart(first.lines, product('drip'), 1);
    const third = addToCart(second.lines, product('blend'), 3);

    expect(first).toEqual({ lines: [{ productId: 'blend', quantity: 2 }], quantity: 2, capped: false });
    expect(third).toMatchObject({ quantity: 5, capped: false });
    expect(third.lines).toHaveLength(2);
    expect(third.lines).toContainEqual({ productId: 'blend', quantity: 5 });
    expect(third.lines).toContainEqual({ productId: 'drip', quantity: 1 });
  });

  it('holds at most 99 of one product', () => {
    expect(MAX_QUANTITY).toBe(99);
    expect(addToCart([{ productId: 'blend', quantity: 98 }], product('blend'), 1)).toMatchObject({
      quantity: 99,
      capped: false,
    });
    expect(addToCart([{ productId: 'blend', quantity: 98 }], product('blend'), 2)).toMatchObject({
      quantity: 99,
      capped: true,
    });
  });

  it('holds a subscription once', () => {
    const twice = addToCart([{ productId: 'monthly', quantity: 1 }], product('monthly'), 1);

    expect(twice).toEqual({ lines: [{ productId: 'monthly', quantity: 1 }], quantity: 1, capped: true });
    expect(addToCart([], product('monthly'), 5).quantity).toBe(1);
  });

  it('gives a product back whole, and says when it was not there', () => {
    const lines = [
      { productId: 'blend', quantity: 2 },
      { productId: 'drip', quantity: 1 },
    ];

    expect(removeFromCart(lines, 'blend')).toEqual([{ productId: 'drip', quantity: 1 }]);
    expect(removeFromCart(lines, 'dark')).toBeUndefined();
    expect(removeFromCart([], 'dark')).toBeUndefined();
  });

  it('is priced at present prices; goods that are no longer sold drop out', () => {
    const priced = priceCart(
      [
        { productId: 'blend', quantity: 2 },
        { productId: 'discontinued', quantity: 9 },
        { productId: 'drip', quantity: 3 },
      ],
      SHOP,
    );

    expect(priced.map(({ lineYen }) => lineYen)).toEqual([2592, 3240]);
    expect(goodsTotalYen(priced)).toBe(5832);
    expect(goodsTotalYen([])).toBe(0);
  });
});

describe('shipping', () => {
  it('is 600 yen up to 4999 yen of goods and free from 5000', () => {
    expect(shippingFeeYen(0, undefined, SHOP)).toBe(600);
    expect(shippingFeeYen(4999, { stateOrRegion: '東京都' }, SHOP)).toBe(600);
    expect(shippingFeeYen(5000, { stateOrRegion: '東京都' }, SHOP)).toBe(0);
    expect(shippingFeeYen(5001, { stateOrRegion: '東京都' }, SHOP)).toBe(0);
  });

  it.each([
    '北海道',
    '沖縄県',
    '沖縄',
    'Hokkaido',
    'HOKKAIDO',
    'Okinawa',
    'okinawa-ken',
    'Okinawa Prefecture',
    ' 沖縄県 ',
    'Ｏｋｉｎａｗａ',
  ])('costs 600 yen more to %s, free or not', (stateOrRegion) => {
    expect(shippingFeeYen(4999, { stateOrRegion }, SHOP)).toBe(1200);
    expect(shippingFeeYen(5000, { stateOrRegion }, SHOP)).toBe(600);
  });

  it.each(['東京都', '京都府', '京都', '大阪', '福岡県', 'Tokyo', '沖縄市', '', ' ', '道', '県'])(
    'costs nothing extra to "%s"',
    (stateOrRegion) => {
      expect(shippingFeeYen(4999, { stateOrRegion }, SHOP)).toBe(600);
    },
  );

  it('knows no extra without a region', () => {
    expect(shippingFeeYen(4999, undefined, SHOP)).toBe(600);
    expect(shippingFeeYen(4999, {}, SHOP)).toBe(600);
    expect(shippingFeeYen(4999, { city: '那覇市' }, SHOP)).toBe(600);
  });

  it.each([
    ['060-0001', 1200],
    ['0600001', 1200],
    ['９００－０００１', 1200],
    ['010-0001', 600],
    ['153-0064', 600],
    ['06', 600],
  ])('goes by the postal code %s when Amazon names no region: %i yen', (postalCode, expected) => {
    expect(shippingFeeYen(4999, { postalCode }, SHOP)).toBe(expected);
  });

  it('goes by the region when Amazon names one, whatever the postal code', () => {
    expect(shippingFeeYen(4999, { stateOrRegion: '東京都', postalCode: '900-0001' }, SHOP)).toBe(600);
  });

  it('follows the shop file, not the numbers of this shop', () => {
    const shipping = {
      flatYen: 350,
      freeFromYen: 3000,
      surcharges: [{ stateOrRegion: ['東京'], postalCodePrefixes: ['1'], extraYen: 7 }],
    };

    expect(shippingFeeYen(2999, { stateOrRegion: '東京都' }, { ...SHOP, shipping })).toBe(357);
    expect(shippingFeeYen(3000, { stateOrRegion: '沖縄県' }, { ...SHOP, shipping })).toBe(0);
  });
});

describe('a quote', () => {
  const facts = {
    no: 3,
    lines: [
      { productId: 'blend', quantity: 2 },
      { productId: 'monthly', quantity: 1 },
    ],
    billingAgreementId: 'B03-1111111-1111111',
    destination: { stateOrRegion: '沖縄県', name: '見本 太郎' },
    nowMs: NOW,
  };
  const quote = makeQuote(facts, SHOP);

  it('is a snapshot of goods, prices, shipping and total, valid for ten minutes', () => {
    expect(QUOTE_LIFE_MS).toBe(600_000);
    expect(quote).toEqual({
      no: 3,
      lines: [
        {
          productId: 'blend',
          name: 'こえみせブレンド',
          counter: '袋',
          quantity: 2,
          unitPriceYen: 1296,
          lineYen: 2592,
          monthly: false,
        },
        {
          productId: 'monthly',
          name: '毎月の定期便',
          counter: 'か月',
          quantity: 1,
          unitPriceYen: 2480,
          lineYen: 2480,
          monthly: true,
        },
      ],
      goodsYen: 5072,
      shippingYen: 600,
      totalYen: 5672,
      quotedAtMs: Date.parse('2026-11-22T03:00:00Z'),
      expiresAtMs: Date.parse('2026-11-22T03:10:00Z'),
      billingAgreementId: 'B03-1111111-1111111',
      ships: true,
      destination: { stateOrRegion: '沖縄県', name: '見本 太郎' },
      asked: true,
    });
  });

  it('asks the same as another one, whatever its number, time and agreement', () => {
    const later = makeQuote({ ...facts, no: 4, nowMs: NOW + 1, billingAgreementId: 'B03-2' }, SHOP);
    const turned = { ...quote, destination: { name: '見本 太郎', stateOrRegion: '沖縄県' } };

    expect(sameTerms(quote, later)).toBe(true);
    expect(sameTerms(quote, turned)).toBe(true);
  });

  it.each([
    ['other goods', { ...facts, lines: [{ productId: 'blend', quantity: 2 }] }],
    ['another quantity', { ...facts, lines: [{ productId: 'blend', quantity: 3 }, facts.lines[1]!] }],
    ['another place', { ...facts, destination: { ...facts.destination, addressLine1: '見本町2' } }],
    ['another person', { ...facts, destination: { ...facts.destination, name: '見本 花子' } }],
    ['no place', { ...facts, destination: undefined }],
  ])('asks something else with %s', (_title, other) => {
    expect(sameTerms(quote, makeQuote(other, SHOP))).toBe(false);
  });

  it('asks something else when a price or the shipping changed', () => {
    expect(sameTerms(quote, { ...quote, totalYen: 5673 })).toBe(false);
    expect(sameTerms(quote, { ...quote, shippingYen: 601 })).toBe(false);
    expect(sameTerms(quote, { ...quote, lines: [{ ...quote.lines[0]!, lineYen: 1 }, quote.lines[1]!] })).toBe(
      false,
    );
  });
});

describe('order numbers', () => {
  it('carry the day in Japan', () => {
    expect(orderNumber(Date.parse('2026-11-22T14:59:59.999Z'), () => 0.5)).toBe('261122-500000');
    expect(orderNumber(Date.parse('2026-11-22T15:00:00Z'), () => 0.5)).toBe('261123-500000');
    expect(orderNumber(Date.parse('2026-12-31T15:00:00Z'), () => 0.5)).toBe('270101-500000');
  });

  it('keep six digits', () => {
    expect(orderNumber(NOW, () => 0)).toBe('261122-000000');
    expect(orderNumber(NOW, () => 0.000_042)).toBe('261122-000042');
    expect(orderNumber(NOW, () => 0.999_999_999)).toBe('261122-999999');
  });
});
