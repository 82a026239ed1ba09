import { type Language } from './language-table';
import { type Intent, type LanguageModel } from './project';

/** What a spoken phrase asks the skill for: to open, or one or more intents that have it among their samples. */
export type PhraseMeaning =
  | { readonly kind: 'not-invoking' }
  | { readonly kind: 'opens' }
  | { readonly kind: 'asks'; readonly intents: readonly string[] };

/**
 * Reads a phrase such as 「アレクサ、こえみせ珈琲でブレンドを2つください」 as a sample utterance of the model.
 * `not-invoking`: it lacks the wake word or the invocation name. `asks` with no intents: no sample says this.
 * @see Amazon: example phrases come from the sample utterances
 */
export function readPhrase(phrase: string, model: LanguageModel, language: Language): PhraseMeaning {
  const spoken = plain(phrase);
  const name = plain(model.invocationName);
  if (language.openings.some((opening) => plain(opening.replace('{name}', name)) === spoken))
    return { kind: 'opens' };
  const requests = language.askings.flatMap((asking) => {
    const start = plain(asking.replace('{name}', name).replace('{request}', ''));
    return spoken.startsWith(start) ? [spoken.slice(start.length)] : [];
  });
  if (requests.length === 0) return { kind: 'not-invoking' };
  const intents = model.intents.filter((intent) =>
    requests.some((words) => isSampleOf(words, { intent, model, language })),
  );
  return { kind: 'asks', intents: intents.map((intent) => intent.name) };
}

/** Whether a text tells how to open the skill by its invocation name. */
export function tellsHowToOpen(text: string, invocationName: string, { openings }: Language): boolean {
  return openings.some((opening) => plain(text).includes(plain(opening.replace('{name}', invocationName))));
}

interface Samples {
  readonly intent: Intent;
  readonly model: LanguageModel;
  readonly language: Language;
}

function isSampleOf(words: string, samples: Samples): boolean {
  return samples.intent.samples.some((sample) => samplePattern(sample, samples).test(words));
}

/** The sample as a pattern: blanks gone, each `{slot}` standing for the values of its type. */
function samplePattern(sample: string, samples: Samples): RegExp {
  // split with a group: text and slot names alternate.
  const source = sample
    .split(/\{(\w+)\}/)
    .map((part, index) => (index % 2 === 0 ? escape(plain(part)) : slotPattern(part, samples)));
  return new RegExp(`^${source.join('')}$`, 'u');
}

function slotPattern(slotName: string, { intent, model, language }: Samples): string {
  const typeName = intent.slots.find(({ name }) => name === slotName)?.type;
  const type = model.types.find(({ name }) => name === typeName);
  if (type === undefined) return typeName === 'AMAZON.NUMBER' ? language.number : '.+';
  const words = type.values.flatMap(({ name }) => [name.value, ...name.synonyms]);
  return `(?:${words.map((word) => escape(plain(word))).join('|')})`;
}

/** Full-width forms and capitals folded, blanks and punctuation dropped: Alexa hears none of them. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s、。,.!?'’]/gu, '');
}

function escape(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
}
