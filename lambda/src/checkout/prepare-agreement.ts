import { type CallFailure, type CallResult, isForMerchant } from '../amazon-pay/call-result';
import { type MwsBillingAgreement } from '../amazon-pay/mws/objects';
import { type Order, type Quote } from '../orders/order';
import { monthlyYen } from '../orders/quote';
import { line } from '../voice/line';
import { renderText } from '../voice/render';
import { type AgreementDeps, type AgreementRefusal } from './agreement-deps';
import { hasOpenLink } from './issue-link';
import { judgeAgreement, type JudgedAgreement, whyFailed, whyNotConfirmed } from './judge-agreement';

/** The total for an agreement's address; or why there is none. `missing`: Amazon's names of what is not chosen yet. */
export type PricedAgreement =
  | { readonly ok: true; readonly quote: Quote; readonly missing: readonly string[] }
  | { readonly ok: false; readonly reason: AgreementRefusal; readonly totalYen?: number };

/** A buyer's "pay". `shownTotalYen`: the total that the page showed last. */
export interface AgreementPay {
  readonly billingAgreementId: string;
  readonly shownTotalYen: number;
}

/** Pointers to an order outlive whatever may still be asked about it. */
const POINTER_LIFE_SEC = 60 * 24 * 60 * 60;
/** The agreement's id is the page's word, until it was read once. */
const FROM_PAGE = { idFrom: 'browser' } as const;

/**
 * Computes the total for the address that the buyer chose in Amazon's widget. Changes nothing.
 * @throws nothing: what Amazon Pay does not answer is `notAnswered`
 * @see amazon-pay-server-apis.md, section 13 (rules 1 and 6)
 */
export async function priceAgreement(
  deps: AgreementDeps,
  order: Order,
  billingAgreementId: string,
): Promise<PricedAgreement> {
  if (!hasOpenLink(order, deps.now())) return { ok: false, reason: 'notPayable' };
  const read = await deps.mws.getBillingAgreementDetails(billingAgreementId, FROM_PAGE);
  return judgeRead(deps, order, read);
}

/**
 * Makes an agreement ready to be charged: priced for its address, bound to this order for good, and confirmed. The total
 * must be the one the page showed, before the confirmation and after it, when the whole address is known.
 * Nothing is charged here, and the order stays what it is.
 * @throws StoreUnavailableError as the store does
 * @see amazon-pay-server-apis.md, section 14.3 (operations) and 14.5 (Draft, constraints)
 */
export async function prepareAgreement(
  deps: AgreementDeps,
  order: Order,
  pay: AgreementPay,
): Promise<PricedAgreement> {
  const { billingAgreementId } = pay;
  const read = await deps.mws.getBillingAgreementDetails(billingAgreementId, FROM_PAGE);
  const judged = sameTotal(judgeRead(deps, order, read), pay);
  if (!judged.ok) return judged;
  const key = `agreement:${billingAgreementId}`;
  if (judged.isDraft)
    return (await bind(deps, order, key)) ? confirm(deps, order, pay) : foreign(deps, order);
  // Confirmed for somebody else, by voice perhaps: only an agreement that this page confirmed before is charged again.
  const owner = await deps.store.readPointer(key);
  if (owner === undefined) return { ok: false, reason: 'agreementOver' };
  return owner === order.orderId ? judged : foreign(deps, order);
}

/** Sets what Amazon's mails and pages say about the agreement, confirms it, and reads what came of it. */
async function confirm(deps: AgreementDeps, order: Order, pay: AgreementPay): Promise<PricedAgreement> {
  const { mws, shop } = deps;
  const { billingAgreementId } = pay;
  const set = await mws.setBillingAgreementDetails({
    billingAgreementId,
    sellerNote: renderText([line('sellerNote')], shop),
    sellerBillingAgreementId: order.orderId,
    storeName: shop.merchantName,
    // 0: an order without a subscription.
    subscriptionYen: monthlyYen(order.quote?.lines ?? []) ?? 0,
  });
  if (!set.ok) return failed(deps, order, set.failure);
  const confirmed = await mws.confirmBillingAgreement(billingAgreementId);
  // Whatever the answer, the agreement itself tells: a repetition or a second tab may have confirmed it.
  const read = await mws.getBillingAgreementDetails(billingAgreementId);
  const judged = sameTotal(judgeRead(deps, order, read), pay);
  if (!judged.ok || !read.ok || !judged.isDraft) return judged;
  const failure = confirmed.ok ? undefined : confirmed.failure;
  if (failure !== undefined) note(deps, order, failure);
  return { ok: false, reason: whyNotConfirmed(read.value, failure) };
}

function judgeRead(
  deps: AgreementDeps,
  order: Order,
  read: CallResult<MwsBillingAgreement>,
): JudgedAgreement {
  if (!read.ok) return failed(deps, order, read.failure);
  return judgeAgreement(read.value, order, { shop: deps.shop, nowMs: deps.now() });
}

function sameTotal(
  judged: JudgedAgreement,
  { shownTotalYen }: AgreementPay,
): JudgedAgreement | { readonly ok: false; readonly reason: 'totalChanged'; readonly totalYen: number } {
  if (!judged.ok || judged.quote.totalYen === shownTotalYen) return judged;
  return { ok: false, reason: 'totalChanged', totalYen: judged.quote.totalYen };
}

/** The first order has an agreement for good, so that a page cannot pay with another order's. */
function bind({ store, now }: AgreementDeps, { orderId }: Order, key: string): Promise<boolean> {
  return store.createPointer({ key, orderId, expiresAtSec: Math.ceil(now() / 1000) + POINTER_LIFE_SEC });
}

function foreign({ log }: AgreementDeps, { orderId }: Order): Refused {
  log.alert({
    step: 'agreementOfAnotherOrder',
    orderId,
    action:
      'A billing agreement that belongs to another order was handed in: somebody tried the page out. Nothing was charged.',
  });
  return { ok: false, reason: 'agreementOfAnotherOrder' };
}

interface Refused {
  readonly ok: false;
  readonly reason: AgreementRefusal;
}

function failed(deps: AgreementDeps, order: Order, failure: CallFailure): Refused {
  note(deps, order, failure);
  return { ok: false, reason: whyFailed(failure) };
}

function note({ log }: AgreementDeps, { orderId }: Order, failure: CallFailure): void {
  const { operation, row, reason, requestId } = failure;
  const fields = {
    step: 'agreementRefused',
    orderId,
    operation,
    row: row.row,
    code: row.code,
    reason,
    requestId,
  };
  if (isForMerchant(failure)) log.alert({ ...fields, action: row.action });
  else log.warn(fields);
}
