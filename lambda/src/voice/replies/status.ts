import { kindOf } from '../../orders/change-order';
import { type Order } from '../../orders/order';
import { type OrderState } from '../../orders/state-table';
import { line, type Line } from '../line';
import { type PromptKey } from '../prompts';
import { paymentMoment } from './payment-moment';

/** One sentence per state: the truth about the order and, first, about the money. A missing state is a compile error. */
const STATUS = {
  CART: 'statusNotPlaced',
  QUOTED: 'statusNotPlaced',
  CONSENTED: 'statusNotPlaced',
  CHARGE_SENT: 'statusChecking',
  RETRY: 'statusChecking',
  UNKNOWN: 'statusChecking',
  PENDING: 'statusPending',
  AUTHORIZED: 'statusAuthorized',
  CHARGEABLE: 'statusChargeable',
  DECLINED_SOFT: 'statusDeclined',
  DECLINED_HARD: 'statusDeclined',
  AWAITING_PAYMENT: 'statusAwaitingPayment',
  PAID: 'statusPaid',
  CONFIRMED: 'statusPaid',
  NEEDS_HUMAN: 'statusNeedsHuman',
  ABANDONED: 'statusAbandoned',
  CANCELLED: 'statusAbandoned',
  REFUNDED: 'statusRefunded',
} as const satisfies Record<OrderState, PromptKey>;

const REQUESTED = { cancel: 'cancelRequested', refund: 'refundRequested' } as const;

/** Says where an order stands, and what a person was asked to do with it. */
export function statusLines(order: Order): readonly Line[] {
  const { orderId, state, quote, requests } = order;
  const values = {
    orderNumber: { digits: orderId },
    totalYen: quote?.totalYen ?? 0,
    paymentMoment: { list: [paymentMoment(quote ?? { ships: true })] },
  };
  // An authorization that is meant to stay is an order taken; by voice it is a payment on its way.
  const isTaken = state === 'AUTHORIZED' && kindOf(order) === 'placed';
  const key = isTaken ? 'statusAuthorizedAsAsked' : STATUS[state];
  return [line(key, values), ...requests.slice(-1).map(({ kind }) => line(REQUESTED[kind]))];
}
