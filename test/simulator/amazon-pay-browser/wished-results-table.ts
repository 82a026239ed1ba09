/**
 * What a person can make of a payment in the simulated sheet. The page's select and the simulated server read the same
 * table: what stands here is what Finalize Checkout Session then acts out.
 * @see seed 002 (error codes); outcome-table.md, rows c01-c22
 */

/**
 * `charge`: the money moves as the session's paymentIntent says; `decision` is `atOnce` (200) or `later` (202, which needs
 * canHandlePendingAuthorization), `simulationCode` the decline it comes to. `end`: refused, and the session is over.
 * `refuse`: refused, the session stays as it was. `failCharge`: the permission is given, the charge fails at Amazon, and the
 * session may be finalized again. `failOnce`: one server error, then as `charge`. `lose`: carried out, and
 * every answer is lost.
 */
export type WishedAct =
  | {
      readonly act: 'charge';
      readonly decision: 'atOnce' | 'later';
      readonly simulationCode?: 'HardDeclined' | 'AmazonRejected' | 'TransactionTimedOut';
    }
  | { readonly act: 'end'; readonly status: number; readonly reasonCode: 'BuyerCanceled' | 'Declined' }
  | { readonly act: 'refuse'; readonly status: number }
  | { readonly act: 'failCharge'; readonly status: number }
  | { readonly act: 'failOnce' }
  | { readonly act: 'lose' };

/** One row: what happens, and its name in the select. */
export type WishedResult = WishedAct & { readonly label: string };

const refused = (status: number, code: string): WishedResult => ({
  act: 'refuse',
  status,
  label: `${code} (${status})`,
});
const ended = (code: string, reasonCode: 'BuyerCanceled' | 'Declined'): WishedResult => ({
  act: 'end',
  status: 422,
  reasonCode,
  label: `${code} (422)`,
});

/** Every result by its name; an error code of Finalize Checkout Session is its own name. */
export const WISHED_RESULTS = {
  success: { act: 'charge', decision: 'atOnce', label: '成功' },
  pending: { act: 'charge', decision: 'later', label: '保留（202のあとで承認）' },
  pendingThenDeclined: {
    act: 'charge',
    decision: 'later',
    simulationCode: 'HardDeclined',
    label: '保留（202のあとで否認）',
  },
  CurrencyMismatch: refused(400, 'CurrencyMismatch'),
  TransactionAmountExceeded: refused(400, 'TransactionAmountExceeded'),
  ResourceNotFound: refused(404, 'ResourceNotFound'),
  ChargeAmountMismatch: refused(409, 'ChargeAmountMismatch'),
  TotalOrderAmountMismatch: refused(409, 'TotalOrderAmountMismatch'),
  CanHandlePendingAuthorizationMismatch: refused(409, 'CanHandlePendingAuthorizationMismatch'),
  PaymentIntentMismatch: refused(409, 'PaymentIntentMismatch'),
  ShippingAddressMismatch: refused(409, 'ShippingAddressMismatch'),
  BillingAddressMismatch: refused(409, 'BillingAddressMismatch'),
  CheckoutSessionCanceled: ended('CheckoutSessionCanceled', 'BuyerCanceled'),
  InvalidCheckoutSessionStatus: refused(422, 'InvalidCheckoutSessionStatus'),
  InvalidChargeStatus: refused(422, 'InvalidChargeStatus'),
  HardDeclined: {
    act: 'charge',
    decision: 'atOnce',
    simulationCode: 'HardDeclined',
    label: 'HardDeclined (422)',
  },
  PaymentMethodNotAllowed: ended('PaymentMethodNotAllowed', 'Declined'),
  AmazonRejected: {
    act: 'charge',
    decision: 'atOnce',
    simulationCode: 'AmazonRejected',
    label: 'AmazonRejected (422)',
  },
  MFANotCompleted: ended('MFANotCompleted', 'Declined'),
  TransactionTimedOut: {
    act: 'charge',
    decision: 'atOnce',
    simulationCode: 'TransactionTimedOut',
    label: 'TransactionTimedOut (422)',
  },
  ProcessingFailure: { act: 'failCharge', status: 500, label: 'ProcessingFailure (500)' },
  noAnswer: { act: 'lose', label: '応答なし（支払いは処理される）' },
  serverErrorThenSuccess: { act: 'failOnce', label: '500のあとで成功' },
} as const satisfies Record<string, WishedResult>;

/** Name of a result that can be wished for. */
export type WishName = keyof typeof WISHED_RESULTS;

/** Whether a text names a result of the table. */
export function isWishName(name: string): name is WishName {
  return Object.hasOwn(WISHED_RESULTS, name);
}
