import { type ChargeContent } from '../../payment/charge-payload';
import { type AuthorizeRequest } from './requests';

/**
 * The AuthorizeOnBillingAgreement of a stored attempt: authorized and captured at once, decided in the answer. The same
 * content gives the same request under the same reference, whoever sends it and however often.
 * @see amazon-pay-server-apis.md, section 14.3 (AuthorizationReferenceId); money-safety.md, section 4
 */
export function authorizeRequest(content: ChargeContent): AuthorizeRequest {
  return {
    billingAgreementId: content.billingAgreementId,
    reference: content.authorizationReferenceId,
    amountYen: content.amountYen,
    captureNow: true,
    transactionTimeoutMinutes: 0,
    sellerAuthorizationNote: content.sellerAuthorizationNote,
    sellerOrderId: content.orderId,
    inheritShippingAddress: content.inheritShippingAddress ?? true,
  };
}
