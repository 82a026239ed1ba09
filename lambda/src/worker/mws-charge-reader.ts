import { type CallResult } from '../amazon-pay/call-result';
import { type MwsClient } from '../amazon-pay/mws/client';
import { type MwsAuthorization } from '../amazon-pay/mws/objects';
import { type AuthorizationDetails } from '../payment/parse-connections-response';
import { type ChargeReader, type Reading } from './worker-deps';

/** The two calls that tell about a charge. */
export type ChargeCalls = Pick<MwsClient, 'getAuthorizationDetails' | 'authorizeOnBillingAgreement'>;

/**
 * Asks Amazon Pay's CV1 API about charges: the agreements of Alexa are CV1 objects. A failed call is `noAnswer` with
 * its reason; the background asks again on its own ladder, so the client given here sends once.
 * @see money-safety.md, section 7; amazon-pay-server-apis.md, section 14
 */
export function createMwsChargeReader(mws: ChargeCalls): ChargeReader {
  return {
    readAuthorization: async (amazonAuthorizationId) =>
      toReading(await mws.getAuthorizationDetails(amazonAuthorizationId)),
    repeatCharge: async (content) =>
      toReading(
        await mws.authorizeOnBillingAgreement({
          billingAgreementId: content.billingAgreementId,
          reference: content.authorizationReferenceId,
          amountYen: content.amountYen,
          captureNow: true,
          transactionTimeoutMinutes: 0,
          sellerAuthorizationNote: content.sellerAuthorizationNote,
          sellerOrderId: content.orderId,
          inheritShippingAddress: true,
        }),
      ),
  };
}

/** An authorization of the CV1 API in the form in which Alexa's answers are read, so that one classifier judges both. */
export function toDetails(authorization: MwsAuthorization): AuthorizationDetails {
  return {
    amazonOrderReferenceId: authorization.amazonOrderReferenceId,
    amazonAuthorizationId: authorization.amazonAuthorizationId,
    authorizationReferenceId: authorization.reference,
    authorizationAmount: authorization.amount,
    capturedAmount: authorization.capturedAmount,
    captureIds: authorization.captureIds,
    softDecline: authorization.softDecline,
    state: authorization.state,
    reasonCode: authorization.reasonCode,
  };
}

function toReading(result: CallResult<MwsAuthorization>): Reading {
  return result.ok
    ? { type: 'read', details: toDetails(result.value) }
    : { type: 'noAnswer', reason: result.failure.code ?? result.failure.reason };
}
