import { type CheckoutReading } from '../checkout/ask-about';
import { changesOfFinalization } from '../orders/finalize-changes';
import { type Order } from '../orders/order';
import { mayMove } from '../orders/state-table';
import { CONSENT_LIMIT_MS, type Reconciled, toPerson, undecided } from './reconcile';

/** Whether an order's undecided charge stands on a checkout session (CV2) and is asked about there. */
export function isPaidByCheckout({ chargedOn }: Order): boolean {
  return chargedOn === 'checkoutSession';
}

/** Whether an open session may still be finalized by the background: the buyer's "pay" must be young. */
export function mayRepeatFinalize({ finalizations }: Order, nowMs: number): boolean {
  const sentAtMs = finalizations.at(-1)?.sentAtMs ?? Number.NEGATIVE_INFINITY;
  return nowMs - sentAtMs < CONSENT_LIMIT_MS;
}

/**
 * The order after its finalization was asked about: settled, mailed and told at the next launch; or asked about again on
 * the ladder, and then a person's.
 * @see money-safety.md, sections 6 and 7
 */
export function reconciledCheckout(order: Order, reading: CheckoutReading, nowMs: number): Reconciled {
  if (reading.type === 'noAnswer') return undecided(order, reading.reason, nowMs);
  const { outcome } = reading;
  const { state, changes } = changesOfFinalization(order, { ...reading, told: 'background', nowMs });
  // What became known, an id above all, is kept even where nothing is decided.
  const known = { ...order, finalizations: changes.finalizations ?? order.finalizations };
  if (outcome.effect === 'hold') return undecided(known, outcome.reason, nowMs);
  if (state === order.state) return stays(known, outcome.reason, nowMs);
  if (!mayMove(order.state, state)) return toPerson(known, `${order.state}To${state}`, nowMs);
  return { state, changes: { ...changes, reconciling: undefined }, reason: outcome.reason };
}

/** A pending charge is asked about again; an authorization that is meant to stay has nothing more to say for now. */
function stays(order: Order, reason: string, nowMs: number): Reconciled {
  const isPending = order.state === 'PENDING' || order.state === 'UNKNOWN';
  if (isPending) return undecided(order, reason, nowMs);
  const nextAtMs = nowMs + DAY_MS;
  return {
    state: order.state,
    changes: { finalizations: order.finalizations, reconciling: { tries: 1, nextAtMs, sinceMs: nowMs } },
    reason,
  };
}

const DAY_MS = 24 * 60 * 60 * 1000;
