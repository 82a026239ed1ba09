import { type CallFailure, type CallResult } from '../amazon-pay/call-result';
import { type CheckoutSession } from '../amazon-pay/cv2/objects';
import { type Finalization } from '../orders/order';
import { stateOf } from '../payment/object-machine';
import { CHECKOUT_SESSION_MACHINE } from '../payment/object-machine-cv2-table';
import { isChargeable } from '../payment/server-new-attempt';
import { type ServerMove, type ServerOutcome } from '../payment/server-row';
import { type CheckoutCalls } from './checkout-deps';
import { finalizeRequest } from './finalize-request';
import { judgeCanceled, judgeCompleted, type JudgedFinalization, unknownFinalization } from './read-result';

/**
 * What came of a finalization. `settled`: judged. `again`: nothing was charged under this key, and one more finalization
 * with a key of its own may be sent, with the session as it was read.
 */
export type SentFinalization =
  | ({ readonly type: 'settled' } & JudgedFinalization)
  | { readonly type: 'again'; readonly session: CheckoutSession; readonly outcome: ServerOutcome };

/**
 * Finalizes a session and finds out what that means: a success by reading the charge, a refusal by its row, and where the
 * row says so by reading the session again. Never throws; never paid without a captured charge.
 * @see outcome-table.md, rows c01-c22; amazon-pay-server-apis.md, section 7
 */
export async function sendFinalize(
  cv2: CheckoutCalls,
  finalization: Finalization,
): Promise<SentFinalization> {
  const sent = await cv2.finalizeCheckoutSession(finalizeRequest(finalization));
  if (sent.ok) {
    const { value, httpStatus } = sent;
    return { type: 'settled', ...(await judgeCompleted(cv2, value, { ...asked(finalization), httpStatus })) };
  }
  const { failure } = sent;
  if (!READS_SESSION.includes(failure.row.move)) return { type: 'settled', outcome: outcomeOf(failure) };
  const read = await cv2.getCheckoutSession(finalization.content.checkoutSessionId);
  return afterReading(cv2, read, { finalization, failure });
}

/** What is done after a refusal depends on the session as it is now. */
const READS_SESSION: readonly ServerMove[] = ['readObject', 'correctAddress', 'newAttempt'];

interface Refused {
  readonly finalization: Finalization;
  readonly failure: CallFailure;
}

async function afterReading(
  cv2: CheckoutCalls,
  read: CallResult<CheckoutSession>,
  { finalization, failure }: Refused,
): Promise<SentFinalization> {
  // A definite decline stays one when the session cannot be read; anything else is not known then.
  if (!read.ok) {
    const isDecline = failure.effect === 'declinedSoft';
    return {
      type: 'settled',
      outcome: isDecline ? outcomeOf(failure) : unknownFinalization('sessionNotRead'),
    };
  }
  const session = read.value;
  switch (stateOf(CHECKOUT_SESSION_MACHINE, session.state)) {
    case 'Completed': {
      const judged = await judgeCompleted(cv2, session, { ...asked(finalization), httpStatus: 200 });
      return { type: 'settled', ...judged };
    }
    case 'Canceled': {
      const isDecline = failure.effect === 'declinedSoft';
      return { type: 'settled', outcome: isDecline ? outcomeOf(failure) : judgeCanceled(session) };
    }
    case 'Open':
      return stillOpen(cv2, session, { finalization, failure });
    case undefined:
      return { type: 'settled', outcome: unknownFinalization('sessionStateUnknown') };
  }
}

/** An open session was not charged. Whether it is finalized once more depends on the row and on what can be charged. */
async function stillOpen(
  cv2: CheckoutCalls,
  session: CheckoutSession,
  { finalization, failure }: Refused,
): Promise<SentFinalization> {
  const { row } = failure;
  const outcome: ServerOutcome = {
    row,
    effect: row.move === 'newAttempt' ? failure.effect : 'keep',
    reason: 'sessionStillOpen',
  };
  if (row.move === 'correctAddress' && hasOtherAddress(session, finalization))
    return { type: 'again', session, outcome };
  if (row.move !== 'newAttempt') return { type: 'settled', outcome };
  const { chargePermissionId } = session;
  const permission =
    chargePermissionId === undefined ? undefined : await cv2.getChargePermission(chargePermissionId);
  const state = permission?.ok === true ? permission.value.state : undefined;
  const mayCharge = state !== undefined && isChargeable({ object: 'ChargePermission', state });
  return mayCharge ? { type: 'again', session, outcome } : { type: 'settled', outcome };
}

/** The same address again would be the same request, which has its answer already. */
function hasOtherAddress(session: CheckoutSession, { content }: Finalization): boolean {
  const address = content.productType === 'PayAndShip' ? session.shippingAddress : session.billingAddress;
  return JSON.stringify(address) !== JSON.stringify(content.address);
}

function asked(finalization: Finalization): { finalization: Finalization; captureExpected: boolean } {
  return { finalization, captureExpected: finalization.content.paymentIntent === 'AuthorizeWithCapture' };
}

function outcomeOf({ row, effect, reason }: CallFailure): ServerOutcome {
  return { row, effect, reason };
}
