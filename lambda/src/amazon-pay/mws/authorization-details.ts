import { type AuthorizationDetails } from '../../payment/parse-connections-response';
import { type MwsAuthorization } from './objects';

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
