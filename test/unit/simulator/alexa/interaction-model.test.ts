import modelJson from '../../../../interactionModels/custom/ja-JP.json';
import shop from '../../../../lambda/src/shop/shop.json';
import { foldText } from '../../../simulator/alexa/fold-text';
import { parseInteractionModel } from '../../../simulator/alexa/interaction-model';
import { relaxEnding } from '../../../simulator/alexa/relax-text';
import { model } from './ja-model';

const samples = model.intents.flatMap(({ name, slots, samples: own }) => [
  ...own.map((sample) => ({ intent: name, sample })),
  ...slots.flatMap((slot) => slot.samples.map((sample) => ({ intent: `${name}.${slot.name}`, sample }))),
]);

/** Intents that share an utterance, after `key` made utterances comparable. */
function shared(key: (sample: string) => string): string[] {
  const intents = new Map<string, Set<string>>();
  for (const { name, samples: own } of model.intents) {
    for (const sample of own) {
      const known = intents.get(key(sample)) ?? new Set();
      intents.set(key(sample), known.add(name));
    }
  }
  return [...intents]
    .filter(([, names]) => names.size > 1)
    .map(([sample, names]) => `${sample}: ${[...names].join(', ')}`);
}

describe('the Japanese interaction model', () => {
  it('names the intents and slots that the handlers rely on', () => {
    const shape = model.intents.map(({ name, slots }) =>
      [name, ...slots.map((slot) => `${slot.name}:${slot.type}`)].join(' '),
    );

    expect(shape).toStrictEqual([
      'BrowseIntent product:PRODUCT',
      'OrderIntent product:PRODUCT quantity:AMAZON.NUMBER',
      'RemoveItemIntent product:PRODUCT',
      'CartIntent',
      'CheckoutIntent',
      'SubscribeIntent',
      'OrderStatusIntent',
      'CancelOrderIntent',
      'RefundIntent',
      'SupportIntent',
      'AMAZON.YesIntent',
      'AMAZON.NoIntent',
      'AMAZON.HelpIntent',
      'AMAZON.StopIntent',
      'AMAZON.CancelIntent',
      'AMAZON.FallbackIntent',
      'AMAZON.RepeatIntent',
      'AMAZON.NavigateHomeIntent',
      'AMAZON.StartOverIntent',
    ]);
  });

  it('lists exactly the products of the shop, with their names and synonyms', () => {
    const products = shop.products.map(({ id, name, synonyms }) => ({ id, name: { value: name, synonyms } }));

    expect(model.types).toStrictEqual([{ name: 'PRODUCT', values: products }]);
    expect(model.invocationName).toBe(shop.invocationName);
  });

  it('gives no sample to two intents', () => {
    expect(shared((sample) => foldText(sample).text)).toStrictEqual([]);
  });

  it('gives no two intents samples that differ in politeness only', () => {
    expect(shared((sample) => relaxEnding(foldText(sample).text))).toStrictEqual([]);
  });

  it('repeats no sample within an intent', () => {
    const seen = samples.map(({ intent, sample }) => `${intent}: ${sample}`);

    expect(seen.filter((sample, index) => seen.indexOf(sample) !== index)).toStrictEqual([]);
  });

  it('writes samples with the characters Japanese samples may have', () => {
    const faulty = samples.filter(({ sample }) => !/^(?:[\p{L}\p{M} ]|\{\w+\})+$/u.test(sample));

    expect(faulty).toStrictEqual([]);
  });

  it('sets slots off by single half-width blanks', () => {
    const faulty = samples.filter(({ sample }) => / {2}|^ | $|[^ ]\{|\}[^ ]/.test(sample));

    expect(faulty).toStrictEqual([]);
  });

  it('uses only declared slots in samples', () => {
    const faulty = model.intents.flatMap(({ slots, samples: own }) => {
      const declared = new Set(slots.map(({ name }) => `{${name}}`));
      const all = [...own, ...slots.flatMap((slot) => slot.samples)];
      return all.filter((sample) => (sample.match(/\{\w+\}/g) ?? []).some((slot) => !declared.has(slot)));
    });

    expect(faulty).toStrictEqual([]);
  });

  it('elicits product and quantity, and has a prompt for every slot it elicits', () => {
    const prompts = new Set(model.prompts.map(({ id }) => id));
    const elicited = model.dialogIntents.flatMap(({ name, slots }) =>
      slots
        .filter((slot) => slot.elicitationRequired)
        .map((slot) => ({ slot: `${name}.${slot.name}`, ...slot.prompts })),
    );

    expect(elicited.map(({ slot }) => slot)).toStrictEqual([
      'OrderIntent.product',
      'OrderIntent.quantity',
      'RemoveItemIntent.product',
    ]);
    expect(elicited.filter(({ elicitation = '' }) => !prompts.has(elicitation))).toStrictEqual([]);
  });

  it('leaves the dialog to the skill', () => {
    const { dialog } = modelJson.interactionModel;

    expect([dialog, ...dialog.intents].map(({ delegationStrategy }) => delegationStrategy)).toStrictEqual([
      'SKILL_RESPONSE',
      'SKILL_RESPONSE',
      'SKILL_RESPONSE',
    ]);
  });

  it('is refused with the path of the fault when a part is missing', () => {
    expect(() =>
      parseInteractionModel({ interactionModel: { languageModel: { intents: [{ name: 'A' }] } } }),
    ).toThrow('invocationName');
  });
});
