import { type AmazonPayNotification } from '../amazon-pay/ipn/read-notification';
import { type Cv2Client } from '../amazon-pay/cv2/client';
import { askAboutCheckout } from '../checkout/ask-about';
import { type CheckoutCalls } from '../checkout/checkout-deps';
import { type Change, changeOrder, moveTo } from '../orders/change-order';
import { type Order } from '../orders/order';
import { type WorkStore } from '../orders/store';
import { NotFetchedError } from './not-fetched-error';
import { reconciledCheckout } from './reconcile-checkout';

/** What a notification of CV2 is worked on with. */
export interface CheckoutNotificationDeps {
  readonly store: WorkStore;
  readonly cv2: CheckoutCalls & Pick<Cv2Client, 'getChargePermission'>;
  readonly now: () => number;
}

/** States in which Amazon Pay's word is news: undecided ones, and orders that were taken and not paid yet. */
const WAITING: readonly Order['state'][] = [
  'CHARGE_SENT',
  'UNKNOWN',
  'PENDING',
  'AUTHORIZED',
  'CHARGEABLE',
  'NEEDS_HUMAN',
];

/**
 * Takes a notification about a charge or its permission: finds the order by the permission, asks Amazon Pay's books, and
 * settles the order. Nothing of the message counts but Amazon's ids. A session that is still open is left alone here.
 * `ignored`: another object, or no waiting order of ours.
 * @throws NotFetchedError, StoreUnavailableError: the notification must come again
 * @see amazon-pay-server-apis.md, section 10; seed 002 (202, canHandlePendingAuthorization)
 */
export async function takeCheckoutNotification(
  deps: CheckoutNotificationDeps,
  { object, objectId, permissionId }: AmazonPayNotification,
): Promise<'stored' | 'ignored'> {
  if (object !== 'charge' && object !== 'chargePermission') return 'ignored';
  const chargePermissionId = permissionId ?? (object === 'chargePermission' ? objectId : undefined);
  if (chargePermissionId === undefined) return 'ignored';
  const { order, isBound } = await orderOf(deps, chargePermissionId);
  if (order === undefined || !isWaiting(order)) return 'ignored';
  // Our own number comes from the buyer's browser: by it alone nothing but the order's own session is asked about.
  const chargeId = object === 'charge' && isBound ? objectId : undefined;
  const reading = await askAboutCheckout(deps.cv2, order, { chargeId, mayRepeat: false });
  if (reading.type === 'noAnswer') throw new NotFetchedError(reading.reason);
  const isOurs =
    reading.chargePermissionId === undefined || reading.chargePermissionId === chargePermissionId;
  if (!isOurs) return 'ignored';
  return changeOrder(deps.store, order, (current): Change<'stored' | 'ignored'> => {
    if (!isWaiting(current) || current.finalizations.at(-1)?.n !== order.finalizations.at(-1)?.n)
      return { result: 'ignored' };
    const nowMs = deps.now();
    const { state, changes } = reconciledCheckout(current, reading, nowMs);
    return { order: moveTo(current, state, { ...changes, nowMs }), result: 'stored' };
  });
}

function isWaiting({ state, chargedOn }: Order): boolean {
  return chargedOn === 'checkoutSession' && WAITING.includes(state);
}

/** By the pointer that was written with the result; else by our own number, which the page gave to the session. */
async function orderOf(
  { store, cv2 }: CheckoutNotificationDeps,
  chargePermissionId: string,
): Promise<{ readonly order: Order | undefined; readonly isBound: boolean }> {
  const known = await store.readPointer(`permission:${chargePermissionId}`);
  if (known !== undefined) return { order: await store.readOrder(known), isBound: true };
  const permission = await cv2.getChargePermission(chargePermissionId);
  if (!permission.ok) throw new NotFetchedError(permission.failure.reason);
  const { merchantReferenceId } = permission.value;
  const isNumber = merchantReferenceId !== undefined && /^[0-9A-Za-z-]{1,40}$/.test(merchantReferenceId);
  return { order: isNumber ? await store.readOrder(merchantReferenceId) : undefined, isBound: false };
}
