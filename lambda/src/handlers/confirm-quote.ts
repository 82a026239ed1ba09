import { type Answer } from '../alexa/respond';
import { type Change, changeOrder, isOpen, moveTo } from '../orders/change-order';
import { type Order, type Quote } from '../orders/order';
import { isVoiceQuote, makeQuote } from '../orders/quote';
import { verifyToken } from '../orders/token';
import { line, type Line } from '../voice/line';
import { askForChange, cartSummary } from '../voice/replies/cart';
import { waitingForPayment } from '../voice/replies/pay-page';
import { recap } from '../voice/replies/recap';
import { statusLines } from '../voice/replies/status';
import { type Visit } from './handler';
import { cartOf, tokenFor, tokenKey } from './present-order';
import { readEmail } from './read-email';
import { consented, sendCharge } from './send-charge';
import { isPaidOnWeb, openPayPage, payOnWeb } from './web-checkout';

/** What a yes to a quote leads to: an answer at once, the charge of the order as it was written, or the payment page. */
type YesResult = { readonly answer: Answer } | { readonly charge: Order } | { readonly web: Order };

/**
 * Takes a yes to a quote. The yes counts only for the very quote that was read back, while it is valid and not yet
 * said yes to; then the consent is stored and Charge is sent. Any other yes charges nothing, and where orders are paid on
 * the web no yes does: it leads to the page.
 * @see money-safety.md, sections 2 (5) and 5 (yes twice, quote older than 10 min)
 */
export async function confirmQuote(visit: Visit, token: string): Promise<Answer> {
  const { store } = visit.deps;
  const claim = verifyToken(token, tokenKey(visit));
  const order = claim?.use === 'quote' ? await store.readOrder(claim.orderId) : undefined;
  if (claim === undefined || order === undefined)
    return { speech: [line('genericApology'), line('orderNotPlaced')] };
  const isLate =
    !isPaidOnWeb(visit) && order.quote !== undefined && visit.deps.now() >= order.quote.expiresAtMs;
  const yes = { no: claim.no, email: isLate ? await readEmail(visit) : undefined };
  const result = await changeOrder(store, order, (current) => decideYes(visit, current, yes));
  if ('web' in result) return payOnWeb(visit, result.web);
  return 'charge' in result ? sendCharge(visit, result.charge, { setUpAgain: false }) : result.answer;
}

/** A yes to the quote of this number. `email`: the buyer's address, for a recap that has to be read again. */
interface Yes {
  readonly no: number;
  readonly email: string | undefined;
}

function decideYes(visit: Visit, order: Order, { no, email }: Yes): Change<YesResult> {
  const { quote, state } = order;
  if (state === 'CONSENTED') return { result: { answer: { speech: [line('paymentInProgress')] } } };
  if (!isOpen(order)) return { result: { answer: { speech: statusLines(order) } } };
  if (isPaidOnWeb(visit)) return { result: { web: order } };
  const isReadBack = (state === 'QUOTED' || state === 'CART') && quote?.no === no;
  if (!isReadBack || !isVoiceQuote(quote)) return { result: { answer: otherwise(visit, order) } };
  if (visit.deps.now() >= quote.expiresAtMs) {
    return requote(visit, order, { quote, email, before: [line('pricesReadAgain')] });
  }
  if (state !== 'QUOTED' || !quote.asked)
    return { result: { answer: cartSummary(cartOf(order, visit.deps)) } };
  const next = consented(visit, order, quote);
  return { order: next, result: { charge: next } };
}

/** The yes fits no question that is open: where the order stands is told, or its cart read. */
function otherwise(visit: Visit, order: Order): Answer {
  const page = openPayPage(visit, order);
  return page === undefined
    ? cartSummary(cartOf(order, visit.deps))
    : waitingForPayment(page, statusLines(order));
}

/**
 * Reads prices again for the same delivery place and agreement, stores the new quote and reads it back.
 * Also used when the buyer wants to try again: each consent needs a recap of its own.
 */
function requote(
  visit: Visit,
  order: Order,
  { quote, email, before }: { quote: Quote; email: string | undefined; before: readonly Line[] },
): Change<{ answer: Answer }> {
  const { shop, now } = visit.deps;
  const nowMs = now();
  const { billingAgreementId, destination } = quote;
  const fresh = makeQuote(
    { no: order.quotesMade + 1, lines: order.lines, billingAgreementId, destination, nowMs },
    shop,
  );
  if (fresh.lines.length === 0) return { result: { answer: cartSummary([]) } };
  const token = tokenFor(visit, { orderId: order.orderId, use: 'quote', no: fresh.no });
  return {
    order: moveTo(order, 'QUOTED', {
      quote: fresh,
      quotesMade: fresh.no,
      email: email ?? order.email,
      nowMs,
    }),
    result: { answer: recap({ quote: fresh, token, before }, shop) },
  };
}

/** The buyer wants to try again after a refusal: recap and a new question; without a quote, the whole checkout. */
export async function tryAgain(visit: Visit, order: Order): Promise<Answer | undefined> {
  const email = await readEmail(visit);
  const result = await changeOrder(
    visit.deps.store,
    order,
    (current): Change<{ answer: Answer | undefined }> => {
      const { state, quote } = current;
      if (state !== 'QUOTED' || quote === undefined) return { result: { answer: undefined } };
      return requote(visit, current, { quote, email, before: [] });
    },
  );
  return result.answer;
}

/**
 * The buyer says no to a quote: its question is closed and the cart stays. When a yes was faster (another device), the
 * buyer hears where the order stands.
 */
export async function declineQuote(visit: Visit, token: string): Promise<Answer> {
  const claim = verifyToken(token, tokenKey(visit));
  const order = claim?.use === 'quote' ? await visit.deps.store.readOrder(claim.orderId) : undefined;
  if (order === undefined) return { speech: [line('genericApology')] };
  return changeOrder(visit.deps.store, order, (current): Change<Answer> => {
    if (!isOpen(current)) return { result: { speech: statusLines(current) } };
    const result = askForChange([line('paymentNotMade'), line('cartKept')]);
    const isAsked = current.state === 'QUOTED' && current.quote?.no === claim?.no;
    if (!isAsked || current.quote === undefined) return { result };
    const quote = { ...current.quote, asked: false };
    return { order: moveTo(current, 'QUOTED', { quote, nowMs: visit.deps.now() }), result };
  });
}
