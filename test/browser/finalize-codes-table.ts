/**
 * What the page shows and where the order is after each error of Finalize Checkout Session, written from the documents.
 * After each the buyer is back at the start, nothing was charged, and the button is there again.
 * @see seed 002, section 2 (what to show) and error codes; outcome-table.md, rows c05-c22
 */
interface ExpectedFailure {
  readonly httpStatus: number;
  /** First what came of the payment, then how it goes on. */
  readonly notice: readonly [string, string];
  readonly state: 'AWAITING_PAYMENT' | 'DECLINED_SOFT' | 'DECLINED_HARD';
  /** What is ordered; the gift code goes to no place, so that its billing address is compared. */
  readonly utterance?: string;
}

const NOTICE = [
  'Amazon Payでのお支払いに失敗しました。別のお支払い方法をお試しください。',
  'お支払いは完了していません。ご注文は確定していません。このページから、もう一度お支払いいただけます。',
] as const;
const waiting = { notice: NOTICE, state: 'AWAITING_PAYMENT' } as const;
const soft = { notice: NOTICE, state: 'DECLINED_SOFT' } as const;
const hard = { notice: NOTICE, state: 'DECLINED_HARD' } as const;

/** Every code of the document. */
export const FINALIZE_FAILURES = {
  CurrencyMismatch: { ...waiting, httpStatus: 400 },
  TransactionAmountExceeded: { ...waiting, httpStatus: 400 },
  ResourceNotFound: { ...waiting, httpStatus: 404 },
  ChargeAmountMismatch: { ...waiting, httpStatus: 409 },
  TotalOrderAmountMismatch: { ...waiting, httpStatus: 409 },
  CanHandlePendingAuthorizationMismatch: { ...waiting, httpStatus: 409 },
  PaymentIntentMismatch: { ...waiting, httpStatus: 409 },
  ShippingAddressMismatch: { ...waiting, httpStatus: 409 },
  BillingAddressMismatch: { ...waiting, httpStatus: 409, utterance: 'ギフト券を2枚ください' },
  CheckoutSessionCanceled: { ...waiting, httpStatus: 422 },
  InvalidCheckoutSessionStatus: { ...waiting, httpStatus: 422 },
  InvalidChargeStatus: { ...waiting, httpStatus: 422 },
  HardDeclined: { ...hard, httpStatus: 422 },
  PaymentMethodNotAllowed: { ...hard, httpStatus: 422 },
  AmazonRejected: { ...hard, httpStatus: 422 },
  MFANotCompleted: { ...soft, httpStatus: 422 },
  TransactionTimedOut: { ...soft, httpStatus: 422 },
  ProcessingFailure: { ...soft, httpStatus: 500 },
} as const satisfies Record<string, ExpectedFailure>;
