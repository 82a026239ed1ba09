import * as fc from 'fast-check';
import { parseSsml } from '../../../simulator/alexa/parse-ssml';
import { ssmlToText } from '../../../simulator/alexa/ssml-text';

const HANAKO = { personId: 'amzn1.ask.person.c', givenName: 'はなこ' };

describe('well-formed SSML', () => {
  it.each([
    ['<speak>はい。</speak>', 'はい。'],
    ['<speak>はい。<break time="500ms"/>どうぞ。</speak>', 'はい。どうぞ。'],
    ['<speak><alexa:name type="first" personId="amzn1.ask.person.c"/>さんの</speak>', 'はなこさんの'],
    ['<speak><alexa:name type="first" personId="amzn1.ask.person.other"/>さん</speak>', 'さん'],
    [
      '<speak>電話は<say-as interpret-as="telephone">0312345678</say-as>です。</speak>',
      '電話は0312345678です。',
    ],
    ['<speak><sub alias="アマゾンペイ">Amazon Pay</sub>です。</speak>', 'アマゾンペイです。'],
    ['<speak>A &amp; B &lt; &#12354;&#x3042;</speak>', 'A & B < ああ'],
    ["<speak><p><s><prosody rate='slow'>ゆっくり</prosody></s></p></speak>", 'ゆっくり'],
    ['<speak><amazon:effect name="whispered">ひそひそ</amazon:effect><audio src="x"/></speak>', 'ひそひそ'],
    [
      '<speak><!-- note --><lang xml:lang="en-US"><voice name="Joanna"><w role="amazon:VB">go</w></voice></lang></speak>',
      'go',
    ],
    ['<speak><emphasis level="strong">とても</emphasis><phoneme ph="x">箸</phoneme></speak>', 'とても箸'],
    [' <speak> はい。\n どうぞ。 </speak> ', 'はい。 どうぞ。'],
  ])('%s is heard as %s', (ssml, words) => {
    expect(ssmlToText(ssml, HANAKO)).toBe(words);
  });

  it('speaks no name to a buyer nobody recognised', () => {
    expect(
      ssmlToText('<speak><alexa:name type="first" personId="p"/>様</speak>', { givenName: 'はなこ' }),
    ).toBe('様');
  });
});

describe('malformed SSML', () => {
  it.each([
    ['はい。', '<speak> is not the only root'],
    ['', 'there is no <speak>'],
    ['<p>はい。</p>', '<speak> is not the only root'],
    ['<speak>はい。', '<speak> is not closed'],
    ['<speak>はい。</speak>どうぞ', '<speak> is not the only root'],
    ['<speak>1</speak><speak>2</speak>', '<speak> is not the only root'],
    ['<speak><p>はい。</speak></p>', '</speak> closes nothing that is open'],
    ['<speak>A & B</speak>', `'&' is not escaped in "A & B"`],
    ['<speak>1 < 2</speak>', '"< 2</speak>" is no well-formed tag'],
    ['<speak><b>太字</b></speak>', 'Alexa knows no tag <b>'],
    ['<speak><break time=1s/></speak>', '"<break time=1s/>" is no well-formed tag'],
    ['<speak><break time="1s" time="2s"/></speak>', '<break> has the attribute time twice'],
    ['<speak><alexa:name type="first"/></speak>', '<alexa:name> needs type="first" and a personId'],
    [
      '<speak><alexa:name type="last" personId="p"/></speak>',
      '<alexa:name> needs type="first" and a personId',
    ],
    ['<speak>&#0;</speak>', 'a character reference names no character'],
    ['<speak>&nbsp;</speak>', `'&' is not escaped in "&nbsp;"`],
  ])('%s: %s', (ssml, fault) => {
    expect(parseSsml(ssml)).toStrictEqual({ fault });
    expect(ssmlToText(ssml, HANAKO)).toBe(ssml);
  });

  it('never throws, whatever the text', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '/',
      '&',
      ';',
      '"',
      '=',
      ' ',
      'speak',
      '<speak>',
      '</speak>',
      '<p>',
      'あ',
      '#x110000',
    );

    fc.assert(
      fc.property(fc.string({ unit: piece, maxLength: 12 }), (ssml) => {
        expect(Object.keys(parseSsml(ssml))).toHaveLength(1);
      }),
      { seed: 20261122, numRuns: 1000 },
    );
  });
});
