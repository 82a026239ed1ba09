import { type AmazonPayNotification } from '../amazon-pay/ipn/read-notification';
import { toDetails } from '../amazon-pay/mws/authorization-details';
import { type MwsClient } from '../amazon-pay/mws/client';
import { type Change, changeOrder, moveTo } from '../orders/change-order';
import { type Order } from '../orders/order';
import { type WorkStore } from '../orders/store';
import { type Log } from '../telemetry/log';
import { NotFetchedError } from './not-fetched-error';
import { reconciled } from './reconcile';
import { type Reading } from './worker-deps';

/** What a notification is worked on with. */
export interface NotificationDeps {
  readonly store: WorkStore;
  readonly mws: Pick<MwsClient, 'getAuthorizationDetails' | 'getOrderReferenceDetails'>;
  readonly log: Log;
  readonly now: () => number;
}

/** States in which Amazon Pay's word on a charge is news. The others know it, or a person has it. */
const UNDECIDED: readonly Order['state'][] = [
  'CHARGE_SENT',
  'RETRY',
  'UNKNOWN',
  'PENDING',
  'AUTHORIZED',
  'NEEDS_HUMAN',
];

/**
 * Takes a notification of an authorization: fetches the authorization and its order reference, whose seller order id
 * is our order number, and settles the order when its present attempt is meant. Nothing of the message itself counts
 * but Amazon's id. Duplicates and late ones change nothing.
 * `ignored`: another object, or no undecided order of ours.
 * @throws NotFetchedError, StoreUnavailableError: the notification must come again
 * @see money-safety.md, section 7; amazon-pay-server-apis.md, section 10
 */
export async function takeNotification(
  deps: NotificationDeps,
  { object, objectId }: AmazonPayNotification,
): Promise<'stored' | 'ignored'> {
  if (object !== 'authorization' || objectId === undefined) return 'ignored';
  const authorization = await deps.mws.getAuthorizationDetails(objectId);
  if (!authorization.ok) throw new NotFetchedError(authorization.failure.reason);
  const order = await orderOf(deps, objectId);
  if (order === undefined) return 'ignored';
  const reading: Reading = { type: 'read', details: toDetails(authorization.value) };
  return changeOrder(deps.store, order, (current) => settle(current, reading, deps.now()));
}

/** An authorization's id begins with the id of its order reference. */
async function orderOf(
  { mws, store }: NotificationDeps,
  authorizationId: string,
): Promise<Order | undefined> {
  const orderReference = await mws.getOrderReferenceDetails(authorizationId.replace(/-A\d+$/, ''));
  if (!orderReference.ok) throw new NotFetchedError(orderReference.failure.reason);
  const { sellerOrderId } = orderReference.value;
  return sellerOrderId === undefined ? undefined : store.readOrder(sellerOrderId);
}

function settle(order: Order, reading: Reading, nowMs: number): Change<'stored' | 'ignored'> {
  const reference = order.attempts.at(-1)?.content.authorizationReferenceId;
  const isOurs = reading.type === 'read' && reading.details.authorizationReferenceId === reference;
  if (!isOurs || !UNDECIDED.includes(order.state)) return { result: 'ignored' };
  const { state, changes } = reconciled(order, reading, nowMs);
  return { order: moveTo(order, state, { ...changes, nowMs }), result: 'stored' };
}
