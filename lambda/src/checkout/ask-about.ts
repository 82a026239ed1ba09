import { type Order } from '../orders/order';
import { stateOf } from '../payment/object-machine';
import { CHECKOUT_SESSION_MACHINE } from '../payment/object-machine-cv2-table';
import { type CheckoutCalls } from './checkout-deps';
import {
  type AskedFinalization,
  judgeCanceled,
  judgeCharge,
  judgeCompleted,
  type JudgedFinalization,
} from './read-result';
import { sendFinalize } from './send-finalize';

/** What asking came to; `noAnswer`: nothing is known yet. */
export type CheckoutReading =
  ({ readonly type: 'judged' } & JudgedFinalization) | { readonly type: 'noAnswer'; readonly reason: string };

/**
 * How an order is asked about. `chargeId`: of a notification, for a charge that the merchant made later.
 * `mayRepeat`: whether an open session may be finalized once more under its own key: only by the background, for a buyer
 * who was told that the result follows.
 */
export interface CheckoutQuestion {
  readonly chargeId?: string | undefined;
  readonly mayRepeat: boolean;
}

/**
 * Asks Amazon Pay's books about the order's last finalization: by the charge where it is known, else by the session. An
 * open session was not charged; where allowed it is finalized again with the same bytes under the same key, which gives
 * the first result if there is one.
 * @see money-safety.md, section 7; amazon-pay-server-apis.md, sections 2 and 8
 */
export async function askAboutCheckout(
  cv2: CheckoutCalls,
  order: Order,
  { chargeId, mayRepeat }: CheckoutQuestion,
): Promise<CheckoutReading> {
  const finalization = order.finalizations.at(-1);
  if (finalization === undefined) return { type: 'noAnswer', reason: 'noFinalization' };
  const asked = { finalization, captureExpected: isCaptureExpected(order, finalization) };
  const knownChargeId = chargeId ?? finalization.result?.chargeId;
  if (knownChargeId !== undefined) {
    const judged = await judgeCharge(cv2, knownChargeId, asked);
    return judged === undefined
      ? { type: 'noAnswer', reason: 'chargeNotRead' }
      : { type: 'judged', ...judged };
  }
  const session = await cv2.getCheckoutSession(finalization.content.checkoutSessionId);
  if (!session.ok) return { type: 'noAnswer', reason: session.failure.reason };
  switch (stateOf(CHECKOUT_SESSION_MACHINE, session.value.state)) {
    case 'Completed':
      return { type: 'judged', ...(await judgeCompleted(cv2, session.value, { ...asked, httpStatus: 200 })) };
    case 'Canceled':
      return { type: 'judged', outcome: judgeCanceled(session.value) };
    case 'Open': {
      if (!mayRepeat) return { type: 'noAnswer', reason: 'sessionStillOpen' };
      const sent = await sendFinalize(cv2, finalization);
      return sent.type === 'settled'
        ? { ...sent, type: 'judged' }
        : { type: 'judged', outcome: sent.outcome };
    }
    case undefined:
      return { type: 'noAnswer', reason: 'sessionStateUnknown' };
  }
}

/** Once the order was taken without a capture, captured money is the merchant's own later charge: what is waited for. */
function isCaptureExpected({ state }: Order, { content }: AskedFinalization['finalization']): boolean {
  return content.paymentIntent === 'AuthorizeWithCapture' || state === 'AUTHORIZED' || state === 'CHARGEABLE';
}
