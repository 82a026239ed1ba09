import { ENDING_REWRITES, LEADING_FILLERS } from './politeness-table';

const FILLERS = [...LEADING_FILLERS].sort((one, other) => other.length - one.length).join('|');
const LEADING = new RegExp(`^(?:${FILLERS})+`);
/** More rewrites than a sentence can need: the table shortens or keeps every text, so this is only a guard. */
const MOST_PASSES = 8;

/** Counts the characters of fillers at the head of a folded utterance: 0 when there are none. */
export function leadingFillerLength(text: string): number {
  return LEADING.exec(text)?.[0].length ?? 0;
}

/**
 * Takes the politeness off the end of a folded text: 追加してもらえますか and 追加してくださいね become 追加して,
 * 注文したいんですけど becomes 注文したい, 何がありますか and 何があるのか教えて become 何がある. Applied to samples
 * and utterances alike.
 */
export function relaxEnding(text: string): string {
  let relaxed = text;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const before = relaxed;
    for (const [ending, plainer] of ENDING_REWRITES) relaxed = relaxed.replace(ending, plainer);
    if (relaxed === before) break;
  }
  return relaxed;
}
