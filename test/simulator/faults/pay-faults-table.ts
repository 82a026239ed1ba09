/** What can go wrong with a Charge at Amazon Pay, and the scenarios that play it. */
import type { FaultKind } from './fault-rates-table';

/** One kind of trouble. `isTrouble`: a server error, after which the same directive goes out again. */
export interface ChargeFault {
  readonly kind: FaultKind;
  readonly scenarios: readonly [string, ...string[]];
  readonly isTrouble: boolean;
  /** Can also meet a reference that was processed before. */
  readonly alsoWhenProcessed: boolean;
}

const first = (kind: FaultKind, ...scenarios: [string, ...string[]]): ChargeFault => ({
  kind,
  scenarios,
  isTrouble: false,
  alsoWhenProcessed: false,
});
const trouble = (kind: FaultKind, scenario: string): ChargeFault => ({
  kind,
  scenarios: [scenario],
  isTrouble: true,
  alsoWhenProcessed: false,
});

/** All of them, in the order in which they are drawn. */
export const CHARGE_FAULTS = {
  payServerErrorBefore: trouble('payServerErrorBefore', 'Charge/InternalServerError'),
  payServerErrorAfter: trouble('payServerErrorAfter', 'Charge/InternalServerError.after'),
  payUnavailableBefore: trouble('payUnavailableBefore', 'Charge/ServiceUnavailable'),
  payUnavailableAfter: trouble('payUnavailableAfter', 'Charge/ServiceUnavailable.after'),
  payThrottled: { ...first('payThrottled', 'Charge/RequestThrottled'), alsoWhenProcessed: true },
  payAgreementUnknown: first('payAgreementUnknown', 'Charge/InvalidBillingAgreementId'),
  payRefused: first(
    'payRefused',
    'Charge/InvalidPaymentMethod',
    'Charge/UnauthorizedAccess',
    'Charge/PeriodicAmountExceeded',
    'Charge/CustomerApprovalFailure',
    'Charge/InvalidBillingAgreementStatus',
    'Charge/UnknownCode',
  ),
  declinedSoft: first('declinedSoft', 'Charge/Declined.InvalidPaymentMethod.soft'),
  declinedHard: first('declinedHard', 'Charge/Declined.InvalidPaymentMethod.hard'),
  declinedAmazonRejected: first('declinedAmazonRejected', 'Charge/Declined.AmazonRejected'),
  declinedProcessingFailure: first('declinedProcessingFailure', 'Charge/Declined.ProcessingFailure'),
  declinedTimedOut: first('declinedTimedOut', 'Charge/Declined.TransactionTimedOut'),
  pendingThenPaid: first('pendingThenPaid', 'Charge/Pending'),
  pendingThenDeclined: first(
    'pendingThenDeclined',
    'Charge/Pending.thenDeclined',
    'Charge/Pending.thenTimedOut',
  ),
  closedWithoutSale: first(
    'closedWithoutSale',
    'Charge/Closed.AmazonClosed',
    'Charge/Closed.OrderReferenceCanceled',
    'Charge/Closed.SellerClosed',
    'Charge/Closed.ExpiredUnused',
    'Charge/Closed.UnknownReason',
  ),
  openNotCaptured: first('openNotCaptured', 'Charge/Open'),
  strangeAnswer: first(
    'strangeAnswer',
    'Charge/UnknownState.captured',
    'Charge/UnknownState',
    'Charge/Completed',
    'Charge/stateMissing',
    'Charge/stateMissing.declined',
    'Charge/Open.captured',
    'Charge/capturedAmountMissing',
    'Charge/payloadMissing',
    'Charge/stateInWrongPlace',
    'Charge/UnknownCode.after',
    'Charge/500.withoutCode',
  ),
} as const satisfies Record<string, ChargeFault>;
