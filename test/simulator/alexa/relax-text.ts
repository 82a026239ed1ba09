import { CLOSED_FORMS, CLOSING_WORDS, LEADING_FILLERS, REQUEST_ENDINGS } from './filler-table';

const longestFirst = (words: readonly string[]): string =>
  [...words].sort((one, other) => other.length - one.length).join('|');

const LEADING = new RegExp(`^(?:${longestFirst(LEADING_FILLERS)})+`);
const CLOSING = new RegExp(`(${longestFirst(CLOSED_FORMS)})(?:${longestFirst(CLOSING_WORDS)})+$`);
const REQUEST = new RegExp(`([てで])(?:${longestFirst(REQUEST_ENDINGS)})$`);
const MORE_POLITE = /(ます)か$/;

/** Counts the characters of fillers at the head of a folded utterance: 0 when there are none. */
export function leadingFillerLength(text: string): number {
  return LEADING.exec(text)?.[0].length ?? 0;
}

/**
 * Takes the politeness off the end of a folded text: 追加してもらえますか and 追加してくださいね become 追加して,
 * 注文したいんですけど becomes 注文したい. Applied to samples and utterances alike; never lengthens a text.
 */
export function relaxEnding(text: string): string {
  return text.replace(CLOSING, '$1').replace(REQUEST, '$1').replace(MORE_POLITE, '$1');
}
