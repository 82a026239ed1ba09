import { type Intent, type LanguageModel } from './project';

const WAKE_WORD = 'アレクサ';

/** Ways to open a skill without asking for anything. */
const OPENINGS = ['を開いて', 'を起動して', 'をスタート'] as const;

/** Words between the invocation name and what is asked for. */
const LINKS = ['で', 'に', 'を使って'] as const;

/** A number as Alexa hears it, in digits or in kanji. */
const NUMBER = '(?:[0-9]+|[一二三四五六七八九十百]+)';

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
export function readPhrase(phrase: string, model: LanguageModel): PhraseMeaning {
  const start = WAKE_WORD + plain(model.invocationName);
  const spoken = plain(phrase);
  if (!spoken.startsWith(start)) {
    return { kind: 'not-invoking' };
  }
  const rest = spoken.slice(start.length);
  if (OPENINGS.some((opening) => rest === opening)) {
    return { kind: 'opens' };
  }
  const request = LINKS.flatMap((link) => (rest.startsWith(link) ? [rest.slice(link.length)] : []));
  const intents = model.intents.filter((intent) => request.some((words) => isSampleOf(words, intent, model)));
  return { kind: 'asks', intents: intents.map(({ name }) => name) };
}

function isSampleOf(words: string, intent: Intent, model: LanguageModel): boolean {
  return intent.samples.some((sample) => samplePattern(sample, intent, model).test(words));
}

/** The sample as a pattern: blanks gone, each `{slot}` standing for the values of its type. */
function samplePattern(sample: string, intent: Intent, model: LanguageModel): RegExp {
  const parts = plain(sample).split(/\{(\w+)\}/);
  // split with a group: text and slot names alternate.
  const source = parts.map((part, index) =>
    index % 2 === 0 ? escape(part) : slotPattern(part, intent, model),
  );
  return new RegExp(`^${source.join('')}$`, 'u');
}

function slotPattern(slotName: string, intent: Intent, model: LanguageModel): string {
  const typeName = intent.slots.find(({ name }) => name === slotName)?.type;
  const type = model.types.find(({ name }) => name === typeName);
  if (type === undefined) {
    return typeName === 'AMAZON.NUMBER' ? NUMBER : '.+';
  }
  const words = type.values.flatMap(({ name }) => [name.value, ...name.synonyms]);
  return `(?:${words.map((word) => escape(plain(word))).join('|')})`;
}

/** Full-width forms folded, blanks and punctuation dropped: Alexa hears none of them. */
function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s、。,.!?]/gu, '');
}

function escape(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
}
