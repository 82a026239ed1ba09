import type { FoldedText } from './fold-text';
import type { SamplePattern } from './sample-pattern';
import type { SlotHeard, SlotReader } from './slot-values';

/** One way to read an utterance through a sample. */
export interface SampleMatch {
  readonly slots: Readonly<Record<string, SlotHeard>>;
  /** Characters matched by fixed words. */
  readonly literalLength: number;
  /** Characters taken by words that no slot type knows. */
  readonly unknownLength: number;
}

/** What a sample is matched with. */
export interface MatchInput {
  readonly utterance: FoldedText;
  /** Where the utterance begins and ends after fillers and politeness were taken off. */
  readonly from: number;
  readonly text: string;
  /** The reader of each slot of the intent, by slot name. */
  readonly readers: ReadonlyMap<string, SlotReader>;
  /** Fixed characters a sample must bring before a slot of it may take an unknown word; absent: never. */
  readonly fixedBeforeUnknown?: number;
}

/** Fewer unknown characters first, then more fixed words. */
export function isBetterMatch(one: SampleMatch, other: SampleMatch | undefined): boolean {
  if (other === undefined) return true;
  if (one.unknownLength !== other.unknownLength) return one.unknownLength < other.unknownLength;
  return one.literalLength > other.literalLength;
}

const withoutCounter = (literal: string): string => (literal.startsWith('つ') ? literal.slice(1) : literal);

/** A quick no for most samples. */
const endsLike = (text: string, tail: string): boolean =>
  text.endsWith(tail) || (tail.startsWith('つ') && text.endsWith(withoutCounter(tail)));

/**
 * Matches a whole utterance with one sample, trying every border between slots and fixed words.
 * Undefined when no reading uses up the utterance.
 */
export function matchSample(pattern: SamplePattern, input: MatchInput): SampleMatch | undefined {
  const { utterance, text, readers } = input;
  if (
    pattern.parts.length === 0 ||
    !text.startsWith(pattern.head, input.from) ||
    !endsLike(text, pattern.tail)
  ) {
    return undefined;
  }
  const unknownWords = pattern.literalLength >= (input.fixedBeforeUnknown ?? Infinity);
  const heard = new Map<string, SlotHeard>();
  let best: SampleMatch | undefined;

  const finish = (): void => {
    const unknownLength = [...heard.values()]
      .filter(({ kind }) => kind === 'unknown')
      .reduce((sum, { value }) => sum + value.length, 0);
    const match = { slots: Object.fromEntries(heard), literalLength: pattern.literalLength, unknownLength };
    if (isBetterMatch(match, best)) best = match;
  };

  const walk = (index: number, at: number, counterSaid: boolean): void => {
    const part = pattern.parts[index];
    if (part === undefined) {
      if (at === text.length) finish();
      return;
    }
    if ('literal' in part) {
      const literal = counterSaid ? withoutCounter(part.literal) : part.literal;
      if (text.startsWith(literal, at)) walk(index + 1, at + literal.length, false);
      return;
    }
    const reader = readers.get(part.slot);
    if (reader === undefined) return;
    const known = reader.read(utterance, at);
    const unknown = unknownWords ? (reader.readUnknown?.(utterance, at) ?? []) : [];
    for (const candidate of [...known, ...unknown]) {
      if (candidate.end > text.length) continue;
      heard.set(part.slot, candidate.heard);
      walk(index + 1, candidate.end, candidate.holdsCounter === 'つ');
      heard.delete(part.slot);
    }
  };

  walk(0, input.from, false);
  return best;
}
