/** What Amazon Pay checks in a Charge request, in this order. */
import { ONE_CLICK_MESSAGES } from './error-codes-table';
import { refuseLong, refuseVersion, type Gate } from './gate-rules';
import type { BillingAgreement, ReleaseEnvironment } from './ledger-records';
import { environmentOfAgreementId } from './object-ids';
import type { ChargePayload } from './payload-schema';
import { refuse, refuseParameter, type Refusal, rulesOf } from './refusal';
import { readSandboxSimulation } from './sandbox-simulation';
import { readRequestYen } from './yen';

/** A Charge request with all that the rules of its form look at. */
export interface ChargeSituation extends Gate {
  readonly request: ChargePayload;
}

/** A well-formed Charge on an existing agreement: what decides whether the buyer can be charged at all. */
export interface ChargeableSituation extends ChargeSituation {
  readonly agreement: BillingAgreement;
  readonly amountYen: number;
  /** Whole yen of this agreement's period that are used already. */
  readonly usedYen: number;
}

/**
 * Rules about the request's own content; they come before the replay of a first answer.
 * @see alexa-amazon-pay.md sections 2.3–2.6
 */
export const CHARGE_FORM_RULES = rulesOf<ChargeSituation>(
  refuseVersions,
  ({ request }) =>
    request.paymentAction === 'Authorize' || request.paymentAction === 'AuthorizeAndCapture'
      ? undefined
      : refuse('InvalidPaymentAction'),
  ({ request }) =>
    /^[A-Za-z0-9_-]{1,32}$/.test(request.authorizeAttributes.authorizationReferenceId)
      ? undefined
      : refuseParameter('authorizeAttributes.authorizationReferenceId'),
  refuseAmount,
  refuseTimeout,
  ({ request }) =>
    refuseLong([
      [
        'authorizeAttributes.sellerAuthorizationNote',
        request.authorizeAttributes.sellerAuthorizationNote,
        255,
      ],
      ['authorizeAttributes.softDescriptor', request.authorizeAttributes.softDescriptor, 16],
      ['sellerOrderAttributes.sellerNote', request.sellerOrderAttributes?.sellerNote, 1024],
      ['sellerOrderAttributes.customInformation', request.sellerOrderAttributes?.customInformation, 1024],
    ]),
  ({ request }) =>
    environmentOfAgreementId(request.billingAgreementId) === undefined
      ? refuse('InvalidBillingAgreementId')
      : undefined,
  ({ request, context }) =>
    environmentOf(request) === 'SANDBOX' && context.stage === 'live'
      ? refuse('ReleaseEnvironmentNotAllowed')
      : undefined,
  refuseSimulation,
  refuseProvider,
);

/** Rules about the agreement and the buyer; they do not concern the repetition of an answered request. */
export const CHARGE_BUYER_RULES = rulesOf<ChargeableSituation>(
  refuseAgreement,
  ({ buyer }) => (buyer.voicePurchaseEnabled ? undefined : refuse('VoicePurchaseNotEnabled')),
  ({ buyer }) => (buyer.voiceCode === 'accepted' ? undefined : refuse('CustomerApprovalFailure')),
  ({ buyer }) => (buyer.email === undefined ? refuse('UnsupportedCustomerAccount') : undefined),
  refusePaymentMethod,
  ({ account, amountYen, usedYen }) =>
    usedYen + amountYen > account.periodLimitYen ? refuse('PeriodicAmountExceeded') : undefined,
);

/** The environment that the request's agreement id belongs to; LIVE when the id has no known form. */
export function environmentOf(request: ChargePayload): ReleaseEnvironment {
  return environmentOfAgreementId(request.billingAgreementId) ?? 'LIVE';
}

function refuseVersions({ request }: ChargeSituation): Refusal | undefined {
  return refuseVersion({
    '': request,
    'authorizeAttributes.': request.authorizeAttributes,
    'authorizeAttributes.authorizationAmount.': request.authorizeAttributes.authorizationAmount,
    'sellerOrderAttributes.': request.sellerOrderAttributes,
    'providerAttributes.': request.providerAttributes,
  });
}

function refuseAmount({ request, account }: ChargeSituation): Refusal | undefined {
  const { amount, currencyCode } = request.authorizeAttributes.authorizationAmount;
  const isGood = currencyCode === account.currency && readRequestYen(amount) !== undefined;
  return isGood ? undefined : refuse('InvalidAuthorizationAmount');
}

function refuseTimeout({ request }: ChargeSituation): Refusal | undefined {
  const minutes = request.authorizeAttributes.transactionTimeout ?? 0;
  // 24 hours is the longest time an asynchronous authorization may take (row d07).
  const isGood = Number.isInteger(minutes) && minutes >= 0 && minutes <= 1440;
  return isGood ? undefined : refuseParameter('authorizeAttributes.transactionTimeout');
}

function refuseSimulation({ request }: ChargeSituation): Refusal | undefined {
  if (environmentOf(request) === 'LIVE') return undefined;
  const simulation = readSandboxSimulation(request.authorizeAttributes.sellerAuthorizationNote);
  return simulation === 'invalid' ? refuse('InvalidSandboxSimulationSpecified') : undefined;
}

function refuseProvider({ request, account }: ChargeSituation): Refusal | undefined {
  const provider = request.providerAttributes;
  if (provider === undefined) return undefined;
  const ids = [provider.providerId, ...provider.providerCreditList.map((credit) => credit.providerId)];
  return ids.every((id) => account.authorizedProviderIds.includes(id))
    ? undefined
    : refuse('ProviderNotAuthorized');
}

function refuseAgreement({ account, agreement, buyer }: ChargeableSituation): Refusal | undefined {
  if (!account.billingAgreementsEnabled) return refuse('InvalidBillingAgreementStatus');
  if (agreement.status === 'OPEN') return undefined;
  // Charge itself takes up an updated payment method and moves the agreement back to Open (row a51).
  if (agreement.status === 'SUSPENDED' && buyer.paymentMethod === 'valid') return undefined;
  return refuse('InvalidBillingAgreementStatus');
}

function refusePaymentMethod({ buyer }: ChargeableSituation): Refusal | undefined {
  switch (buyer.paymentMethod) {
    case 'valid':
    case 'declining':
      return undefined;
    case 'invalid':
      return refuse('InvalidPaymentMethod');
    case 'none':
      return refuse('InvalidPaymentMethod', ONE_CLICK_MESSAGES.method);
    case 'noBillingAddress':
      return refuse('InvalidPaymentMethod', ONE_CLICK_MESSAGES.billingAddress);
    case 'notAllowed':
      return refuse('InvalidPaymentMethod', ONE_CLICK_MESSAGES.notAllowed);
  }
}
