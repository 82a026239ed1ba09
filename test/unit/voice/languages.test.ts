import shopFile from '../../../lambda/src/shop/shop.json';
import { parseShop } from '../../../lambda/src/shop/shop';
import { EN_US } from '../../../lambda/src/voice/en-US/language';
import { PRESCRIBED as ENGLISH_PRESCRIBED } from '../../../lambda/src/voice/en-US/prescribed';
import { PRESCRIBED } from '../../../lambda/src/voice/ja-JP/prescribed';
import { spokenMoment } from '../../../lambda/src/voice/japan-time';
import { LANGUAGES, localeOf, type Locale } from '../../../lambda/src/voice/languages';
import { line, type LineValue } from '../../../lambda/src/voice/line';
import { isSpokenKey, JA_JP, SPOKEN_JA_JP, type SpokenKey } from '../../../lambda/src/voice/prompts';
import { renderSsml, renderText } from '../../../lambda/src/voice/render';

const KEYS = Object.keys(SPOKEN_JA_JP) as SpokenKey[];
const SHOP = parseShop(shopFile);
const LISTENER = {
  merchantName: 'こえみせ珈琲',
  sells: 'コーヒー',
  orderExample: 'ブレンドを2つください',
  locale: 'en-US',
  words: SHOP.translations['en-US'],
} as const;

const english = (key: SpokenKey, values?: Record<string, LineValue>): string =>
  renderSsml([line(key, values)], LISTENER);
const placeholders = (sentence: string): readonly string[] =>
  [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))].sort();

/** Placeholders an English sentence can do without, and why. */
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  // The hour by the twelve-hour clock holds its minutes.
  untilMinute: ['minute'],
  pageUntil: ['minute'],
};

describe('every language of the skill', () => {
  it.each(Object.entries(LANGUAGES))('%s has the same sentences', (_locale, { sentences }) => {
    expect(Object.keys(sentences).sort()).toEqual([...KEYS].sort());
  });

  it.each(KEYS)('%s asks for the same values', (key) => {
    const asked = placeholders(EN_US.sentences[key]);

    expect([...asked, ...(LEFT_OUT[key] ?? [])].sort()).toEqual(placeholders(SPOKEN_JA_JP[key]));
  });

  it('has the prompts that the sources prescribe, each with its speaker', () => {
    const keys = Object.keys(PRESCRIBED) as (keyof typeof PRESCRIBED)[];

    expect(keys).toHaveLength(15);
    for (const key of keys) {
      expect(placeholders(ENGLISH_PRESCRIBED[key])).toEqual(placeholders(PRESCRIBED[key]));
    }
  });

  it('keeps mails, pages and widgets in Japanese', () => {
    expect(isSpokenKey('mailPaidSubject')).toBe(false);
    expect(isSpokenKey('pageCheckoutTitle')).toBe(false);
    expect(isSpokenKey('widgetContactMerchant')).toBe(false);
    expect(isSpokenKey('sellerNote')).toBe(false);
    expect(renderText([line('mailPaidOpening')], LISTENER)).toMatch(/^お支払いが完了し/);
    expect(Object.keys(JA_JP).length).toBeGreaterThan(KEYS.length);
  });
});

describe('the English sentences', () => {
  it('are English', () => {
    for (const sentence of Object.values(EN_US.sentences)) expect(sentence).toMatch(/^[\x20-\x7e]+$/);
  });

  it('hold no sign that a voice cannot say, unless they are only read', () => {
    const spoken = KEYS.filter((key) => !/^(card|page|screen)/.test(key));

    for (const key of spoken) expect(EN_US.sentences[key]).not.toMatch(/[()%&#*_/\\<>[\]]|\b(click|below)\b/);
  });

  it('end as sentences, so that one can follow the other', () => {
    const parts =
      /^(card|page|screen|until|recapItem|recapSub|recapDestinationName|recapDigital|goodsItem|itemAnd|moment|productName)/;
    const whole = KEYS.filter((key) => !parts.test(key));

    for (const key of whole) expect(EN_US.sentences[key]).toMatch(/[.?]$/);
  });

  it('stand in a snapshot, so that a change of wording is a visible difference', () => {
    expect(EN_US.sentences).toMatchSnapshot();
  });
});

describe('values in an English sentence', () => {
  it('are the shop’s own words, one or many', () => {
    expect(english('added', { name: 'こえみせブレンド', counter: '袋', quantity: 1 })).toBe(
      'I have put 1 bag of Koemise Blend into your cart.',
    );
    expect(english('added', { name: 'ドリップバッグ', counter: '箱', quantity: 2 })).toBe(
      'I have put 2 boxes of Drip Coffee into your cart.',
    );
    expect(english('goodsItem', { name: '毎月の定期便', counter: 'か月', priceYen: 2480 })).toBe(
      'Monthly Delivery at 2480 yen per month',
    );
    expect(english('welcome')).toBe('Welcome to Koemise Coffee, where you order coffee by voice.');
    expect(english('orderExample')).toBe(
      'Say, for example, "two bags of blend". To hear what we sell, say "what do you have".',
    );
  });

  it.each<[SpokenKey, Record<string, LineValue>, string]>([
    ['goodsItem', { priceYen: 3000 }, 'Gift Code at 3000 yen each'],
    ['itemAndQuantity', { quantity: 1 }, '1 Gift Code'],
    ['itemAndQuantity', { quantity: 2 }, '2 Gift Codes'],
    ['askQuantity', {}, 'All right, Gift Code. How many would you like?'],
    ['added', { quantity: 2 }, 'I have put 2 Gift Codes into your cart.'],
    ['quantityCapped', { quantity: 99 }, 'You can order up to 99 Gift Codes at a time.'],
    [
      'subscriptionAdded',
      { priceYen: 3000 },
      'I have put Gift Code into your cart. It costs 3000 yen and comes every month.',
    ],
    ['recapItem', { quantity: 2 }, '2 Gift Codes'],
    ['cardItem', { quantity: 2, lineYen: 6000 }, '2 Gift Codes: 6000 yen'],
    ['screenItem', { quantity: 1 }, '1 Gift Code'],
  ])('are counted by their own name where English has no counter: %s %j', (key, values, sentence) => {
    expect(english(key, { name: 'ギフトコード', counter: '枚', ...values })).toBe(sentence);
  });

  it('have a sentence without a counter wherever a sentence has one, asking for all the rest', () => {
    const counting = KEYS.filter((key) => EN_US.sentences[key].includes('{counter}'));

    expect(Object.keys(EN_US.withoutCounter!).sort()).toEqual([...counting].sort());
    for (const key of counting)
      expect([...placeholders(EN_US.withoutCounter![key]!), 'counter'].sort()).toEqual(
        placeholders(EN_US.sentences[key]),
      );
  });

  it('are spoken in Japanese where there is no English word, and shown as they are', () => {
    const values = { destination: '東京都目黒区見本町1-2-3' };

    expect(english('recapDestination', values)).toBe(
      'It goes to <lang xml:lang="ja-JP">東京都目黒区見本町1-2-3</lang>.',
    );
    expect(renderText([line('recapDestination', values)], LISTENER)).toBe(
      'It goes to 東京都目黒区見本町1-2-3.',
    );
  });

  it('are escaped like all others', () => {
    expect(english('removed', { name: '<b>T&M</b>' })).toBe(
      'I have taken &lt;b&gt;T&amp;M&lt;/b&gt; out of your cart.',
    );
    expect(english('removed', { name: 'constructor' })).toBe('I have taken constructor out of your cart.');
  });

  it('are listed with a comma and "and"', () => {
    const item = (name: string) => line('itemAndQuantity', { name, counter: '袋', quantity: 1 });
    const items = { list: [item('A'), item('B'), item('C')] };

    expect(english('cartHolds', { items, goodsYen: 3888 })).toBe(
      'Your cart holds 1 bag of A, 1 bag of B, and 1 bag of C. The goods come to 3888 yen.',
    );
  });

  it.each([
    ['2026-11-23T03:00:00Z', '12 PM on November 23, Japan time'],
    ['2026-11-23T15:05:00Z', '12:05 AM on November 24, Japan time'],
    ['2026-12-31T06:30:00Z', '3:30 PM on December 31, Japan time'],
  ])('%s is told by the twelve-hour clock', (moment, spoken) => {
    expect(english('payPageUntil', { until: spokenMoment(Date.parse(moment)) })).toBe(
      `You can use the payment page until ${spoken}.`,
    );
  });

  it('name the speaker, or say "your"', () => {
    const speaker = { ...LISTENER, personId: 'amzn1.ask.person.TARO' };

    expect(english('registerEmail')).toMatch(/^No email address is registered. In your Amazon account,/);
    expect(renderSsml([line('registerEmail')], speaker)).toMatch(
      /In <alexa:name type="first" personId="amzn1.ask.person.TARO"\/>'s Amazon account,/,
    );
  });

  it('stand between sentences that a blank keeps apart', () => {
    expect(renderSsml([line('orderNotPlaced'), line('cartKept')], LISTENER)).toBe(
      'Your order has not been placed. Your cart has been kept.',
    );
  });
});

describe('a Japanese counter', () => {
  it('is the same for one and for many', () => {
    const words = { 袋: { one: '袋', other: 'ふくろ' } };
    const added = (quantity: number) =>
      renderText([line('added', { name: '豆', counter: '袋', quantity })], { merchantName: '店', words });

    expect([added(1), added(2)]).toEqual([
      '豆を1ふくろ、カートに入れました。',
      '豆を2ふくろ、カートに入れました。',
    ]);
  });
});

describe('the language of a request', () => {
  it.each<[unknown, Locale]>([
    ['en-US', 'en-US'],
    ['ja-JP', 'ja-JP'],
    ['en-GB', 'ja-JP'],
    ['de-DE', 'ja-JP'],
    ['constructor', 'ja-JP'],
    ['', 'ja-JP'],
    [undefined, 'ja-JP'],
    [7, 'ja-JP'],
  ])('%s is answered in %s', (locale, language) => {
    expect(localeOf(locale)).toBe(language);
  });
});
