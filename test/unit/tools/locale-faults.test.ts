import english from '../../../interactionModels/custom/en-US.json';
import japanese from '../../../interactionModels/custom/ja-JP.json';
import shopFile from '../../../lambda/src/shop/shop.json';
import { modelDifferences, speechFaults } from '../../../lambda/tools/packaging/locale-faults';

const JAPANESE = { locale: 'ja-JP', model: japanese };
const ENGLISH = { locale: 'en-US', model: english };

/** The English model with one piece of its text exchanged. */
function englishWith(from: string, to: string): typeof ENGLISH {
  const text = JSON.stringify(english);
  expect(text).toContain(from);
  return { locale: 'en-US', model: JSON.parse(text.replace(from, to)) };
}

describe('the models of all locales', () => {
  it('have the same intents and slots', () => {
    expect(modelDifferences([JAPANESE, ENGLISH])).toEqual([]);
    expect(modelDifferences([JAPANESE])).toEqual([]);
    expect(modelDifferences([])).toEqual([]);
  });

  it.each<[string, typeof ENGLISH, readonly string[]]>([
    [
      'an intent of another name',
      englishWith('"name":"CartIntent"', '"name":"BasketIntent"'),
      [
        'interactionModels/custom/en-US.json: CartIntent of ja-JP is missing',
        'interactionModels/custom/ja-JP.json: BasketIntent of en-US is missing',
      ],
    ],
    [
      'a slot of another type',
      englishWith('"type":"AMAZON.NUMBER"', '"type":"AMAZON.FOUR_DIGIT_NUMBER"'),
      [
        'interactionModels/custom/en-US.json: OrderIntent {quantity: AMAZON.NUMBER} of ja-JP is missing',
        'interactionModels/custom/ja-JP.json: OrderIntent {quantity: AMAZON.FOUR_DIGIT_NUMBER} of en-US is missing',
      ],
    ],
  ])('are refused with %s', (_title, model, faults) => {
    expect(modelDifferences([JAPANESE, model])).toEqual(faults);
  });

  it('differ in everything from a model without intents', () => {
    expect(modelDifferences([JAPANESE, { locale: 'en-US', model: {} }]).length).toBeGreaterThan(19);
  });
});

describe('a locale that skill.json publishes', () => {
  it('is spoken: it has sentences and words for the goods', () => {
    expect(speechFaults('ja-JP', {})).toEqual([]);
    expect(speechFaults('en-US', shopFile)).toEqual([]);
  });

  it('is refused without either', () => {
    expect(speechFaults('de-DE', shopFile)).toEqual([
      'skill.json: publishes de-DE, but lambda/src/voice speaks no de-DE',
    ]);
    expect(speechFaults('en-US', { ...shopFile, translations: {} })).toEqual([
      'shop.json: translations.en-US is missing, skill.json publishes it',
    ]);
  });

  it('says nothing of words in a shop file that cannot be read', () => {
    expect(speechFaults('en-US', undefined)).toEqual([]);
  });
});
