import fc from 'fast-check';
import { line, type LineValue } from '../../../lambda/src/voice/line';
import { isPromptKey, JA_JP, type PromptKey } from '../../../lambda/src/voice/prompts';
import { MissingValueError, renderSsml, renderText } from '../../../lambda/src/voice/render';

const SHOP = { merchantName: 'こえみせ珈琲' };
const KEYS = Object.keys(JA_JP).filter(isPromptKey);

/** Names of the placeholders of a sentence, read with a pattern of the test's own. */
function placeholders(key: PromptKey): readonly string[] {
  const names = [...JA_JP[key].matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  return names.filter((name) => name !== 'merchantName' && name !== 'activeUser');
}

/** Made-up values, each its own letter, so that a value in the wrong place shows. */
function madeUp(key: PromptKey): Record<string, LineValue> {
  return Object.fromEntries(placeholders(key).map((name) => [name, `〈${name}〉`]));
}

describe('every sentence of the catalogue', () => {
  it.each(KEYS)('%s speaks no placeholder', (key) => {
    for (const personId of [undefined, 'amzn1.ask.person.TARO']) {
      const spoken = renderSsml([line(key, madeUp(key))], { ...SHOP, personId });
      const shown = renderText([line(key, madeUp(key))], { ...SHOP, personId });

      expect(spoken).not.toMatch(/[{}\ue000]|undefined|null|NaN|\$/);
      expect(shown).not.toMatch(/[{}\ue000<>]|undefined|null|NaN|\$/);
      for (const name of placeholders(key)) expect(spoken).toContain(`〈${name}〉`);
    }
  });

  it.each(KEYS.filter((key) => placeholders(key).length > 0))(
    '%s fails loudly when a value is missing',
    (key) => {
      expect(() => renderSsml([line(key)], SHOP)).toThrow(MissingValueError);
      expect(() => renderText([line(key)], SHOP)).toThrow(MissingValueError);
    },
  );

  it('names the placeholder that has no value, under a stable code', () => {
    const missing = new MissingValueError('no value for {counter}');

    expect(() => renderText([line('askQuantity', { name: 'ブレンド' })], SHOP)).toThrow(missing);
    expect(missing.code).toBe('missingPromptValue');
  });

  it('is Japanese, without the symbols a voice cannot say, unless it is only read', () => {
    const spoken = KEYS.filter((key) => !/^(card|mail|page|screen)/.test(key));

    for (const key of spoken) expect(JA_JP[key]).not.toMatch(/[()（）%&#*_/\\<>[\]]|こちら|下の/);
  });

  it('stands in a snapshot, so that a change of wording is a visible difference', () => {
    expect(JA_JP).toMatchSnapshot();
  });
});

describe('no word but a key yields a sentence', () => {
  it.each(['constructor', '__proto__', 'toString', '', 'Welcome'])('"%s" is no key', (word) => {
    expect(isPromptKey(word)).toBe(false);
  });

  it('"welcome" is one', () => {
    expect(isPromptKey('welcome')).toBe(true);
  });
});

describe('values put into a sentence', () => {
  const spoken = (value: LineValue) => renderSsml([line('removed', { name: value })], SHOP);
  const shown = (value: LineValue) => renderText([line('removed', { name: value })], SHOP);

  it('are escaped in speech and plain on a card', () => {
    expect(spoken(`<b>"T&M's"</b>`)).toBe(
      '&lt;b&gt;&quot;T&amp;M&apos;s&quot;&lt;/b&gt;をカートから外しました。',
    );
    expect(shown(`<b>"T&M's"</b>`)).toBe(`<b>"T&M's"</b>をカートから外しました。`);
  });

  it('are escaped once, whatever they hold already', () => {
    expect(spoken('&amp;')).toBe('&amp;amp;をカートから外しました。');
  });

  it.each([
    ['a control character', '豆\u0000\u0007\n\u007f\u0085'],
    ['a lone high surrogate', '豆\ud842'],
    ['a lone low surrogate', '\udfb7豆'],
    ['a private character', '豆\ue000\uf8ff\u{f0000}'],
    ['no character at all', '豆\uffff\ufdd0'],
  ])('lose %s', (_title, value) => {
    expect(spoken(value)).toBe('豆をカートから外しました。');
    expect(shown(value)).toBe('豆をカートから外しました。');
  });

  it('keep kanji beyond the first plane', () => {
    expect(spoken('𠮷野家')).toBe('𠮷野家をカートから外しました。');
  });

  it('cannot call the speaker by name', () => {
    const listener = { ...SHOP, personId: 'amzn1.ask.person.TARO' };

    expect(renderSsml([line('removed', { name: '\ue000さんの' })], listener)).toBe(
      'さんのをカートから外しました。',
    );
    expect(renderSsml([line('removed', { name: '{activeUser}さんの' })], listener)).toBe(
      '{activeUser}さんのをカートから外しました。',
    );
  });

  it.each([
    '{counter}',
    '{quantity}',
    '{merchantName}',
    '{name}',
    '$t(welcome)',
    '$t(welcome, {"name":1})',
    '$&$1$$',
    '{',
    '}',
    '{{x}}',
  ])('that look like a placeholder stay text: %s', (value) => {
    expect(renderText([line('recapItem', { name: value, quantity: 2, counter: '袋' })], SHOP)).toBe(
      `${value}2袋`,
    );
    expect(renderText([line('recapItem', { name: '豆', quantity: value, counter: '袋' })], SHOP)).toBe(
      `豆${value}袋`,
    );
    expect(renderText([line('recapItem', { name: '豆', quantity: 2, counter: value })], SHOP)).toBe(
      `豆2${value}`,
    );
    expect(renderText([line('welcome')], { merchantName: value, sells: 'コーヒー' })).toBe(
      `${value}へようこそ。コーヒーのご注文を承ります。`,
    );
  });

  it('stand in their own place, whatever text they are', () => {
    const part = fc.oneof(
      fc.constantFrom('{name}', '{quantity}', '{counter}', '$t(help)', '$&', '{', '}', '}{', '-', ', '),
      fc.string({ unit: 'grapheme-ascii' }),
    );
    fc.assert(
      fc.property(part, part, part, (name, quantity, counter) => {
        expect(renderText([line('recapItem', { name, quantity, counter })], SHOP)).toBe(
          name + quantity + counter,
        );
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  it('never break the SSML', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(spoken(value)).not.toMatch(/[<>"'\p{Cc}\p{Co}\p{Cs}]|&(?!amp;|lt;|gt;|quot;|apos;)/u);
      }),
      { numRuns: 1000, seed: 2 },
    );
  });

  it('may be numbers, digits one by one, a telephone number and sentences of their own', () => {
    expect(spoken(0)).toBe('0をカートから外しました。');
    expect(spoken({ digits: '261122-<1>' })).toBe(
      '<say-as interpret-as="digits">261122-&lt;1&gt;</say-as>をカートから外しました。',
    );
    expect(spoken({ telephone: '03-1234-5678' })).toBe(
      '<say-as interpret-as="telephone">03-1234-5678</say-as>をカートから外しました。',
    );
    expect(shown({ digits: '261122-1' })).toBe('261122-1をカートから外しました。');
    expect(shown({ telephone: '03-1234-5678' })).toBe('03-1234-5678をカートから外しました。');
    const list = [line('askProduct'), line('recapItem', { name: '<豆>', quantity: 1, counter: '袋' })];
    expect(spoken({ list })).toBe('どの商品になさいますか。、&lt;豆&gt;1袋をカートから外しました。');
  });

  it('digits and telephone numbers lose forbidden characters on a card too', () => {
    expect(renderSsml([line('removed', { name: { digits: '1\u00002' } })], SHOP)).toBe(
      '<say-as interpret-as="digits">12</say-as>をカートから外しました。',
    );
  });

  it('an empty value is a value', () => {
    expect(spoken('')).toBe('をカートから外しました。');
  });
});

describe('several sentences', () => {
  it('follow each other in speech and stand in lines of their own on a card', () => {
    const lines = [line('orderNotPlaced'), line('cartKept')];

    expect(renderSsml(lines, SHOP)).toBe('ご注文は確定していません。カートは残してあります。');
    expect(renderText(lines, SHOP)).toBe('ご注文は確定していません。\nカートは残してあります。');
    expect(renderSsml([], SHOP)).toBe('');
  });
});
