import { type Effect } from '../payment/decide';
import { type AuthorizationFacts, type PaymentOutcome } from '../payment/outcome';
import { type Changes } from './change-order';
import { resolveFollowUps, withFollowUp } from './follow-up';
import { type Attempt, type Mail, type Order } from './order';
import { type OrderState } from './state-table';

/** What one answer about a charge says, wherever it came from. */
export interface ChargeResult {
  readonly outcome: PaymentOutcome;
  /** The decided effect, never `retry`. */
  readonly effect: Effect;
  /** `turn`: the buyer hears it now. `background`: it is mailed, and told at the next launch. */
  readonly told: 'turn' | 'background';
  readonly nowMs: number;
}

/** Where a charge's result takes the order. `none` is no effect of a Charge; it holds to be safe. */
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
 * The state and the fields that a result of the last attempt changes: result, follow-up entries and outbox together, so
 * that one conditional write holds all of it.
 * @see money-safety.md, sections 3 and 8; outcome-table.md, section 1
 */
export function changesOfResult(
  order: Order,
  result: ChargeResult,
): { readonly state: OrderState; readonly changes: Changes } {
  const { effect, told } = result;
  const state = STATE_AFTER_CHARGE[effect];
  const mails = [...order.mails, ...mailsAfter(order, state, result)];
  const mayMail = UNDECIDED.includes(state) || mails.some((mail) => mail.state === 'due');
  return {
    state,
    changes: {
      attempts: withResult(order.attempts, result),
      followUps: followUpsAfter(order, state, result),
      mails,
      email: mayMail ? order.email : undefined,
      untold: told === 'background' && !UNDECIDED.includes(state) ? true : order.untold,
      ...(order.quote === undefined ? {} : { quote: { ...order.quote, asked: false } }),
    },
  };
}

function withResult(attempts: readonly Attempt[], { outcome, effect, nowMs }: ChargeResult): Attempt[] {
  const last = attempts.at(-1);
  if (last === undefined) return [];
  const before = last.result;
  const ids = outcome.type === 'authorization' ? outcome.authorization : NO_IDS;
  const result = {
    effect,
    row: outcome.row.row,
    reason: outcome.reason,
    answeredAtMs: nowMs,
    // Ids once known stay known: an answer without them must not cut the way back to the authorization.
    amazonOrderReferenceId: ids.amazonOrderReferenceId ?? before?.amazonOrderReferenceId,
    amazonAuthorizationId: ids.amazonAuthorizationId ?? before?.amazonAuthorizationId,
    captureIds: [...new Set([...(before?.captureIds ?? []), ...ids.captureIds])],
  };
  return [...attempts.slice(0, -1), { ...last, result }];
}

const NO_IDS: AuthorizationFacts = {
  amazonOrderReferenceId: undefined,
  amazonAuthorizationId: undefined,
  captureIds: [],
};

/** States after which a mail may still have to go out. */
const UNDECIDED: readonly OrderState[] = ['UNKNOWN', 'PENDING', 'AUTHORIZED', 'NEEDS_HUMAN'];

/** A charge that failed stays on the list until a later attempt is paid. */
const FAILED: readonly OrderState[] = ['QUOTED', 'DECLINED_SOFT', 'DECLINED_HARD'];

function followUpsAfter(
  order: Order,
  state: OrderState,
  { outcome, nowMs }: ChargeResult,
): Order['followUps'] {
  const entry = { row: outcome.row.row, reason: outcome.reason, nowMs };
  if (state === 'PAID') {
    return resolveFollowUps(order, ['chargeFailed', 'outcomeUnknown'], {
      atMs: nowMs,
      by: 'program',
      note: 'paid later',
    });
  }
  if (state === 'NEEDS_HUMAN') return withFollowUp(order, { ...entry, kind: 'outcomeUnknown' });
  if (!FAILED.includes(state)) return order.followUps;
  const followUps = resolveFollowUps(order, ['outcomeUnknown'], {
    atMs: nowMs,
    by: 'program',
    note: 'decided: not paid',
  });
  return withFollowUp({ followUps }, { ...entry, kind: 'chargeFailed' });
}

/** A paid order is always mailed; a decline only when nobody could hear it. Each kind once per order. */
function mailsAfter(
  { mails, email }: Order,
  state: OrderState,
  { told, nowMs }: ChargeResult,
): readonly Mail[] {
  const kind =
    state === 'PAID' ? 'paid' : FAILED.includes(state) && told === 'background' ? 'notPaid' : undefined;
  const isNew = kind !== undefined && !mails.some((mail) => mail.kind === kind);
  return isNew && email !== undefined ? [{ kind, state: 'due', tries: 0, nextAtMs: nowMs }] : [];
}
