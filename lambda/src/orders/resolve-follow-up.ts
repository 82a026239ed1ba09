import { type Change, type Changes, moveTo } from './change-order';
import { openFollowUps, resolveFollowUps } from './follow-up';
import { type Order } from './order';
import { addressAfter, withMailOf } from './outcome-changes';
import { mayMove, type OrderState } from './state-table';

/** What a person found out about a frozen order, by the word used on the command line. */
export const FOUND_OUTCOMES = {
  paid: 'PAID',
  'not-charged': 'DECLINED_HARD',
  cancelled: 'CANCELLED',
  refunded: 'REFUNDED',
} as const satisfies Record<string, OrderState>;

export type FoundOutcome = keyof typeof FOUND_OUTCOMES;

/** A person's decision. `outcome` is needed while money may be moving under the order. */
export interface Resolution {
  readonly note: string;
  readonly outcome?: FoundOutcome | undefined;
  readonly nowMs: number;
}

/** What became of a decision: resolved, or refused with the reason in words. */
export type Resolved = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/**
 * Closes the open entries of an order with a person's note, and puts a frozen order where the person found it.
 * @see money-safety.md, section 3 (NEEDS_HUMAN: until decided)
 */
export function resolveByPerson(order: Order, { note, outcome, nowMs }: Resolution): Change<Resolved> {
  const open = openFollowUps(order);
  const state = outcome === undefined ? order.state : FOUND_OUTCOMES[outcome];
  if (open.length === 0 && outcome === undefined) return refused('there is no open entry');
  if (order.state === 'NEEDS_HUMAN' && outcome === undefined) {
    return refused(
      `the order is frozen: say what Seller Central shows with --outcome ${Object.keys(FOUND_OUTCOMES).join('|')}`,
    );
  }
  if (state !== order.state && AWAITED.includes(order.state))
    return refused('the answer of Amazon Pay is still awaited: decide after two minutes');
  if (state !== order.state && !mayMove(order.state, state))
    return refused(`an order in ${order.state} cannot become ${state}`);
  const kinds = open.map(({ kind }) => kind);
  const followUps = resolveFollowUps(order, kinds, { atMs: nowMs, by: 'person', note });
  // A note alone decides nothing: what is waited for and asked about goes on.
  const changes = state === order.state ? {} : decidedChanges(order, state, nowMs);
  return { order: moveTo(order, state, { ...changes, followUps, nowMs }), result: { ok: true } };
}

/** While the directive may still be on its way, nobody can know what became of it. */
const AWAITED: readonly OrderState[] = ['CHARGE_SENT', 'RETRY'];

/** What a person's decision changes beside the entries: told at the next launch and by mail, and asked about no more. */
function decidedChanges(order: Order, state: OrderState, nowMs: number): Changes {
  const mails = withMailOf(order, state, { told: 'background', nowMs });
  return {
    ...(state === FOUND_OUTCOMES['not-charged'] ? declineChanges(order, nowMs) : {}),
    mails,
    email: addressAfter({ ...order, state, mails }),
    untold: true,
    reconciling: undefined,
    awaiting: undefined,
  };
}

/**
 * The person saw that nothing was charged: as after a decline, the buyer's next consent, by voice or on the page, starts
 * another charge under a key of its own.
 */
function declineChanges({ chargedOn, attempts, finalizations }: Order, nowMs: number): Changes {
  const found = { effect: 'declinedHard', reason: 'foundByPerson', answeredAtMs: nowMs };
  if (chargedOn !== 'checkoutSession')
    return {
      attempts: withLast(attempts, (last) => ({
        ...last,
        result: { row: '-', captureIds: [], ...last.result, ...found },
      })),
    };
  return {
    finalizations: withLast(finalizations, (last) => ({
      ...last,
      result: { row: '-', ...last.result, ...found },
    })),
  };
}

function withLast<T>(items: readonly T[], change: (last: T) => T): T[] {
  return items.map((item, index) => (index === items.length - 1 ? change(item) : item));
}

function refused(reason: string): Change<Resolved> {
  return { result: { ok: false, reason } };
}
