import { type Answer } from '../alexa/respond';
import { type Change, changeOrder, moveTo } from '../orders/change-order';
import { type Order } from '../orders/order';
import { line, type Line } from '../voice/line';
import { cartLeft } from '../voice/replies/cart';
import { whatWouldYouLike } from '../voice/replies/goods';
import { waitingForPayment } from '../voice/replies/pay-page';
import { statusLines } from '../voice/replies/status';
import { forRequestType, type Handler, type Visit } from './handler';
import { cartOf, frozenAnswer, readPresentOrder } from './present-order';
import { openPayPage } from './web-checkout';

/**
 * Welcomes; tells a result that came after the last conversation, asks whether to go on with a cart that was left or to
 * send the code of an order that waits for its payment on the page, and with money in motion tells the truth about it.
 */
export const launchHandler: Handler = {
  name: 'LaunchRequest',
  canHandle: forRequestType('LaunchRequest'),
  async handle(visit: Visit): Promise<Answer> {
    const order = await readPresentOrder(visit);
    const frozen = order === undefined ? undefined : frozenAnswer(order);
    if (frozen !== undefined) return frozen;
    const late = order?.untold === true ? await tellLateResult(visit, order) : [];
    const page = order === undefined ? undefined : openPayPage(visit, order);
    if (page !== undefined) return waitingForPayment(page, late);
    const cart = cartOf(order, visit.deps);
    if (cart.length > 0) return cartLeft(cart, late);
    return whatWouldYouLike(late.length > 0 ? late : [line('welcome')]);
  },
};

/** The result of a charge that was decided while nobody listened, told once. */
async function tellLateResult({ deps }: Visit, order: Order): Promise<readonly Line[]> {
  return changeOrder(deps.store, order, (current): Change<readonly Line[]> => {
    if (!current.untold) return { result: [] };
    return {
      order: moveTo(current, current.state, { untold: false, nowMs: deps.now() }),
      result: statusLines(current),
    };
  });
}
