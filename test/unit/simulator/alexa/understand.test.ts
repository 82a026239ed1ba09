import * as fc from 'fast-check';
import { BUILT_IN_PHRASES } from '../../../simulator/alexa/built-in-phrases-table';
import { foldText } from '../../../simulator/alexa/fold-text';
import { parseInvocation } from '../../../simulator/alexa/invocation';
import { parseInteractionModel } from '../../../simulator/alexa/interaction-model';
import { numberReadings } from '../../../simulator/alexa/number-words';
import { relaxEnding } from '../../../simulator/alexa/relax-text';
import { createUnderstanding } from '../../../simulator/alexa/understand';
import { hearPlainly } from './ja-model';

describe('the built-in intents', () => {
  it.each([
    ['はい', 'AMAZON.YesIntent'],
    ['うん', 'AMAZON.YesIntent'],
    ['お願いします', 'AMAZON.YesIntent'],
    ['はい、お願いします。', 'AMAZON.YesIntent'],
    ['オッケー', 'AMAZON.YesIntent'],
    ['いいえ', 'AMAZON.NoIntent'],
    ['やめとく', 'AMAZON.NoIntent'],
    ['結構です', 'AMAZON.NoIntent'],
    ['ヘルプ', 'AMAZON.HelpIntent'],
    ['使い方を教えて', 'AMAZON.HelpIntent'],
    ['止めて', 'AMAZON.StopIntent'],
    ['終了', 'AMAZON.StopIntent'],
    ['やめる', 'AMAZON.StopIntent'],
    ['キャンセル', 'AMAZON.CancelIntent'],
    ['もう一度', 'AMAZON.RepeatIntent'],
    ['もう1回言って', 'AMAZON.RepeatIntent'],
    ['最初から', 'AMAZON.StartOverIntent'],
    ['ホームに戻って', 'AMAZON.NavigateHomeIntent'],
    ['アレクサ、ヘルプ', 'AMAZON.HelpIntent'],
  ])('%s is %s', (utterance, intent) => {
    expect(hearPlainly(utterance)).toStrictEqual({ intent });
  });

  it('hear each of their phrases', () => {
    const misheard = Object.entries(BUILT_IN_PHRASES).flatMap(([intent, phrases]) =>
      phrases
        .filter((phrase) => hearPlainly(phrase).intent !== intent)
        .map((phrase) => `${phrase} → ${hearPlainly(phrase).intent}`),
    );

    expect(misheard).toStrictEqual([]);
  });

  it.each([
    ['注文をキャンセルして', { intent: 'CancelOrderIntent' }],
    ['ブレンドをキャンセルして', { intent: 'RemoveItemIntent', product: 'blend' }],
    ['ブレンドをお願いします', { intent: 'OrderIntent', product: 'blend' }],
    ['続ける', { intent: 'CheckoutIntent' }],
    ['続きから', { intent: 'CheckoutIntent' }],
    ['レジ', { intent: 'CheckoutIntent' }],
  ])('leave %s to the skill’s own intents', (utterance, heard) => {
    expect(hearPlainly(utterance)).toStrictEqual(heard);
  });

  it('work only in a model that declares them', () => {
    const model = parseInteractionModel({
      interactionModel: { languageModel: { invocationName: '店', intents: [{ name: 'AMAZON.YesIntent' }] } },
    });

    const { intentOf } = createUnderstanding(model);

    expect(intentOf('はい', 'known')?.intent).toBe('AMAZON.YesIntent');
    expect(intentOf('ヘルプ', 'guess')).toBeUndefined();
  });
});

describe('one product', () => {
  it.each([
    'ブレンドを2つください',
    'ぶれんどをふたつください',
    'ﾌﾞﾚﾝﾄﾞを２つ下さい',
    'ブレンド を 二つ ください!',
    'ブレンドを、ふたつ、ください。',
    'えっと、ブレンドを二つくださいね',
    'ブレンドを2つ頂けますか',
  ])('is understood however it is written: %s', (utterance) => {
    expect(hearPlainly(utterance)).toStrictEqual({ intent: 'OrderIntent', product: 'blend', quantity: 2 });
  });

  it('is the longest one that fits', () => {
    expect(hearPlainly('深煎りブレンドをください')).toStrictEqual({ intent: 'OrderIntent', product: 'dark' });
    expect(hearPlainly('こえみせブレンドをください')).toStrictEqual({
      intent: 'OrderIntent',
      product: 'blend',
    });
  });

  it('the shop does not sell is handed on as it was said', () => {
    expect(hearPlainly('紅茶を二つください')).toStrictEqual({
      intent: 'OrderIntent',
      unknown: '紅茶',
      quantity: 2,
    });
    expect(hearPlainly('はちみつをください')).toStrictEqual({ intent: 'OrderIntent', unknown: 'はちみつ' });
  });
});

describe('a sentence that is like no sample to the letter', () => {
  it.each([
    ['深煎りのほうを8袋お願いします', { intent: 'OrderIntent', product: 'dark', quantity: 8 }],
    ['送料はいくらかかりますか', { intent: 'CartIntent' }],
    ['頼んだコーヒーはいつ届きますか', { intent: 'OrderStatusIntent' }],
  ])('goes to the nearest one: %s', (utterance, heard) => {
    expect(hearPlainly(utterance)).toStrictEqual(heard);
  });

  it.each([
    ['ブレンドはおいくらですか', 'RemoveItemIntent'],
    ['ブレンドは苦いですか', 'RemoveItemIntent'],
    ['ブレンドを2つやめて', 'OrderIntent'],
    ['ドリップを二箱減らして', 'OrderIntent'],
  ])('changes no cart by a wrong guess: %s is no %s', (utterance, wrong) => {
    expect(hearPlainly(utterance).intent).not.toBe(wrong);
  });

  it('is no order when it only asks for the price', () => {
    expect(hearPlainly('ブレンドはいくらですか')).toStrictEqual({ intent: 'BrowseIntent', product: 'blend' });
  });
});

describe('what no sample fits', () => {
  it.each([
    '',
    '。。。',
    '今日の天気を教えて',
    '電気をつけて',
    '6時に起こして',
    'あ'.repeat(500),
    '{product} を',
  ])('falls back: %s', (utterance) => {
    expect(hearPlainly(utterance)).toStrictEqual({ intent: 'AMAZON.FallbackIntent' });
  });
});

describe('a number', () => {
  it.each([
    ['0', 0],
    ['9999', 9999],
    ['〇', 0],
    ['十', 10],
    ['二十', 20],
    ['二〇', 20],
    ['九十九', 99],
    ['百', 100],
    ['百五', 105],
    ['三百二十一', 321],
    ['千', 1000],
    ['九千九百九十九', 9999],
    ['じゅうに', 12],
    ['にじゅうご', 25],
    ['ひゃく', 100],
    ['さんびゃくろくじゅうご', 365],
    ['せんにひゃく', 1200],
    ['いっこ', 1],
    ['にふくろ', 2],
    ['よんはこ', 4],
    ['ひとふくろ', 1],
    ['ふたはこ', 2],
    ['いつつ', 5],
    ['ここのつ', 9],
    ['とお', 10],
  ])('%s is %d', (text, value) => {
    expect(numberReadings(text, 0)[0]?.value).toBe(value);
  });

  it.each(['12345', '十十', '百千', '〇百', '二〇二十', 'に', 'ごちそう', 'くださいな', 'っ', ''])(
    'is not %s',
    (text) => {
      expect(numberReadings(text, 0)).toStrictEqual([]);
    },
  );

  it('from 1 to 9999 is the same in digits and in kanji', () => {
    const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    const place = (count: number, unit: string): string =>
      count === 0 ? '' : `${count === 1 ? '' : digits[count]!}${unit}`;
    const kanji = (value: number): string =>
      place(Math.floor(value / 1000), '千') +
      place(Math.floor(value / 100) % 10, '百') +
      place(Math.floor(value / 10) % 10, '十') +
      digits[value % 10]!;

    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
        expect(numberReadings(kanji(value), 0)).toStrictEqual([{ end: kanji(value).length, value }]);
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });
});

describe('the invocation name', () => {
  it.each([
    'こえみせ珈琲を開いて',
    'こえみせ珈琲を開いてください',
    'こえみせコーヒーを起動して',
    'コエミセ珈琲をスタート',
    'アレクサ、こえみせ珈琲',
    'ねえアレクサ、こえみせ珈琲を使って',
  ])('opens the skill: %s', (utterance) => {
    expect(parseInvocation(utterance, 'こえみせ珈琲')).toStrictEqual({ kind: 'launch' });
  });

  it.each([
    ['こえみせ珈琲でブレンドを2つ注文して', ['ブレンドを2つ注文して']],
    ['こえみせ珈琲に注文の状況を聞いて', ['注文の状況を聞いて', '注文の状況']],
    ['こえみせ珈琲を使って会計して', ['会計して']],
    ['こえみせ珈琲を開いて、メニューを教えて', ['メニューを教えて']],
  ])('carries a request: %s', (utterance, requests) => {
    const invocation = parseInvocation(utterance, 'こえみせ珈琲');

    expect(invocation).toMatchObject({ kind: 'oneShot', requests: expect.arrayContaining(requests) });
  });

  it.each(['ブレンドを2つください', 'こえみせブレンドを開いて', 'こえみせ珈琲おいしいよね', 'アレクサ', ''])(
    'is not in %s',
    (utterance) => {
      expect(parseInvocation(utterance, 'こえみせ珈琲')).toBeUndefined();
    },
  );
});

describe('folding', () => {
  it('gives back what was spoken between two positions', () => {
    const folded = foldText('ｺｰﾋｰを 下さい!');

    expect(folded.text).toBe('こーひーをください');
    expect(folded.spokenBetween(0, 4)).toBe('コーヒー');
    expect(folded.spokenBetween(5, 9)).toBe('下さい');
  });

  it('changes nothing when done twice, and neither does relaxing, for any sentence', () => {
    const piece = fc.constantFrom(
      'ブレンド',
      '二',
      'つ',
      'を',
      'で',
      'て',
      '注文',
      'したい',
      'です',
      'ます',
      'か',
      'ください',
      'もらえ',
      'ね',
      'の',
      '🍵',
      'ｶﾞ',
    );

    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: piece })), (words) => {
        const { text } = foldText(words);
        expect(foldText(text).text).toBe(text);
        expect(relaxEnding(relaxEnding(text))).toBe(relaxEnding(text));
      }),
      { seed: 20261122, numRuns: 1000 },
    );
  });
});
