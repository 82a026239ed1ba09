import { createInstance, type i18n } from 'i18next';
import { type Shop } from '../shop/shop';
import { type Language, type Word } from './language';
import { LANGUAGES, type Locale, SHOP_LOCALE } from './languages';
import { type Line, type LineValue } from './line';
import { isSpokenKey, JA_JP } from './prompts';

/**
 * What a rendering needs beside the lines. `sells`, `orderExample`: the shop’s own words on itself; absent in mails and on
 * pages, which never say them. `personId`: Alexa's id of the recognised speaker, when there is one.
 * `locale`: of the request; absent in mails and on pages, which are Japanese. `words`: the shop's own words in that
 * language, by the Japanese ones; a word without an entry is said as it is.
 */
export interface Listener extends Pick<Shop, 'merchantName'>, Partial<Pick<Shop, 'sells' | 'orderExample'>> {
  readonly personId?: string | undefined;
  readonly locale?: Locale | undefined;
  readonly words?: Readonly<Record<string, Word>> | undefined;
}

/** The two forms of a sentence: for the ear (SSML inside `<speak>`) and for the eye (a card's plain text). */
type Form = 'ssml' | 'text';

/** A placeholder without a value is our defect: it must fail a test, never be spoken. */
export class MissingValueError extends Error {
  readonly code = 'missingPromptValue';
}

/**
 * Renders lines as SSML without the surrounding `<speak>`, in the listener's language. Every value is escaped;
 * `{activeUser}さんの` becomes Alexa's name tag for a recognised speaker and disappears otherwise.
 * @throws MissingValueError when a placeholder has no value
 * @see outcome-table.md, section 7 (conflicts 4 and 5); DESIGN.md, rules that hold everywhere
 */
export function renderSsml(lines: readonly Line[], listener: Listener): string {
  return lines.map((line) => renderLine(line, listener, 'ssml')).join(languageOf(listener).between);
}

/**
 * Renders lines as plain text for a card, one line each.
 * @throws MissingValueError when a placeholder has no value
 */
export function renderText(lines: readonly Line[], listener: Listener): string {
  return lines.map((line) => renderLine(line, listener, 'text')).join('\n');
}

const CATALOGUE: i18n = createInstance();
void CATALOGUE.init({
  lng: SHOP_LOCALE,
  initAsync: false,
  resources: { [SHOP_LOCALE]: { translation: JA_JP } },
  keySeparator: false,
  nsSeparator: false,
  interpolation: { prefix: '{', suffix: '}', escapeValue: false, skipOnVariables: true },
  missingInterpolationHandler: (_text: string, match: RegExpExecArray) => {
    throw new MissingValueError(`no value for ${match[0]}`);
  },
});

/** Stands for the speaker until the values are in. Values are freed of it, so nothing a value holds becomes a tag. */
const ACTIVE_USER_MARK = '\ue000';

function languageOf({ locale = SHOP_LOCALE }: Listener): Language {
  return LANGUAGES[locale];
}

/** Sentences of mails and pages are Japanese in every language. */
function sentenceOf({ key, values = {} }: Line, listener: Listener): string {
  if (!isSpokenKey(key)) return JA_JP[key];
  const { sentences, withoutCounter = {} } = languageOf(listener);
  const { counter } = values;
  const isCountedByName = typeof counter === 'string' && entryOf(counter, listener) === null;
  return (isCountedByName ? withoutCounter[key] : undefined) ?? sentences[key];
}

function renderLine(line: Line, listener: Listener, form: Form): string {
  const { values = {} } = line;
  const language = languageOf(listener);
  const sentence = sentenceOf(line, listener);
  // Most sentences hold no placeholder: what they say is what the catalogue says.
  if (!sentence.includes('{')) return sentence;
  const words = wordsOf(values, listener);
  const spelt = language.momentWords(values);
  const rendered = Object.entries({ ...values, ...words, ...spelt }).map(
    ([name, value]): [string, string] => [name, renderValue(value, listener, form)],
  );
  const filled: Record<string, string> = {
    ...shopWords(listener, form),
    activeUser: ACTIVE_USER_MARK,
    ...Object.fromEntries(rendered),
  };
  const name = form === 'ssml' && listener.personId !== undefined ? nameTag(listener.personId) : undefined;
  return CATALOGUE.services.interpolator
    .interpolate(sentence, filled, SHOP_LOCALE, {})
    .replace(speakerPattern(language), (_match, suffix: string) => language.ownerOf(name, suffix));
}

/** What the shop says of itself, which no line has to bring along. */
function shopWords(listener: Listener, form: Form): Record<string, string> {
  const { merchantName, sells, orderExample } = listener;
  return Object.fromEntries(
    Object.entries({ merchantName, sells, orderExample }).flatMap(([name, text]) =>
      text === undefined ? [] : [[name, renderValue(wordOf(text, listener), listener, form)]],
    ),
  );
}

function speakerPattern({ speakerSuffix }: Language): RegExp {
  return new RegExp(`${ACTIVE_USER_MARK}(${speakerSuffix})`, 'g');
}

/** The shop's words among the values, in the listener's language and in the number that goes with them. */
function wordsOf(values: NonNullable<Line['values']>, listener: Listener): Record<string, string> {
  const quantity = typeof values['quantity'] === 'number' ? values['quantity'] : undefined;
  const texts = Object.entries(values).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts.map(([name, text]) => [name, wordOf(text, listener, quantity)]));
}

function wordOf(text: string, listener: Listener, quantity?: number): string {
  const word = entryOf(text, listener) ?? text;
  return typeof word === 'string' ? word : word[languageOf(listener).countedAs(quantity)];
}

function entryOf(text: string, { words = {} }: Listener): Word | undefined {
  return Object.hasOwn(words, text) ? words[text] : undefined;
}

function renderValue(value: LineValue, listener: Listener, form: Form): string {
  const language = languageOf(listener);
  if (typeof value === 'string') {
    const clean = escape(value, form);
    return form === 'text' ? clean : language.pronounced(clean);
  }
  if (typeof value === 'number') return String(value);
  if ('list' in value) return language.list(value.list.map((line) => renderLine(line, listener, form)));
  const [kind, text] = 'digits' in value ? ['digits', value.digits] : ['telephone', value.telephone];
  const clean = escape(text, form);
  return form === 'text' ? clean : `<say-as interpret-as="${kind}">${clean}</say-as>`;
}

function nameTag(personId: string): string {
  return `<alexa:name type="first" personId="${escape(personId, 'ssml')}"/>`;
}

/** `&` first, or the others would be escaped twice. */
const ENTITIES = [
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
] as const;

/** Control, private and unassigned characters and lone surrogates: Alexa would refuse the answer, and the mark is one. */
const FORBIDDEN = /[\p{Cc}\p{Co}\p{Cn}\p{Cs}]/gu;

function escape(text: string, form: Form): string {
  const clean = text.replace(FORBIDDEN, '');
  if (form === 'text') return clean;
  return ENTITIES.reduce((escaped, [character, entity]) => escaped.replaceAll(character, entity), clean);
}
