import { type Answer } from '../alexa/respond';
import { isOpen } from '../orders/change-order';
import { type Question } from '../orders/question';
import { line } from '../voice/line';
import { cartSummary } from '../voice/replies/cart';
import { whatWouldYouLike } from '../voice/replies/goods';
import { statusLines } from '../voice/replies/status';
import { cancelCart, cancelOrder, keepOrder } from './cancel-order';
import { checkOut } from './checkout';
import { confirmQuote, declineQuote, tryAgain } from './confirm-quote';
import { forIntent, type Handler, type Visit } from './handler';
import { cartOf, frozenAnswer, readPresentOrder } from './present-order';
import { refundOrder } from './refund';
import { startOver } from './start-over';
import { isPaidOnWeb, leaveWaiting, sendCodeAgain } from './web-checkout';

type Kind = Question['kind'];
type Reaction = (visit: Visit, question: Question) => Promise<Answer>;

/** What はい means, by the question it answers. A question without a row is a compile error. */
const YES = {
  continueCart: checkOut,
  checkout: checkOut,
  change: () => Promise.resolve(whatWouldYouLike()),
  order: () => Promise.resolve(whatWouldYouLike()),
  tryAgain: (visit) => tryAgainOrCheckOut(visit),
  sendCodeAgain,
  confirmQuote: (visit, question) => confirmQuote(visit, tokenOf(question)),
  cancelOrder: (visit, question) => cancelOrder(visit, tokenOf(question)),
  cancelCart: (visit, question) => cancelCart(visit, tokenOf(question)),
  refundOrder: (visit, question) => refundOrder(visit, tokenOf(question)),
} as const satisfies Record<Kind, Reaction>;

/** What いいえ means, by the question it answers. */
const NO = {
  continueCart: startOver,
  checkout: () => Promise.resolve(whatWouldYouLike()),
  change: () => Promise.resolve(leave()),
  order: () => Promise.resolve(leave()),
  tryAgain: leaveUnpaid,
  sendCodeAgain: leaveWaiting,
  confirmQuote: (visit, question) => declineQuote(visit, tokenOf(question)),
  cancelOrder: keepOrder,
  cancelCart: keepOrder,
  refundOrder: keepOrder,
} as const satisfies Record<Kind, Reaction>;

/** はい: answers the open question; with none open it looks where the buyer stands. */
export const yesHandler: Handler = {
  name: 'AMAZON.YesIntent',
  canHandle: forIntent('AMAZON.YesIntent'),
  handle: (visit) => react(visit, YES) ?? whereThingsStand(visit),
};

/** いいえ: answers the open question; with none open it says goodbye. */
export const noHandler: Handler = {
  name: 'AMAZON.NoIntent',
  canHandle: forIntent('AMAZON.NoIntent'),
  handle: (visit) => react(visit, NO) ?? Promise.resolve(leave()),
};

function react(visit: Visit, reactions: Record<Kind, Reaction>): Promise<Answer> | undefined {
  const { question } = visit.turn.session;
  return question === undefined ? undefined : reactions[question.kind](visit, question);
}

function tokenOf(question: Question): string {
  return 'token' in question ? question.token : '';
}

async function tryAgainOrCheckOut(visit: Visit): Promise<Answer> {
  if (isPaidOnWeb(visit)) return checkOut(visit);
  const order = await readPresentOrder(visit);
  const answer = order === undefined ? undefined : await tryAgain(visit, order);
  return answer ?? checkOut(visit);
}

async function whereThingsStand(visit: Visit): Promise<Answer> {
  const order = await readPresentOrder(visit);
  const frozen = order === undefined ? undefined : frozenAnswer(order);
  const cart = cartOf(order, visit.deps);
  return frozen ?? (cart.length > 0 ? cartSummary(cart) : whatWouldYouLike());
}

/** いいえ to trying again. Another device may have paid meanwhile: then the buyer hears that. */
async function leaveUnpaid(visit: Visit): Promise<Answer> {
  const order = await readPresentOrder(visit);
  const isUnpaid = order !== undefined && isOpen(order);
  return {
    speech: isUnpaid || order === undefined ? [line('paymentNotMade'), line('cartKept')] : statusLines(order),
  };
}

function leave(): Answer {
  return { speech: [line('nothingMore')] };
}
