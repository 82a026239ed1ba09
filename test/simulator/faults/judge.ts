/** The judge of a world: everything is held against Amazon Pay's ledger, nothing against what the store says of itself. */
import type { Order } from '../../../lambda/src/orders/order';
import type { WorkStore } from '../../../lambda/src/orders/store';
import { createChargeJudge, type ArrivingCharge } from './judge-charges';
import { createOrderJudge } from './judge-orders';
import { createWordJudge, type WordJudge } from './judge-words';
import { createProviderBooks, type ProviderBooks } from './provider-books';
import type { Scheduler } from './scheduler';
import type { Trace } from './trace';
import type { Report, Violation } from './violation';

/** What the judge sees of its world. */
export interface JudgeWorld {
  readonly scheduler: Scheduler;
  readonly trace: Trace;
  /** The orders as they lie in the store. */
  readonly orders: ReadonlyMap<string, Order>;
  readonly disk: WorkStore;
  readonly hasReader: boolean;
}

/** The judge. Its methods are called where things happen. */
export interface Judge extends WordJudge {
  readonly books: ProviderBooks;
  readonly violations: readonly Violation[];
  readonly report: Report;
  readonly consents: (orderId: string, totalYen: number) => void;
  readonly chargeArrives: (charge: ArrivingCharge) => void;
  readonly written: (before: Order | undefined, order: Order, writer: string) => void;
  /** A question of the background was not answered; `subject`: Amazon's authorization id or the order. */
  readonly readFailed: (subject: string) => void;
  readonly capturedOrders: () => number;
  /** Judges what is left when nothing moves any more. */
  readonly end: () => Promise<void>;
}

const TEN_MINUTES_MS = 600_000;

/** Makes the judge of a world. */
export function createJudge({ scheduler, trace, orders, disk, hasReader }: JudgeWorld): Judge {
  const violations: Violation[] = [];
  const captured = new Set<string>();
  const failedReads = new Map<string, number>();
  const report: Report = (rule, orderId, detail) => {
    trace.note('judge', () => `${rule} ${orderId}: ${detail}`);
    if (violations.some((known) => known.rule === rule && known.orderId === orderId)) return;
    violations.push({ rule, orderId, detail, atMs: scheduler.now(), step: scheduler.steps });
  };
  const later = (check: () => void): void => {
    scheduler.after(TEN_MINUTES_MS, check);
  };
  const books = createProviderBooks((orderId, capture) => {
    captured.add(orderId);
    trace.note('ledger', () => `captures ${capture.amountYen} yen of ${orderId}`);
    charges.captured(orderId);
    // Amazon Pay decides Pending by itself, and the books hear of it when they are looked at next.
    scheduler.after(Math.max(0, capture.capturedAtMs + TEN_MINUTES_MS - scheduler.now()), () => {
      orderJudge.capturedTenMinutesAgo(orders.get(orderId), orderId);
    });
  });
  const charges = createChargeJudge({ books, report, recordOf: (orderId) => orders.get(orderId) });
  const words = createWordJudge({ books, report });
  const orderJudge = createOrderJudge({
    books,
    report,
    hasReader,
    failedReads: (orderId) => {
      const ids = books.moneyOf(orderId).authorizations.map((one) => one.amazonAuthorizationId);
      return [orderId, ...ids].reduce((sum, id) => sum + (failedReads.get(id) ?? 0), 0);
    },
  });
  return {
    ...words,
    books,
    violations,
    report,
    consents: charges.consent,
    chargeArrives(charge) {
      const { orderId, atMs } = charge;
      charges.arrives(charge);
      later(() => {
        if (charges.lastArrivalMs(orderId) === atMs)
          orderJudge.chargedTenMinutesAgo(orders.get(orderId), orderId);
      });
    },
    written(before, order, writer) {
      trace.mark(`${order.orderId} ${order.version} ${order.state} ${writer}`);
      orderJudge.written(before, order);
    },
    readFailed(subject) {
      failedReads.set(subject, (failedReads.get(subject) ?? 0) + 1);
    },
    capturedOrders: () => captured.size,
    async end() {
      const { orderIds } = await disk.openFollowUps();
      const listed = new Set(orderIds);
      for (const order of orders.values()) orderJudge.atTheEnd(order, listed);
    },
  };
}
