/** Authorizes an amount on an agreement or permission: the common ground of MWS and CV2. */
import type {
  Authorization,
  BillingAgreement,
  OrderReference,
  ReleaseEnvironment,
} from '../amazon-pay/ledger-records';
import { newObjectId, newPartId } from '../amazon-pay/object-ids';
import type { ChargePayload } from '../amazon-pay/payload-schema';
import { changesOf, settle } from '../amazon-pay/settle';
import { decideVerdict } from '../amazon-pay/verdict';
import { japaneseMonth } from '../amazon-pay/yen';
import { buyerOf, type World } from './world';

/** What is asked for. `orderReferenceId`: CV2 keeps all charges under the permission's own id. */
export interface AuthorizeAsk {
  readonly environment: ReleaseEnvironment;
  readonly agreementId: string;
  readonly reference: string;
  readonly amountYen: number;
  readonly captureNow: boolean;
  readonly timeoutMinutes: number;
  readonly note?: string | undefined;
  readonly orderReferenceId?: string | undefined;
  readonly sellerOrderId?: string | undefined;
}

/** Authorized (or declined: then the record says so), or refused before anything was written. */
export type AuthorizeResult =
  | { readonly ok: true; readonly authorization: Authorization }
  | { readonly ok: false; readonly why: 'unknownAgreement' | 'agreementStatus' | 'periodExceeded' };

const THIRTY_DAYS_MS = 2_592_000_000;

/** Carries out one authorization and writes it to the books. */
export function authorize(world: World, ask: AuthorizeAsk): AuthorizeResult {
  const { ledger, effects, account } = world;
  const stored = ledger.billingAgreements.get(ask.agreementId);
  if (stored?.environment !== ask.environment) return { ok: false, why: 'unknownAgreement' };
  const buyer = buyerOf(world, stored.userId);
  const isReopened = stored.status === 'SUSPENDED' && buyer.paymentMethod === 'valid';
  if (stored.status !== 'OPEN' && !isReopened) return { ok: false, why: 'agreementStatus' };
  const nowMs = effects.now();
  const periodMonth = japaneseMonth(nowMs);
  const usedYen = stored.periodMonth === periodMonth ? stored.periodYen : 0;
  if (usedYen + ask.amountYen > account().periodLimitYen) return { ok: false, why: 'periodExceeded' };
  const agreement: BillingAgreement = {
    ...stored,
    status: 'OPEN',
    periodMonth,
    periodYen: usedYen + ask.amountYen,
  };
  const moment = { nowMs, random: effects.random };
  const orderReference = orderReferenceFor(world, ask);
  const verdict = decideVerdict({
    request: asCharge(ask),
    environment: ask.environment,
    buyer,
    amountYen: ask.amountYen,
    nowMs,
  });
  const authorization: Authorization = {
    amazonAuthorizationId: newPartId(orderReference.amazonOrderReferenceId, 'A', effects.random),
    amazonOrderReferenceId: orderReference.amazonOrderReferenceId,
    billingAgreementId: ask.agreementId,
    authorizationReferenceId: ask.reference,
    environment: ask.environment,
    state: 'Pending',
    softDecline: false,
    captureNow: ask.captureNow,
    amountYen: ask.amountYen,
    capturedYen: 0,
    captureIds: [],
    sellerAuthorizationNote: ask.note,
    createdAtMs: nowMs,
    expiresAtMs: nowMs + THIRTY_DAYS_MS,
    updatedAtMs: nowMs,
  };
  const records = settle({ agreement, orderReference, authorization }, verdict, moment);
  ledger.books.commit(changesOf(records));
  return { ok: true, authorization: records.authorization };
}

function orderReferenceFor({ ledger, effects }: World, ask: AuthorizeAsk): OrderReference {
  const amazonOrderReferenceId =
    ask.orderReferenceId ??
    newObjectId('orderReference', ask.environment, {
      random: effects.random,
      isUsed: (id) => ledger.orderReferences.has(id),
    });
  return {
    amazonOrderReferenceId,
    billingAgreementId: ask.agreementId,
    environment: ask.environment,
    state: 'Open',
    sellerOrderId: ask.sellerOrderId,
    createdAtMs: effects.now(),
  };
}

/** The verdict is decided in one place for all channels; it reads the request in the form of a Charge. */
function asCharge(ask: AuthorizeAsk): ChargePayload {
  return {
    '@type': 'ChargeAmazonPayRequest',
    '@version': '2',
    sellerId: '',
    billingAgreementId: ask.agreementId,
    paymentAction: ask.captureNow ? 'AuthorizeAndCapture' : 'Authorize',
    authorizeAttributes: {
      '@type': 'AuthorizeAttributes',
      '@version': '2',
      authorizationReferenceId: ask.reference,
      authorizationAmount: {
        '@type': 'Price',
        '@version': '2',
        amount: String(ask.amountYen),
        currencyCode: 'JPY',
      },
      transactionTimeout: ask.timeoutMinutes,
      sellerAuthorizationNote: ask.note,
    },
  };
}
