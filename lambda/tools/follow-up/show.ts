import { type FollowUp, type Order } from '../../src/orders/order';
import { type AlertRecord } from '../../src/orders/store';

/** What each kind asks of a person. */
const TO_DO = {
  chargeFailed: 'a charge failed and no later one was paid',
  outcomeUnknown: 'the result of a charge is not known: look it up in Seller Central',
  merchantAlert: 'the merchant has to mend something, see the row in docs/outcomes.md',
  cancelRequest: 'the buyer asks to cancel',
  refundRequest: 'the buyer asks for a refund',
  captureDue: 'taken, not paid: capture or charge it when the goods leave, or are handed over',
} as const satisfies Record<FollowUp['kind'], string>;

/** One open entry in one line: order, kind, state, total, age, reason. Nothing personal. */
export function listLine(
  { orderId, state, quote }: Order,
  { kind, openedAtMs, row, reason }: FollowUp,
): string {
  const total = quote === undefined ? '-' : `${quote.totalYen} yen`;
  const cause = row === undefined ? reason : `${row} ${reason}`;
  return `${orderId}  ${kind}  ${state}  ${total}  since ${isoMinute(openedAtMs)}  ${cause}: ${TO_DO[kind]}`;
}

/** An order for a person who has to decide: goods, money, attempts with their references, entries. Nothing personal. */
export function orderDetails(order: Order): readonly string[] {
  const { orderId, state, quote, attempts, finalizations, followUps, createdAtMs, updatedAtMs } = order;
  return [
    `order ${orderId}  ${state}  begun ${isoMinute(createdAtMs)}  changed ${isoMinute(updatedAtMs)}`,
    ...(quote?.lines ?? []).map(({ name, quantity, lineYen }) => `  ${name} × ${quantity}  ${lineYen} yen`),
    ...(quote === undefined ? [] : [`  shipping ${quote.shippingYen} yen, total ${quote.totalYen} yen`]),
    ...attempts.map(({ n, content, result }) =>
      [
        `  attempt ${n}: AuthorizationReferenceId ${content.authorizationReferenceId}`,
        `BillingAgreement ${content.billingAgreementId}, ${content.amountYen} yen`,
        result === undefined ? 'no answer' : `${result.effect} (row ${result.row}, ${result.reason})`,
        ...(result?.amazonAuthorizationId === undefined ? [] : [result.amazonAuthorizationId]),
      ].join(', '),
    ),
    ...finalizations.map(finalizationLine),
    ...followUps.map(
      ({ no, kind, openedAtMs, reason, resolved }) =>
        `  entry ${no}: ${kind} since ${isoMinute(openedAtMs)}, ${reason}${resolved === undefined ? ', open' : `, resolved by ${resolved.by}: ${resolved.note}`}`,
    ),
  ];
}

/** A payment of the shop's own page, with everything Seller Central and Amazon Pay's support can find it by. */
function finalizationLine({ n, content, result }: Order['finalizations'][number]): string {
  return [
    `  payment ${n} on the page: checkout session ${content.checkoutSessionId}`,
    `${content.paymentIntent}, ${content.amountYen} yen`,
    result === undefined ? 'no answer' : `${result.effect} (row ${result.row}, ${result.reason})`,
    ...(result?.chargePermissionId === undefined ? [] : [`charge permission ${result.chargePermissionId}`]),
    ...(result?.chargeId === undefined ? [] : [`charge ${result.chargeId}`]),
  ].join(', ');
}

/** An alert that belongs to no order. */
export function alertDetails({
  alertId,
  step,
  reason,
  openedAtMs,
  resolved,
}: AlertRecord): readonly string[] {
  const state = resolved === undefined ? 'open' : `resolved: ${resolved.note}`;
  return [`alert ${alertId}  ${step}: ${reason}  since ${isoMinute(openedAtMs)}  ${state}`];
}

function isoMinute(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 16)}Z`;
}
