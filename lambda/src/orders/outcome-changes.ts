import { type Effect } from '../payment/decide';
import { type AuthorizationFacts, type PaymentOutcome } from '../payment/outcome';
import { type Changes, kindOf } from './change-order';
import { resolveFollowUps, withFollowUp } from './follow-up';
import { type Attempt, type Mail, type Order } from './order';
import { type OrderState } from './state-table';

/** What one answer about a charge says, wherever it came from. */
export interface ChargeResult {
  readonly outcome: PaymentOutcome;
  /** The decided effect, never `retry`. */
  readonly effect: Effect;
  /**
   * `turn`: the buyer hears it now. `page`: the buyer reads it now, and the next launch tells it too. `background`: it is
   * mailed, and told at the next launch.
   */
  readonly told: 'turn' | 'page' | 'background';
  readonly nowMs: number;
}

/** What the consequences need of an outcome: its row and the reason it was chosen. */
type Judged = Pick<PaymentOutcome, 'row' | 'reason'>;

/** Where a result takes the order; `start` is where the buyer agreed. `none` is no effect of a Charge; it holds to be safe. */
const STATE_AFTER_RESULT = {
  none: 'UNKNOWN',
  keep: 'start',
  keepRefused: 'start',
  keepNotProcessed: 'start',
  hold: 'UNKNOWN',
  human: 'NEEDS_HUMAN',
  paid: 'PAID',
  authorized: 'AUTHORIZED',
  pending: 'PENDING',
  declinedSoft: 'DECLINED_SOFT',
  declinedHard: 'DECLINED_HARD',
  declinedBySoftDecline: 'DECLINED_HARD',
  retry: 'RETRY',
} as const satisfies Record<Effect, OrderState | 'start'>;

/**
 * The state and the fields that a result of the last attempt changes: result, follow-up entries and outbox together, so
 * that one conditional write holds all of it.
 * @see money-safety.md, sections 3 and 8; outcome-table.md, section 1
 */
export function changesOfResult(
  order: Order,
  result: ChargeResult,
): { readonly state: OrderState; readonly changes: Changes } {
  const state = stateAfter(result.effect, order.checkout === undefined ? 'QUOTED' : 'AWAITING_PAYMENT');
  return {
    state,
    changes: { attempts: withResult(order.attempts, result), ...consequencesOf(order, state, result) },
  };
}

/**
 * The state after a result. `start`: where the order waits when nothing was charged: at the quote that is read back, or
 * on the payment page.
 */
export function stateAfter(effect: Effect, start: 'QUOTED' | 'AWAITING_PAYMENT'): OrderState {
  const state = STATE_AFTER_RESULT[effect];
  return state === 'start' ? start : state;
}

/**
 * What a charge's new state brings along, whatever channel it came by: entries for a person, mails, the buyer's address
 * as long as a mail may need it, and whether the next launch has to tell it.
 */
export function consequencesOf(
  order: Order,
  state: OrderState,
  result: Pick<ChargeResult, 'told' | 'nowMs'> & { readonly outcome: Judged },
): Changes {
  const mails = withMailOf(order, state, result);
  return {
    followUps: followUpsAfter(order, state, result),
    mails,
    email: addressAfter({ ...order, state, mails }),
    untold: result.told !== 'turn' && isDecided({ ...order, state }) ? true : order.untold,
    ...(order.quote === undefined ? {} : { quote: { ...order.quote, asked: false } }),
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

/** States in which the charge is not decided. */
const UNDECIDED: readonly OrderState[] = ['UNKNOWN', 'PENDING', 'AUTHORIZED', 'NEEDS_HUMAN'];
/** An authorization is the very end of a checkout that was not meant to capture: then it is told like a payment. */
function isDecided(order: Order): boolean {
  return !UNDECIDED.includes(order.state) || kindOf(order) === 'placed';
}

/** States in which a mail may still become due: a charge may be paid, or the buyer may agree to the open quote or link. */
const MAY_BE_MAILED: readonly OrderState[] = [
  'QUOTED',
  'AWAITING_PAYMENT',
  'CONSENTED',
  'CHARGE_SENT',
  'RETRY',
  'CHARGEABLE',
  ...UNDECIDED,
];

/** States in which the buyer begins again on the payment page, as long as the link is there. */
const DECLINED_ON_PAGE: readonly OrderState[] = ['DECLINED_SOFT', 'DECLINED_HARD'];

/** The buyer's address as long as a mail is due or may become due, else undefined. */
export function addressAfter({
  state,
  mails,
  email,
  checkout,
}: Pick<Order, 'state' | 'mails' | 'email' | 'checkout'>): string | undefined {
  const mayBeMailed =
    MAY_BE_MAILED.includes(state) || (DECLINED_ON_PAGE.includes(state) && checkout !== undefined);
  return mayBeMailed || mails.some((mail) => mail.state === 'due') ? email : undefined;
}

/** A charge that failed stays on the list until a later attempt is paid. */
const FAILED: readonly OrderState[] = ['QUOTED', 'DECLINED_SOFT', 'DECLINED_HARD'];

function followUpsAfter(
  order: Order,
  state: OrderState,
  { outcome, nowMs }: { readonly outcome: Judged; readonly nowMs: number },
): Order['followUps'] {
  const entry = { row: outcome.row.row, reason: outcome.reason, nowMs };
  if (state === 'PAID') {
    return resolveFollowUps(order, ['chargeFailed', 'outcomeUnknown', 'captureDue'], {
      atMs: nowMs,
      by: 'program',
      note: 'paid later',
    });
  }
  if (state === 'NEEDS_HUMAN') return withFollowUp(order, { ...entry, kind: 'outcomeUnknown' });
  if (kindOf({ ...order, state }) === 'placed') return withFollowUp(order, { ...entry, kind: 'captureDue' });
  if (!FAILED.includes(state)) return order.followUps;
  const followUps = resolveFollowUps(order, ['outcomeUnknown'], {
    atMs: nowMs,
    by: 'program',
    note: 'decided: not paid',
  });
  return withFollowUp({ followUps }, { ...entry, kind: 'chargeFailed' });
}

/**
 * The outbox after a result: a paid order is always mailed, a decline only when nobody could hear it, each kind once per
 * order, and only with an address.
 */
export function withMailOf(
  order: Order,
  state: OrderState,
  { told, nowMs }: Pick<ChargeResult, 'told' | 'nowMs'>,
): Mail[] {
  const kind = mailKindOf(order, state, told);
  const { mails, email } = order;
  const isNew = kind !== undefined && !mails.some((mail) => mail.kind === kind);
  return isNew && email !== undefined
    ? [...mails, { kind, state: 'due', tries: 0, nextAtMs: nowMs }]
    : [...mails];
}

function mailKindOf(order: Order, state: OrderState, told: ChargeResult['told']): Mail['kind'] | undefined {
  if (state === 'PAID') return 'paid';
  if (kindOf({ ...order, state }) === 'placed') return 'accepted';
  return told === 'background' && (FAILED.includes(state) || state === 'AWAITING_PAYMENT')
    ? 'notPaid'
    : undefined;
}
