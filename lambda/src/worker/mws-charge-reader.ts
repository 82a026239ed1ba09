import { type CallResult } from '../amazon-pay/call-result';
import { toDetails } from '../amazon-pay/mws/authorization-details';
import { authorizeRequest } from '../amazon-pay/mws/authorize-request';
import { type MwsClient } from '../amazon-pay/mws/client';
import { type MwsAuthorization } from '../amazon-pay/mws/objects';
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
      toReading(await mws.authorizeOnBillingAgreement(authorizeRequest(content))),
  };
}

function toReading(result: CallResult<MwsAuthorization>): Reading {
  return result.ok
    ? { type: 'read', details: toDetails(result.value) }
    : { type: 'noAnswer', reason: result.failure.code ?? result.failure.reason };
}
