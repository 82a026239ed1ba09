import { type Answer } from '../alexa/respond';
import { type Change, changeOrder } from '../orders/change-order';
import { isFrozen, isOpen } from '../orders/change-order';
import { type Order } from '../orders/order';
import { line } from '../voice/line';
import { askToCancel, askToCancelCart } from '../voice/replies/requests';
import { statusLines } from '../voice/replies/status';
import { handOver, questionLost, readAskedOrder, readPlacedOrder } from './buyer-request';
import { forIntent, type Handler, type Visit } from './handler';
import { cartOf, readPresentOrder, tokenFor, withGoods } from './present-order';
import { openPayPage } from './web-checkout';

/** Asks whether to cancel: a cart is simply taken back, an order that was placed is handed to a person. */
export const cancelOrderHandler: Handler = {
  name: 'CancelOrderIntent',
  canHandle: forIntent('CancelOrderIntent'),
  async handle(visit) {
    const present = await readPresentOrder(visit);
    if (present !== undefined && !isFrozen(present) && cartOf(present, visit.deps).length > 0) {
      return askToCancelCart(tokenFor(visit, { orderId: present.orderId, use: 'cancel', no: 0 }));
    }
    const placed = await readPlacedOrder(visit);
    return placed === undefined ? { speech: [line('nothingToCancel')] } : askAbout(visit, placed);
  },
};

function askAbout(visit: Visit, order: Order): Answer {
  const { orderId, quote, state, requests } = order;
  const isSettled = state === 'ABANDONED' || state === 'CANCELLED' || state === 'REFUNDED';
  if (isSettled || requests.some(({ kind }) => kind === 'cancel')) return { speech: statusLines(order) };
  const token = tokenFor(visit, { orderId, use: 'cancel', no: 0 });
  return askToCancel({ orderId, totalYen: quote?.totalYen ?? 0, token });
}

/** はい to cancelling a placed order: recorded for a person, and said so. */
export async function cancelOrder(visit: Visit, token: string): Promise<Answer> {
  const order = await readAskedOrder(visit, token, 'cancel');
  if (order === undefined) return questionLost();
  const say = isFrozen(order) ? line('cancelHandedOverUnknown') : line('cancelHandedOver');
  return handOver(visit, order, { kind: 'cancel', say });
}

/** はい to taking a cart back; a payment link closes with it. When it was placed meanwhile, the buyer hears where it stands. */
export async function cancelCart(visit: Visit, token: string): Promise<Answer> {
  const { store, now } = visit.deps;
  const order = await readAskedOrder(visit, token, 'cancel');
  if (order === undefined) return questionLost();
  return changeOrder(store, order, (current): Change<Answer> => {
    const mayCancel = isOpen(current) || current.state === 'CONSENTED';
    if (!mayCancel) return { result: { speech: statusLines(current) } };
    const closed = openPayPage(visit, current) === undefined ? [] : [line('payPageClosed')];
    return {
      order: withGoods(current, [], now()),
      result: { speech: [line('cartCancelled'), ...closed] },
    };
  });
}

/** いいえ to a cancel or refund question. */
export function keepOrder(): Promise<Answer> {
  return Promise.resolve({ speech: [line('orderLeftAsItIs')] });
}
