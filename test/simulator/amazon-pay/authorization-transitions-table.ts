/**
 * Every way from one authorization state to another, with who causes it.
 * @see seed 003, 「オーソリ状態と理由コード」 (rows d01–d13 of the outcome table)
 */
import type { AuthorizationState } from './ledger-records';

/** Who causes a transition: Amazon at the first answer or later, the passing of time, or the merchant's call. */
type Cause = 'amazon' | 'clock' | 'merchant';

/** One arrow of the diagram. `row` is the row of the outcome table that describes where it ends. */
export interface AuthorizationTransition {
  readonly from: 'New' | AuthorizationState;
  readonly to: AuthorizationState;
  readonly reasonCode?: string;
  readonly by: Cause;
  readonly when: string;
  readonly row: string;
}

/** Every arrow. A (state, reason) pair that is not here never happens by itself in the simulator. */
export const AUTHORIZATION_TRANSITIONS: readonly AuthorizationTransition[] = [
  { from: 'New', to: 'Pending', by: 'amazon', when: 'transactionTimeout above 0', row: 'd01' },
  { from: 'New', to: 'Open', by: 'amazon', when: 'Authorize, transactionTimeout 0', row: 'd02' },
  {
    from: 'New',
    to: 'Declined',
    reasonCode: 'InvalidPaymentMethod',
    by: 'amazon',
    when: 'the bank declines, soft',
    row: 'd03',
  },
  {
    from: 'New',
    to: 'Declined',
    reasonCode: 'InvalidPaymentMethod',
    by: 'amazon',
    when: 'the bank declines, hard',
    row: 'd04',
  },
  {
    from: 'New',
    to: 'Declined',
    reasonCode: 'AmazonRejected',
    by: 'amazon',
    when: 'Amazon refuses the order',
    row: 'd05',
  },
  {
    from: 'New',
    to: 'Declined',
    reasonCode: 'ProcessingFailure',
    by: 'amazon',
    when: 'internal failure',
    row: 'd06',
  },
  {
    from: 'New',
    to: 'Declined',
    reasonCode: 'TransactionTimedOut',
    by: 'amazon',
    when: 'not decided within 30 s',
    row: 'd07',
  },
  {
    from: 'New',
    to: 'Closed',
    reasonCode: 'MaxCapturesProcessed',
    by: 'amazon',
    when: 'AuthorizeAndCapture, transactionTimeout 0',
    row: 'd09',
  },
  { from: 'Pending', to: 'Open', by: 'amazon', when: 'after 30 s', row: 'd02' },
  {
    from: 'Pending',
    to: 'Declined',
    reasonCode: 'InvalidPaymentMethod',
    by: 'amazon',
    when: 'after 30 s',
    row: 'd04',
  },
  {
    from: 'Pending',
    to: 'Declined',
    reasonCode: 'AmazonRejected',
    by: 'amazon',
    when: 'after 30 s',
    row: 'd05',
  },
  {
    from: 'Pending',
    to: 'Declined',
    reasonCode: 'ProcessingFailure',
    by: 'amazon',
    when: 'after 30 s',
    row: 'd06',
  },
  {
    from: 'Pending',
    to: 'Declined',
    reasonCode: 'TransactionTimedOut',
    by: 'clock',
    when: 'after transactionTimeout minutes',
    row: 'd07',
  },
  {
    from: 'Pending',
    to: 'Closed',
    reasonCode: 'MaxCapturesProcessed',
    by: 'amazon',
    when: 'AuthorizeAndCapture, after 30 s',
    row: 'd09',
  },
  {
    from: 'Pending',
    to: 'Closed',
    reasonCode: 'SellerClosed',
    by: 'merchant',
    when: 'CloseAuthorization',
    row: 'd12',
  },
  {
    from: 'Pending',
    to: 'Closed',
    reasonCode: 'OrderReferenceCanceled',
    by: 'merchant',
    when: 'CancelOrderReference',
    row: 'd11',
  },
  {
    from: 'Pending',
    to: 'Closed',
    reasonCode: 'AmazonClosed',
    by: 'amazon',
    when: 'merchant account problem',
    row: 'd10',
  },
  {
    from: 'Open',
    to: 'Closed',
    reasonCode: 'MaxCapturesProcessed',
    by: 'merchant',
    when: 'Capture',
    row: 'd09',
  },
  {
    from: 'Open',
    to: 'Closed',
    reasonCode: 'ExpiredUnused',
    by: 'clock',
    when: 'after 30 days (sandbox 2 days) without a capture',
    row: 'd08',
  },
  {
    from: 'Open',
    to: 'Closed',
    reasonCode: 'SellerClosed',
    by: 'merchant',
    when: 'CloseAuthorization',
    row: 'd12',
  },
  {
    from: 'Open',
    to: 'Closed',
    reasonCode: 'OrderReferenceCanceled',
    by: 'merchant',
    when: 'CancelOrderReference',
    row: 'd11',
  },
  {
    from: 'Open',
    to: 'Closed',
    reasonCode: 'AmazonClosed',
    by: 'amazon',
    when: 'merchant account problem',
    row: 'd10',
  },
  {
    from: 'Declined',
    to: 'Closed',
    reasonCode: 'InvalidPaymentMethod',
    by: 'merchant',
    when: 'CancelOrderReference of a Suspended order reference',
    row: 'd13',
  },
];

/** Tells whether the state machine knows the arrow; the ledger takes no other. */
export function isTransition(
  arrow: Pick<AuthorizationTransition, 'from' | 'to'> & { reasonCode?: string },
): boolean {
  return AUTHORIZATION_TRANSITIONS.some(
    (row) => row.from === arrow.from && row.to === arrow.to && row.reasonCode === arrow.reasonCode,
  );
}
