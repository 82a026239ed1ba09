/** Charge: authorizes, or authorizes and captures, an amount on a billing agreement; each reference once. */
import { createHash } from 'node:crypto';
import { authorizationPayload } from './authorization-answer';
import { CHARGE_BUYER_RULES, CHARGE_FORM_RULES, environmentOf, type ChargeSituation } from './charge-rules';
import { forceVerdict, sayInstead, type ForcedAuthorization } from './forced-authorization';
import { GATE_RULES } from './gate-rules';
import { firstAnswerKey, type Ledger } from './ledger';
import type { Authorization, BillingAgreement, FirstAnswer, OrderReference } from './ledger-records';
import { newObjectId, newPartId } from './object-ids';
import type { ChargePayload } from './payload-schema';
import { firstRefusal, refuse } from './refusal';
import type { Result } from './result';
import { changesOf, settle, type ChargeRecords, type Moment } from './settle';
import { decideVerdict, type VerdictFacts } from './verdict';
import { japaneseMonth, readRequestYen } from './yen';

/** Where Charge works: the books, the moment, and what is forced, if anything. */
export interface ChargeWorld {
  readonly ledger: Ledger;
  readonly moment: Moment;
  readonly forced?: ForcedAuthorization | undefined;
}

/**
 * Processes a Charge request. Writes nothing by itself: the changes come with the result.
 * A reference id that was answered before gets that first answer again (a decline too) and moves no money;
 * with other parameters it is refused with DuplicateRequest. A refusal records nothing under the reference id,
 * so the same request may succeed later.
 * @see alexa-amazon-pay.md sections 2.3 and 4.1; money-safety.md section 4
 */
export function processCharge(situation: ChargeSituation, world: ChargeWorld): Result {
  const formRefusal = firstRefusal(GATE_RULES, situation) ?? firstRefusal(CHARGE_FORM_RULES, situation);
  if (formRefusal !== undefined) return { ok: false, refusal: formRefusal };
  const { request } = situation;
  const fingerprint = fingerprintOf(request);
  const first = world.ledger.books.firstAnswer(
    environmentOf(request),
    request.authorizeAttributes.authorizationReferenceId,
  );
  return first === undefined ? chargeNew(situation, world, fingerprint) : repeat(first, fingerprint);
}

function repeat(first: FirstAnswer, fingerprint: string): Result {
  if (first.fingerprint !== fingerprint) return { ok: false, refusal: refuse('DuplicateRequest') };
  return { ok: true, payload: first.payload, changes: [], summary: 'replayed' };
}

function chargeNew(situation: ChargeSituation, world: ChargeWorld, fingerprint: string): Result {
  const { request, buyer } = situation;
  const { ledger, moment, forced } = world;
  const stored = ledger.billingAgreements.get(request.billingAgreementId);
  const amountYen = readRequestYen(request.authorizeAttributes.authorizationAmount.amount);
  if (stored?.userId !== buyer.userId) return { ok: false, refusal: refuse('InvalidBillingAgreementId') };
  if (amountYen === undefined) return { ok: false, refusal: refuse('InvalidAuthorizationAmount') };
  const agreement = inPeriod(stored, moment.nowMs);
  const refusal = firstRefusal(CHARGE_BUYER_RULES, {
    ...situation,
    agreement,
    amountYen,
    usedYen: agreement.periodYen,
  });
  if (refusal !== undefined) return { ok: false, refusal };

  const bookedYen = amountYen + (forced?.yenDelta ?? 0);
  const facts: VerdictFacts = {
    request,
    environment: agreement.environment,
    buyer,
    amountYen: bookedYen,
    nowMs: moment.nowMs,
  };
  const verdict = forced === undefined ? decideVerdict(facts) : forceVerdict(forced, facts);
  const records = settle(newRecords({ request, agreement, amountYen: bookedYen }, world), verdict, moment);
  const payload = sayInstead(authorizationPayload(records.authorization), forced?.says);
  const first: FirstAnswer = {
    key: firstAnswerKey(agreement.environment, request.authorizeAttributes.authorizationReferenceId),
    fingerprint,
    payload,
  };
  return {
    ok: true,
    payload,
    changes: [...changesOf(records), { kind: 'firstAnswer', record: first }],
    summary: [verdict.state, verdict.reasonCode ?? ''].join(' ').trim(),
  };
}

/** The agreement as it stands at the Charge: Open again if it may be charged, its period begun anew each month. */
function inPeriod(agreement: BillingAgreement, nowMs: number): BillingAgreement {
  const periodMonth = japaneseMonth(nowMs);
  return periodMonth === agreement.periodMonth ? agreement : { ...agreement, periodMonth, periodYen: 0 };
}

/** The records of a request that is being decided: money reserved on the agreement, nothing captured yet. */
function newRecords(
  {
    request,
    agreement,
    amountYen,
  }: { readonly request: ChargePayload; readonly agreement: BillingAgreement; readonly amountYen: number },
  { ledger, moment }: ChargeWorld,
): ChargeRecords {
  const { random, nowMs } = moment;
  const attributes = request.authorizeAttributes;
  const orderReference: OrderReference = {
    amazonOrderReferenceId: newObjectId('orderReference', agreement.environment, {
      random,
      isUsed: (id) => ledger.orderReferences.has(id),
    }),
    billingAgreementId: agreement.billingAgreementId,
    environment: agreement.environment,
    state: 'Open',
    sellerOrderId: request.sellerOrderAttributes?.sellerOrderId,
    createdAtMs: nowMs,
  };
  const authorization: Authorization = {
    amazonAuthorizationId: newPartId(orderReference.amazonOrderReferenceId, 'A', random),
    amazonOrderReferenceId: orderReference.amazonOrderReferenceId,
    billingAgreementId: agreement.billingAgreementId,
    authorizationReferenceId: attributes.authorizationReferenceId,
    environment: agreement.environment,
    state: 'Pending',
    softDecline: false,
    captureNow: request.paymentAction === 'AuthorizeAndCapture',
    amountYen,
    capturedYen: 0,
    captureIds: [],
    sellerAuthorizationNote: attributes.sellerAuthorizationNote,
    softDescriptor: attributes.softDescriptor,
    createdAtMs: nowMs,
    expiresAtMs: nowMs + THIRTY_DAYS_MS,
    updatedAtMs: nowMs,
  };
  // The rules let a Suspended agreement pass only when the buyer has a valid method: Charge reopens it.
  return {
    authorization,
    orderReference,
    agreement: { ...agreement, status: 'OPEN', periodYen: agreement.periodYen + amountYen },
  };
}

const THIRTY_DAYS_MS = 2_592_000_000;

/** Digest of all that Amazon Pay reads of a request; the schema fixes the order of the fields. */
function fingerprintOf(request: ChargePayload): string {
  return createHash('sha256').update(JSON.stringify(request)).digest('base64url');
}
