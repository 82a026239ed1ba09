import { line } from '../voice/line';
import { cartSummary } from '../voice/replies/cart';
import { waitingForPayment } from '../voice/replies/pay-page';
import { statusLines } from '../voice/replies/status';
import { readPlacedOrder } from './buyer-request';
import { forIntent, type Handler } from './handler';
import { cartOf, readPresentOrder } from './present-order';
import { openPayPage } from './web-checkout';

/** Tells the truth about the last order from the order store, and about a cart that is not placed yet. */
export const orderStatusHandler: Handler = {
  name: 'OrderStatusIntent',
  canHandle: forIntent('OrderStatusIntent'),
  async handle(visit) {
    const present = await readPresentOrder(visit);
    const placed = await readPlacedOrder(visit);
    const cart = cartOf(present, visit.deps);
    const placedLines = placed === undefined ? [] : statusLines(placed);
    const page = present === undefined ? undefined : openPayPage(visit, present);
    if (present !== undefined && page !== undefined)
      return waitingForPayment(page, [...placedLines, ...statusLines(present)]);
    const isOpenCart = present !== undefined && present.orderId !== placed?.orderId && cart.length > 0;
    if (isOpenCart) return cartSummary(cart, [...placedLines, ...statusLines(present)]);
    return { speech: placed === undefined ? [line('noOrders')] : placedLines };
  },
};
