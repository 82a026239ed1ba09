/**
 * The authorization state machine as data: states, what the merchant may do in each, and every way from one
 * to another with who causes it.
 * @see seed 003, 「オーソリ状態と理由コード」 (rows d01–d13 of the outcome table)
 */
import type { AuthorizationState } from './ledger-records';

/** Operations of the server API that concern one authorization. */
export type AuthorizationOperation = 'GetAuthorizationDetails' | 'Capture' | 'CloseAuthorization';

/** One state: what it means and what the merchant may do in it. */
interface StateRow {
  readonly ja: string;
  readonly en: string;
  readonly operations: readonly AuthorizationOperation[];
}

/** The four states; a new authorization comes from none of them (`New` in the transitions). */
export const AUTHORIZATION_STATES = {
  Pending: {
    ja: '確認中(非同期のみ、約30秒)',
    en: 'being decided (asynchronous only, about 30 s)',
    operations: ['GetAuthorizationDetails', 'CloseAuthorization'],
  },
  Open: {
    ja: 'オーソリ済み、売上請求できる',
    en: 'authorized, may be captured',
    operations: ['GetAuthorizationDetails', 'Capture', 'CloseAuthorization'],
  },
  Declined: { ja: '拒否された', en: 'refused', operations: ['GetAuthorizationDetails'] },
  Closed: { ja: '終了', en: 'finished', operations: ['GetAuthorizationDetails'] },
} as const satisfies Record<AuthorizationState, StateRow>;

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

/** How long an asynchronous authorization stays Pending, in milliseconds. */
export const PENDING_MS = 30_000;

const DAY_MS = 86_400_000;

/** How long an authorization stays Open without a capture, in milliseconds, by environment. */
export const OPEN_MS = { LIVE: 30 * DAY_MS, SANDBOX: 2 * DAY_MS } as const;

/** Tells whether the state machine knows the arrow; the ledger takes no other. */
export function isTransition(
  arrow: Pick<AuthorizationTransition, 'from' | 'to'> & { reasonCode?: string },
): boolean {
  return AUTHORIZATION_TRANSITIONS.some(
    (row) => row.from === arrow.from && row.to === arrow.to && row.reasonCode === arrow.reasonCode,
  );
}

/** Tells whether the merchant may call the operation while the authorization is in this state. */
export function isAllowed(state: AuthorizationState, operation: AuthorizationOperation): boolean {
  const row: StateRow = AUTHORIZATION_STATES[state];
  return row.operations.includes(operation);
}
