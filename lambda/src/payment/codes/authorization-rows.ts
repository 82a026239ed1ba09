import { type CodeRow } from '../code-row';

const DECLINE = 'seed 000, Decline';
const STATES = 'seed 003, authorization states';

const decline = { source: DECLINE, httpStatus: '200', handledBy: 'merchant', next: 'sayDeclined' } as const;
const state = { source: STATES, httpStatus: '200', handledBy: 'merchant', prompt: null } as const;
const notASale = {
  ...state,
  class: 'terminal',
  effect: 'declinedHard',
  next: 'sayNotASale',
  alert: 'counted',
} as const;

/** Reasons of a Declined authorization in an Alexa answer (status 200). @see outcome-table.md, rows a46-a49 */
export const DECLINE_REASONS = {
  InvalidPaymentMethod: {
    ...decline,
    row: 'a46',
    code: 'Declined / InvalidPaymentMethod',
    class: 'buyerMustAct',
    prompt: 'updateDefaultPaymentMethod',
    effect: 'declinedBySoftDecline',
    alert: 'never',
    action: 'The buyer updates the payment method; a new attempt with a new reference at the next launch.',
  },
  TransactionTimedOut: {
    ...decline,
    row: 'a47',
    code: 'Declined / TransactionTimedOut',
    class: 'newAttemptAfterStateCheck',
    prompt: 'cannotProcessPayment',
    effect: 'declinedSoft',
    alert: 'counted',
    action: 'Later, with a new reference; frequent: consider asynchronous authorizations.',
  },
  AmazonRejected: {
    ...decline,
    row: 'a48',
    code: 'Declined / AmazonRejected',
    class: 'terminal',
    prompt: 'cannotProcessPayment',
    effect: 'declinedHard',
    alert: 'never',
    action: 'Never retried by program; the Order Reference is Closed, the BillingAgreement stays.',
  },
  ProcessingFailure: {
    ...decline,
    row: 'a49',
    code: 'Declined / ProcessingFailure',
    class: 'newAttemptAfterStateCheck',
    prompt: 'cannotProcessPayment',
    effect: 'declinedSoft',
    alert: 'counted',
    action: 'New consent and a new reference at the next launch.',
  },
} as const satisfies Record<string, CodeRow>;

/** States of an authorization that is neither Declined nor Closed. @see outcome-table.md, rows d01-d02 */
export const OPEN_STATES = {
  Pending: {
    ...state,
    row: 'd01',
    code: 'Pending',
    class: 'ok',
    effect: 'pending',
    next: 'promiseResult',
    alert: 'never',
    action: 'Wait for the result (about 30 s, at most 24 h); do not ship.',
  },
  Open: {
    ...state,
    row: 'd02',
    code: 'Open',
    class: 'ok',
    effect: 'authorized',
    next: 'promiseResult',
    alert: 'never',
    action: 'Authorized, not captured: capture within 30 days (sandbox 2 days).',
  },
} as const satisfies Record<string, CodeRow>;

/** Reasons of a Closed authorization; only one of them is a sale. @see outcome-table.md, rows d08-d13 */
export const CLOSED_REASONS = {
  ExpireUnused: {
    ...notASale,
    row: 'd08',
    code: 'Closed / ExpireUnused',
    effect: 'human',
    next: 'sayChecking',
    alert: 'each',
    action: "The authorization expired without a capture: a new one needs the buyer's knowledge.",
  },
  MaxCapturesProcessed: {
    ...state,
    row: 'd09',
    code: 'Closed / MaxCapturesProcessed',
    class: 'ok',
    effect: 'paid',
    next: 'confirmOrder',
    alert: 'never',
    action: 'Captured in full: the success of AuthorizeAndCapture.',
  },
  AmazonClosed: {
    ...notASale,
    row: 'd10',
    code: 'Closed / AmazonClosed',
    afterwards: 'merchantMustFix',
    effect: 'human',
    next: 'sayChecking',
    alert: 'each',
    action: 'Problem of the merchant account: contact Amazon Pay.',
  },
  OrderReferenceCanceled: {
    ...notASale,
    row: 'd11',
    code: 'Closed / OrderReferenceCanceled',
    action: 'GetOrderReferenceDetails gives the reason.',
  },
  SellerClosed: {
    ...notASale,
    row: 'd12',
    code: 'Closed / SellerClosed',
    class: 'ok',
    alert: 'never',
    action: 'Own act (CloseAuthorization).',
  },
  InvalidPaymentMethod: {
    ...notASale,
    row: 'd13',
    code: 'Closed / InvalidPaymentMethod',
    alert: 'never',
    action: 'A suspended Order Reference was cancelled by the merchant; GetAuthorizationDetails tells more.',
  },
} as const satisfies Record<string, CodeRow>;
