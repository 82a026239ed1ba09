import { SPELLINGS } from './spelling-table';

/** An utterance made comparable, with the way back to what was spoken. */
export interface FoldedText {
  /** Hiragana, ASCII digits and readings; no blanks, no punctuation. */
  readonly text: string;
  /** The words between two positions of `text`, as spoken (NFKC, without blanks and punctuation). */
  readonly spokenBetween: (from: number, to: number) => string;
}

const KATAKANA_TO_HIRAGANA = 0x60;
const NOT_SPOKEN = /[\p{P}\p{S}\p{Z}\p{C}]/gu;
const READING = new Map(SPELLINGS);
const WRITTEN = new RegExp(
  [...READING.keys()].sort((one, other) => other.length - one.length).join('|'),
  'g',
);

/** Each replacement keeps the length, so that positions stay those of the spoken text. */
function toHiragana(text: string): string {
  return text
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(/[ヵヶ]/g, 'か')
    .replace(/[ァ-ヴ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - KATAKANA_TO_HIRAGANA));
}

/**
 * Folds an utterance so that two ways of writing the same words become equal: NFKC, no blanks or punctuation,
 * katakana as hiragana, frequent kanji by their reading. Kanji numerals stay (see `number-words.ts`).
 * Any string is accepted; one without a spoken character gives an empty `text`.
 * @see ask-cli.md, section 8, "A faithful matcher needs"
 */
export function foldText(written: string): FoldedText {
  const spoken = written.normalize('NFKC').replace(NOT_SPOKEN, '');
  const kana = toHiragana(spoken);
  const starts: number[] = [];
  let text = '';
  let done = 0;
  const copyUpTo = (end: number): void => {
    for (; done < end; done += 1) {
      starts.push(done);
      text += kana.charAt(done);
    }
  };
  for (const match of kana.matchAll(WRITTEN)) {
    const reading = READING.get(match[0]) ?? match[0];
    copyUpTo(match.index);
    starts.push(...Array<number>(reading.length).fill(match.index));
    text += reading;
    done = match.index + match[0].length;
  }
  copyUpTo(kana.length);
  return {
    text,
    spokenBetween: (from, to) => spoken.slice(starts[from] ?? spoken.length, starts[to] ?? spoken.length),
  };
}
