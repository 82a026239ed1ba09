import { type Answer } from '../alexa/respond';
import { hasOpenLink, issueLink } from '../checkout/issue-link';
import { type PayPage, payPageOf } from '../checkout/pay-page';
import { type Change, changeOrder, isSettled, moveTo } from '../orders/change-order';
import { type Order } from '../orders/order';
import { errorFields } from '../telemetry/error-fields';
import { line, type Line } from '../voice/line';
import { cartSummary } from '../voice/replies/cart';
import { leftWaiting, payPageOffered, payPageSent } from '../voice/replies/pay-page';
import { statusLines } from '../voice/replies/status';
import { type Visit } from './handler';
import { cartOf, dropUnsentConsent, frozenAnswer, readPresentOrder } from './present-order';
import { readEmail } from './read-email';

/** Whether every order is paid on the shop's page, whatever Amazon Pay by voice could do. */
export function isPaidOnWeb({ deps: { config } }: Visit): boolean {
  return config.paymentChannel === 'web' && config.web !== undefined;
}

/** The page on which an order can be paid now; undefined when no link of it is open. */
export function openPayPage({ deps: { config, now } }: Visit, order: Order): PayPage | undefined {
  return hasOpenLink(order, now()) ? payPageOf(order, config) : undefined;
}

/** What a buyer hears whose goods change or go while a link is open: it closes with the change, and nothing was paid. */
export function closingLines(visit: Visit, order: Order): readonly Line[] {
  return openPayPage(visit, order) === undefined ? [] : [line('notPaidYet'), line('payPageClosed')];
}

/**
 * Leads every wish to pay to the shop's page, where voice payment is switched off: no Setup, no Charge, no permission of
 * Amazon. The order waits under a link; asked again, the buyer gets the same one.
 * @throws StoreUnavailableError, ConflictError: no link was told of
 */
export function payOnWeb(visit: Visit, order: Order): Promise<Answer> {
  return sendPayPage(visit, order, [line('notPaidYet'), line('voicePaymentEnded')]);
}

/** はい to sending the code again: the same card, and the mail only when none went out yet. */
export async function sendCodeAgain(visit: Visit): Promise<Answer> {
  const order = await readPresentOrder(visit);
  if (order === undefined) return cartSummary([]);
  // Paid on the page while the question was open.
  if (isSettled(order)) return { speech: statusLines(order) };
  return sendPayPage(visit, order, [line('notPaidYet')]);
}

/** いいえ to sending the code again: the order goes on waiting; when it was paid meanwhile, the buyer hears that. */
export async function leaveWaiting(visit: Visit): Promise<Answer> {
  const order = await readPresentOrder(visit);
  if (order === undefined) return { speech: [line('nothingMore')] };
  const page = openPayPage(visit, order);
  return page === undefined ? { speech: statusLines(order) } : leftWaiting(page);
}

/**
 * Adds the offer of the shop's page to what a voice payment came to, which is stored already. When no link can be made the
 * buyer hears the result alone: it must not be lost with the offer.
 * @see issue "web checkout", item 1
 */
export async function offerWebCheckout(visit: Visit, order: Order, result: Answer): Promise<Answer> {
  const { log, shop } = visit.deps;
  const page = await issuePayPage(visit, order).catch((error: unknown) => {
    log.alert({
      step: 'linkNotIssued',
      requestId: visit.turn.requestId,
      orderId: order.orderId,
      action: 'The buyer was not offered the web checkout: read code and frames.',
      ...errorFields(error),
    });
    return undefined;
  });
  return page === undefined ? result : payPageOffered(page, result.speech, shop);
}

async function sendPayPage(visit: Visit, order: Order, before: readonly Line[]): Promise<Answer> {
  const { deps } = visit;
  const present = await withoutUnsentConsent(visit, order);
  const frozen = frozenAnswer(present);
  if (frozen !== undefined) return frozen;
  if (cartOf(present, deps).length === 0) return cartSummary([]);
  const page = await issuePayPage(visit, present);
  if (page !== undefined) return payPageSent(page, before, deps.shop);
  // Somebody was faster: another device took the goods out, or paid.
  const now = await deps.store.readOrder(order.orderId);
  return { speech: statusLines(now ?? order) };
}

/** The order's link, made or found open, with its mail where the buyer's address may be read. */
async function issuePayPage(visit: Visit, order: Order): Promise<PayPage | undefined> {
  const { deps, turn } = visit;
  const known = openPayPage(visit, order);
  const email = known?.isMailed === true ? undefined : await readEmail(visit);
  const issued = await issueLink(deps, order, email);
  if (issued === undefined) return undefined;
  if (known === undefined)
    deps.log.info({ step: 'linkIssued', requestId: turn.requestId, orderId: order.orderId });
  return payPageOf(issued, deps.config);
}

/** A consent whose directive never left is taken back before another way to pay begins. */
async function withoutUnsentConsent({ deps }: Visit, order: Order): Promise<Order> {
  return changeOrder(deps.store, order, (current): Change<Order> => {
    if (current.state !== 'CONSENTED') return { result: current };
    const nowMs = deps.now();
    const next = moveTo(dropUnsentConsent(current, nowMs), 'QUOTED', { nowMs });
    return { order: next, result: next };
  });
}
