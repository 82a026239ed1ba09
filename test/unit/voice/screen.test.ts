import { type Quote } from '../../../lambda/src/orders/order';
import shopFile from '../../../lambda/src/shop/shop.json';
import { parseShop, type Shop } from '../../../lambda/src/shop/shop';
import { type Line, line, type Screen } from '../../../lambda/src/voice/line';
import { SCREEN } from '../../../lambda/src/voice/parse-line';
import { renderText } from '../../../lambda/src/voice/render';
import { payPageSent } from '../../../lambda/src/voice/replies/pay-page';
import { consentScreen, quoteScreen } from '../../../lambda/src/voice/replies/screen';
import { aFullOrder } from '../orders/an-order';

const SHOP = parseShop(shopFile);
const QUOTE = aFullOrder().quote!;
const AROUND = { title: line('cardRecapTitle'), status: [], notes: [] };

/** Label and amount of each row and of the total. */
function rowsOf(screen: Screen | undefined): readonly (readonly [string, string])[] {
  if (screen?.type !== 'order') throw new Error('no screen with rows');
  const text = (shown: Line): string => renderText([shown], SHOP);
  return [...screen.rows, screen.total].map(({ label, amount }) => [text(label), text(amount)] as const);
}
const rows = (changes: Partial<Quote>) => rowsOf(quoteScreen({ ...QUOTE, ...changes }, AROUND));

describe('the rows of an order on a screen', () => {
  it('are the goods, the shipping and the total, with a comma after each three digits', () => {
    expect(rows({ shippingYen: 1200, totalYen: 1_234_567 })).toEqual([
      ['こえみせブレンド 2袋', '2,592円'],
      ['送料', '1,200円'],
      ['合計（消費税込み）', '1,234,567円'],
    ]);
  });

  it('say that shipping is free, or that there is none', () => {
    expect(rows({ shippingYen: 0 })[1]).toEqual(['送料', '無料']);
    expect(rows({ shippingYen: 0, ships: false })[1]).toEqual(['送料', 'かかりません']);
  });

  it('do not count a subscription', () => {
    const monthly = [{ ...QUOTE.lines[0]!, name: '毎月の定期便', quantity: 1, monthly: true }];

    expect(rows({ lines: monthly })[0]).toEqual(['毎月の定期便（毎月）', '2,592円']);
  });

  it('show a total on the way to the payment page only when the place cannot change it', () => {
    const page = {
      orderId: '261122-482109',
      quote: QUOTE,
      address: 'https://shop.koemise.example/checkout',
      code: 'ABCD-2345',
      link: 'https://shop.koemise.example/checkout/ABCD2345',
      expiresAtMs: Date.parse('2026-11-23T03:00:00Z'),
      no: 1,
      isMailed: true,
    };
    const flat: Shop = { ...SHOP, shipping: { ...SHOP.shipping, surcharges: [] } };

    expect(rowsOf(payPageSent(page, [], SHOP).screen).at(-1)).toEqual([
      '商品の合計（消費税込み）',
      '2,592円',
    ]);
    expect(rowsOf(payPageSent(page, [], flat).screen).at(-1)).toEqual(['合計（消費税込み）', '3,192円']);
    expect(JSON.stringify(payPageSent(page, [], SHOP).screen)).not.toMatch(/ABCD|checkout/);
  });
});

describe('screens that come back from the store', () => {
  it.each([quoteScreen(QUOTE, AROUND), consentScreen([line('cartKept')])])('are read: $type', (screen) => {
    expect(SCREEN.parse(JSON.parse(JSON.stringify(screen)))).toEqual(screen);
  });

  it.each([
    [{ type: 'poster' }],
    [{ type: 'notice', title: { key: 'constructor' }, text: [] }],
    [{ ...quoteScreen(QUOTE, AROUND), total: undefined }],
    [{ ...quoteScreen(QUOTE, AROUND), rows: [{ label: { key: 'screenTotal' } }] }],
  ])('are refused: %j', (screen) => {
    expect(SCREEN.safeParse(screen).success).toBe(false);
  });
});
