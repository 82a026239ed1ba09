import { foldText } from './fold-text';
import { LAUNCH_ENDINGS, ONE_SHOT_ENDINGS, ONE_SHOT_LINKS } from './invocation-table';
import { relaxEnding } from './relax-text';

/** How an utterance calls the skill: opened, or opened with a request in the same sentence. */
export type Invocation =
  | { readonly kind: 'launch' }
  /** The request as spoken, and once more for each way to take a closing 「…を聞いて」 off. */
  | { readonly kind: 'oneShot'; readonly requests: readonly string[] };

const foldAll = (phrases: readonly string[]): readonly string[] =>
  phrases.map((phrase) => foldText(phrase).text);
const WAKE_WORD = /^(?:ねえ)?あれくさ/;
const LAUNCH = new Set(foldAll(LAUNCH_ENDINGS).flatMap((ending) => [ending, relaxEnding(ending)]));
const LINKS = foldAll(ONE_SHOT_LINKS);
const CLOSINGS = foldAll(ONE_SHOT_ENDINGS);

/**
 * Finds the invocation of a skill in an utterance (「Xを開いて」「Xで…を注文」「Xに…を聞いて」「Xを使って…」),
 * with or without the wake word. Undefined when the utterance does not call this skill.
 */
export function parseInvocation(utterance: string, invocationName: string): Invocation | undefined {
  const folded = foldText(utterance);
  const wake = WAKE_WORD.exec(folded.text)?.[0].length ?? 0;
  const name = foldText(invocationName).text;
  if (name === '' || !folded.text.startsWith(name, wake)) return undefined;
  const from = wake + name.length;
  const rest = folded.text.slice(from);
  if (LAUNCH.has(rest) || LAUNCH.has(relaxEnding(rest))) return { kind: 'launch' };
  const requests = LINKS.filter((link) => rest.startsWith(link) && rest.length > link.length).flatMap(
    (link) => {
      const start = from + link.length;
      const end = folded.text.length;
      const closings = CLOSINGS.filter((closing) => rest.endsWith(closing) && end - closing.length > start);
      return [end, ...closings.map((closing) => end - closing.length)].map((to) =>
        folded.spokenBetween(start, to),
      );
    },
  );
  return requests.length === 0 ? undefined : { kind: 'oneShot', requests };
}

/** Takes 「アレクサ、」 off an utterance: inside a session it says nothing. */
export function withoutWakeWord(utterance: string): string {
  const folded = foldText(utterance);
  const wake = WAKE_WORD.exec(folded.text)?.[0].length ?? 0;
  return wake === 0 ? utterance : folded.spokenBetween(wake, folded.text.length);
}
