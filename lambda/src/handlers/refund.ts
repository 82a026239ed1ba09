import { type Answer } from '../alexa/respond';
import { line } from '../voice/line';
import { askToRefund } from '../voice/replies/requests';
import { statusLines } from '../voice/replies/status';
import { handOver, questionLost, readAskedOrder, readPlacedOrder } from './buyer-request';
import { forIntent, type Handler, type Visit } from './handler';
import { tokenFor } from './present-order';

/** Asks whether to request a refund of the last paid order; without a payment there is nothing to refund. */
export const refundHandler: Handler = {
  name: 'RefundIntent',
  canHandle: forIntent('RefundIntent'),
  async handle(visit) {
    const order = await readPlacedOrder(visit);
    if (order === undefined) return { speech: [line('nothingToRefund')] };
    const isPaid = order.state === 'PAID' || order.state === 'CONFIRMED';
    if (!isPaid || order.requests.some(({ kind }) => kind === 'refund'))
      return { speech: statusLines(order) };
    const token = tokenFor(visit, { orderId: order.orderId, use: 'refund', no: 0 });
    return askToRefund({ orderId: order.orderId, totalYen: order.quote?.totalYen ?? 0, token });
  },
};

/** はい to a refund: recorded for a person, and said so. */
export async function refundOrder(visit: Visit, token: string): Promise<Answer> {
  const order = await readAskedOrder(visit, token, 'refund');
  if (order === undefined) return questionLost();
  return handOver(visit, order, { kind: 'refund', say: line('refundHandedOver') });
}
