import { type Answer } from '../alexa/respond';
import { priceCart, type PricedLine } from '../orders/cart';
import { isFrozen, isSettled, moveTo } from '../orders/change-order';
import { type Order } from '../orders/order';
import { newOrder } from '../orders/new-order';
import { orderNumber } from '../orders/order-number';
import { type BuyerRecord, StoreUnavailableError } from '../orders/store';
import { signToken, type TokenClaim, type TokenKey } from '../orders/token';
import { statusLines } from '../voice/replies/status';
import { type SkillDeps, type Visit } from './handler';

/**
 * The buyer's last order, whatever its state; undefined when there is none. Goods of an order that was abandoned
 * because its charge never left are taken over into a new cart, so that the buyer can go on with them.
 * @see money-safety.md, section 5 (offer to resume at the next launch)
 */
export async function readPresentOrder({ turn, deps }: Visit): Promise<Order | undefined> {
  const buyer = await deps.store.readBuyer(turn.buyerKey);
  const orderId = buyer.orderIds.at(-1);
  const order = orderId === undefined ? undefined : await deps.store.readOrder(orderId);
  const isResumable = order?.state === 'ABANDONED' && order.untold && order.lines.length > 0;
  return isResumable ? ((await beginOrder(buyer, deps, order.lines)) ?? order) : order;
}

const MAX_TRIES = 4;

/**
 * The order that goods go into: the present one while its goods may change or money may be moving under it, else a new
 * one. The order is stored before the buyer's item points to it, so a crash in between leaves an empty cart nobody
 * sees, never a pointer to nothing.
 * @throws StoreUnavailableError when others kept writing the buyer's item first
 */
export async function presentOrNewOrder(visit: Visit): Promise<Order> {
  const { turn, deps } = visit;
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const buyer = await deps.store.readBuyer(turn.buyerKey);
    const lastId = buyer.orderIds.at(-1);
    const last = lastId === undefined ? undefined : await deps.store.readOrder(lastId);
    if (last !== undefined && !isSettled(last)) return last;
    const begun = await beginOrder(buyer, deps);
    if (begun !== undefined) return begun;
  }
  throw new StoreUnavailableError('the buyer was written by others too often');
}

async function beginOrder(
  buyer: BuyerRecord,
  { store, now, random }: SkillDeps,
  lines: Order['lines'] = [],
): Promise<Order | undefined> {
  const nowMs = now();
  const order = newOrder({ orderId: orderNumber(nowMs, random), buyerKey: buyer.buyerKey, nowMs, lines });
  const isNew = await store.createOrder(order);
  const pointed =
    isNew &&
    (await store.replaceBuyer({
      ...buyer,
      version: buyer.version + 1,
      orderIds: [...buyer.orderIds, order.orderId],
    }));
  return pointed ? order : undefined;
}

/** The cart of an order at present prices; empty when there is no order or it is over. */
export function cartOf(order: Order | undefined, { shop }: SkillDeps): readonly PricedLine[] {
  return order === undefined || isSettled(order) ? [] : priceCart(order.lines, shop);
}

/** The truth about an order under which money may be moving: nothing may be changed or ordered beside it. */
export function frozenAnswer(order: Order): Answer | undefined {
  return isFrozen(order) ? { speech: statusLines(order) } : undefined;
}

/**
 * The order with other goods: back in the cart, its quote and its payment link gone, and no earlier answer of Amazon Pay
 * may offer it again. A consent whose directive never left is dropped.
 * @see money-safety.md, section 5 (crash after the record, directive certainly not sent)
 */
export function withGoods(order: Order, lines: Order['lines'], nowMs: number): Order {
  const { answered } = order;
  return moveTo(dropUnsentConsent(order, nowMs), 'CART', {
    lines,
    quote: undefined,
    checkout: undefined,
    awaiting: undefined,
    answered: answered === undefined ? undefined : { ...answered, offersWeb: undefined },
    email: undefined,
    nowMs,
  });
}

/**
 * Notes that the last attempt never left, so that another one may begin. In a state whose directive may have left
 * nothing changes; in the others an attempt without a result is one that was consented to and never sent.
 */
export function dropUnsentConsent(order: Order, nowMs: number): Order {
  const last = order.attempts.at(-1);
  const mayHaveLeft = isFrozen(order) || isSettled(order);
  if (mayHaveLeft || last === undefined || last.result !== undefined) return order;
  const result = {
    effect: 'keep',
    row: '-',
    reason: 'directiveNeverLeft',
    answeredAtMs: nowMs,
    captureIds: [],
  };
  return { ...order, attempts: [...order.attempts.slice(0, -1), { ...last, result }] };
}

/** The key that signs and verifies this buyer's tokens. */
export function tokenKey({ turn, deps }: Visit): TokenKey {
  return { secret: deps.config.tokenSecret, buyerKey: turn.buyerKey };
}

/** Signs a token for this buyer. */
export function tokenFor(visit: Visit, claim: TokenClaim): string {
  return signToken(claim, tokenKey(visit));
}
