/** Setup: makes or returns the billing agreement between buyer and merchant. */
import type { SimulatedBuyer } from './account';
import type { BillingAgreement, Destination, JsonObject, ReleaseEnvironment } from './ledger-records';
import type { Ledger } from './ledger';
import { newObjectId } from './object-ids';
import type { SetupPayload } from './payload-schema';
import { firstRefusal } from './refusal';
import type { Result } from './result';
import { GATE_RULES } from './gate-rules';
import type { Moment } from './settle';
import { SETUP_RULES, type SetupSituation } from './setup-rules';
import { japaneseMonth, readRequestYen } from './yen';

/** What a scenario changes in an otherwise ordinary Setup. */
export interface ForcedAgreement {
  readonly status: BillingAgreement['status'];
  /** False: the answer leaves the address out although it was asked for. */
  readonly withDestination: boolean;
}

/** Where Setup works: the books, the moment, and what is forced, if anything. */
export interface SetupWorld {
  readonly ledger: Ledger;
  readonly moment: Moment;
  readonly forced?: ForcedAgreement | undefined;
}

/**
 * Processes a Setup request. Done: the buyer's present agreement with this merchant (a new one when there is
 * none, or when the last is Closed or Canceled), whatever its state. Writes nothing by itself.
 * @see alexa-amazon-pay.md sections 2.1, 4.1 and quirk 12
 */
export function processSetup(situation: SetupSituation, world: SetupWorld): Result {
  const refusal = firstRefusal(GATE_RULES, situation) ?? firstRefusal(SETUP_RULES, situation);
  if (refusal !== undefined) return { ok: false, refusal };
  const { request, buyer } = situation;
  const environment: ReleaseEnvironment = request.sandboxMode === true ? 'SANDBOX' : 'LIVE';
  const present = world.ledger.books.agreementOf(environment, buyer.userId);
  const usable =
    present === undefined || isEnded(present) ? newAgreement(situation, environment, world) : present;
  const agreement = world.forced === undefined ? usable : { ...usable, status: world.forced.status };
  const withAddress = request.needAmazonShippingAddress === true && world.forced?.withDestination !== false;
  return {
    ok: true,
    payload: { billingAgreementDetails: agreementDetails(agreement, withAddress ? buyer : undefined) },
    changes: agreement === present ? [] : [{ kind: 'billingAgreement', record: agreement }],
    summary: agreement.status,
  };
}

/** `billingAgreementDetails` of the answer; `buyer` is given when the address belongs into it. */
function agreementDetails(agreement: BillingAgreement, buyer: SimulatedBuyer | undefined): JsonObject {
  const address = buyer?.shippingAddress;
  return {
    billingAgreementId: agreement.billingAgreementId,
    billingAgreementStatus: agreement.status,
    creationTimestamp: new Date(agreement.createdAtMs).toISOString(),
    releaseEnvironment: agreement.environment,
    ...(agreement.checkoutLanguage === undefined ? {} : { checkoutLanguage: agreement.checkoutLanguage }),
    ...(address === undefined
      ? {}
      : { destination: addressJson(address), billingAddress: billingAddress(address) }),
  };
}

function addressJson(address: Destination): JsonObject {
  return Object.fromEntries(
    Object.entries(address).flatMap(([field, text]) => (text === undefined ? [] : [[field, text]])),
  );
}

function billingAddress({ name, postalCode, countryCode }: Destination): JsonObject {
  return addressJson({ name, postalCode, countryCode });
}

function isEnded({ status }: BillingAgreement): boolean {
  return status === 'CLOSED' || status === 'CANCELED';
}

function newAgreement(
  { request, buyer }: { readonly request: SetupPayload; readonly buyer: SimulatedBuyer },
  environment: ReleaseEnvironment,
  { ledger, moment }: SetupWorld,
): BillingAgreement {
  const attributes = request.billingAgreementAttributes;
  return {
    billingAgreementId: newObjectId('agreement', environment, {
      random: moment.random,
      isUsed: (id) => ledger.billingAgreements.has(id),
    }),
    userId: buyer.userId,
    environment,
    status: 'OPEN',
    createdAtMs: moment.nowMs,
    checkoutLanguage: request.checkoutLanguage,
    billingAgreementType: attributes?.billingAgreementType,
    subscriptionYen:
      attributes?.subscriptionAmount === undefined
        ? undefined
        : readRequestYen(attributes.subscriptionAmount.amount),
    periodMonth: japaneseMonth(moment.nowMs),
    periodYen: 0,
  };
}
