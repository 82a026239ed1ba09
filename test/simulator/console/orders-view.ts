import { goodsTotalYen, priceCart } from '../../../lambda/src/orders/cart';
import type { Attempt, Order } from '../../../lambda/src/orders/order';
import type { OrderStore } from '../../../lambda/src/orders/store';
import type { Shop } from '../../../lambda/src/shop/shop';
import type { ConsoleState } from './wire';
import type { OrderView } from './wire-merchant';

const SHOWN_ORDERS = 10;

/** Reads a buyer's latest orders from the order store, newest first; a store that fails is told, not thrown. */
export async function readOrders(
  store: OrderStore,
  buyerKey: string,
  shop: Shop,
): Promise<Pick<ConsoleState, 'orders' | 'ordersFault'>> {
  try {
    const { orderIds } = await store.readBuyer(buyerKey);
    const latest = orderIds.slice(-SHOWN_ORDERS).reverse();
    const orders = await Promise.all(latest.map((orderId) => store.readOrder(orderId)));
    return { orders: orders.flatMap((order) => (order === undefined ? [] : [viewOrder(order, shop)])) };
  } catch (error) {
    return { orders: [], ordersFault: error instanceof Error ? error.message : String(error) };
  }
}

/** Shows one order; goods are priced by the quote where there is one, else by the shop. */
function viewOrder(order: Order, shop: Shop): OrderView {
  const { orderId, state, quote, attempts, awaiting, untold, reconciling, updatedAtMs } = order;
  const priced = priceCart(order.lines, shop);
  return {
    orderId,
    state,
    lines:
      quote?.lines.map(({ name, counter, quantity }) => ({ name, counter, quantity })) ??
      priced.map(({ product, quantity }) => ({ name: product.name, counter: product.counter, quantity })),
    goodsYen: quote?.goodsYen ?? goodsTotalYen(priced),
    ...(quote && { totalYen: quote.totalYen }),
    attempts: attempts.map(viewAttempt),
    ...(awaiting && { waitingFor: awaiting.operation }),
    followUps: order.followUps.map(({ no, kind, reason, row, resolved }) => ({
      no,
      kind,
      reason,
      ...(row && { row }),
      ...(resolved && { resolvedBy: resolved.by }),
    })),
    mails: order.mails.map(({ kind, state: mailState, tries, nextAtMs }) => ({
      kind,
      state: mailState,
      tries,
      ...(mailState === 'due' && { nextAtMs }),
    })),
    untold,
    ...(reconciling && { asking: { tries: reconciling.tries, nextAtMs: reconciling.nextAtMs } }),
    updatedAtMs,
  };
}

function viewAttempt({ n, content, result }: Attempt): OrderView['attempts'][number] {
  const { authorizationReferenceId: reference, amountYen } = content;
  if (result === undefined) return { n, reference, amountYen };
  const { effect, row, reason, amazonAuthorizationId } = result;
  return {
    n,
    reference,
    amountYen,
    effect,
    row,
    reason,
    ...(amazonAuthorizationId && { amazonAuthorizationId }),
  };
}
