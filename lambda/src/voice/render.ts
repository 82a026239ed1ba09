import { createInstance, type i18n } from 'i18next';
import { type Line, type LineValue } from './line';
import { JA_JP } from './prompts';

/** What a rendering needs beside the lines. `personId`: Alexa's id of the recognised speaker, when there is one. */
export interface Listener {
  readonly merchantName: string;
  readonly personId?: string | undefined;
}

/** The two forms of a sentence: for the ear (SSML inside `<speak>`) and for the eye (a card's plain text). */
type Form = 'ssml' | 'text';

/** A placeholder without a value is our defect: it must fail a test, never be spoken. */
export class MissingValueError extends Error {
  readonly code = 'missingPromptValue';
}

/**
 * Renders lines as SSML without the surrounding `<speak>`. Every value is escaped; `{activeUser}さんの` becomes Alexa's
 * name tag for a recognised speaker and disappears otherwise.
 * @throws MissingValueError when a placeholder has no value
 * @see outcome-table.md, section 7 (conflicts 4 and 5); DESIGN.md, rules that hold everywhere
 */
export function renderSsml(lines: readonly Line[], listener: Listener): string {
  return lines.map((line) => renderLine(line, listener, 'ssml')).join('');
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
  lng: 'ja-JP',
  initAsync: false,
  resources: { 'ja-JP': { translation: JA_JP } },
  keySeparator: false,
  nsSeparator: false,
  interpolation: { prefix: '{', suffix: '}', escapeValue: false, skipOnVariables: true },
  missingInterpolationHandler: (_text: string, match: RegExpExecArray) => {
    throw new MissingValueError(`no value for ${match[0]}`);
  },
});

const PLAIN_KEYS: ReadonlySet<string> = new Set(
  Object.entries(JA_JP)
    .filter(([, sentence]) => !sentence.includes('{'))
    .map(([key]) => key),
);

/** Stands for the speaker until the values are in. Values are freed of it, so nothing a value holds becomes a tag. */
const ACTIVE_USER_MARK = '\ue000';
/** Both spellings of the sources: with and without a blank before さん. */
const ACTIVE_USER = /\ue000( ?さんの)/g;

function renderLine({ key, values = {} }: Line, listener: Listener, form: Form): string {
  // Most sentences hold no placeholder: what they say is what the catalogue says.
  if (PLAIN_KEYS.has(key)) return JA_JP[key];
  const rendered = Object.entries(values).map(([name, value]): [string, string] => [
    name,
    renderValue(value, listener, form),
  ]);
  const filled: Record<string, string> = {
    merchantName: escape(listener.merchantName, form),
    activeUser: ACTIVE_USER_MARK,
    ...Object.fromEntries(rendered),
  };
  const name = form === 'ssml' && listener.personId !== undefined ? nameTag(listener.personId) : undefined;
  return CATALOGUE.services.interpolator
    .interpolate(JA_JP[key], filled, 'ja-JP', {})
    .replace(ACTIVE_USER, (_match, suffix: string) => (name === undefined ? '' : name + suffix));
}

function renderValue(value: LineValue, listener: Listener, form: Form): string {
  if (typeof value === 'string') return escape(value, form);
  if (typeof value === 'number') return String(value);
  if ('list' in value) return value.list.map((line) => renderLine(line, listener, form)).join('、');
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
