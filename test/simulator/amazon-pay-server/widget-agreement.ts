/** A billing agreement that the widgets of CV1 begin: a draft until the merchant confirms it. */
import type { BillingAgreement } from '../amazon-pay/ledger-records';
import type { World } from './world';

const THREE_HOURS_MS = 10_800_000;

/**
 * The agreement as it is now: a draft of the widgets that was not confirmed within three hours is cancelled as Stale, and
 * is written down so.
 * @see seed 001 (StaleBillingAgreement); amazon-pay-server-apis.md, section 14.5
 */
export function presentAgreement({ ledger, effects }: World, id: string): BillingAgreement | undefined {
  const agreement = ledger.billingAgreements.get(id);
  const isDraft = agreement?.status === 'DRAFT' && agreement.widgets !== undefined;
  if (!isDraft || effects.now() - agreement.createdAtMs <= THREE_HOURS_MS) return agreement;
  const stale: BillingAgreement = { ...agreement, status: 'CANCELED', reasonCode: 'Stale' };
  ledger.books.commit([{ kind: 'billingAgreement', record: stale }]);
  return stale;
}

/**
 * What still keeps a draft from being confirmed. A transaction that the customer begins needs no consent to later ones.
 * @see amazon-pay-server-apis.md, section 14.5 (Draft)
 */
export function constraintsOf({
  status,
  widgets,
  billingAgreementType,
}: BillingAgreement): readonly string[] {
  if (status !== 'DRAFT') return [];
  if (widgets === undefined) return ['BuyerConsentNotSet'];
  const needsConsent = billingAgreementType !== 'CustomerInitiatedTransaction';
  return [
    ...(widgets.needsAddress && widgets.destination === undefined ? ['ShippingAddressNotSet'] : []),
    ...(widgets.hasPaymentMethod ? [] : ['PaymentPlanNotSet']),
    ...(needsConsent && !widgets.hasConsent ? ['BuyerConsentNotSet'] : []),
  ];
}
