import { findMissingPrompts } from './dialog-prompts';
import { modelRule } from './each-model';
import { type Intent } from './project';
import { type Rule } from './rule';

/** What an interaction model names without having it, and what it has twice. Amazon's schema sees neither. */
export const MODEL_CLASH_RULES: readonly Rule[] = [
  {
    id: 'dialog-prompts',
    severity: 'error',
    when: 'always',
    source: 'Amazon: Interaction Model Schema (a dialog refers to its prompts by their id)',
    find: ({ files, locales }) =>
      locales.flatMap(({ locale, modelFile }) =>
        findMissingPrompts(files.models[locale]).map(({ where, id }) => ({
          file: modelFile,
          fix: `add the prompt ${id} that the dialog of ${where} asks for, or take it out there`,
        })),
      ),
  },
  modelRule(
    'sample-of-one-intent',
    'Amazon: Find Utterance Conflicts in Your Model (which of the intents is meant is not certain, and may change)',
    ({ intents }) =>
      sharedBy(intents.flatMap(meanings)).map(
        ([{ sample }, names]) =>
          `leave the sample 「${sample}」 to one of ${names.join(', ')}: it is in all of them`,
      ),
  ),
  modelRule(
    'slot-value-ids',
    'Amazon: Entity Resolution for Custom Slot Types (the id of a value is unique)',
    ({ types }) =>
      types.flatMap(({ name, values }) => {
        const ids = values.flatMap(({ id }) => (id === undefined ? [] : [id]));
        const doubled = new Set(ids.filter((id, at) => ids.indexOf(id) !== at));
        return [...doubled].map((id) => `give the values ${id} of the slot type ${name} an id each`);
      }),
  ),
];

/** A sample of an intent. `meaning`: what Alexa tells it from others by, the types of its slots and not their names. */
interface Sample {
  readonly intent: string;
  readonly sample: string;
  readonly meaning: string;
}

function meanings({ name, slots, samples }: Intent): readonly Sample[] {
  const typeOf = (slotName: string): string => slots.find((slot) => slot.name === slotName)?.type ?? slotName;
  return samples.map((sample) => ({
    intent: name,
    sample,
    meaning: sample
      .toLowerCase()
      .replaceAll(/\s+/gu, ' ')
      .trim()
      .replaceAll(/\{(\w+)\}/gu, (_slot, slotName: string) => `{${typeOf(slotName)}}`),
  }));
}

/** Each meaning that more than one intent has: its first sample, and the intents. */
function sharedBy(samples: readonly Sample[]): readonly (readonly [Sample, readonly string[]])[] {
  const byMeaning = new Map<string, readonly [Sample, ...Sample[]]>();
  for (const sample of samples) {
    const known = byMeaning.get(sample.meaning);
    byMeaning.set(sample.meaning, known === undefined ? [sample] : [...known, sample]);
  }
  return [...byMeaning.values()]
    .map((same) => [same[0], [...new Set(same.map(({ intent }) => intent))]] as const)
    .filter(([, names]) => names.length > 1);
}
