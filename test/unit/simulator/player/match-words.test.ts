import fc from 'fast-check';
import { ownNumbersOf } from '../../../simulator/player/own-numbers';
import { withPlaceholders, wordsMatch } from '../../../simulator/player/match-words';

const NOTHING = { orderIds: [], checkoutCodes: [], deadlines: [] };
const OWN = {
  orderIds: ['261122-000001', '261122-000002'],
  checkoutCodes: ['7K2M-0QXD', 'ZZ00-11AA'],
  deadlines: ['2026年11月23日 12時05分', '11月23日の12時5分'],
};

describe('expected words', () => {
  it('are met by the very same words, whatever stands in them', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (text) => {
        fc.pre(!/\{(orderNumber|checkoutCode|payUntil)\}/.test(text));
        expect(wordsMatch(text, text, NOTHING)).toBe(true);
      }),
    );
  });

  it('are not met by words with anything before, after or between', () => {
    expect(wordsMatch('お会計に進みますか。', '承知しました。お会計に進みますか。', NOTHING)).toBe(false);
    expect(wordsMatch('お会計に進みますか。', 'お会計に進みますか。はい。', NOTHING)).toBe(false);
    expect(wordsMatch('はい。いいえ。', 'はい。\nいいえ。', NOTHING)).toBe(false);
  });

  it('are not met by a pattern that only looks like them', () => {
    expect(wordsMatch('a.c', 'abc', NOTHING)).toBe(false);
    expect(wordsMatch('合計（税込）*', '合計（税込）））', NOTHING)).toBe(false);
  });

  it('may name the number of any of the buyer’s orders', () => {
    expect(wordsMatch('ご注文番号は{orderNumber}です。', 'ご注文番号は261122-000001です。', OWN)).toBe(true);
    expect(wordsMatch({ includes: ['番号は{orderNumber}'] }, 'ご注文番号は261122-000002です。', OWN)).toBe(
      true,
    );
  });

  it('are not met by a number that is no order of the buyer, or no number', () => {
    expect(wordsMatch('ご注文番号は{orderNumber}です。', 'ご注文番号は261122-999999です。', OWN)).toBe(false);
    expect(wordsMatch('ご注文番号は{orderNumber}です。', 'ご注文番号は{orderNumber}です。', OWN)).toBe(false);
    expect(wordsMatch('ご注文番号は{orderNumber}です。', 'ご注文番号はです。', OWN)).toBe(false);
  });

  it('may name the code of any link of the buyer’s orders, and no other code', () => {
    const expected = 'コード: {checkoutCode}（ご注文番号 {orderNumber}）';

    expect(wordsMatch(expected, 'コード: 7K2M-0QXD（ご注文番号 261122-000001）', OWN)).toBe(true);
    expect(wordsMatch({ includes: ['{checkoutCode}'] }, 'コードはZZ00-11AAです。', OWN)).toBe(true);
    expect(wordsMatch(expected, 'コード: 7K2M-0QXE（ご注文番号 261122-000001）', OWN)).toBe(false);
    expect(wordsMatch(expected, 'コード: 7K2M-0QXD（ご注文番号 261122-000009）', OWN)).toBe(false);
    expect(wordsMatch({ includes: ['{checkoutCode}'] }, 'コードは261122-000001です。', OWN)).toBe(false);
  });

  it('may name the moment until which an order can be paid, spoken or written', () => {
    const until = 'お支払いページは、{payUntil}までご利用いただけます。';

    expect(wordsMatch(until, 'お支払いページは、11月23日の12時5分までご利用いただけます。', OWN)).toBe(true);
    expect(wordsMatch('期限: {payUntil}まで', '期限: 2026年11月23日 12時05分まで', OWN)).toBe(true);
    expect(wordsMatch(until, 'お支払いページは、11月23日の12時までご利用いただけます。', OWN)).toBe(false);
    expect(wordsMatch('期限: {payUntil}まで', '期限: 2027年11月23日 12時05分まで', OWN)).toBe(false);
  });

  it('in parts need every part', () => {
    const expected = { includes: ['合計は3192円', '送料は600円'] };

    expect(wordsMatch(expected, '送料は600円、合計は3192円です。', NOTHING)).toBe(true);
    expect(wordsMatch(expected, '合計は3192円です。', NOTHING)).toBe(false);
  });
});

describe('written words', () => {
  it('have placeholders where the buyer’s own numbers and codes stood, everywhere', () => {
    const text = 'ご注文番号261122-000002、コードは7K2M-0QXDまたは7K2M-0QXD、番号999999-000001';

    expect(withPlaceholders(text, OWN)).toBe(
      'ご注文番号{orderNumber}、コードは{checkoutCode}または{checkoutCode}、番号999999-000001',
    );
  });
});

describe("the buyer's own numbers", () => {
  const order = { orderId: '261122-482109', linksMade: 2 };
  const open = { no: 2, codeKey: 'k', issuedAtMs: 0, expiresAtMs: Date.parse('2026-11-23T03:05:00Z') };

  it('are the numbers, the code of every link there ever was, and the last moment of the one there is', () => {
    const own = ownNumbersOf([{ ...order, checkout: open }], 'a-secret-of-thirty-two-characters');

    expect(own.orderIds).toEqual(['261122-482109']);
    expect(own.checkoutCodes).toHaveLength(2);
    expect(own.checkoutCodes[0]).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(own.deadlines).toEqual(['2026年11月23日 12時05分', '11月23日の12時5分']);
  });

  it('say a full hour without minutes when it is spoken', () => {
    const expiresAtMs = Date.parse('2026-12-31T15:00:00Z');

    expect(ownNumbersOf([{ ...order, checkout: { ...open, expiresAtMs } }], 's').deadlines).toEqual([
      '2027年1月1日 0時00分',
      '1月1日の0時',
    ]);
  });

  it('have no moment where there is no link', () => {
    expect(ownNumbersOf([{ ...order, checkout: undefined }], 's').deadlines).toEqual([]);
  });
});
