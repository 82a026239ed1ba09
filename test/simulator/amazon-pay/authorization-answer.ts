/** The payload of a Charge answer, made from the authorization's record. */
import type { Authorization, JsonObject } from './ledger-records';
import { answerPrice } from './yen';

/** Payload of a Charge answer. */
export interface ChargeAnswerPayload extends JsonObject {
  readonly amazonOrderReferenceId: string;
  readonly authorizationDetails: JsonObject;
}

/**
 * Words an authorization as the Charge answer shows it; amounts with two decimals, times in ISO 8601.
 * A reason is left out when the state has none.
 * @see alexa-amazon-pay.md section 4.1
 */
export function authorizationPayload(authorization: Authorization): ChargeAnswerPayload {
  return {
    amazonOrderReferenceId: authorization.amazonOrderReferenceId,
    authorizationDetails: {
      amazonAuthorizationId: authorization.amazonAuthorizationId,
      authorizationReferenceId: authorization.authorizationReferenceId,
      authorizationAmount: { ...answerPrice(authorization.amountYen) },
      capturedAmount: { ...answerPrice(authorization.capturedYen) },
      authorizationFee: { ...answerPrice(0) },
      idList: [...authorization.captureIds],
      softDecline: authorization.softDecline,
      captureNow: authorization.captureNow,
      ...(authorization.softDescriptor === undefined
        ? {}
        : { softDescriptor: `AMZ*${authorization.softDescriptor}` }),
      sellerAuthorizationNote: authorization.sellerAuthorizationNote ?? '',
      creationTimestamp: new Date(authorization.createdAtMs).toISOString(),
      expirationTimestamp: new Date(authorization.expiresAtMs).toISOString(),
      authorizationStatus: {
        state: authorization.state,
        ...(authorization.reasonCode === undefined ? {} : { reasonCode: authorization.reasonCode }),
        lastUpdateTimestamp: new Date(authorization.updatedAtMs).toISOString(),
      },
    },
  };
}
