import fc from 'fast-check';
import { wordsMatch } from '../../../simulator/player/match-words';

const ORDERS = ['261122-000001', '261122-000002'];

describe('expected words', () => {
  it('are met by the very same words, whatever stands in them', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('{orderNumber}'));
        expect(wordsMatch(text, text, [])).toBe(true);
      }),
    );
  });

  it('are not met by words with anything before, after or between', () => {
    expect(wordsMatch('お会計に進みますか。', '承知しました。お会計に進みますか。', [])).toBe(false);
    expect(wordsMatch('お会計に進みますか。', 'お会計に進みますか。はい。', [])).toBe(false);
    expect(wordsMatch('はい。いいえ。', 'はい。\nいいえ。', [])).toBe(false);
  });

  it('are not met by a pattern that only looks like them', () => {
    expect(wordsMatch('a.c', 'abc', [])).toBe(false);
    expect(wordsMatch('合計（税込）*', '合計（税込）））', [])).toBe(false);
  });

  it('may name the number of any of the buyer’s orders', () => {
    expect(wordsMatch('ご注文番号は{orderNumber}です。', 'ご注文番号は261122-000001です。', ORDERS)).toBe(
      true,
    );
    expect(wordsMatch({ includes: ['番号は{orderNumber}'] }, 'ご注文番号は261122-000002です。', ORDERS)).toBe(
      true,
    );
  });

  it('are not met by a number that is no order of the buyer, or no number', () => {
    expect(wordsMatch('ご注文番号は{orderNumber}です。', 'ご注文番号は261122-999999です。', ORDERS)).toBe(
      false,
    );
    expect(wordsMatch('ご注文番号は{orderNumber}です。', 'ご注文番号は{orderNumber}です。', ORDERS)).toBe(
      false,
    );
    expect(wordsMatch('ご注文番号は{orderNumber}です。', 'ご注文番号はです。', ORDERS)).toBe(false);
  });

  it('in parts need every part', () => {
    const expected = { includes: ['合計は3192円', '送料は600円'] };

    expect(wordsMatch(expected, '送料は600円、合計は3192円です。', [])).toBe(true);
    expect(wordsMatch(expected, '合計は3192円です。', [])).toBe(false);
  });
});
