import { codeOf, hasOpenLink } from '../../../lambda/src/checkout/issue-link';
import { goodsTotalYen, priceCart } from '../../../lambda/src/orders/cart';
import type { Attempt, Finalization, Order } from '../../../lambda/src/orders/order';
import type { UnopenedShop } from '../local-shop';
import type { ConsoleState } from './wire';
import type { OrderView } from './wire-merchant';

const SHOWN_ORDERS = 10;

/** The shop as far as its orders need it. */
type Deps = Pick<UnopenedShop['deps'], 'store' | 'shop' | 'config' | 'now'>;

/** Reads a buyer's latest orders from the order store, newest first; a store that fails is told, not thrown. */
export async function readOrders(
  deps: Deps,
  buyerKey: string,
): Promise<Pick<ConsoleState, 'orders' | 'ordersFault'>> {
  const { store } = deps;
  try {
    const { orderIds } = await store.readBuyer(buyerKey);
    const latest = orderIds.slice(-SHOWN_ORDERS).reverse();
    const orders = await Promise.all(latest.map((orderId) => store.readOrder(orderId)));
    return { orders: orders.flatMap((order) => (order === undefined ? [] : [viewOrder(order, deps)])) };
  } catch (error) {
    return { orders: [], ordersFault: error instanceof Error ? error.message : String(error) };
  }
}

/** Shows one order; goods are priced by the quote where there is one, else by the shop. */
function viewOrder(order: Order, deps: Deps): OrderView {
  const { orderId, state, quote, attempts, awaiting, untold, reconciling, updatedAtMs } = order;
  const priced = priceCart(order.lines, deps.shop);
  return {
    orderId,
    state,
    lines:
      quote?.lines.map(({ name, counter, quantity }) => ({ name, counter, quantity })) ??
      priced.map(({ product, quantity }) => ({ name: product.name, counter: product.counter, quantity })),
    goodsYen: quote?.goodsYen ?? goodsTotalYen(priced),
    ...(quote && { totalYen: quote.totalYen }),
    attempts: attempts.map(viewAttempt),
    ...viewCheckout(order, deps),
    finalizations: order.finalizations.map(viewFinalization),
    ...(order.chargedOn && { chargedOn: order.chargedOn }),
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

/** The link is there for whoever sits before the console; the shop itself tells the code only to the buyer. */
function viewCheckout(order: Order, { config, now }: Deps): Pick<OrderView, 'checkout'> {
  const { checkout } = order;
  if (checkout === undefined) return {};
  const code = codeOf(order, config.tokenSecret);
  const url = config.web && code && `${config.web.shopUrl}/checkout/${code}`;
  const { expiresAtMs } = checkout;
  return { checkout: { expiresAtMs, isOpen: hasOpenLink(order, now()), ...(url && { url }) } };
}

function viewFinalization({ n, content, result }: Finalization): OrderView['finalizations'][number] {
  const { paymentIntent: intent, amountYen } = content;
  if (result === undefined) return { n, intent, amountYen };
  const { effect, row, reason, chargeId } = result;
  return { n, intent, amountYen, effect, row, reason, ...(chargeId && { chargeId }) };
}
