import { kindOf } from './change-order';
import { type Order } from './order';

/** A consent whose directive never left is given up after this. @see money-safety.md, section 5 */
const ABANDON_AFTER_MS = 15 * 60 * 1000;
/** An answer that has not come after this is looked for. @see money-safety.md, section 7 */
export const LOOK_FOR_ANSWER_AFTER_MS = 2 * 60 * 1000;

/**
 * When the background has to look at an order: epoch milliseconds, or undefined when there is nothing to do before a
 * buyer or a person acts. Derived from the order alone, so the due index can never disagree with the item.
 */
export function dueAtMs(order: Order): number | undefined {
  const times = [
    stateDueAtMs(order),
    ...order.mails.filter(({ state }) => state === 'due').map(({ nextAtMs }) => nextAtMs),
  ];
  const due = times.filter((time) => time !== undefined);
  if (due.length === 0) return undefined;
  return Math.max(Math.min(...due), order.lease?.untilMs ?? 0);
}

function stateDueAtMs(order: Order): number | undefined {
  const { state, quote, attempts, updatedAtMs, reconciling, untold, mails } = order;
  switch (state) {
    case 'QUOTED':
      return quote?.expiresAtMs;
    case 'CONSENTED':
      return (attempts.at(-1)?.consentedAtMs ?? updatedAtMs) + ABANDON_AFTER_MS;
    case 'CHARGE_SENT':
    case 'RETRY':
      return updatedAtMs + LOOK_FOR_ANSWER_AFTER_MS;
    case 'UNKNOWN':
    case 'PENDING':
      return reconciling?.nextAtMs ?? updatedAtMs;
    case 'AUTHORIZED':
      // An authorization that is meant to stay is looked at when it ends without a capture.
      return kindOf(order) === 'placed'
        ? (reconciling?.nextAtMs ?? order.finalizations.at(-1)?.result?.expiresAtMs)
        : (reconciling?.nextAtMs ?? updatedAtMs);
    case 'AWAITING_PAYMENT':
    case 'DECLINED_SOFT':
    case 'DECLINED_HARD':
      // After a decline on the page its link goes on; by voice there is none.
      return order.checkout?.expiresAtMs;
    case 'PAID':
      // A mail that still has to go counts by its own time: an order waiting for it must not fill the due index.
      if (mails.some((mail) => mail.state === 'due')) return undefined;
      // Told by voice or by mail it is confirmed; else it waits for the next launch to tell it.
      return untold && !mails.some((mail) => mail.state === 'sent') ? undefined : updatedAtMs;
    case 'CART':
    case 'CHARGEABLE':
    case 'CONFIRMED':
    case 'NEEDS_HUMAN':
    case 'ABANDONED':
    case 'CANCELLED':
    case 'REFUNDED':
      return undefined;
  }
}
