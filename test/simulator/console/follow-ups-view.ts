import { openFollowUps } from '../../../lambda/src/orders/follow-up';
import type { WorkStore } from '../../../lambda/src/orders/store';
import type { ConsoleState } from './wire';
import type { FollowUpView } from './wire-merchant';

const SHOWN_ORDERS = 30;

/** Reads what waits for a person, the oldest first; a store that fails is told, not thrown. */
export async function readFollowUps(
  store: WorkStore,
): Promise<Pick<ConsoleState, 'followUps' | 'moreFollowUps' | 'followUpsFault'>> {
  try {
    const { orderIds, alerts } = await store.openFollowUps();
    const ofOrders = await Promise.all(
      orderIds.slice(0, SHOWN_ORDERS).map((orderId) => readEntries(store, orderId)),
    );
    const ofAlerts = alerts.map(({ alertId, step, reason, openedAtMs }) => ({
      id: alertId,
      kind: 'alert',
      reason: `${step}: ${reason}`,
      openedAtMs,
    }));
    return { followUps: [...ofOrders.flat(), ...ofAlerts], moreFollowUps: orderIds.length > SHOWN_ORDERS };
  } catch (error) {
    const followUpsFault = error instanceof Error ? error.message : String(error);
    return { followUps: [], moreFollowUps: false, followUpsFault };
  }
}

/** An item that cannot be read stands there as such: it must not hide the others. */
async function readEntries(store: WorkStore, orderId: string): Promise<readonly FollowUpView[]> {
  const order = await store.readOrder(orderId).catch((error: unknown) => String(error));
  if (order === undefined) return [];
  if (typeof order === 'string') return [{ id: orderId, kind: 'unreadable', reason: order }];
  const { state, quote } = order;
  return openFollowUps(order).map(({ kind, reason, row, openedAtMs }) => ({
    id: orderId,
    kind,
    state,
    ...(quote && { totalYen: quote.totalYen }),
    ...(row && { row }),
    reason,
    openedAtMs,
  }));
}
