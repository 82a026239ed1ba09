import { type CodeRow, type OrderEffect } from './code-row';
import { type PaymentOutcome } from './outcome';
import { type OutcomePrompt } from './prompt-keys';

/** What else a decision depends on, beside the outcome. */
export interface Situation {
  readonly operation: 'Setup' | 'Charge';
  /** `repeat` speaks what Amazon Pay announces as well; `skip` only says what happened to the order. */
  readonly amazonPrompts: 'repeat' | 'skip';
  /** This very directive was already sent a second time in the turn. */
  readonly resent: boolean;
  /** Setup was already repeated because Charge did not know the BillingAgreement. */
  readonly setUpAgain: boolean;
  /** The web checkout is set up: an order that voice cannot pay may be paid there. */
  readonly webCheckout: boolean;
}

/** What happens to the order; `retry`: the same request goes out once more. */
export type Effect = OrderEffect | 'retry';

/** What the skill does now. `end` speaks and closes the session. */
type Move = 'quote' | 'confirm' | 'resend' | 'setUpAgain' | 'askToTryAgain' | 'end';

/**
 * A decision on one answer. `say`: sentences in order; empty where the move brings its own words.
 * `card`: `consent` asks for payments:autopay_consent, `otherWay` tells how to order otherwise.
 * `alert`: whether the merchant is told now, the event is only counted, or neither.
 */
export interface Decision {
  readonly move: Move;
  readonly say: readonly OutcomePrompt[];
  readonly effect: Effect;
  readonly card: 'none' | 'consent' | 'otherWay';
  readonly alert: 'now' | 'counted' | 'none';
  /**
   * A payment link is offered besides. Only with a definite answer that nothing was charged; `say` and `card` hold without
   * it, for the case that no link can be made.
   */
  readonly offersWeb: boolean;
}

const L_SHOP = ['genericApology', 'orderNotPlaced'] as const;
const L_LATER = ['genericApology', 'orderNotPlaced', 'cartKept'] as const;
const L_UNKNOWN = ['genericApology', 'resultBeingChecked'] as const;
const KEPT = ['orderNotPlaced', 'cartKept'] as const;

/**
 * Decides what the skill says and does after an answer. Pure: the same outcome in the same situation is the same
 * decision, with nothing sent, stored or spoken here.
 * @see outcome-table.md, sections 1 and 2; money-safety.md, section 6
 */
export function decide(outcome: PaymentOutcome, situation: Situation): Decision {
  const decision = decideByVoice(outcome, situation);
  return { ...decision, offersWeb: offersWeb(outcome.row, decision, situation) };
}

/** Decided as if there were no other way than voice. */
type VoiceDecision = Omit<Decision, 'offersWeb'>;

function decideByVoice(outcome: PaymentOutcome, situation: Situation): VoiceDecision {
  const { row, effect } = outcome;
  const decision: VoiceDecision = { move: 'end', say: KEPT, effect, card: 'none', alert: ALERT[row.alert] };
  if (leavesFirstSendOpen(outcome, situation)) return { ...decision, say: L_UNKNOWN, effect: 'hold' };
  switch (row.next) {
    case 'sendCharge':
      return { ...decision, move: 'quote', say: [] };
    case 'confirmOrder':
      return { ...decision, move: 'confirm', say: [] };
    case 'sayCartKept':
      return { ...decision, say: [...announced(row, situation), ...KEPT] };
    case 'offerOtherWay':
      return { ...decision, say: [...otherWay(row, situation), ...KEPT], card: 'otherWay' };
    case 'pointToAmazonsCard':
      return {
        ...decision,
        say: situation.amazonPrompts === 'repeat' ? ['permissionNeeded', ...KEPT] : KEPT,
      };
    case 'sendConsentCard':
      return { ...decision, say: ['enableAmazonPay', ...KEPT], card: 'consent' };
    case 'askForUpdate':
      return { ...decision, say: ['updatePaymentFirst', ...KEPT] };
    case 'askToTryAgain':
      return { ...decision, move: 'askToTryAgain', say: [...announced(row, situation), 'orderNotPlaced'] };
    case 'sayDeclined':
      return { ...decision, say: [...prescribed(row), ...KEPT] };
    case 'apologise':
      return { ...decision, say: L_SHOP };
    case 'sayNotASale':
      return { ...decision, say: L_LATER };
    case 'promiseResult':
      return { ...decision, say: ['pendingResult'] };
    case 'sayChecking':
      return { ...decision, say: L_UNKNOWN };
    case 'resendOnce':
      return resendOnce(decision, situation);
    case 'setUpAgainOnce':
      return situation.setUpAgain
        ? { ...decision, say: L_SHOP, alert: 'now' }
        : { ...decision, move: 'setUpAgain', say: [] };
  }
}

/**
 * Whether the web checkout is offered: after a hard decline, AmazonRejected among them, and after a refusal whose row
 * says so. Never while a result is open.
 * @see issue "web checkout", item 1; outcome-table.md, section 1 (L_OTHER)
 */
function offersWeb(
  { offersWeb: isOffered }: CodeRow,
  { effect }: VoiceDecision,
  situation: Situation,
): boolean {
  const isRefused = effect === 'keep' || effect === 'keepRefused';
  return situation.webCheckout && (effect === 'declinedHard' || (isRefused && isOffered === true));
}

/**
 * A refusal of the re-sent Charge says nothing about the first send, whose 500 may have come after the money moved:
 * the permission or the voice code is looked at before the reference is.
 */
function leavesFirstSendOpen({ type, effect }: PaymentOutcome, { operation, resent }: Situation): boolean {
  const isRefusal = effect === 'keep' || effect === 'keepRefused' || effect === 'keepNotProcessed';
  return operation === 'Charge' && resent && type === 'error' && isRefusal;
}

const ALERT = { each: 'now', counted: 'counted', never: 'none' } as const satisfies Record<
  CodeRow['alert'],
  Decision['alert']
>;

function resendOnce(decision: VoiceDecision, { resent, operation }: Situation): VoiceDecision {
  if (!resent) return { ...decision, move: 'resend', say: [], effect: 'retry' };
  return { ...decision, say: operation === 'Setup' ? L_LATER : L_UNKNOWN };
}

/** What Amazon Pay announces itself, unless the merchant asked not to repeat it. */
function announced(row: CodeRow, { amazonPrompts }: Situation): readonly OutcomePrompt[] {
  return amazonPrompts === 'repeat' ? prescribed(row) : [];
}

function otherWay(row: CodeRow, situation: Situation): readonly OutcomePrompt[] {
  return row.prompt === null ? ['otherPaymentNeeded'] : announced(row, situation);
}

function prescribed(row: CodeRow): readonly OutcomePrompt[] {
  return row.prompt === null ? [] : [row.prompt];
}
