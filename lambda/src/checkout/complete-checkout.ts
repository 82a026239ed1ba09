import { type CheckoutSession } from '../amazon-pay/cv2/objects';
import { type Change, changeOrder, moveTo } from '../orders/change-order';
import { changesOfFinalization } from '../orders/finalize-changes';
import { withNextFinalization } from '../orders/next-finalization';
import { type Finalization, type Order, type Quote } from '../orders/order';
import { type OrderState } from '../orders/state-table';
import { type ServerOutcome, type ServerRow } from '../payment/server-row';
import { type CheckedSession, checkSession } from './check-session';
import { type CheckoutDeps } from './checkout-deps';
import { hasOpenLink } from './issue-link';
import { type JudgedFinalization } from './read-result';
import { sendFinalize, type SentFinalization } from './send-finalize';

/**
 * What the page is told after onCompleteCheckout, in Amazon's words for the handler's answer, and where the order is now.
 * `success`: Amazon Pay took it as asked, or its decision is pending. `decline`: declined. `error`: nothing was charged,
 * or nothing is known yet; `state` tells which.
 */
export interface Completion {
  readonly status: 'success' | 'decline' | 'error';
  readonly state: OrderState;
}

/** A finalization is begun once more at the most: after a decline that allows it, or with a corrected address. */
const MAX_SENDS = 2;
const POINTER_LIFE_SEC = 60 * 24 * 60 * 60;

/**
 * Takes a buyer's "pay" on the web: reads the session, compares it with the stored order, binds it to this order for good,
 * writes the finalization with its key and the state CHARGE_SENT, and only then finalizes. Whoever comes second, in another
 * tab or with another session, hears where the order is.
 * @throws StoreUnavailableError, ConflictError: before CHARGE_SENT nothing has left; after it the background settles
 * @see seed 002; amazon-pay-server-apis.md, section 13; money-safety.md, sections 2, 4 and 5
 */
export async function completeCheckout(
  deps: CheckoutDeps,
  order: Order,
  checkoutSessionId: string,
): Promise<Completion> {
  if (!hasOpenLink(order, deps.now())) return completionOf(order);
  const read = await deps.cv2.getCheckoutSession(checkoutSessionId);
  // A session that cannot be read was not finalized: nothing has happened, and the buyer may begin again.
  if (!read.ok) {
    const { row, reason } = read.failure;
    return completionOf(await refuse(deps, order, { checkoutSessionId, row, reason }));
  }
  let session = read.value;
  let current = order;
  for (let sends = 1; ; sends += 1) {
    const begun = await begin(deps, current, session);
    if (begun.finalization === undefined) return completionOf(begun.order);
    const sent = await sendFinalize(deps.cv2, begun.finalization);
    current = await settle(deps, begun.order, { finalization: begun.finalization, sent });
    if (sent.type === 'settled' || sends >= MAX_SENDS) return completionOf(current);
    session = sent.session;
  }
}

/** The order as it was written, and the finalization that is to be sent; absent: nothing may be sent. */
interface Begun {
  readonly order: Order;
  readonly finalization?: Finalization | undefined;
}

async function begin(deps: CheckoutDeps, order: Order, session: CheckoutSession): Promise<Begun> {
  const { web, shop, store, config, now } = deps;
  const checked = checkSession(session, {
    order,
    web,
    releaseEnvironment: config.releaseEnvironment,
    shop,
    nowMs: now(),
  });
  const { checkoutSessionId } = session;
  if (!checked.ok) {
    const { row, reason } = checked;
    return { order: await refuse(deps, order, { checkoutSessionId, row, reason }) };
  }
  const key = `session:${checkoutSessionId}`;
  const expiresAtSec = Math.ceil(now() / 1000) + POINTER_LIFE_SEC;
  if (!(await store.createPointer({ key, orderId: order.orderId, expiresAtSec }))) {
    deps.log.alert({
      step: 'sessionOfAnotherOrder',
      orderId: order.orderId,
      action:
        'A checkout session that belongs to another order was handed in: somebody tried the page out. Nothing was charged.',
    });
    return { order };
  }
  const begun = await changeOrder(store, order, (current) => begunChange(deps, current, { order, checked }));
  if (begun.finalization !== undefined) logFinalize(deps, begun.order, begun.finalization);
  return begun;
}

/** The first writer wins: the link must still be the one whose price was checked, and nothing may be under way. */
function begunChange(
  { config, now }: CheckoutDeps,
  current: Order,
  { order, checked }: { readonly order: Order; readonly checked: Extract<CheckedSession, { ok: true }> },
): Change<Begun> {
  const nowMs = now();
  const isSameLink = current.checkout?.no === order.checkout?.no && current.quote?.no === order.quote?.no;
  if (!isSameLink || !hasOpenLink(current, nowMs)) return { result: { order: current } };
  const finalizations = withNextFinalization(current, checked.terms, { merchantId: config.sellerId, nowMs });
  const quote: Quote = { ...checked.quote, asked: false };
  const next = moveTo(current, 'CHARGE_SENT', {
    finalizations,
    quote,
    chargedOn: 'checkoutSession',
    reconciling: undefined,
    nowMs,
  });
  return { order: next, result: { order: next, finalization: finalizations.at(-1) } };
}

/** A session that differs is noted with its row, so that the page and the merchant can tell why; nothing has left. */
async function refuse({ log, now, store }: CheckoutDeps, order: Order, refused: Refused): Promise<Order> {
  const { checkoutSessionId, row, reason } = refused;
  const fields = { orderId: order.orderId, row: row.row, code: row.code, reason };
  if (row.alert === 'each') log.alert({ step: 'sessionRefused', action: row.action, ...fields });
  else log.warn({ step: 'sessionRefused', ...fields });
  return changeOrder(store, order, (current): Change<Order> => {
    const nowMs = now();
    if (!hasOpenLink(current, nowMs)) return { result: current };
    const refusal = { checkoutSessionId, row: row.row, reason, atMs: nowMs };
    const next = moveTo(current, 'AWAITING_PAYMENT', { refusal, nowMs });
    return { order: next, result: next };
  });
}

/** A session that was not finalized, and why. */
interface Refused {
  readonly checkoutSessionId: string;
  readonly row: ServerRow;
  readonly reason: string;
}

/** Writes what came of a finalization, unless a notification or the background was faster. */
async function settle(
  deps: CheckoutDeps,
  order: Order,
  { finalization, sent }: { readonly finalization: Finalization; readonly sent: SentFinalization },
): Promise<Order> {
  const judged: JudgedFinalization = sent.type === 'settled' ? sent : { outcome: sent.outcome };
  await pointToOrder(deps, order, judged.chargePermissionId);
  const settled = await changeOrder(deps.store, order, (current): Change<Order> => {
    const isOurs = current.state === 'CHARGE_SENT' && current.finalizations.at(-1)?.n === finalization.n;
    if (!isOurs) return { result: current };
    const nowMs = deps.now();
    const { state, changes } = changesOfFinalization(current, { ...judged, told: 'page', nowMs });
    const next = moveTo(current, state, { ...changes, refusal: undefined, nowMs });
    return { order: next, result: next };
  });
  logResult(deps, settled, judged.outcome);
  return settled;
}

/** Leads a notification about the permission or one of its charges back to the order. */
async function pointToOrder(
  { store, now }: CheckoutDeps,
  { orderId }: Order,
  chargePermissionId: string | undefined,
): Promise<void> {
  if (chargePermissionId === undefined) return;
  const expiresAtSec = Math.ceil(now() / 1000) + 3 * POINTER_LIFE_SEC;
  await store.createPointer({ key: `permission:${chargePermissionId}`, orderId, expiresAtSec });
}

const STATUS_OF_STATE: Readonly<Partial<Record<OrderState, Completion['status']>>> = {
  PAID: 'success',
  CONFIRMED: 'success',
  AUTHORIZED: 'success',
  CHARGEABLE: 'success',
  PENDING: 'success',
  DECLINED_SOFT: 'decline',
  DECLINED_HARD: 'decline',
};

function completionOf({ state }: Order): Completion {
  return { status: STATUS_OF_STATE[state] ?? 'error', state };
}

function logFinalize({ log }: CheckoutDeps, { orderId }: Order, { n, content }: Finalization): void {
  log.info({ step: 'finalizeSent', orderId, attempt: n, amountYen: content.amountYen });
}

function logResult(
  { log }: CheckoutDeps,
  { orderId, state }: Order,
  { row, effect, reason }: ServerOutcome,
): void {
  log.info({ step: 'finalizeApplied', orderId, state, row: row.row, effect, reason });
}
