import { type Cv2Address, type CheckoutSession } from '../amazon-pay/cv2/objects';
import { type WebConfig } from '../config';
import { type FinalizeTerms } from '../orders/next-finalization';
import { type Order, type Quote } from '../orders/order';
import { monthlyYen } from '../orders/quote';
import { CV2_CODES } from '../payment/codes/server-cv2-codes';
import { type ReadAmount } from '../payment/money';
import { stateOf } from '../payment/object-machine';
import { CHECKOUT_SESSION_MACHINE } from '../payment/object-machine-cv2-table';
import { type ServerRow } from '../payment/server-row';
import { type Shop } from '../shop/shop';
import { priceCheckout } from './price-checkout';

/** What a session is compared with. */
export interface SessionExpectation {
  readonly order: Order;
  readonly web: Pick<WebConfig, 'paymentIntent' | 'canHandlePendingAuthorization'>;
  readonly releaseEnvironment: 'SANDBOX' | 'LIVE';
  readonly shop: Shop;
  readonly nowMs: number;
}

/**
 * A session that says what the order says, with the terms to finalize it under and the total for its address; or the row
 * of the difference, the same that Amazon Pay itself would answer with.
 */
export type CheckedSession =
  | { readonly ok: true; readonly terms: FinalizeTerms; readonly quote: Quote }
  | { readonly ok: false; readonly row: ServerRow; readonly reason: string };

/**
 * Compares a checkout session with the stored order before anything is finalized: the page's configuration is unsigned,
 * so whatever the browser agreed on counts only when it is what the server computes. Amounts are never taken over.
 * @see amazon-pay-server-apis.md, section 13 (rules 1 to 4); seed 002 (chargeAmount, totalOrderAmount, addresses)
 */
export function checkSession(session: CheckoutSession, expected: SessionExpectation): CheckedSession {
  const { order, web, shop, nowMs } = expected;
  const state = stateOf(CHECKOUT_SESSION_MACHINE, session.state);
  if (state === 'Canceled') return differs('CheckoutSessionCanceled', session.reasonCode ?? 'canceled');
  if (state !== 'Open') return differs('InvalidCheckoutSessionStatus', 'notOpen');
  if (session.releaseEnvironment?.toUpperCase() !== expected.releaseEnvironment)
    return differs('ResourceNotFound', 'otherEnvironment');
  if (session.merchantReferenceId !== undefined && session.merchantReferenceId !== order.orderId)
    return differs('InvalidCheckoutSessionStatus', 'sessionOfAnotherOrder');
  if (session.paymentIntent !== web.paymentIntent)
    return differs('PaymentIntentMismatch', 'paymentIntentDiffers');
  if ((session.canHandlePendingAuthorization ?? false) !== web.canHandlePendingAuthorization)
    return differs('CanHandlePendingAuthorizationMismatch', 'pendingDiffers');
  const isMonthly = monthlyYen(order.quote?.lines ?? []) !== undefined;
  if ((session.chargePermissionType ?? 'OneTime') !== (isMonthly ? 'Recurring' : 'OneTime'))
    return differs('InvalidCheckoutSessionStatus', 'permissionTypeDiffers');
  const ships = order.quote?.ships ?? true;
  const productType = ships ? 'PayAndShip' : 'PayOnly';
  const mismatch = ships ? 'ShippingAddressMismatch' : 'BillingAddressMismatch';
  if (session.productType !== productType) return differs(mismatch, 'productTypeDiffers');
  const address: Cv2Address | undefined = ships ? session.shippingAddress : session.billingAddress;
  if (address === undefined) return differs(mismatch, 'noAddress');
  const priced = priceCheckout(order, { address, nowMs }, shop);
  if (!priced.ok) return differs(mismatch, priced.reason);
  const { totalYen } = priced.quote;
  if (session.chargeAmount.kind === 'unreadable') return differs('CurrencyMismatch', 'amountUnreadable');
  if (!isYen(session.chargeAmount, totalYen)) return differs('ChargeAmountMismatch', 'chargeAmountDiffers');
  const hasOrderAmount = session.totalOrderAmount.kind !== 'absent';
  if (hasOrderAmount && !isYen(session.totalOrderAmount, totalYen))
    return differs('TotalOrderAmountMismatch', 'totalOrderAmountDiffers');
  const terms = {
    checkoutSessionId: session.checkoutSessionId,
    amountYen: totalYen,
    totalOrderYen: hasOrderAmount ? totalYen : undefined,
    paymentIntent: web.paymentIntent,
    productType,
    canHandlePendingAuthorization: web.canHandlePendingAuthorization,
    address: { ...address },
    supplementaryData: session.supplementaryData,
  } as const;
  return { ok: true, terms, quote: priced.quote };
}

function differs(code: keyof typeof CV2_CODES, reason: string): CheckedSession {
  return { ok: false, row: CV2_CODES[code], reason };
}

function isYen(amount: ReadAmount, yen: number): boolean {
  return amount.kind === 'yen' && amount.amountYen === yen;
}
