import type { FoldedText } from './fold-text';
import type { SlotHeard, SlotReader } from './slot-values';

/** An utterance with its slot values lifted out. */
interface SpottedText {
  /** The words around the values; each value leaves the mark of its slot. */
  readonly template: string;
  readonly slots: Readonly<Record<string, SlotHeard>>;
}

/** Counters as folded text: they belong to the number before them. */
const COUNTER = /^(?:つ|ふくろ|はこ|こ|かげつぶん|かげつ|せっと|ぱっく|てん)/;

/** The mark that stands for a slot in a template; a private-use character, so no utterance contains it. */
export function slotMark(index: number): string {
  return String.fromCharCode(0xe000 + index);
}

/** Takes the counter after each slot mark out of a template, as spotting a number does. */
export function withoutCounters(template: string): string {
  return template.replace(
    /([\ue000-\uf8ff])(?:つ|ふくろ|はこ|こ|かげつぶん|かげつ|せっと|ぱっく|てん)/g,
    '$1',
  );
}

/**
 * Finds the first known value of each slot of an intent inside a text; a number counts only with its counter
 * behind it (7時 is no quantity). Words that no type knows stay where they are.
 */
export function spotSlots(
  utterance: FoldedText,
  range: { readonly from: number; readonly text: string },
  readers: ReadonlyMap<string, SlotReader>,
): SpottedText {
  const { from, text } = range;
  const slots = new Map<string, SlotHeard>();
  const entries = [...readers.entries()];
  let template = '';
  let at = from;
  while (at < text.length) {
    let end = at + 1;
    let mark = text.charAt(at);
    for (const [index, [slot, reader]] of entries.entries()) {
      const candidate = slots.has(slot)
        ? undefined
        : reader.read(utterance, at).find((found) => found.end <= text.length);
      if (candidate === undefined) continue;
      const counter = COUNTER.exec(text.slice(candidate.end))?.[0].length ?? 0;
      const { kind } = candidate.heard;
      const bare = counter === 0 && candidate.holdsCounter === undefined;
      if (kind === 'number' && bare) continue;
      slots.set(slot, candidate.heard);
      mark = slotMark(index);
      end = candidate.end + (kind === 'number' ? counter : 0);
      break;
    }
    template += mark;
    at = end;
  }
  return { template, slots: Object.fromEntries(slots) };
}
