import { type CodeRow, type OrderEffect, rowOf } from './code-row';
import { CLOSED_REASONS, DECLINE_REASONS, OPEN_STATES } from './codes/authorization-rows';
import { OTHER_ROWS } from './codes/other-rows';
import { type ReadAmount } from './money';
import { type PaymentOutcome } from './outcome';
import { type AuthorizationDetails } from './parse-connections-response';

/** The attempt that an authorization answers. `amountYen`: whole yen, 1 or more. */
export interface ExpectedCharge {
  readonly amountYen: number;
  readonly authorizationReferenceId: string;
  readonly paymentAction: 'Authorize' | 'AuthorizeAndCapture';
}

/**
 * Decides what `authorizationDetails` of a status-200 answer mean for the attempt.
 * Paid means captured: `Closed / MaxCapturesProcessed`, or `Open` with the whole amount captured. An absent amount or
 * reference is no failure; a different one freezes the order for a person, and so does captured money under a state
 * that is no sale.
 * @see alexa-amazon-pay.md, section 5 (step 6); outcome-table.md, rows a46-a49 and d01-d14
 */
export function authorizationOutcome(
  details: AuthorizationDetails | undefined,
  expected: ExpectedCharge,
): PaymentOutcome {
  if (details === undefined) {
    return { type: 'error', row: OTHER_ROWS.unknownState, effect: 'hold', reason: 'noAuthorizationDetails' };
  }
  const row = stateRow(details, expected);
  const effect = row.effect === 'declinedBySoftDecline' ? declineEffect(details.softDecline) : row.effect;
  const contradiction = findContradiction(details, expected, effect);
  const authorization = {
    amazonOrderReferenceId: details.amazonOrderReferenceId,
    amazonAuthorizationId: details.amazonAuthorizationId,
    captureIds: details.captureIds,
  };
  if (contradiction !== undefined) {
    return {
      type: 'authorization',
      row: OTHER_ROWS.answerDiffers,
      effect: 'human',
      reason: contradiction,
      authorization,
    };
  }
  return { type: 'authorization', row, effect, reason: 'stateAndReason', authorization };
}

function stateRow(details: AuthorizationDetails, expected: ExpectedCharge): CodeRow {
  const { state, reasonCode } = details;
  switch ((state ?? '').toLowerCase()) {
    case 'pending':
      return reasonCode === 'StopShipmentAtypicalAuth' ? OTHER_ROWS.stopShipmentPending : OPEN_STATES.Pending;
    case 'open':
      return openRow(details, expected);
    case 'declined':
      return rowOf(DECLINE_REASONS, reasonCode) ?? OTHER_ROWS.unknownDecline;
    case 'closed':
      return closedRow(reasonCode, expected);
    default:
      return OTHER_ROWS.unknownState;
  }
}

function openRow({ reasonCode, capturedAmount }: AuthorizationDetails, expected: ExpectedCharge): CodeRow {
  if (reasonCode === 'StopShipmentAtypicalAuth') return OTHER_ROWS.stopShipmentOpen;
  if (reasonCode !== undefined) return OTHER_ROWS.unknownState;
  const captured =
    expected.paymentAction === 'AuthorizeAndCapture' && isYen(capturedAmount, expected.amountYen);
  return captured ? CLOSED_REASONS.MaxCapturesProcessed : OPEN_STATES.Open;
}

function closedRow(reasonCode: string | undefined, { paymentAction }: ExpectedCharge): CodeRow {
  const reason = reasonCode === 'ExpiredUnused' ? 'ExpireUnused' : reasonCode;
  const row = rowOf(CLOSED_REASONS, reason) ?? OTHER_ROWS.unknownState;
  // Captured although only an authorization was asked for: nobody ordered that.
  return row.effect === 'paid' && paymentAction === 'Authorize' ? OTHER_ROWS.unknownState : row;
}

/** Only `true` is soft: an absent flag must not invite another attempt. */
function declineEffect(softDecline: boolean | undefined): OrderEffect {
  return softDecline === true ? 'declinedSoft' : 'declinedHard';
}

function findContradiction(
  details: AuthorizationDetails,
  expected: ExpectedCharge,
  effect: OrderEffect,
): string | undefined {
  const { authorizationReferenceId, authorizationAmount, capturedAmount } = details;
  if (
    authorizationReferenceId !== undefined &&
    authorizationReferenceId !== expected.authorizationReferenceId
  ) {
    return 'authorizationReferenceIdDiffers';
  }
  if (differs(authorizationAmount, expected.amountYen)) return 'authorizationAmountDiffers';
  // A state nobody knows is asked about again before a person has to.
  if (effect === 'hold') return undefined;
  if (effect === 'paid')
    return differs(capturedAmount, expected.amountYen) ? 'capturedAmountDiffers' : undefined;
  return differs(capturedAmount, 0) ? 'capturedWithoutASale' : undefined;
}

function differs(amount: ReadAmount, expectedYen: number): boolean {
  return amount.kind !== 'absent' && !isYen(amount, expectedYen);
}

function isYen(amount: ReadAmount, expectedYen: number): boolean {
  return amount.kind === 'yen' && amount.amountYen === expectedYen;
}
