import { type Order } from './order';
import { ORDER_STATES, mayMove, type OrderState, type StateKind } from './state-table';
import { type OrderStore } from './store';

/** A step to a state that the table does not allow. A defect of the caller: nothing is written. */
export class IllegalMoveError extends Error {
  readonly code = 'illegalMove';
}

/** Another process kept writing first. Nothing was written by us. */
export class ConflictError extends Error {
  readonly code = 'conflict';
}

/** What a decision on an order comes to: the order to write (absent: nothing changes) and what to say or do. */
export interface Change<T> {
  readonly order?: Order | undefined;
  readonly result: T;
}

/** The fields that a step may change. */
export type Changes = Partial<
  Omit<Order, 'orderId' | 'buyerKey' | 'version' | 'createdAtMs' | 'updatedAtMs' | 'state'>
>;

/**
 * The next version of an order, in the given state.
 * @throws IllegalMoveError when the table does not allow the step
 * @see money-safety.md, section 3
 */
export function moveTo(
  order: Order,
  state: OrderState,
  changes: Changes & { readonly nowMs: number },
): Order {
  if (state !== order.state && !mayMove(order.state, state))
    throw new IllegalMoveError(`${order.state} may not become ${state}`);
  const { nowMs, ...fields } = changes;
  return { ...order, ...fields, state, version: order.version + 1, updatedAtMs: nowMs };
}

/**
 * What the order's state means for the buyer. An authorization is money on its way by voice, which always captures, and
 * the very end of the checkout on the web when the shop's paymentIntent is Authorize.
 */
export function kindOf({ state, chargedOn, finalizations }: Order): StateKind {
  const isMeantToStay =
    chargedOn === 'checkoutSession' && finalizations.at(-1)?.content.paymentIntent !== 'AuthorizeWithCapture';
  return state === 'AUTHORIZED' && isMeantToStay ? 'placed' : ORDER_STATES[state].kind;
}

/** Whether goods may still be put in and taken out. */
export function isOpen(order: Order): boolean {
  return kindOf(order) === 'open';
}

/** Whether money may be moving under the order, so that nothing may be ordered beside it. */
export function isFrozen(order: Order): boolean {
  return kindOf(order) === 'frozen';
}

/** Whether the buyer is done with the order, so that the next goods go into a new one. */
export function isSettled(order: Order): boolean {
  const kind = kindOf(order);
  return kind === 'placed' || kind === 'over';
}

const MAX_TRIES = 4;

/**
 * Reads, decides, writes; when somebody else wrote in between, reads and decides again.
 * `decide` is pure and may run several times. `order`: a reading to start from, so that it is not read twice.
 * @throws ConflictError after four lost races or when the order is gone; StoreUnavailableError, StoreItemError as the store does
 */
export async function changeOrder<T>(
  store: OrderStore,
  order: Order,
  decide: (order: Order) => Change<T>,
): Promise<T> {
  let current: Order | undefined = order;
  for (let tries = 0; current !== undefined && tries < MAX_TRIES; tries += 1) {
    const change = decide(current);
    if (change.order === undefined || (await store.replaceOrder(change.order))) return change.result;
    current = await store.readOrder(order.orderId);
  }
  throw new ConflictError(
    `order ${order.orderId} ${current === undefined ? 'is gone' : 'kept being written by others'}`,
  );
}
