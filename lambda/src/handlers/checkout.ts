import { type Answer } from '../alexa/respond';
import { forIntent, type Handler, type Visit } from './handler';
import { readPresentOrder } from './present-order';
import { startSetup } from './send-setup';
import { isPaidOnWeb, payOnWeb } from './web-checkout';
import { cartSummary } from '../voice/replies/cart';

/** Begins the payment: permission, then Setup; or, where orders are paid on the web, the link to the page. */
export const checkoutHandler: Handler = {
  name: 'CheckoutIntent',
  canHandle: forIntent('CheckoutIntent'),
  handle: (visit) => checkOut(visit),
};

/** Begins the payment of the present order, wherever the wish to pay was said. */
export async function checkOut(visit: Visit): Promise<Answer> {
  const order = await readPresentOrder(visit);
  if (order === undefined) return cartSummary([]);
  return isPaidOnWeb(visit) ? payOnWeb(visit, order) : startSetup(visit, order);
}
