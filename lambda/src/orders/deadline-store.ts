import { type OrderStore, StoreUnavailableError } from './store';

/** The moment after which no further I/O of a turn may begin. */
export interface Deadline {
  /** Epoch milliseconds. */
  readonly deadlineAtMs: number;
  readonly now: () => number;
}

/**
 * The store of one turn: before each read and write the remaining time is looked at, and when it is over nothing more
 * is begun. A turn then ends with what is known, and what does not fit is left to the background.
 * Methods reject with StoreUnavailableError when the time is over.
 * @see money-safety.md, section 5 (8 s limit)
 */
export function withDeadline(store: OrderStore, { deadlineAtMs, now }: Deadline): OrderStore {
  const inTime = <T>(call: () => Promise<T>): Promise<T> =>
    now() < deadlineAtMs ? call() : Promise.reject(new StoreUnavailableError('the time of the turn is over'));
  return {
    readOrder: (orderId) => inTime(() => store.readOrder(orderId)),
    createOrder: (order) => inTime(() => store.createOrder(order)),
    replaceOrder: (order) => inTime(() => store.replaceOrder(order)),
    readBuyer: (buyerKey) => inTime(() => store.readBuyer(buyerKey)),
    replaceBuyer: (record) => inTime(() => store.replaceBuyer(record)),
    createPointer: (pointer) => inTime(() => store.createPointer(pointer)),
    readPointer: (key) => inTime(() => store.readPointer(key)),
    replaceAlert: (alert) => inTime(() => store.replaceAlert(alert)),
  };
}
