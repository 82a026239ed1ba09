import { LOOK_FOR_ANSWER_AFTER_MS, dueAtMs } from '../orders/due';
import { type Mail, type Order } from '../orders/order';

/** What the background has to do with one order. `none`: nothing now. */
export type Work =
  | { readonly kind: 'none' }
  | { readonly kind: 'expireQuote' }
  | { readonly kind: 'abandon' }
  | { readonly kind: 'expireLink' }
  | { readonly kind: 'giveUpWaiting' }
  | { readonly kind: 'reconcile' }
  | { readonly kind: 'sendMail'; readonly mail: Mail }
  | { readonly kind: 'confirm' };

/**
 * Decides what is due for an order. Mails first: they are what a buyer waits for.
 * `CONSENTED` is never charged here: its directive never left and the buyer heard an error.
 * @see money-safety.md, sections 2 (10), 5 and 7
 */
export function nextWork(order: Order, nowMs: number): Work {
  const due = dueAtMs(order);
  if (due === undefined || due > nowMs) return { kind: 'none' };
  const mail = order.mails.find(({ state, nextAtMs }) => state === 'due' && nextAtMs <= nowMs);
  if (mail !== undefined) return { kind: 'sendMail', mail };
  switch (order.state) {
    case 'QUOTED':
      return { kind: 'expireQuote' };
    case 'CONSENTED':
      return { kind: 'abandon' };
    case 'CHARGE_SENT':
    case 'RETRY':
      return order.updatedAtMs + LOOK_FOR_ANSWER_AFTER_MS <= nowMs
        ? { kind: 'giveUpWaiting' }
        : { kind: 'none' };
    case 'UNKNOWN':
    case 'PENDING':
    case 'AUTHORIZED':
      return (order.reconciling?.nextAtMs ?? 0) <= nowMs ? { kind: 'reconcile' } : { kind: 'none' };
    case 'PAID':
      return order.mails.every(({ state }) => state !== 'due') ? { kind: 'confirm' } : { kind: 'none' };
    case 'AWAITING_PAYMENT':
    case 'DECLINED_SOFT':
    case 'DECLINED_HARD':
      return { kind: 'expireLink' };
    case 'CART':
    case 'CHARGEABLE':
    case 'CONFIRMED':
    case 'NEEDS_HUMAN':
    case 'ABANDONED':
    case 'CANCELLED':
    case 'REFUNDED':
      return { kind: 'none' };
  }
}
