import { type ChargeTerms, withNextAttempt } from '../orders/attempt';
import { type Change, changeOrder, moveTo } from '../orders/change-order';
import { withFollowUp } from '../orders/follow-up';
import { type Attempt, type Order, type Quote } from '../orders/order';
import { changesOfResult } from '../orders/outcome-changes';
import { type OrderState } from '../orders/state-table';
import { type PaymentOutcome } from '../payment/outcome';
import { line } from '../voice/line';
import { renderText } from '../voice/render';
import { type AgreementDeps, type AgreementRefusal } from './agreement-deps';
import { authorizeAgreement, mayTryAgain } from './authorize-agreement';
import { hasOpenLink } from './issue-link';
import { type AgreementPay, prepareAgreement } from './prepare-agreement';

/**
 * What came of a buyer's "pay". `settled`: the order's page tells, whatever came of it. `refused`: nothing left, the buyer
 * stays on the page; `totalYen`: the total to show anew.
 */
export type AgreementPayment =
  | { readonly type: 'settled'; readonly state: OrderState }
  | { readonly type: 'refused'; readonly reason: AgreementRefusal; readonly totalYen?: number | undefined };

/**
 * Takes a buyer's "pay" on the page with Amazon's widgets: prepares the agreement, writes the attempt with its reference
 * and the state CHARGE_SENT, and only then authorizes and captures. Whoever comes second, in another tab or by a second
 * click, hears where the order is. An answer that is lost leaves the order to the background.
 * @throws StoreUnavailableError, ConflictError: before CHARGE_SENT nothing has left; after it the background settles
 * @see seed 001 (idempotency by AuthorizationReferenceId); money-safety.md, sections 2, 4 and 5
 */
export async function payByAgreement(
  deps: AgreementDeps,
  order: Order,
  pay: AgreementPay,
): Promise<AgreementPayment> {
  if (!hasOpenLink(order, deps.now())) return { type: 'settled', state: order.state };
  const prepared = await prepareAgreement(deps, order, pay);
  if (!prepared.ok) {
    const { reason, totalYen } = prepared;
    deps.log.info({ step: 'agreementNotCharged', orderId: order.orderId, reason });
    // "Nothing was paid" must not be said to a second tab while the first one pays.
    const latest = (await deps.store.readOrder(order.orderId)) ?? order;
    return hasOpenLink(latest, deps.now())
      ? { type: 'refused', reason, totalYen }
      : { type: 'settled', state: latest.state };
  }
  const { quote } = prepared;
  let current = order;
  for (let sends = 1; ; sends += 1) {
    const begun = await begin(deps, current, { order, quote, billingAgreementId: pay.billingAgreementId });
    if (begun.attempt === undefined) return { type: 'settled', state: begun.order.state };
    const { attempt } = begun;
    const authorized = await authorizeAgreement(deps, attempt);
    current = await settle(deps, begun.order, { attempt, outcome: authorized.outcome });
    if (!(await mayTryAgain(deps, { attempt, authorized, sends })))
      return { type: 'settled', state: current.state };
  }
}

/** What is charged: `order` as its price was checked. */
interface AgreementCharge {
  readonly order: Order;
  readonly quote: Quote;
  readonly billingAgreementId: string;
}

/** The order as it was written, and the attempt that is to be sent; absent: nothing may be sent. */
interface Begun {
  readonly order: Order;
  readonly attempt?: Attempt | undefined;
}

/** The first writer wins: the link must still be the one whose price was checked, and nothing may be under way. */
async function begin(deps: AgreementDeps, current: Order, charge: AgreementCharge): Promise<Begun> {
  const { store, now, log } = deps;
  const begun = await changeOrder(store, current, (latest): Change<Begun> => {
    const nowMs = now();
    const { checkout, quote } = charge.order;
    const isSameLink = latest.checkout?.no === checkout?.no && latest.quote?.no === quote?.no;
    if (!isSameLink || !hasOpenLink(latest, nowMs)) return { result: { order: latest } };
    const attempts = withNextAttempt(latest.attempts, chargeTerms(deps, charge), nowMs);
    const next = moveTo(latest, 'CHARGE_SENT', {
      attempts,
      quote: { ...charge.quote, asked: false },
      chargedOn: 'billingAgreement',
      refusal: undefined,
      reconciling: undefined,
      nowMs,
    });
    return { order: next, result: { order: next, attempt: attempts.at(-1) } };
  });
  if (begun.attempt !== undefined) {
    const { n, content } = begun.attempt;
    log.info({
      step: 'authorizeSent',
      orderId: begun.order.orderId,
      attempt: n,
      authorizationReferenceId: content.authorizationReferenceId,
      amountYen: content.amountYen,
    });
  }
  return begun;
}

function chargeTerms({ config, shop }: AgreementDeps, charge: AgreementCharge): ChargeTerms {
  const { order, quote, billingAgreementId } = charge;
  return {
    sellerId: config.sellerId,
    storeName: shop.merchantName,
    orderId: order.orderId,
    billingAgreementId,
    amountYen: quote.totalYen,
    sellerNote: renderText([line('sellerNote')], shop),
    sellerAuthorizationNote: config.sellerAuthorizationNote,
    // A field that is absent compares the same after the store as before.
    ...(quote.ships ? {} : { inheritShippingAddress: false }),
  };
}

/** Writes what came of an attempt, unless a notification or the background was faster. */
async function settle(
  { store, now, log }: AgreementDeps,
  order: Order,
  { attempt, outcome }: { readonly attempt: Attempt; readonly outcome: PaymentOutcome },
): Promise<Order> {
  const { row, effect, reason } = outcome;
  const { authorizationReferenceId } = attempt.content;
  const settled = await changeOrder(store, order, (current): Change<Order> => {
    const isOurs =
      current.state === 'CHARGE_SENT' &&
      current.attempts.at(-1)?.content.authorizationReferenceId === authorizationReferenceId;
    if (!isOurs) return { result: current };
    const nowMs = now();
    const { state, changes } = changesOfResult(current, { outcome, effect, told: 'page', nowMs });
    const followUps = changes.followUps ?? current.followUps;
    const alert = { kind: 'merchantAlert', row: row.row, reason, nowMs } as const;
    const next = moveTo(current, state, {
      ...changes,
      ...(row.alert === 'each' ? { followUps: withFollowUp({ followUps }, alert) } : {}),
      nowMs,
    });
    return { order: next, result: next };
  });
  const { orderId, state } = settled;
  const fields = {
    step: 'authorizeApplied',
    orderId,
    state,
    row: row.row,
    effect,
    reason,
    authorizationReferenceId,
  };
  if (row.alert === 'each') log.alert({ ...fields, action: row.action });
  else log.info(fields);
  return settled;
}
