import { type Answer } from '../alexa/respond';
import { type Turn } from '../alexa/turn';
import { type Question } from '../orders/question';
import { line } from '../voice/line';

/** Questions whose はい leads to a payment. */
const PAYMENT_QUESTIONS: readonly Question['kind'][] = [
  'continueCart',
  'checkout',
  'tryAgain',
  'confirmQuote',
  'sendCodeAgain',
];

/**
 * What a buyer hears when something of ours broke. After an answer of Charge money may have moved, so nothing is said
 * to have failed. Before a payment this turn sent no directive; an earlier yes on another device may have, so only this
 * turn is spoken of.
 * @see money-safety.md, section 5; endpoint-security.md, section 5
 */
export function answerToFault({ requestType, intent, session, request }: Turn): Answer {
  const apology = line('genericApology');
  if (requestType === 'Connections.Response') {
    return { speech: [apology, line(isSetup(request) ? 'notPlacedHere' : 'resultBeingChecked')] };
  }
  const isYesToPay =
    intent?.name === 'AMAZON.YesIntent' &&
    session.question !== undefined &&
    PAYMENT_QUESTIONS.includes(session.question.kind);
  const isPayment = isYesToPay || intent?.name === 'CheckoutIntent';
  return { speech: isPayment ? [apology, line('notPlacedHere')] : [apology] };
}

function isSetup(request: unknown): boolean {
  return typeof request === 'object' && request !== null && 'name' in request && request.name === 'Setup';
}
