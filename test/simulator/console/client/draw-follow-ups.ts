/// <reference lib="dom" />
import type { ConsoleState } from '../wire';
import type { FollowUpView } from '../wire-merchant';
import { drawState } from './draw-orders';
import { el, keepList, part } from './dom';
import { clock, t, tMaybe, yen } from './words';

/** Brings the list of what waits for a person up to date. */
export function updateFollowUps({ followUps, moreFollowUps, followUpsFault }: ConsoleState): void {
  keepList(part('follow-ups', HTMLElement), followUps, {
    keyOf: ({ id, kind }) => `${id} ${kind}`,
    draw: drawFollowUp,
  });
  part('follow-ups-count', HTMLElement).textContent =
    followUps.length === 0 ? '' : `${followUps.length}${moreFollowUps ? '+' : ''}`;
  const note = part('follow-ups-note', HTMLElement);
  note.hidden = followUps.length > 0;
  note.textContent =
    followUpsFault === undefined ? t('followUpsNone') : t('ordersFault', { message: followUpsFault });
  note.classList.toggle('problem', followUpsFault !== undefined);
  part('follow-ups-more', HTMLElement).hidden = !moreFollowUps;
}

function drawFollowUp({ id, kind, state, totalYen, row, reason, openedAtMs }: FollowUpView): HTMLElement {
  return el(
    'li',
    { class: 'order', 'data-follow-up': id },
    el(
      'p',
      { class: 'order-head' },
      el('strong', {}, tMaybe(`followUp_${kind}`, kind)),
      state === undefined ? undefined : drawState(state),
    ),
    el('p', {}, tMaybe(`followUpToDo_${kind}`, '')),
    el(
      'p',
      { class: 'order-sum' },
      el('code', {}, id),
      totalYen === undefined ? undefined : el('strong', {}, yen(totalYen)),
    ),
    el(
      'small',
      {},
      [row, reason, openedAtMs === undefined ? undefined : t('followUpSince', { time: clock(openedAtMs) })]
        .filter((words) => words !== undefined)
        .join(' · '),
    ),
  );
}
