/// <reference lib="dom" />
import type { EntryView } from '../wire';
import { drawNote, drawTurn, type TurnActions } from './draw-turn';
import { part } from './dom';
import { spokenWords } from './speech-out';
import { t } from './words';

/** Appends entries to the conversation and scrolls to the newest; `all` true begins it anew. */
export function showEntries(
  entries: readonly EntryView[],
  actions: TurnActions,
  { all }: { all: boolean },
): void {
  const list = part('transcript', HTMLElement);
  if (all) list.replaceChildren();
  list.append(
    ...entries.map((entry) => (entry.kind === 'turn' ? drawTurn(entry, actions) : drawNote(entry))),
  );
  part('empty', HTMLElement).hidden = list.childElementCount > 0;
  if (entries.length === 0) return;
  const scroller = part('talk-scroll', HTMLElement);
  const newest = list.lastElementChild;
  // A long turn is read from its beginning: what the buyer said stays in sight.
  if (newest instanceof HTMLElement) {
    scroller.scrollTop = Math.min(newest.offsetTop - scroller.offsetTop - 12, scroller.scrollHeight);
  }
}

/** Gives screen readers what was said, and what went wrong. */
export function announce(entries: readonly EntryView[]): void {
  const words = entries.flatMap((entry) => {
    if (entry.kind === 'note') return [];
    const failures = entry.exchanges.flatMap(({ complaints }) =>
      complaints.filter((one) => one.startsWith('error')),
    );
    const problem = failures.length > 0 ? [t('complaintError'), ...failures] : [];
    return [
      ...spokenWords(entry),
      ...problem,
      ...(entry.heard.kind === 'notInvoked' ? [t('heardNotInvoked')] : []),
    ];
  });
  if (words.length > 0) part('announcer', HTMLElement).textContent = words.join(' ');
}
