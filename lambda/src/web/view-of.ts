import { isFrozen } from '../orders/change-order';
import { type Order } from '../orders/order';
import { type OrderState } from '../orders/state-table';

/** How an order ended, as its page says it. */
export type ResultView = 'paid' | 'authorized' | 'chargeable' | 'pending' | 'cancelled' | 'refunded';

/** Which page a code leads to. `plain`: the one page for every code that opens nothing. */
export type View =
  | { readonly kind: 'payable' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'done'; readonly result: ResultView }
  | { readonly kind: 'plain' };

/** What the view depends on beside the order. `knownBrowser`: this browser had the link open while it was good. */
export interface ViewFacts {
  readonly hasOpenLink: boolean;
  readonly knownBrowser: boolean;
}

/** States that say more than "checking", each with its page. Paid is only what was captured. */
const RESULTS: Readonly<Partial<Record<OrderState, ResultView>>> = {
  PAID: 'paid',
  CONFIRMED: 'paid',
  AUTHORIZED: 'authorized',
  CHARGEABLE: 'chargeable',
  PENDING: 'pending',
  CANCELLED: 'cancelled',
  REFUNDED: 'refunded',
};

/**
 * Decides what somebody with a code may see. An open link is payable for everybody who has the code; what became of a
 * used one is shown only to a browser that had it open; everything else is the plain page. An authorization whose capture
 * is still to come is being checked, not done.
 * @see issue "web checkout", "Bad input" and item 3; money-safety.md, section 3
 */
export function viewOf(order: Order | undefined, { hasOpenLink, knownBrowser }: ViewFacts): View {
  if (order === undefined) return { kind: 'plain' };
  if (hasOpenLink) return { kind: 'payable' };
  if (!knownBrowser) return { kind: 'plain' };
  const { state } = order;
  if (isFrozen(order) && state !== 'PENDING') return { kind: 'checking' };
  const result = RESULTS[state];
  return result === undefined ? { kind: 'plain' } : { kind: 'done', result };
}
