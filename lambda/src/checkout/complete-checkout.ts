import { type Order } from '../orders/order';
import { type OrderState } from '../orders/state-table';
import { type CheckoutDeps } from './checkout-deps';

/**
 * What the page is told after onCompleteCheckout, in Amazon's words for the handler's answer, and where the order is now.
 * `success`: Amazon Pay took it as asked, or its decision is pending. `decline`: declined. `error`: nothing was charged,
 * or nothing is known yet; `state` tells which.
 */
export interface Completion {
  readonly status: 'success' | 'decline' | 'error';
  readonly state: OrderState;
}

export function completeCheckout(
  _deps: CheckoutDeps,
  order: Order,
  _checkoutSessionId: string,
): Promise<Completion> {
  return Promise.resolve({ status: 'error', state: order.state });
}
