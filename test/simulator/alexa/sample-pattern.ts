import { foldText } from './fold-text';
import { relaxEnding } from './relax-text';

/** A piece of a sample: fixed words, or the place of a slot. */
type PatternPart = { readonly literal: string } | { readonly slot: string };

/** One sample utterance ready for matching. */
export interface SamplePattern {
  readonly parts: readonly PatternPart[];
  /** Characters of fixed words: more of them is the better match. */
  readonly literalLength: number;
  readonly head: string;
  readonly tail: string;
}

function patternOf(parts: readonly PatternPart[]): SamplePattern {
  const literals = parts.map((part) => ('literal' in part ? part.literal : undefined));
  return {
    parts,
    literalLength: literals.reduce((sum, literal) => sum + (literal?.length ?? 0), 0),
    head: literals[0] ?? '',
    tail: literals.at(-1) ?? '',
  };
}

/** Reads a sample such as `{product} を {quantity} つ`; blanks and spelling do not matter. */
export function parseSample(sample: string): SamplePattern {
  const parts: PatternPart[] = [];
  for (const piece of sample.split(/(\{[^}]*\})/)) {
    const slot = /^\{\s*(?:[^|}]*\|)?\s*([^|}]*?)\s*\}$/.exec(piece)?.[1];
    if (slot !== undefined) parts.push({ slot });
    else if (foldText(piece).text !== '') parts.push({ literal: foldText(piece).text });
  }
  return patternOf(parts);
}

/** The same sample with a relaxed ending, to be matched with a relaxed utterance. */
export function relaxPattern(pattern: SamplePattern): SamplePattern {
  const last = pattern.parts.at(-1);
  if (last === undefined || !('literal' in last)) return pattern;
  return patternOf([...pattern.parts.slice(0, -1), { literal: relaxEnding(last.literal) }]);
}

/** The samples of a list that can end like a text, in their order: a quick no for most of them. */
export type SamplesByEnding = (text: string) => readonly SamplePattern[];

/**
 * Sorts samples by their last character. A sample that ends with a slot, or with a つ that the slot before it may already
 * hold, stands under every character.
 */
export function byEnding(patterns: readonly SamplePattern[]): SamplesByEnding {
  const isOpen = ({ tail }: SamplePattern): boolean => tail === '' || tail === 'つ';
  const open = patterns.filter(isOpen);
  const endings = new Set(patterns.map(({ tail }) => tail.at(-1)));
  const byLast = new Map(
    [...endings].map((last) => [
      last,
      patterns.filter((pattern) => isOpen(pattern) || pattern.tail.at(-1) === last),
    ]),
  );
  return (text) => byLast.get(text.at(-1)) ?? open;
}
