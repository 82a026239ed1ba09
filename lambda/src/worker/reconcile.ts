import { type Changes } from '../orders/change-order';
import { withFollowUp } from '../orders/follow-up';
import { type Attempt, type Order } from '../orders/order';
import { changesOfResult } from '../orders/outcome-changes';
import { mayMove, type OrderState } from '../orders/state-table';
import { authorizationOutcome } from '../payment/authorization-outcome';
import { FAULT_ROWS, REQUEST_THROTTLED, STATUS_ROWS } from '../payment/codes/server-fault-rows';
import { LADDER_DELAYS_MS } from '../payment/retry-ladder';
import { type ServerRow } from '../payment/server-row';
import { type Reading, type WorkerDeps } from './worker-deps';

/** How an undecided charge can be asked about. `none`: only a notification, the buyer's answer or a person is left. */
export type Question =
  | { readonly kind: 'read'; readonly amazonAuthorizationId: string }
  | { readonly kind: 'repeat'; readonly attempt: Attempt }
  | { readonly kind: 'none' };

/** A consent older than this is never acted on again. @see money-safety.md, section 7 */
export const CONSENT_LIMIT_MS = 10 * 60 * 1000;

/**
 * Chooses the question: by Amazon's id when one is stored; else the same call under the same reference while the consent
 * is young and the buyer was told that the result follows. A charge of the page left by this very API, which documents the
 * repetition, so it is enough that nothing but silence or a server fault is known of it. One of Alexa is repeated only
 * where allowed, and when it certainly left (it was answered with a server error).
 * @see money-safety.md, sections 2 (10) and 7; seed 001 (idempotency by AuthorizationReferenceId)
 */
export function questionFor(
  order: Order,
  deps: Pick<WorkerDeps, 'mayRepeatCharge' | 'now' | 'chargeReader'>,
): Question {
  const attempt = order.attempts.at(-1);
  if (attempt === undefined || deps.chargeReader === undefined) return { kind: 'none' };
  const { result } = attempt;
  const id = result?.amazonAuthorizationId;
  if (id !== undefined) return { kind: 'read', amazonAuthorizationId: id };
  const isYoung = deps.now() - attempt.consentedAtMs < CONSENT_LIMIT_MS;
  const isHeldBy = (rows: readonly string[]): boolean =>
    result?.effect === 'hold' && rows.includes(result.row);
  const mayRepeat = isByPage(order)
    ? result === undefined || isHeldBy(SILENT_ROWS)
    : deps.mayRepeatCharge && isHeldBy(SERVER_FAULT_ROWS);
  return mayRepeat && isYoung ? { kind: 'repeat', attempt } : { kind: 'none' };
}

/** Whether the last attempt was made under a payment link. A charge by voice begins with a quote, which closes the link. */
function isByPage({ checkout }: Order): boolean {
  return checkout !== undefined;
}

const FAULTS: readonly ServerRow[] = [
  ...Object.values(STATUS_ROWS),
  ...Object.values(FAULT_ROWS),
  REQUEST_THROTTLED,
];

/** Answers of the server API after which the same call is repeated under the same key. */
const SILENT_ROWS: readonly string[] = FAULTS.filter(({ move }) => move === 'retrySameKey').map(
  ({ row }) => row,
);

/** InternalServerError and ServiceUnavailable of Charge. */
const SERVER_FAULT_ROWS: readonly string[] = ['a37', 'a38'];

/** What a reading comes to: the next state and its fields. `isLadderOver`: the last of its questions just failed. */
export interface Reconciled {
  readonly state: OrderState;
  readonly changes: Changes;
  readonly reason: string;
  readonly isLadderOver?: boolean | undefined;
}

/**
 * The order after it was asked about. A decided charge is settled, mailed and told at the next launch; an undecided one
 * is asked about again at 1, 2, 4, 10 and 30 s, and then belongs to a person. A pending one has up to a day: it is on
 * the list after the ladder, and asked about every two minutes.
 * @see outcome-table.md, section 3 (spacing); money-safety.md, section 6
 */
export function reconciled(order: Order, reading: Reading, nowMs: number): Reconciled {
  const attempt = order.attempts.at(-1);
  if (attempt === undefined || reading.type === 'noAnswer') return undecided(order, reasonOf(reading), nowMs);
  const { amountYen, authorizationReferenceId } = attempt.content;
  const expected = { amountYen, authorizationReferenceId, paymentAction: 'AuthorizeAndCapture' } as const;
  const outcome = authorizationOutcome(reading.details, expected);
  if (outcome.effect === 'hold') return undecided(order, outcome.reason, nowMs);
  const { state, changes } = changesOfResult(order, {
    outcome,
    effect: outcome.effect,
    told: 'background',
    nowMs,
  });
  if (state === order.state) return undecided({ ...order, ...changes }, outcome.reason, nowMs);
  if (!mayMove(order.state, state)) {
    const { attempts = order.attempts } = changes;
    return toPerson({ ...order, attempts }, `${order.state}To${state}`, nowMs);
  }
  return { state, changes: { ...changes, reconciling: undefined }, reason: outcome.reason };
}

const PENDING_EVERY_MS = 2 * 60 * 1000;
const PENDING_LIMIT_MS = 25 * 60 * 60 * 1000;

/** Nothing is decided: asked about again on the ladder, a pending charge every two minutes, and then a person's. */
export function undecided(order: Order, reason: string, nowMs: number): Reconciled {
  const tries = (order.reconciling?.tries ?? 0) + 1;
  const sinceMs = order.reconciling?.sinceMs ?? nowMs;
  const delayMs = LADDER_DELAYS_MS[tries - 1];
  const asked = (nextAtMs: number): Changes => ({
    attempts: order.attempts,
    finalizations: order.finalizations,
    reconciling: { tries, nextAtMs, sinceMs },
  });
  if (delayMs !== undefined) return { state: order.state, changes: asked(nowMs + delayMs), reason };
  if (order.state !== 'PENDING' || nowMs - sinceMs >= PENDING_LIMIT_MS)
    return { ...toPerson(order, reason, nowMs), isLadderOver: true };
  const followUps = withFollowUp(order, { kind: 'outcomeUnknown', reason: 'pendingForLong', nowMs });
  return {
    state: 'PENDING',
    changes: { ...asked(nowMs + PENDING_EVERY_MS), followUps },
    reason: 'pendingForLong',
    isLadderOver: tries === LADDER_DELAYS_MS.length + 1,
  };
}

/** Nothing more can be learned by program: the order is frozen and on the list. */
export function toPerson(order: Order, reason: string, nowMs: number): Reconciled {
  const followUps = withFollowUp(order, {
    kind: 'outcomeUnknown',
    row: lastResultOf(order)?.row,
    reason,
    nowMs,
  });
  return {
    state: 'NEEDS_HUMAN',
    changes: {
      attempts: order.attempts,
      finalizations: order.finalizations,
      followUps,
      reconciling: undefined,
    },
    reason,
  };
}

function lastResultOf({ chargedOn, attempts, finalizations }: Order): { readonly row: string } | undefined {
  return chargedOn === 'checkoutSession' ? finalizations.at(-1)?.result : attempts.at(-1)?.result;
}

function reasonOf(reading: Reading): string {
  return reading.type === 'noAnswer' ? reading.reason : 'noAttempt';
}
