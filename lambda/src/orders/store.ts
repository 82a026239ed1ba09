import { type Order } from './order';

/** What a buyer's item holds: the orders in the order they were begun, the newest last. */
export interface BuyerRecord {
  readonly buyerKey: string;
  /** 0: not stored yet. */
  readonly version: number;
  /** At most the last 20 order ids; the last one is the buyer's present order. */
  readonly orderIds: readonly string[];
}

/**
 * Leads from something a stranger brings (a checkout code, a checkout session, a charge permission) to its order. Written
 * once and never moved: the first order has it. `expiresAtSec`: when the store may drop it, epoch seconds.
 */
interface Pointer {
  readonly key: string;
  readonly orderId: string;
  readonly expiresAtSec: number;
}

/** An alert that belongs to no order: an answer with a foreign token, say. It waits on the follow-up list. */
export interface AlertRecord {
  readonly alertId: string;
  readonly version: number;
  readonly openedAtMs: number;
  readonly step: string;
  readonly reason: string;
  readonly resolved?: { readonly atMs: number; readonly note: string } | undefined;
}

/**
 * The durable store: one item per order, one per buyer, one per alert without an order. Every write is conditional on
 * the version that was read, so a write that comes too late returns false and nothing changed: read again and decide
 * again.
 * All methods reject with StoreUnavailableError when the store cannot answer, and StoreItemError when an item cannot
 * be trusted.
 * @see money-safety.md, section 3
 */
export interface OrderStore {
  readOrder(orderId: string): Promise<Order | undefined>;
  /** Writes a new order. False: the number is taken. */
  createOrder(order: Order): Promise<boolean>;
  /** Writes version `order.version` over version `order.version - 1`. False: somebody else wrote first. */
  replaceOrder(order: Order): Promise<boolean>;
  /** A buyer that was never stored comes back with version 0 and no orders. */
  readBuyer(buyerKey: string): Promise<BuyerRecord>;
  /** Writes version `record.version` over version `record.version - 1`. False: somebody else wrote first. */
  replaceBuyer(record: BuyerRecord): Promise<boolean>;
  /** Writes a pointer. True: it leads to this order, written now or before. False: it leads to another one. */
  createPointer(pointer: Pointer): Promise<boolean>;
  /** Number of the order a pointer leads to. */
  readPointer(key: string): Promise<string | undefined>;
  /** Writes an alert that belongs to no order; conditional like every write, so the same alert again is a no-op. */
  replaceAlert(alert: AlertRecord): Promise<boolean>;
}

/** What the background and the follow-up list need beside it. */
export interface WorkStore extends OrderStore {
  /** Ids of orders whose time has come, the longest due first, at most `limit`. The index may lag behind the items. */
  dueOrderIds(nowMs: number, limit: number): Promise<readonly string[]>;
  /** Ids of orders with an open follow-up, and open alerts; the oldest first. */
  openFollowUps(): Promise<{ readonly orderIds: readonly string[]; readonly alerts: readonly AlertRecord[] }>;
  readAlert(alertId: string): Promise<AlertRecord | undefined>;
  /**
   * Takes an item that cannot be read out of the due index and puts it on the follow-up list, so that it is reported once
   * and keeps no place in the passes. Nothing else of the item changes. A store without an index has no such items.
   */
  setAside?(key: string, nowMs: number): Promise<void>;
}

/** The store did not answer, throttled too long or refused: whether a write happened is not known. */
export class StoreUnavailableError extends Error {
  readonly code = 'storeUnavailable';
}

/** An item is there but is not one of ours, or is corrupt. `key`: the item's key, safe to log. */
export class StoreItemError extends Error {
  readonly code = 'storeItem';

  constructor(readonly key: string) {
    super(`the item ${key} cannot be read as an order of this version`);
  }
}
