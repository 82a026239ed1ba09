import { type Answer } from '../alexa/respond';
import { hasOpenLink } from '../checkout/issue-link';
import { type Change, isFrozen, isSettled, moveTo } from '../orders/change-order';
import { type Order, type SentDirective } from '../orders/order';
import { type Operation, type OrderEffect } from '../payment/code-row';
import { classify, type Expectation } from '../payment/classify';
import { decide, type Decision } from '../payment/decide';
import { namedParameters } from '../payment/error-row';
import { type PaymentOutcome } from '../payment/outcome';
import { type ConnectionsResponse } from '../payment/parse-connections-response';
import { statusLines } from '../voice/replies/status';
import { type AnswerEvent } from './alerts';
import { type Visit } from './handler';
import { againDirective, replyToOutcome } from './reply-to-outcome';
import { settleOrder } from './settle-order';

/** An answer with the directive number of its token. */
export interface NumberedAnswer {
  readonly no: number;
  readonly operation: Operation;
  readonly response: ConnectionsResponse;
  /** The buyer's address for the mails of this order, with consent. */
  readonly email?: string | undefined;
  readonly nowMs: number;
}

/**
 * What an answer came to. `refused`: stale or contradictory, nothing changed. `repeated`: the very answer that was
 * applied before, same words again. `overtaken`: the order went on by the payment page, nothing changed.
 * `chargeNext`: after a repeated Setup the consented order is charged at once. `offersWeb`: a payment link belongs to the
 * answer.
 */
export type Applied =
  | { readonly type: 'refused'; readonly order: Order; readonly reason: string }
  | {
      readonly type: 'repeated';
      readonly answer: Answer;
      readonly order: Order;
      readonly offersWeb: boolean;
    }
  | { readonly type: 'overtaken'; readonly answer: Answer }
  | {
      readonly type: 'answered';
      readonly answer: Answer;
      readonly order: Order;
      readonly event: AnswerEvent;
      readonly alert: Decision['alert'];
      readonly offersWeb: boolean;
    }
  | {
      readonly type: 'chargeNext';
      readonly order: Order;
      readonly event: AnswerEvent;
      readonly alert: Decision['alert'];
    };

/**
 * Applies an answer to its order. The token's number must be the directive that is waited for, or the one answered
 * last: then the same answer gets the same words and changes nothing, and a later truth about an undecided charge is
 * taken. Everything else is stale.
 * @see money-safety.md, sections 4 and 5 (duplicate answer, token mismatch); alexa-amazon-pay.md, section 5 (1, 7)
 */
export function applyAnswer(visit: Visit, order: Order, answer: NumberedAnswer): Change<Applied> {
  const outcome = classifyFor(visit, order, answer);
  if (outcome === undefined) return { result: { type: 'refused', order, reason: 'noAttempt' } };
  const { awaiting, answered } = order;
  const isAwaited = awaiting?.no === answer.no && awaiting.operation === answer.operation;
  const isRepeated = answered !== undefined && isRepetition(order, answer, outcome);
  if ((isAwaited || isRepeated) && wentOnByPage(order))
    return { result: { type: 'overtaken', answer: { speech: statusLines(order) } } };
  if (isAwaited) return applyNew(visit, order, { answer, awaiting, outcome });
  if (isRepeated) {
    const marked = withChargeMarkedAsResent(order, answer.nowMs);
    return {
      order: marked,
      result: {
        type: 'repeated',
        answer: { ...answered.reply, directive: againDirective(visit, order) },
        order,
        offersWeb: answered.offersWeb === true,
      },
    };
  }
  const saysPaid = outcome.effect === 'paid' ? 'ButPaid' : '';
  if (answered?.no !== answer.no)
    return { result: { type: 'refused', order, reason: `staleToken${saysPaid}` } };
  const isLateTruth =
    !wentOnByPage(order) && LATE_TRUTH_STATES.includes(order.state) && DECIDED.includes(outcome.effect);
  if (!isLateTruth) return { result: { type: 'refused', order, reason: `spentToken${saysPaid}` } };
  return applyNew(visit, order, {
    answer,
    awaiting: { no: answer.no, operation: answer.operation, resent: true, setUpAgain: true },
    outcome,
  });
}

/**
 * Whether the payment page moved the order on. A link is made only while no charge of voice is open, so once there is one
 * whatever is frozen or over is the page's doing: a Setup's new quote would lose the charge that is on its way, and the old
 * words "not placed" would be a lie.
 */
function wentOnByPage(order: Order): boolean {
  return order.checkout !== undefined && (isFrozen(order) || isSettled(order));
}

/**
 * A second copy of an answer sends the Charge that went along with it a second time. From then on a refusal says
 * nothing about the other copy, and that has to be known before the directive leaves.
 */
function withChargeMarkedAsResent(order: Order, nowMs: number): Order | undefined {
  const { awaiting, answered } = order;
  const isSentAgain = awaiting?.operation === 'Charge' && answered?.again?.no === awaiting.no;
  if (!isSentAgain || awaiting.resent) return undefined;
  return moveTo(order, order.state, { awaiting: { ...awaiting, resent: true }, nowMs });
}

/** States in which Amazon Pay's later word on the same reference is news, not a contradiction. */
const LATE_TRUTH_STATES: readonly Order['state'][] = ['RETRY', 'UNKNOWN', 'PENDING', 'AUTHORIZED'];
/** Effects of an authorization that is decided; a refusal would not undo what was said about the same reference. */
const DECIDED: readonly OrderEffect[] = ['paid', 'declinedSoft', 'declinedHard', 'human'];

/** The same answer once more; and any further "paid" of a paid order, because a re-sent Charge answers twice. */
function isRepetition(
  { answered, awaiting }: Order,
  { no }: NumberedAnswer,
  outcome: PaymentOutcome,
): boolean {
  // A later directive is under way: the old words would speak of an order that has moved on.
  if (awaiting !== undefined && awaiting.no !== answered?.again?.no) return false;
  if (answered?.fingerprint !== fingerprintOf(outcome)) return false;
  return answered.no === no || outcome.effect === 'paid';
}

interface NewAnswer {
  readonly answer: NumberedAnswer;
  readonly awaiting: SentDirective;
  readonly outcome: PaymentOutcome;
}

function applyNew(visit: Visit, order: Order, { answer, awaiting, outcome }: NewAnswer): Change<Applied> {
  const { config } = visit.deps;
  const { setUpAgain, operation } = awaiting;
  // Once the order stopped waiting for this answer, nothing is sent again on its account.
  const resent = awaiting.resent || (operation === 'Charge' && order.state !== 'CHARGE_SENT');
  const decision = decide(outcome, {
    operation,
    amazonPrompts: config.amazonPrompts,
    resent,
    setUpAgain,
    webCheckout: config.web !== undefined,
  });
  const { email, nowMs } = answer;
  const settled = settleOrder(visit, order, { outcome, decision, awaiting, email, nowMs });
  const closesLink = hasOpenLink(order, nowMs) && settled.checkout === undefined;
  const { again, answer: words } = replyToOutcome(visit, settled, { decision, awaiting, closesLink });
  const { speech, reprompt, card, screen, question } = words;
  const reply = { speech, reprompt, card, screen, question };
  const answered = {
    no: answer.no,
    fingerprint: fingerprintOf(outcome),
    reply,
    ...(again === undefined ? {} : { again }),
    ...(decision.offersWeb ? { offersWeb: true } : {}),
  };
  const next = { ...settled, awaiting: again, answered, directivesSent: again?.no ?? settled.directivesSent };
  const { errorCode, statusCode } = answer.response;
  const event = {
    row: outcome.row,
    reason: outcome.reason,
    errorCode,
    statusCode,
    parameters: namedParameters(answer.response),
  };
  const applied = { order: next, event, alert: decision.alert } as const;
  if (next.state === 'CONSENTED') return { order: next, result: { type: 'chargeNext', ...applied } };
  const { offersWeb } = decision;
  return { order: next, result: { type: 'answered', answer: words, offersWeb, ...applied } };
}

function classifyFor(
  visit: Visit,
  order: Order,
  { operation, response }: NumberedAnswer,
): PaymentOutcome | undefined {
  const expected = expectation(visit, order, operation);
  return expected === undefined ? undefined : classify(response, expected);
}

function expectation({ deps }: Visit, order: Order, operation: Operation): Expectation | undefined {
  if (operation === 'Setup') return { operation, releaseEnvironment: deps.config.releaseEnvironment };
  const content = order.attempts.at(-1)?.content;
  if (content === undefined) return undefined;
  const { amountYen, authorizationReferenceId } = content;
  return { operation, amountYen, authorizationReferenceId, paymentAction: 'AuthorizeAndCapture' };
}

function fingerprintOf({ row, effect, type }: PaymentOutcome): string {
  return [type, row.row, row.code, effect].join('|');
}
