import { dueAtMs } from '../../lambda/src/orders/due';
import { openFollowUps } from '../../lambda/src/orders/follow-up';
import { parseOrder, type Order } from '../../lambda/src/orders/order';
import {
  StoreItemError,
  type AlertRecord,
  type BuyerRecord,
  type WorkStore,
} from '../../lambda/src/orders/store';

/** A store in memory with the same conditional writes; items go through JSON as they would over the wire. */
export interface MemoryStore extends WorkStore {
  readonly orders: Map<string, string>;
  /** Puts an order there as it is, whatever its version. */
  put(order: Order): void;
}

/** Makes an empty store in memory. */
export function memoryStore(): MemoryStore {
  const orders = new Map<string, string>();
  const due = new Map<string, number>();
  const followUps = new Map<string, number>();
  const buyers = new Map<string, BuyerRecord>();
  const alerts = new Map<string, AlertRecord>();
  const versions = new Map<string, number>();
  const pointers = new Map<string, string>();

  const keep = (order: Order): void => {
    orders.set(order.orderId, JSON.stringify(order));
    versions.set(order.orderId, order.version);
    index(due, order.orderId, dueAtMs(order));
    index(followUps, order.orderId, openFollowUps(order)[0]?.openedAtMs);
  };
  const write = (order: Order): boolean => {
    const isNext = (versions.get(order.orderId) ?? 0) === order.version - 1;
    if (isNext) keep(order);
    return isNext;
  };
  return {
    orders,
    put: keep,
    readOrder(orderId) {
      const item = orders.get(orderId);
      if (item === undefined) return Promise.resolve(undefined);
      const order = parseOrder(JSON.parse(item));
      return order === undefined
        ? Promise.reject(new StoreItemError(`order#${orderId}`))
        : Promise.resolve(order);
    },
    createOrder: (order) => Promise.resolve(write(order)),
    replaceOrder: (order) => Promise.resolve(write(order)),
    readBuyer: (buyerKey) => Promise.resolve(buyers.get(buyerKey) ?? { buyerKey, version: 0, orderIds: [] }),
    replaceBuyer(record) {
      const isNext = (buyers.get(record.buyerKey)?.version ?? 0) === record.version - 1;
      if (isNext) buyers.set(record.buyerKey, record);
      return Promise.resolve(isNext);
    },
    dueOrderIds: (nowMs, limit) => Promise.resolve(inOrder(due, nowMs).slice(0, limit)),
    openFollowUps: () =>
      Promise.resolve({
        orderIds: inOrder(followUps, Number.MAX_SAFE_INTEGER),
        alerts: [...alerts.values()].filter(({ resolved }) => resolved === undefined),
      }),
    createPointer({ key, orderId }) {
      if (!pointers.has(key)) pointers.set(key, orderId);
      return Promise.resolve(pointers.get(key) === orderId);
    },
    readPointer: (key) => Promise.resolve(pointers.get(key)),
    readAlert: (alertId) => Promise.resolve(alerts.get(alertId)),
    replaceAlert(alert) {
      const isNext = (alerts.get(alert.alertId)?.version ?? 0) === alert.version - 1;
      if (isNext) alerts.set(alert.alertId, alert);
      return Promise.resolve(isNext);
    },
  };
}

function index(map: Map<string, number>, orderId: string, atMs: number | undefined): void {
  if (atMs === undefined) map.delete(orderId);
  else map.set(orderId, atMs);
}

function inOrder(map: ReadonlyMap<string, number>, untilMs: number): readonly string[] {
  return [...map]
    .filter(([, atMs]) => atMs <= untilMs)
    .sort(([, one], [, other]) => one - other)
    .map(([orderId]) => orderId);
}
