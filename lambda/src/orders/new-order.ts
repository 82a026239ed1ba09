import { type CartLine, type Order } from './order';

/** What a new order starts with. `lines`: goods taken over from an order that was abandoned; default none. */
export interface OrderStart {
  readonly orderId: string;
  readonly buyerKey: string;
  readonly nowMs: number;
  readonly lines?: readonly CartLine[];
}

/** A new order: a cart nobody has paid for. */
export function newOrder({ orderId, buyerKey, nowMs, lines = [] }: OrderStart): Order {
  return {
    orderId,
    buyerKey,
    version: 1,
    state: 'CART',
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    lines: [...lines],
    attempts: [],
    linksMade: 0,
    finalizations: [],
    directivesSent: 0,
    quotesMade: 0,
    requests: [],
    followUps: [],
    mails: [],
    untold: false,
  };
}
