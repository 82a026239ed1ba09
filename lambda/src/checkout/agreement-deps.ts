import { type MwsClient } from '../amazon-pay/mws/client';
import { type CheckoutDeps } from './checkout-deps';

/** The calls of the CV1 API that paying by an agreement needs. */
export type AgreementCalls = Pick<
  MwsClient,
  | 'getBillingAgreementDetails'
  | 'setBillingAgreementDetails'
  | 'confirmBillingAgreement'
  | 'authorizeOnBillingAgreement'
>;

/** The web checkout with the CV1 API beside it. */
export interface AgreementDeps extends CheckoutDeps {
  readonly mws: AgreementCalls;
}

/**
 * Why an agreement is not charged; nothing has left then. `notPayable`: the order is not waiting under this link.
 * `agreementOver`: a new agreement is needed. `consentNeeded`, `addressNeeded`, `paymentNeeded`: the buyer still has to
 * choose it. `totalChanged`: the page showed another total. `notAnswered`: Amazon Pay could not be asked.
 * `notProcessed`: refused for a reason that only the merchant can mend, or that nobody knows.
 */
export type AgreementRefusal =
  | 'notPayable'
  | 'agreementOfAnotherOrder'
  | 'agreementOver'
  | 'notJapan'
  | 'unknownPrefecture'
  | 'noGoods'
  | 'consentNeeded'
  | 'addressNeeded'
  | 'paymentNeeded'
  | 'totalChanged'
  | 'notAnswered'
  | 'notProcessed';
