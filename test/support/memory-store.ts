import { parseOrder, type Order } from '../../lambda/src/orders/order';
import { type BuyerRecord, type OrderStore } from '../../lambda/src/orders/store';

/** A store in memory with the same conditional writes; items go through JSON as they would over the wire. */
export interface MemoryStore extends OrderStore {
  readonly orders: Map<string, string>;
  /** Puts an order there as it is, whatever its version. */
  put(order: Order): void;
}

/** Makes an empty store in memory. */
export function memoryStore(): MemoryStore {
  const orders = new Map<string, string>();
  const buyers = new Map<string, BuyerRecord>();
  const read = (orderId: string): Order | undefined => {
    const item = orders.get(orderId);
    return item === undefined ? undefined : parseOrder(JSON.parse(item));
  };
  const write = (order: Order): boolean => {
    if ((read(order.orderId)?.version ?? 0) !== order.version - 1) return false;
    orders.set(order.orderId, JSON.stringify(order));
    return true;
  };
  return {
    orders,
    put: (order) => orders.set(order.orderId, JSON.stringify(order)),
    readOrder: (orderId) => Promise.resolve(read(orderId)),
    createOrder: (order) => Promise.resolve(write(order)),
    replaceOrder: (order) => Promise.resolve(write(order)),
    readBuyer: (buyerKey) => Promise.resolve(buyers.get(buyerKey) ?? { buyerKey, version: 0, orderIds: [] }),
    replaceBuyer: (record) => {
      const isNext = (buyers.get(record.buyerKey)?.version ?? 0) === record.version - 1;
      if (isNext) buyers.set(record.buyerKey, record);
      return Promise.resolve(isNext);
    },
  };
}
