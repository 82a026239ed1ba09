import { writePrice } from '../../payment/money';
import { type SeenState } from '../../payment/object-machine';
import { type Cv2Address } from './objects';

/** What every call may carry. `seen`: state read before; an operation it does not allow is not sent. */
export interface Cv2CallOptions {
  readonly seen?: SeenState | undefined;
  /** Sandbox only: makes Amazon Pay act out this result. */
  readonly simulationCode?: string | undefined;
}

/** Finalize Checkout Session. `shippingAddress` for PayAndShip, `billingAddress` for PayOnly, as Amazon gave them. */
export interface FinalizeRequest extends Cv2CallOptions {
  readonly checkoutSessionId: string;
  readonly key: string;
  readonly amountYen: number;
  readonly totalOrderYen?: number | undefined;
  readonly paymentIntent: 'AuthorizeWithCapture' | 'Authorize' | 'Confirm';
  readonly canHandlePendingAuthorization: boolean;
  readonly shippingAddress?: Cv2Address | undefined;
  readonly billingAddress?: Cv2Address | undefined;
  readonly supplementaryData?: string | undefined;
}

/** Create Charge. `channel` stays out unless given; see the reference for who may use `Alexa`. */
export interface CreateChargeRequest extends Cv2CallOptions {
  readonly chargePermissionId: string;
  readonly key: string;
  readonly amountYen: number;
  readonly captureNow: boolean;
  readonly canHandlePendingAuthorization: boolean;
  readonly chargeInitiator?: 'CITU' | 'MITU' | 'CITR' | 'MITR' | undefined;
  readonly channel?: 'Web' | 'Alexa' | undefined;
  readonly merchantReferenceId?: string | undefined;
}

/** Capture Charge. `amountYen`: whole yen, 1 up to the authorized amount. */
export interface CaptureChargeRequest extends Cv2CallOptions {
  readonly chargeId: string;
  readonly key: string;
  readonly amountYen: number;
}

/** Cancel Charge. `reason`: for the merchant's records, not shown to the buyer. */
export interface CancelChargeRequest extends Cv2CallOptions {
  readonly chargeId: string;
  readonly reason: string;
}

/** Create Refund, of a captured charge. */
export interface CreateRefundRequest extends Cv2CallOptions {
  readonly chargeId: string;
  readonly key: string;
  readonly amountYen: number;
}

/** Close Charge Permission. `cancelPendingCharges` takes undecided charges along. */
export interface ClosePermissionRequest extends Cv2CallOptions {
  readonly chargePermissionId: string;
  readonly reason: string;
  readonly cancelPendingCharges: boolean;
}

/** Body of Finalize Checkout Session; absent fields stay out. @see seed 002; amazon-pay-server-apis.md, section 5 */
export function finalizeBody(request: FinalizeRequest): string {
  const { totalOrderYen, paymentIntent, canHandlePendingAuthorization } = request;
  return JSON.stringify({
    shippingAddress: request.shippingAddress,
    billingAddress: request.billingAddress,
    chargeAmount: price(request.amountYen),
    totalOrderAmount: totalOrderYen === undefined ? undefined : price(totalOrderYen),
    supplementaryData: request.supplementaryData,
    paymentIntent,
    canHandlePendingAuthorization,
  });
}

/** Body of Create Charge. `softDescriptor` stays out: it does not exist in Japan. */
export function createChargeBody(request: CreateChargeRequest): string {
  const { merchantReferenceId } = request;
  return JSON.stringify({
    chargePermissionId: request.chargePermissionId,
    chargeAmount: price(request.amountYen),
    captureNow: request.captureNow,
    canHandlePendingAuthorization: request.canHandlePendingAuthorization,
    chargeInitiator: request.chargeInitiator,
    channel: request.channel,
    merchantMetadata: merchantReferenceId === undefined ? undefined : { merchantReferenceId },
  });
}

/** Body of Capture Charge. */
export function captureBody({ amountYen }: CaptureChargeRequest): string {
  return JSON.stringify({ captureAmount: price(amountYen) });
}

/** Body of Create Refund. */
export function refundBody({ chargeId, amountYen }: CreateRefundRequest): string {
  return JSON.stringify({ chargeId, refundAmount: price(amountYen) });
}

/** Body of Cancel Charge. */
export function cancelBody({ reason }: CancelChargeRequest): string {
  return JSON.stringify({ cancellationReason: reason });
}

/** Body of Close Charge Permission. */
export function closeBody({ reason, cancelPendingCharges }: ClosePermissionRequest): string {
  return JSON.stringify({ closureReason: reason, cancelPendingCharges });
}

function price(amountYen: number): { readonly amount: string; readonly currencyCode: 'JPY' } {
  const { amount, currencyCode } = writePrice(amountYen);
  return { amount, currencyCode };
}
