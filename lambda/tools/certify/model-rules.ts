import { readPhrase } from './phrase';
import { type AskProject, type Intent } from './project';
import { LOCALE, unless, type Rule } from './rule';

/** Intents that certification or this shop's conversation needs. */
const REQUIRED_INTENTS = [
  'BrowseIntent',
  'OrderIntent',
  'RemoveItemIntent',
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
] as const;

/** How many example phrases the store shows. */
const EXAMPLE_PHRASES = 3;

/** Letters and digits, blanks, slots, and the four signs a sample may carry. */
const SAMPLE_TEXT = /^(?:[\p{L}\p{N}ー '.-]|\{\w+\})+$/u;

const MODEL_PAGE = 'Amazon: Interaction Model Schema';

/** What the interaction model has to hold, beyond what Amazon's schema checks. */
export const MODEL_RULES: readonly Rule[] = [
  {
    id: 'invocation-name',
    source: 'Amazon: Certify a Skill with Amazon Pay (the invocation name is the seller’s name)',
    find: ({ model, shop }) =>
      unless(
        model.invocationName === shop.merchantName && model.invocationName === shop.invocationName,
        `let the invocation name of the model and of shop.json be the merchant name ${shop.merchantName}`,
      ),
  },
  {
    id: 'required-intents',
    source: 'Amazon: certification of custom skills and of skills with Amazon Pay',
    find: ({ model }) =>
      REQUIRED_INTENTS.flatMap((required) =>
        unless(
          model.intents.some(({ name }) => name === required),
          `add the intent ${required} to the model`,
        ),
      ),
  },
  {
    id: 'own-intents-have-samples',
    source: MODEL_PAGE,
    find: ({ model }) =>
      model.intents.flatMap(({ name, samples }) =>
        unless(name.startsWith('AMAZON.') || samples.length > 0, `give ${name} sample utterances`),
      ),
  },
  {
    id: 'slots-declared',
    source: MODEL_PAGE,
    find: ({ model }) =>
      model.intents.flatMap((intent) =>
        undeclaredSlots(intent).map(
          (slot) => `declare the slot ${slot} in ${intent.name}, or take it out of its samples`,
        ),
      ),
  },
  {
    id: 'slot-types-declared',
    source: MODEL_PAGE,
    find: ({ model }) =>
      model.intents.flatMap(({ name, slots }) =>
        slots.flatMap(({ type }) =>
          unless(
            type.startsWith('AMAZON.') || model.types.some((known) => known.name === type),
            `declare the slot type ${type} that ${name} uses`,
          ),
        ),
      ),
  },
  {
    id: 'sample-text',
    source: 'Amazon: rules for sample utterances (no punctuation)',
    find: ({ model }) =>
      model.intents.flatMap((intent) =>
        samplesOf(intent).flatMap((sample) =>
          unless(
            SAMPLE_TEXT.test(sample),
            `take signs and punctuation out of the sample 「${sample}」 of ${intent.name}`,
          ),
        ),
      ),
  },
  {
    id: 'products-in-model',
    source: 'this product: the model understands every product of shop.json',
    find: ({ model, shop }) =>
      shop.products.flatMap(({ id, name, synonyms }) => {
        const values = model.types.flatMap((type) => type.values).filter((value) => value.id === id);
        const words = values.flatMap((value) => [value.name.value, ...value.name.synonyms]);
        return [name, ...synonyms].flatMap((word) =>
          unless(words.includes(word), `add ${word} to the slot value ${id} of the model`),
        );
      }),
  },
  {
    id: 'example-phrases',
    source: 'Amazon: example phrases come from the sample utterances, with the invocation name',
    find: findPhraseFaults,
  },
];

function findPhraseFaults({ manifest, model }: AskProject): readonly string[] {
  const phrases = manifest.publishingInformation.locales[LOCALE]?.examplePhrases ?? [];
  const faulty = phrases.filter((phrase) => {
    const meaning = readPhrase(phrase, model);
    return !(meaning.kind === 'opens' || (meaning.kind === 'asks' && meaning.intents.length === 1));
  });
  return [
    ...unless(phrases.length === EXAMPLE_PHRASES, `give ${EXAMPLE_PHRASES} example phrases`),
    ...faulty.map(
      (phrase) =>
        `let the example phrase 「${phrase}」 be wake word, invocation name and a sample utterance of one intent`,
    ),
  ];
}

function samplesOf({ samples, slots }: Intent): readonly string[] {
  return [...samples, ...slots.flatMap((slot) => slot.samples)];
}

function undeclaredSlots(intent: Intent): readonly string[] {
  const used = samplesOf(intent).flatMap((sample) =>
    [...sample.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name ?? ''),
  );
  return [...new Set(used)].filter((name) => !intent.slots.some((slot) => slot.name === name));
}
