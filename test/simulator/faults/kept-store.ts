/** The store of a world: the same conditional writes as in reality, kept as objects so that a million orders fit a night. */
import { dueAtMs } from '../../../lambda/src/orders/due';
import { openFollowUps } from '../../../lambda/src/orders/follow-up';
import { parseOrder, type Order } from '../../../lambda/src/orders/order';
import {
  StoreItemError,
  type AlertRecord,
  type BuyerRecord,
  type WorkStore,
} from '../../../lambda/src/orders/store';

/** The store, and what the simulation may do to it behind its back. */
export interface KeptStore extends WorkStore {
  /** Puts an order there as it is, whatever its version. */
  readonly put: (order: Order) => void;
  /** Puts an item there that is no order. */
  readonly putItem: (orderId: string, atMs: number) => void;
  readonly isDue: (orderId: string) => boolean;
  /** When the next order is due (epoch milliseconds), items that are no orders aside; Infinity when none is. */
  readonly nextDueMs: () => number;
  /** How many writes went through JSON and the parser of the real store. */
  readonly parsedWrites: () => number;
}

/**
 * One write in this many is written as JSON and parsed again, and frozen to the bottom, so that a handler that changes
 * what it read would be caught. The others are kept as they are: the product never changes an order in place.
 */
const PARSED_EVERY = 50;

/** Makes an empty store. */
export function keptStore(): KeptStore {
  const orders = new Map<string, Order>();
  const unreadable = new Set<string>();
  const due = new Map<string, number>();
  const followUps = new Map<string, number>();
  const buyers = new Map<string, BuyerRecord>();
  const alerts = new Map<string, AlertRecord>();
  const pointers = new Map<string, string>();
  let writes = 0;
  let parsed = 0;

  const put = (order: Order): void => {
    writes += 1;
    const isParsed = writes % PARSED_EVERY === 0;
    if (isParsed) parsed += 1;
    orders.set(order.orderId, isParsed ? throughJson(order) : order);
    index(due, order.orderId, dueAtMs(order));
    index(followUps, order.orderId, openFollowUps(order)[0]?.openedAtMs);
  };
  const write = (order: Order): Promise<boolean> => {
    const isNext = (orders.get(order.orderId)?.version ?? 0) === order.version - 1;
    if (isNext) put(order);
    return Promise.resolve(isNext);
  };
  return {
    put,
    putItem(orderId, atMs) {
      unreadable.add(orderId);
      due.set(orderId, atMs);
    },
    isDue: (orderId) => due.has(orderId),
    nextDueMs: () => earliest(due, unreadable),
    parsedWrites: () => parsed,
    readOrder: (orderId) =>
      unreadable.has(orderId)
        ? Promise.reject(new StoreItemError(`order#${orderId}`))
        : Promise.resolve(orders.get(orderId)),
    createOrder: write,
    replaceOrder: write,
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

function throughJson(order: Order): Order {
  const parsed = parseOrder(JSON.parse(JSON.stringify(order)));
  if (parsed === undefined) throw new StoreItemError(`order#${order.orderId}`);
  freeze(parsed);
  return parsed;
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  Object.freeze(value);
  for (const part of Object.values(value)) freeze(part);
}

function index(map: Map<string, number>, orderId: string, atMs: number | undefined): void {
  if (atMs === undefined) map.delete(orderId);
  else map.set(orderId, atMs);
}

function earliest(due: ReadonlyMap<string, number>, unreadable: ReadonlySet<string>): number {
  let first = Infinity;
  for (const [orderId, atMs] of due) if (atMs < first && !unreadable.has(orderId)) first = atMs;
  return first;
}

function inOrder(map: ReadonlyMap<string, number>, untilMs: number): readonly string[] {
  return [...map]
    .filter(([, atMs]) => atMs <= untilMs)
    .sort(([, one], [, other]) => one - other)
    .map(([orderId]) => orderId);
}
