import { type FinalizeRequest } from '../amazon-pay/cv2/requests';
import { type Finalization } from '../orders/order';

/**
 * The request of a stored finalization: the same content gives the same bytes under the same key, however often it is sent.
 * `shippingAddress` goes along for PayAndShip, `billingAddress` for PayOnly, each exactly as Amazon shared it.
 * @see seed 002 (request parameters); outcome-table.md, section 7 (conflict 23); amazon-pay-server-apis.md, section 8
 */
export function finalizeRequest({ content }: Finalization): FinalizeRequest {
  const { productType, address } = content;
  return {
    checkoutSessionId: content.checkoutSessionId,
    key: content.idempotencyKey,
    amountYen: content.amountYen,
    totalOrderYen: content.totalOrderYen,
    paymentIntent: content.paymentIntent,
    canHandlePendingAuthorization: content.canHandlePendingAuthorization,
    supplementaryData: content.supplementaryData,
    ...(productType === 'PayAndShip' ? { shippingAddress: address } : { billingAddress: address }),
  };
}
