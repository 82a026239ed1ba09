/** Moves an authorization to a state, with everything that follows for agreement, order reference and capture. */
import { newPartId } from './object-ids';
import type { Authorization, BillingAgreement, Capture, Change, OrderReference } from './ledger-records';
import type { Verdict } from './verdict';
import { japaneseMonth } from './yen';

/** The records that one authorization touches. */
export interface ChargeRecords {
  readonly authorization: Authorization;
  readonly agreement: BillingAgreement;
  readonly orderReference: OrderReference;
  readonly capture?: Capture | undefined;
}

/** When it happens (epoch milliseconds), and where ids come from. */
export interface Moment {
  readonly nowMs: number;
  readonly random: () => number;
}

/**
 * Applies a verdict to the records; the given records stay as they are.
 * A hard InvalidPaymentMethod decline suspends the agreement; AmazonRejected closes the order reference and
 * leaves the agreement Open; what was not captured when the authorization ends is credited back to the period.
 * @see seed 003; alexa-amazon-pay.md quirk 21
 */
export function settle(records: ChargeRecords, verdict: Verdict, moment: Moment): ChargeRecords {
  const capture = captureOf(records.authorization, verdict.capturedYen ?? 0, moment);
  const { authorization: before } = records;
  const authorization: Authorization = {
    ...before,
    state: verdict.state,
    reasonCode: verdict.reasonCode,
    planned: verdict.planned,
    softDecline: verdict.softDecline ?? before.softDecline,
    capturedYen: before.capturedYen + (capture?.amountYen ?? 0),
    captureIds: capture === undefined ? before.captureIds : [...before.captureIds, capture.amazonCaptureId],
    updatedAtMs: moment.nowMs,
  };
  return {
    authorization,
    agreement: agreementAfter(records.agreement, before, authorization),
    orderReference: { ...records.orderReference, ...orderReferenceAfter(authorization) },
    capture,
  };
}

/** The changes that write the records, to be committed together. */
export function changesOf({
  authorization,
  agreement,
  orderReference,
  capture,
}: ChargeRecords): readonly Change[] {
  const changes: Change[] = [
    { kind: 'billingAgreement', record: agreement },
    { kind: 'orderReference', record: orderReference },
    { kind: 'authorization', record: authorization },
  ];
  if (capture !== undefined) changes.push({ kind: 'capture', record: capture });
  return changes;
}

function captureOf(
  authorization: Authorization,
  amountYen: number,
  { nowMs, random }: Moment,
): Capture | undefined {
  if (amountYen === 0) return undefined;
  return {
    amazonCaptureId: newPartId(authorization.amazonOrderReferenceId, 'C', random),
    amazonAuthorizationId: authorization.amazonAuthorizationId,
    authorizationReferenceId: authorization.authorizationReferenceId,
    environment: authorization.environment,
    amountYen,
    capturedAtMs: nowMs,
  };
}

function agreementAfter(
  agreement: BillingAgreement,
  before: Authorization,
  authorization: Authorization,
): BillingAgreement {
  // A Declined authorization that is Closed later gave its amount back already.
  const endsNow = !isOver(before) && isOver(authorization);
  const isOfThisPeriod = agreement.periodMonth === japaneseMonth(authorization.createdAtMs);
  const creditYen = endsNow && isOfThisPeriod ? authorization.amountYen - authorization.capturedYen : 0;
  const isSuspended =
    authorization.state === 'Declined' &&
    authorization.reasonCode === 'InvalidPaymentMethod' &&
    !authorization.softDecline &&
    agreement.status === 'OPEN';
  return {
    ...agreement,
    periodYen: Math.max(0, agreement.periodYen - creditYen),
    status: isSuspended ? 'SUSPENDED' : agreement.status,
  };
}

function isOver({ state }: Authorization): boolean {
  return state === 'Declined' || state === 'Closed';
}

function orderReferenceAfter(authorization: Authorization): Partial<OrderReference> {
  if (authorization.capturedYen >= authorization.amountYen) {
    return { state: 'Closed', reasonCode: 'MaxAmountCharged' };
  }
  if (authorization.state !== 'Declined') return {};
  if (authorization.reasonCode === 'AmazonRejected') return { state: 'Closed', reasonCode: 'AmazonClosed' };
  if (authorization.reasonCode === 'InvalidPaymentMethod') {
    return { state: 'Suspended', reasonCode: 'InvalidPaymentMethod' };
  }
  return {};
}
