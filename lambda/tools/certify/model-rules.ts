import { inModels, modelRule } from './each-model';
import { type AskProject, type Intent, type LanguageModel } from './project';
import { type Fault, type Rule } from './rule';

/** Intents of Amazon's that a conversation cannot do without. */
const BUILT_IN_INTENTS = [
  'AMAZON.HelpIntent',
  'AMAZON.StopIntent',
  'AMAZON.CancelIntent',
  'AMAZON.FallbackIntent',
  'AMAZON.NavigateHomeIntent',
  'AMAZON.YesIntent',
  'AMAZON.NoIntent',
  'AMAZON.RepeatIntent',
] as const;

/** What a skill that sells has to understand, and which intent of this shop does it. */
const ORDER_INTENTS = {
  CartIntent: 'order summary',
  CheckoutIntent: 'order confirmation, followed by a yes to the recap',
  CancelOrderIntent: 'cancelling an order',
  RefundIntent: 'asking for a refund',
  OrderStatusIntent: 'how the order stands',
  SupportIntent: 'how to reach the seller',
} as const;

/** Letters and digits, blanks, slots, and the four signs a sample may carry. */
const SAMPLE_TEXT = /^(?:[\p{L}\p{N}ー '.-]|\{\w+\})+$/u;

/** Slots that could only be meant for a code of the skill's own. */
const CODE_TYPES = ['AMAZON.FOUR_DIGIT_NUMBER'] as const;

const MODEL_PAGE = 'Amazon: Interaction Model Schema';

/** What each interaction model has to hold, beyond what Amazon's schema checks. */
export const MODEL_RULES: readonly Rule[] = [
  modelRule('built-in-intents', 'Amazon: certification of custom skills', ({ intents }) =>
    missingIn(intents, BUILT_IN_INTENTS).map((name) => `add the intent ${name}`),
  ),
  modelRule(
    'order-intents',
    'Amazon’s sample skill for Amazon Pay: order summary, confirmation, cancel and refund are required',
    ({ intents }) =>
      missingIn(intents, Object.keys(ORDER_INTENTS)).map(
        (name) =>
          `add the intent ${name} (${Object.entries(ORDER_INTENTS).find(([key]) => key === name)?.[1] ?? ''})`,
      ),
  ),
  modelRule('own-intents-have-samples', MODEL_PAGE, ({ intents }) =>
    intents
      .filter(({ name, samples }) => !name.startsWith('AMAZON.') && samples.length === 0)
      .map(({ name }) => `give ${name} sample utterances`),
  ),
  modelRule('slots-declared', MODEL_PAGE, ({ intents }) =>
    intents.flatMap((intent) =>
      usedSlots(intent)
        .filter((used) => !intent.slots.some(({ name }) => name === used))
        .map((slot) => `declare the slot ${slot} in ${intent.name}, or take it out of its samples`),
    ),
  ),
  modelRule('slots-used', MODEL_PAGE, ({ intents }) =>
    intents.flatMap((intent) =>
      intent.slots
        .filter(({ name }) => !usedSlots(intent).includes(name))
        .map(({ name }) => `use the slot ${name} in a sample of ${intent.name}, or take it out`),
    ),
  ),
  modelRule('slot-types-declared', MODEL_PAGE, ({ intents, types }) =>
    intents.flatMap(({ name, slots }) =>
      slots
        .filter(({ type }) => !type.startsWith('AMAZON.') && !types.some((known) => known.name === type))
        .map(({ type }) => `declare the slot type ${type} that ${name} uses`),
    ),
  ),
  modelRule('sample-text', 'Amazon: rules for sample utterances (no punctuation)', ({ intents }) =>
    intents.flatMap((intent) =>
      samplesOf(intent)
        .filter((sample) => !SAMPLE_TEXT.test(sample))
        .map((sample) => `take signs and punctuation out of the sample 「${sample}」 of ${intent.name}`),
    ),
  ),
  modelRule(
    'no-own-voice-code',
    'Amazon Pay for Alexa: the voice code is Amazon’s part (CustomerApprovalFailure, VoicePurchaseNotEnabled)',
    ({ intents }) =>
      intents.flatMap(({ name, slots }) =>
        slots
          .filter(({ type }) => CODE_TYPES.some((codeType) => codeType === type))
          .map((slot) => `take the slot ${slot.name} out of ${name}: Amazon asks for the voice code itself`),
      ),
  ),
  {
    id: 'same-intents',
    severity: 'error',
    when: 'always',
    source: 'this product: every locale understands the same requests',
    find: findMissingElsewhere,
  },
  {
    id: 'products-in-model',
    severity: 'error',
    when: 'always',
    source: 'this product: every locale understands every product of shop.json',
    find: ({ locales, shop }) =>
      inModels(locales, (model, { locale, word }) =>
        shop.products.flatMap(({ id, name, synonyms }) => {
          // Other locales have synonyms of their own.
          const spoken = locale === 'ja-JP' ? [name, ...synonyms] : [word(name)];
          return wordsMissing(model, id, spoken).map((missing) => `add ${missing} to the slot value ${id}`);
        }),
      ),
  },
];

/** What another locale understands and this one does not. */
function findMissingElsewhere({ locales }: AskProject): readonly Fault[] {
  const names = new Set(locales.flatMap(({ model }) => model?.intents.map(({ name }) => name) ?? []));
  return inModels(locales, ({ intents }) =>
    missingIn(intents, [...names]).map((name) => `add the intent ${name}, as in the other locales`),
  );
}

function missingIn(intents: readonly Intent[], names: readonly string[]): readonly string[] {
  return names.filter((name) => !intents.some((intent) => intent.name === name));
}

function wordsMissing({ types }: LanguageModel, id: string, spoken: readonly string[]): readonly string[] {
  const values = types.flatMap((type) => type.values).filter((value) => value.id === id);
  const known = values
    .flatMap(({ name }) => [name.value, ...name.synonyms])
    .map((known) => known.toLowerCase());
  return spoken.filter((word) => !known.includes(word.toLowerCase()));
}

function samplesOf({ samples, slots }: Intent): readonly string[] {
  return [...samples, ...slots.flatMap((slot) => slot.samples)];
}

function usedSlots(intent: Intent): readonly string[] {
  const used = samplesOf(intent).flatMap((sample) =>
    [...sample.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name ?? ''),
  );
  return [...new Set(used)];
}
