import { type CheckoutSession } from '../amazon-pay/cv2/objects';
import { type Finalization } from '../orders/order';
import { CV2_CODES } from '../payment/codes/server-cv2-codes';
import { FAULT_ROWS } from '../payment/codes/server-fault-rows';
import { machineRow } from '../payment/object-machine';
import { CHECKOUT_SESSION_MACHINE } from '../payment/object-machine-cv2-table';
import { chargeOutcome, finalizeOutcome } from '../payment/server-outcome';
import { type ServerOutcome } from '../payment/server-row';
import { type CheckoutCalls } from './checkout-deps';

/** What Amazon Pay's books say about a finalization, with the ids that lead to it. */
export interface JudgedFinalization {
  readonly outcome: ServerOutcome;
  readonly chargePermissionId?: string | undefined;
  readonly chargeId?: string | undefined;
  readonly expiresAtMs?: number | undefined;
}

/** What is asked about. `captureExpected`: whether captured money is what the shop waits for. */
export interface AskedFinalization {
  readonly finalization: Finalization;
  readonly captureExpected: boolean;
}

/**
 * Judges a session that was finalized: completed by its paymentIntent, and a charge by the charge itself, because only
 * Captured is paid. When the charge cannot be read the result is pending, never paid.
 * `httpStatus`: of the finalize call, 202 for a pending authorization; 200 for a session that was read.
 * @see seed 002 (paymentIntent); amazon-pay-server-apis.md, section 13 (rule 5)
 */
export async function judgeCompleted(
  cv2: Pick<CheckoutCalls, 'getCharge'>,
  session: CheckoutSession,
  { finalization, captureExpected, httpStatus }: AskedFinalization & { readonly httpStatus: number },
): Promise<JudgedFinalization> {
  const { paymentIntent } = finalization.content;
  const { chargeId, chargePermissionId, state } = session;
  const outcome = finalizeOutcome({ httpStatus, state, chargeId, paymentIntent });
  if (outcome.effect !== 'pending' && outcome.effect !== 'authorized')
    return { outcome, chargeId, chargePermissionId };
  if (chargeId === undefined) return { outcome, chargePermissionId };
  const judged = await judgeCharge(cv2, chargeId, { finalization, captureExpected });
  return judged === undefined ? { outcome, chargeId, chargePermissionId } : { chargePermissionId, ...judged };
}

/** Judges a charge by reading it; undefined when it could not be read. */
export async function judgeCharge(
  cv2: Pick<CheckoutCalls, 'getCharge'>,
  chargeId: string,
  { finalization, captureExpected }: AskedFinalization,
): Promise<JudgedFinalization | undefined> {
  const charge = await cv2.getCharge(chargeId);
  if (!charge.ok) return undefined;
  const { amountYen } = finalization.content;
  const { chargePermissionId, expiresAtMs, amount, capturedAmount, state, reasonCode } = charge.value;
  const facts = { amount, capturedAmount, state, reasonCode: reasonCode ?? undefined };
  const outcome = chargeOutcome(facts, { amountYen, capture: captureExpected });
  const ids = chargePermissionId === undefined ? {} : { chargePermissionId };
  return { outcome, chargeId, expiresAtMs, ...ids };
}

/**
 * What a session that is over without a purchase means: nothing was charged, the buyer may begin again. The row is the one
 * that Finalize Checkout Session answers with; whether it is a decline, the session's state and reason say.
 */
export function judgeCanceled(session: Pick<CheckoutSession, 'state' | 'reasonCode'>): ServerOutcome {
  const row = CV2_CODES.CheckoutSessionCanceled;
  const { effect } = machineRow(CHECKOUT_SESSION_MACHINE, session) ?? row;
  return { row, effect, reason: session.reasonCode ?? 'canceled' };
}

/** Nothing is known: money may have moved, so the order is held. */
export function unknownFinalization(reason: string): ServerOutcome {
  return { row: FAULT_ROWS.unknownCode, effect: 'hold', reason };
}
