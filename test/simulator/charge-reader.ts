/** The merchant's server API on the simulated Amazon Pay, as far as the background needs it: documented reads only. */
import { chargePayload, type ChargeContent } from '../../lambda/src/payment/charge-payload';
import { parseConnectionsResponse } from '../../lambda/src/payment/parse-connections-response';
import { type ChargeReader, type Reading } from '../../lambda/src/worker/worker-deps';
import type { AmazonPay } from './amazon-pay/amazon-pay';
import { authorizationPayload } from './amazon-pay/authorization-answer';
import { createMerchantOperations } from './amazon-pay/merchant-operations';
import type { SimulatorEffects, SkillStage } from './contract';

/** Whose books are read. `stage`: where the skill runs; sandbox agreements can be charged in `development` only. */
export interface ChargeReaderOptions {
  readonly amazonPay: AmazonPay;
  readonly effects: SimulatorEffects;
  readonly stage: SkillStage;
}

/**
 * Reads authorizations by Amazon's id, and repeats a charge under its own reference. There is no search by the
 * merchant's reference, as there is none in reality. An answer that does not come is `noAnswer`.
 * @see money-safety.md, section 7
 */
export function createChargeReader({ amazonPay, effects, stage }: ChargeReaderOptions): ChargeReader {
  const operations = createMerchantOperations(amazonPay.ledger, effects);
  return {
    readAuthorization(amazonAuthorizationId) {
      const authorization = operations.getAuthorization(amazonAuthorizationId);
      return Promise.resolve(
        authorization === undefined
          ? { type: 'noAnswer', reason: 'InvalidAuthorizationId' }
          : readingOf({ status: { code: '200' }, payload: authorizationPayload(authorization) }),
      );
    },
    async repeatCharge(content: ChargeContent) {
      // The server API knows the buyer by the agreement alone, and no voice permission stands in its way.
      const userId = amazonPay.ledger.billingAgreements.get(content.billingAgreementId)?.userId ?? '';
      const directive = {
        type: 'Connections.SendRequest',
        name: 'Charge',
        payload: chargePayload(content),
        token: 'server-api',
      };
      const [first] = await amazonPay.connect(directive, { userId, stage, consent: 'GRANTED' });
      return first === undefined ? { type: 'noAnswer', reason: 'lost' } : readingOf(first.answer);
    },
  };
}

/** The server API answers with the same details; an error, or details that are missing, decides nothing. */
function readingOf(answer: object): Reading {
  const { statusCode, authorization, errorCode } = parseConnectionsResponse(answer);
  return statusCode === '200' && authorization !== undefined
    ? { type: 'read', details: authorization }
    : { type: 'noAnswer', reason: errorCode ?? 'noDetails' };
}
