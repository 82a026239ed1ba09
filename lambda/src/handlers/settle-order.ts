import { moveTo } from '../orders/change-order';
import { withFollowUp } from '../orders/follow-up';
import { type Order, type Quote, type SentDirective } from '../orders/order';
import { changesOfResult } from '../orders/outcome-changes';
import { makeQuote, sameTerms } from '../orders/quote';
import { type Decision } from '../payment/decide';
import { type PaymentOutcome } from '../payment/outcome';
import { type Visit } from './handler';
import { dropUnsentConsent } from './present-order';
import { consented } from './send-charge';

/** A decided answer. */
export interface DecidedAnswer {
  readonly outcome: PaymentOutcome;
  readonly decision: Decision;
  readonly awaiting: SentDirective;
  readonly email?: string | undefined;
  readonly nowMs: number;
}

/**
 * The order after a decided answer: its state, the result of the attempt, and after a Setup the new quote. Setup never
 * moves money, so its errors leave the state what it was. What the merchant is alerted to is on the follow-up list.
 * @see outcome-table.md, section 1 (order and cart)
 */
export function settleOrder(visit: Visit, order: Order, answer: DecidedAnswer): Order {
  const settled = afterAnswer(visit, order, answer);
  const { outcome, decision, nowMs } = answer;
  if (decision.alert !== 'now') return settled;
  const followUps = withFollowUp(settled, {
    kind: 'merchantAlert',
    row: outcome.row.row,
    reason: outcome.reason,
    nowMs,
  });
  return { ...settled, followUps };
}

function afterAnswer(visit: Visit, order: Order, answer: DecidedAnswer): Order {
  const { outcome, decision, awaiting, nowMs } = answer;
  if (outcome.type === 'agreement') {
    return quoted(visit, dropUnsentConsent(order, nowMs), { ...answer, agreement: outcome.agreement });
  }
  if (awaiting.operation === 'Setup') return moveTo(order, order.state, { nowMs });
  if (decision.effect === 'retry') return moveTo(order, 'RETRY', { nowMs });
  const { state, changes } = changesOfResult(order, {
    outcome,
    effect: decision.effect,
    told: 'turn',
    nowMs,
  });
  return moveTo(order, state, { ...changes, untold: false, reconciling: undefined, nowMs });
}

type AgreementAnswer = DecidedAnswer & {
  readonly agreement: Extract<PaymentOutcome, { type: 'agreement' }>['agreement'];
};

/** A quote for the agreement and address of Setup. After a repeated Setup the consent to the same terms still holds. */
function quoted(visit: Visit, order: Order, { agreement, awaiting, email, nowMs }: AgreementAnswer): Order {
  const { billingAgreementId, destination } = agreement;
  const facts = {
    no: order.quotesMade + 1,
    lines: order.lines,
    billingAgreementId,
    destination,
    nowMs,
  };
  const quote = makeQuote(facts, visit.deps.shop);
  if (quote.lines.length === 0) return moveTo(order, 'CART', { nowMs, quote: undefined, email: undefined });
  const quotesMade = quote.no;
  if (awaiting.setUpAgain && stillConsented(order, quote, nowMs))
    return consented(
      visit,
      { ...order, quotesMade, email: email ?? order.email },
      { ...quote, billingAgreementId },
    );
  return moveTo(order, 'QUOTED', { quote, quotesMade, email, checkout: undefined, nowMs });
}

function stillConsented({ quote: before, attempts }: Order, quote: Quote, nowMs: number): boolean {
  const isRefused = attempts.at(-1)?.result?.effect === 'keepRefused';
  return isRefused && before !== undefined && nowMs < before.expiresAtMs && sameTerms(before, quote);
}
