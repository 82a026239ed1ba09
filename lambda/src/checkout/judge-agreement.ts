import { type CallFailure } from '../amazon-pay/call-result';
import { type MwsBillingAgreement } from '../amazon-pay/mws/objects';
import { type Order, type Quote } from '../orders/order';
import { type Shop } from '../shop/shop';
import { type AgreementRefusal } from './agreement-deps';
import { priceFor } from './price-checkout';

/**
 * What an agreement allows: a total for its address; or why nothing. `isDraft`: it is still to be confirmed. `missing`:
 * Amazon's names of what the buyer has not chosen yet.
 */
export type JudgedAgreement =
  | {
      readonly ok: true;
      readonly quote: Quote;
      readonly isDraft: boolean;
      readonly missing: readonly string[];
    }
  | { readonly ok: false; readonly reason: AgreementRefusal };

/** What an agreement is judged with. */
export interface AgreementMoment {
  readonly shop: Shop;
  readonly nowMs: number;
}

/**
 * Decides whether an agreement can pay the order, and computes the total for its address. A suspended one waits for
 * another payment method; one that is over never comes back.
 * @see amazon-pay-server-apis.md, section 14.5
 */
export function judgeAgreement(
  agreement: MwsBillingAgreement,
  order: Order,
  { shop, nowMs }: AgreementMoment,
): JudgedAgreement {
  const state = agreement.state?.toLowerCase();
  if (state === 'suspended') return { ok: false, reason: 'paymentNeeded' };
  if (state !== 'draft' && state !== 'open') return { ok: false, reason: 'agreementOver' };
  const ships = order.quote?.ships ?? true;
  if (ships && agreement.destination === undefined) return { ok: false, reason: 'addressNeeded' };
  const priced = priceFor(order, { destination: agreement.destination, nowMs }, shop);
  if (!priced.ok) return priced;
  return { ok: true, quote: priced.quote, isDraft: state === 'draft', missing: agreement.constraintIds };
}

/** Constraints of a draft and what the buyer has to do about each; the first one that stands is told. */
const CONSTRAINTS = {
  ShippingAddressNotSet: 'addressNeeded',
  PaymentPlanNotSet: 'paymentNeeded',
  PaymentMethodNotAllowed: 'paymentNeeded',
  BuyerConsentNotSet: 'consentNeeded',
} as const satisfies Record<string, AgreementRefusal>;

/**
 * Why an agreement is a draft still although its confirmation was asked for. `failure`: of that confirmation. A constraint
 * that no buyer can mend, such as a buyer who is the seller, is not processed.
 * @see amazon-pay-server-apis.md, section 14.5 (constraints)
 */
export function whyNotConfirmed(
  { constraintIds }: Pick<MwsBillingAgreement, 'constraintIds'>,
  failure: CallFailure | undefined,
): AgreementRefusal {
  const standing = Object.entries(CONSTRAINTS).find(([id]) => constraintIds.includes(id));
  if (standing !== undefined) return standing[1];
  return constraintIds.length > 0 || failure === undefined ? 'notProcessed' : whyFailed(failure);
}

/** Why a call before the charge failed, as the buyer has to know it. */
export function whyFailed(failure: CallFailure): AgreementRefusal {
  if (failure.row.isWrongId === true) return 'agreementOver';
  switch (failure.row.move) {
    case 'retrySameKey':
      return 'notAnswered';
    case 'askBuyer':
      return 'paymentNeeded';
    case 'readObject':
    case 'correctAddress':
    case 'newAttempt':
      return 'agreementOver';
    case 'done':
    case 'wait':
    case 'otherWay':
    case 'mendSetting':
    case 'handToPerson':
      return 'notProcessed';
  }
}
