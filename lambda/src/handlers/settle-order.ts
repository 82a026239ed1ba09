import { moveTo } from '../orders/change-order';
import { type Attempt, type Order, type Quote, type SentDirective } from '../orders/order';
import { makeQuote, sameTerms } from '../orders/quote';
import { type OrderState } from '../orders/state-table';
import { type Decision, type Effect } from '../payment/decide';
import { type PaymentOutcome } from '../payment/outcome';
import { type Visit } from './handler';
import { consented } from './send-charge';

/** A decided answer. */
export interface DecidedAnswer {
  readonly outcome: PaymentOutcome;
  readonly decision: Decision;
  readonly awaiting: SentDirective;
  readonly nowMs: number;
}

/** Where a Charge answer takes the order. `none` is no effect of a Charge; it holds to be safe. */
const STATE_AFTER_CHARGE = {
  none: 'UNKNOWN',
  keep: 'QUOTED',
  keepRefused: 'QUOTED',
  keepNotProcessed: 'QUOTED',
  hold: 'UNKNOWN',
  human: 'NEEDS_HUMAN',
  paid: 'PAID',
  authorized: 'AUTHORIZED',
  pending: 'PENDING',
  declinedSoft: 'DECLINED_SOFT',
  declinedHard: 'DECLINED_HARD',
  declinedBySoftDecline: 'DECLINED_HARD',
  retry: 'RETRY',
} as const satisfies Record<Effect, OrderState>;

/**
 * The order after a decided answer: its state, the result of the attempt, and after a Setup the new quote. Setup never
 * moves money, so its errors leave the state what it was.
 * @see outcome-table.md, section 1 (order and cart)
 */
export function settleOrder(visit: Visit, order: Order, answer: DecidedAnswer): Order {
  const { outcome, decision, awaiting, nowMs } = answer;
  if (outcome.type === 'agreement') return quoted(visit, order, { ...answer, agreement: outcome.agreement });
  if (awaiting.operation === 'Setup') return moveTo(order, order.state, { nowMs });
  const attempts = decision.effect === 'retry' ? order.attempts : withResult(order.attempts, answer);
  const quote = order.quote === undefined ? {} : { quote: { ...order.quote, asked: false } };
  return moveTo(order, STATE_AFTER_CHARGE[decision.effect], { attempts, ...quote, nowMs });
}

function withResult(attempts: readonly Attempt[], { outcome, decision, nowMs }: DecidedAnswer): Attempt[] {
  const last = attempts.at(-1);
  if (last === undefined) return [];
  const ids = outcome.type === 'authorization' ? outcome.authorization : { captureIds: [] };
  const result = {
    ...ids,
    captureIds: [...ids.captureIds],
    effect: decision.effect,
    row: outcome.row.row,
    reason: outcome.reason,
    answeredAtMs: nowMs,
  };
  return [...attempts.slice(0, -1), { ...last, result }];
}

type AgreementAnswer = DecidedAnswer & {
  readonly agreement: Extract<PaymentOutcome, { type: 'agreement' }>['agreement'];
};

/** A quote for the agreement and address of Setup. After a repeated Setup the consent to the same terms still holds. */
function quoted(visit: Visit, order: Order, { agreement, awaiting, nowMs }: AgreementAnswer): Order {
  const { billingAgreementId, destination } = agreement;
  const facts = {
    no: (order.quote?.no ?? 0) + 1,
    lines: order.lines,
    billingAgreementId,
    destination,
    nowMs,
  };
  const quote = makeQuote(facts, visit.deps.shop);
  if (quote.lines.length === 0) return moveTo(order, 'CART', { nowMs, quote: undefined });
  if (awaiting.setUpAgain && stillConsented(order, quote, nowMs)) return consented(visit, order, quote);
  return moveTo(order, 'QUOTED', { quote, nowMs });
}

function stillConsented({ quote: before, attempts }: Order, quote: Quote, nowMs: number): boolean {
  const isRefused = attempts.at(-1)?.result?.effect === 'keepRefused';
  return isRefused && before !== undefined && nowMs < before.expiresAtMs && sameTerms(before, quote);
}
