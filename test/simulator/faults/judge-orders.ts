/** Judges the orders in the store against Amazon Pay's ledger: what is paid, what is lost, what nobody follows. */
import { openFollowUps } from '../../../lambda/src/orders/follow-up';
import type { Order } from '../../../lambda/src/orders/order';
import type { OrderMoney, ProviderBooks } from './provider-books';
import type { Report } from './violation';

/** What the judge of orders looks at. `failedReads`: questions to Amazon Pay about an order that were not answered. */
export interface OrderJudgeWorld {
  readonly books: ProviderBooks;
  readonly report: Report;
  readonly hasReader: boolean;
  readonly failedReads: (orderId: string) => number;
}

/** Judges orders. */
export interface OrderJudge {
  /** An order was written over its former version. */
  readonly written: (before: Order | undefined, order: Order) => void;
  /** Ten minutes after a capture, and at the end: the order is paid, or frozen on the list where nothing can be read. */
  readonly capturedTenMinutesAgo: (order: Order | undefined, orderId: string) => void;
  /** Ten minutes after a Charge: the order is over, or open or frozen with somebody to follow it. */
  readonly chargedTenMinutesAgo: (order: Order | undefined, orderId: string) => void;
  /** The end: nothing hangs between states. */
  readonly atTheEnd: (order: Order, listed: ReadonlySet<string>) => void;
}

const PAID = ['PAID', 'CONFIRMED', 'REFUNDED'];
const OVER = [...PAID, 'ABANDONED', 'CANCELLED'];
const OPEN = ['CART', 'QUOTED', 'DECLINED_SOFT', 'DECLINED_HARD'];
const LADDER_READS = 6;

/** Makes the judge of orders. */
export function createOrderJudge(world: OrderJudgeWorld): OrderJudge {
  const { books, report } = world;

  /** The only frozen end of a captured charge: a person has it, because no documented read led to the truth. */
  const isRightlyFrozen = (order: Order): boolean => {
    if (order.state !== 'NEEDS_HUMAN' || openFollowUps(order).length === 0) return false;
    const id = order.attempts.at(-1)?.result?.amazonAuthorizationId;
    return id === undefined || !world.hasReader || world.failedReads(order.orderId) >= LADDER_READS;
  };
  /** Amazon Pay decided late and a question since then was not answered: on the list, and asked again. */
  const isStillAsked = (order: Order): boolean =>
    order.state === 'PENDING' && openFollowUps(order).length > 0 && world.failedReads(order.orderId) > 0;
  const judgeCaptured = (order: Order | undefined, orderId: string, mayBeAsked: boolean): void => {
    const isRight =
      order !== undefined &&
      (PAID.includes(order.state) || isRightlyFrozen(order) || (mayBeAsked && isStillAsked(order)));
    if (!isRight) report('capturedOrderNotPaid', orderId, order?.state ?? 'no such order');
  };

  return {
    written(before, order) {
      const wasPaid = before !== undefined && PAID.includes(before.state);
      if (wasPaid && !PAID.includes(order.state))
        report('paidOrderForgotten', order.orderId, `${before.state} became ${order.state}`);
      if (wasPaid || !PAID.includes(order.state)) return;
      const { capturedYen } = books.moneyOf(order.orderId);
      if (capturedYen !== order.quote?.totalYen)
        report('storedPaidWithoutCapture', order.orderId, `${capturedYen} yen captured`);
    },
    capturedTenMinutesAgo(order, orderId) {
      judgeCaptured(order, orderId, true);
    },
    chargedTenMinutesAgo(order, orderId) {
      if (order === undefined) {
        report('chargeNobodyFollows', orderId, 'no such order');
        return;
      }
      if (!isFollowed(order, books.moneyOf(orderId))) report('chargeNobodyFollows', orderId, order.state);
    },
    atTheEnd(order, listed) {
      const { orderId, state } = order;
      const money = books.moneyOf(orderId);
      if (money.capturedYen > 0) judgeCaptured(order, orderId, false);
      if (!OVER.includes(state) && !OPEN.includes(state) && openFollowUps(order).length === 0)
        report('orderStuck', orderId, state);
      if (state === 'CONSENTED' || state === 'CHARGE_SENT' || state === 'RETRY')
        report('orderStuck', orderId, state);
      if (openFollowUps(order).length > 0 && !listed.has(orderId)) report('notOnTheList', orderId, state);
      if (money.authorizations.length > 0 && !isFollowed(order, money))
        report('chargeNobodyFollows', orderId, state);
    },
  };
}

/** Over, or with an open entry for a person; a new consent that is under way is followed by the order itself. */
function isFollowed(order: Order, { capturedYen }: OrderMoney): boolean {
  if (OVER.includes(order.state)) return true;
  if (openFollowUps(order).length > 0) return true;
  return order.state === 'CONSENTED' && capturedYen === 0;
}
