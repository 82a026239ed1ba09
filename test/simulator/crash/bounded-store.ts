/** The real store with a boundary before each call. */
import { type Order } from '../../../lambda/src/orders/order';
import { type WorkStore } from '../../../lambda/src/orders/store';
import { type Boundaries } from './boundaries';

/** What stands between the skill and its store. */
export interface StoreBoundaries {
  readonly store: WorkStore;
  readonly boundaries: Boundaries;
  /** Whose purchase an order is: learnt when the order is made, because a call may name the order alone. */
  readonly buyers: Map<string, string>;
}

/**
 * The store of the skill and of the background. `onlyOrderId`: the background of one order, whose due index shows
 * nothing else, so that several passes stand at the same boundary at once.
 */
export function boundedStore(
  { store, boundaries, buyers }: StoreBoundaries,
  onlyOrderId?: string,
): WorkStore {
  const before = async <T>(
    name: string,
    buyerKey: string | undefined,
    call: () => Promise<T>,
  ): Promise<T> => {
    await boundaries.comesTo(buyerKey, name);
    return call();
  };
  const buyerOf = (orderId: string | undefined): string | undefined =>
    orderId === undefined ? undefined : buyers.get(orderId);
  return {
    readOrder: (orderId) => before('readOrder', buyerOf(orderId), () => store.readOrder(orderId)),
    createOrder(order) {
      buyers.set(order.orderId, order.buyerKey);
      return before('createOrder', order.buyerKey, () => store.createOrder(order));
    },
    replaceOrder: (order) => before(writeName(order), order.buyerKey, () => store.replaceOrder(order)),
    readBuyer: (buyerKey) => before('readBuyer', buyerKey, () => store.readBuyer(buyerKey)),
    replaceBuyer: (record) => before('replaceBuyer', record.buyerKey, () => store.replaceBuyer(record)),
    dueOrderIds: (nowMs, limit) =>
      before('dueOrderIds', buyerOf(onlyOrderId), async () => {
        const orderIds = await store.dueOrderIds(nowMs, limit);
        return onlyOrderId === undefined ? orderIds : orderIds.filter((orderId) => orderId === onlyOrderId);
      }),
    openFollowUps: () => store.openFollowUps(),
    readAlert: (alertId) => store.readAlert(alertId),
    createPointer: (pointer) => store.createPointer(pointer),
    readPointer: (key) => store.readPointer(key),
    replaceAlert: (alert) => store.replaceAlert(alert),
  };
}

function writeName({ state, lease }: Order): string {
  return `replaceOrder ${state}${lease === undefined ? '' : ' with a lease'}`;
}
