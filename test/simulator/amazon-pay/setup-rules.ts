/** What Amazon Pay checks in a Setup request, in this order. */
import type { Gate } from './gate-rules';
import { refuseLong, refuseVersion } from './gate-rules';
import { ONE_CLICK_MESSAGES } from './error-codes-table';
import type { SetupPayload } from './payload-schema';
import { refuse, refuseParameter, type Refusal, rulesOf } from './refusal';
import { readRequestYen } from './yen';

/** A Setup request with all that its rules look at. */
export interface SetupSituation extends Gate {
  readonly request: SetupPayload;
}

const LANGUAGES = ['de_DE', 'en_GB', 'en_US', 'es_ES', 'fr_FR', 'it_IT', 'ja_JP'];
const AGREEMENT_TYPES = ['CustomerInitiatedTransaction', 'MerchantInitiatedTransaction'];

/** The rules of Setup. @see alexa-amazon-pay.md sections 2.1 and 2.2 */
export const SETUP_RULES = rulesOf<SetupSituation>(
  refuseVersions,
  ({ request, account }) =>
    request.countryOfEstablishment === account.countryOfEstablishment
      ? undefined
      : refuse('UnsupportedCountryOfEstablishment'),
  ({ request, account }) =>
    request.ledgerCurrency === account.currency ? undefined : refuse('UnsupportedCurrency'),
  ({ request }) =>
    request.checkoutLanguage === undefined || LANGUAGES.includes(request.checkoutLanguage)
      ? undefined
      : refuseParameter('checkoutLanguage'),
  refuseAgreementAttributes,
  refuseAgreementType,
  refuseSubscription,
  ({ request, context }) =>
    request.sandboxMode === true && context.stage === 'live'
      ? refuse('ReleaseEnvironmentNotAllowed')
      : undefined,
  refuseBuyer,
  refuseAddress,
);

function refuseVersions({ request }: SetupSituation): Refusal | undefined {
  const attributes = request.billingAgreementAttributes;
  return refuseVersion({
    '': request,
    'billingAgreementAttributes.': attributes,
    'billingAgreementAttributes.subscriptionAmount.': attributes?.subscriptionAmount,
    'billingAgreementAttributes.sellerBillingAgreementAttributes.':
      attributes?.sellerBillingAgreementAttributes,
  });
}

function refuseAgreementAttributes({ request }: SetupSituation): Refusal | undefined {
  const attributes = request.billingAgreementAttributes;
  const seller = attributes?.sellerBillingAgreementAttributes;
  const sellerPath = 'billingAgreementAttributes.sellerBillingAgreementAttributes';
  // Only solution providers send a platformId; this account is a merchant.
  if (attributes?.platformId !== undefined) return refuseParameter('billingAgreementAttributes.platformId');
  if (seller !== undefined && isEmpty(seller)) return refuseParameter(sellerPath);
  return refuseLong([
    ['billingAgreementAttributes.sellerNote', attributes?.sellerNote, 1024],
    [`${sellerPath}.customInformation`, seller?.customInformation, 1024],
  ]);
}

function isEmpty(seller: {
  readonly sellerBillingAgreementId?: string | undefined;
  readonly storeName?: string | undefined;
  readonly customInformation?: string | undefined;
}): boolean {
  return (
    seller.sellerBillingAgreementId === undefined &&
    seller.storeName === undefined &&
    seller.customInformation === undefined
  );
}

function refuseAgreementType({ request }: SetupSituation): Refusal | undefined {
  const type = request.billingAgreementAttributes?.billingAgreementType;
  return type === undefined || AGREEMENT_TYPES.includes(type)
    ? undefined
    : refuse('InvalidBillingAgreementType');
}

function refuseSubscription({ request, account }: SetupSituation): Refusal | undefined {
  const attributes = request.billingAgreementAttributes;
  const price = attributes?.subscriptionAmount;
  if (price === undefined) return undefined;
  const isGood =
    attributes?.billingAgreementType === 'MerchantInitiatedTransaction' &&
    price.currencyCode === account.currency &&
    readRequestYen(price.amount) !== undefined;
  return isGood ? undefined : refuse('InvalidSubscriptionAmount');
}

function refuseBuyer({ request, account, buyer }: SetupSituation): Refusal | undefined {
  const email = request.sandboxMode === true ? request.sandboxCustomerEmailId : buyer.email;
  if (email === account.merchantEmail) return refuse('BuyerEqualsSeller');
  if (request.sandboxMode === true && !(email !== undefined && account.testAccountEmails.includes(email))) {
    return refuse('InvalidSandboxCustomerEmail');
  }
  return buyer.email === undefined ? refuse('UnsupportedCustomerAccount') : undefined;
}

function refuseAddress({ request, buyer }: SetupSituation): Refusal | undefined {
  if (request.needAmazonShippingAddress !== true) return undefined;
  if (!buyer.oneClickEnabled) return refuse('InvalidShippingAddress', ONE_CLICK_MESSAGES.address);
  return buyer.shippingAddress === undefined ? refuse('InvalidShippingAddress') : undefined;
}
