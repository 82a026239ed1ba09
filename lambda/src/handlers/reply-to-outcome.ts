import { type Answer } from '../alexa/respond';
import { type Order, type SentDirective } from '../orders/order';
import { type Decision } from '../payment/decide';
import { line } from '../voice/line';
import { cartSummary } from '../voice/replies/cart';
import { orderPaid, outcomeReply, tryAgainReply } from '../voice/replies/outcome';
import { recap } from '../voice/replies/recap';
import { type Visit } from './handler';
import { tokenFor } from './present-order';
import { chargeDirective } from './send-charge';
import { nextDirective, setupDirective } from './send-setup';

/** What the skill answers, and the directive it sends along, if any. */
export interface OutcomeReply {
  readonly answer: Answer;
  readonly again?: SentDirective;
}

/** A decided answer to a directive. `closesLink`: a payment page was open, and the new quote closed it. */
export interface Decided {
  readonly decision: Decision;
  readonly awaiting: SentDirective;
  readonly closesLink: boolean;
}

/** The words and the directive of a decision, for an order that already holds what the answer changed. */
export function replyToOutcome(visit: Visit, order: Order, decided: Decided): OutcomeReply {
  const { decision, awaiting } = decided;
  const { shop } = visit.deps;
  switch (decision.move) {
    case 'quote':
      return { answer: quoteAnswer(visit, order, decided) };
    case 'confirm':
      return {
        answer:
          order.quote === undefined
            ? outcomeReply(decision, shop)
            : orderPaid({ ...order, quote: order.quote }, shop),
      };
    case 'askToTryAgain':
      return { answer: tryAgainReply(decision) };
    case 'end':
      return { answer: outcomeReply(decision, shop) };
    case 'resend':
      return withDirective(visit, order, nextDirective(order, { ...awaiting, resent: true }));
    case 'setUpAgain':
      return withDirective(
        visit,
        order,
        nextDirective(order, { operation: 'Setup', resent: false, setUpAgain: true }),
      );
  }
}

function quoteAnswer(visit: Visit, order: Order, { awaiting: { setUpAgain }, closesLink }: Decided): Answer {
  const { quote, state, orderId } = order;
  // Consent still holds after a repeated Setup: the caller sends Charge, which brings its own directive.
  if (state === 'CONSENTED') return { speech: [line('chargeStarting')] };
  if (state !== 'QUOTED' || quote === undefined) return cartSummary([]);
  const token = tokenFor(visit, { orderId, use: 'quote', no: quote.no });
  const before = [
    ...(closesLink ? [line('payPageClosed')] : []),
    ...(setUpAgain ? [line('termsChanged')] : []),
  ];
  return recap({ quote, token, before }, visit.deps.shop);
}

function withDirective(visit: Visit, order: Order, again: SentDirective): OutcomeReply {
  return { answer: { speech: [line('oneMoment')], directive: directiveOf(visit, order, again) }, again };
}

/** The directive that went along with the answer applied last, while its own answer is still waited for. */
export function againDirective(visit: Visit, order: Order): Answer['directive'] {
  const again = order.answered?.again;
  return again !== undefined && order.awaiting?.no === again.no
    ? directiveOf(visit, order, again)
    : undefined;
}

function directiveOf(visit: Visit, order: Order, sent: SentDirective): Answer['directive'] {
  return sent.operation === 'Setup'
    ? setupDirective(visit, order, sent)
    : chargeDirective(visit, order, sent);
}
