import { type Answer } from '../alexa/respond';
import { type Change, changeOrder, isOpen, moveTo } from '../orders/change-order';
import { type FollowUpKind, withFollowUp } from '../orders/follow-up';
import { type Order } from '../orders/order';
import { verifyToken, type TokenUse } from '../orders/token';
import { line, type Line } from '../voice/line';
import { handedOver } from '../voice/replies/requests';
import { type Visit } from './handler';
import { tokenKey } from './present-order';

/** What a buyer can ask a person for. */
export type RequestKind = Order['requests'][number]['kind'];

/** The order a cancel or refund question was about; undefined when the token is not ours. */
export async function readAskedOrder(visit: Visit, token: string, use: TokenUse): Promise<Order | undefined> {
  const claim = verifyToken(token, tokenKey(visit));
  return claim?.use === use ? visit.deps.store.readOrder(claim.orderId) : undefined;
}

/** How many earlier orders are looked through for one that was placed. */
const ORDERS_LOOKED_AT = 5;

/** The buyer's newest order for which money was asked; carts that never came so far are passed over. */
export async function readPlacedOrder({ turn, deps }: Visit): Promise<Order | undefined> {
  const { orderIds } = await deps.store.readBuyer(turn.buyerKey);
  for (const orderId of orderIds.slice(-ORDERS_LOOKED_AT).reverse()) {
    const order = await deps.store.readOrder(orderId);
    if (order !== undefined && !isOpen(order) && order.attempts.length + order.finalizations.length > 0)
      return order;
  }
  return undefined;
}

/**
 * Records that the buyer asks a person to cancel or refund, once per kind, and says so. Nothing is promised beyond the
 * record; the merchant is told.
 */
export async function handOver(
  visit: Visit,
  order: Order,
  request: { kind: RequestKind; say: Line },
): Promise<Answer> {
  const { store, now, log, shop } = visit.deps;
  const isNew = await changeOrder(store, order, (current): Change<boolean> => {
    if (current.requests.some(({ kind }) => kind === request.kind)) return { result: false };
    const requests = [...current.requests, { kind: request.kind, requestedAtMs: now() }];
    const nowMs = now();
    const followUps = withFollowUp(current, { kind: FOLLOW_UP[request.kind], reason: 'askedByVoice', nowMs });
    return { order: moveTo(current, current.state, { requests, followUps, nowMs }), result: true };
  });
  if (isNew) {
    log.alert({
      step: 'buyerRequest',
      requestId: visit.turn.requestId,
      orderId: order.orderId,
      state: order.state,
      reason: request.kind,
      action: 'A buyer asks for this by voice: settle it in Seller Central and tell the buyer.',
    });
  }
  return handedOver(request.say, shop);
}

const FOLLOW_UP = { cancel: 'cancelRequest', refund: 'refundRequest' } as const satisfies Record<
  RequestKind,
  FollowUpKind
>;

/** A question of another buyer, or one whose order is gone: nothing changes. */
export function questionLost(): Answer {
  return { speech: [line('genericApology')] };
}
