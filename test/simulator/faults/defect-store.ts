/** Defects in how the record is read and written. */
import type { Order } from '../../../lambda/src/orders/order';
import type { WrapStore } from './variant';

/** After this a missing answer is taken for a decline. */
const TIMED_OUT_MS = 20_000;

/** A charge whose answer does not come is taken for declined: the next yes begins a new attempt. */
export const newAttemptAfterTimeOut: WrapStore = (store, world, by) => ({
  async readOrder(orderId) {
    const order = await store.readOrder(orderId);
    if (order === undefined || by === 'worker' || !WAITING.includes(order.state)) return order;
    return world.now() - order.updatedAtMs < TIMED_OUT_MS ? order : declined(order, world.now());
  },
});

const WAITING: readonly Order['state'][] = ['CHARGE_SENT', 'RETRY', 'UNKNOWN'];

function declined(order: Order, answeredAtMs: number): Order {
  const result = { effect: 'declinedSoft', row: 'b01', reason: 'timeOut', answeredAtMs, captureIds: [] };
  const attempts = order.attempts.map((attempt, index) =>
    index === order.attempts.length - 1 ? { ...attempt, result } : attempt,
  );
  return { ...order, state: 'DECLINED_SOFT', attempts, awaiting: undefined };
}

/** The version is not looked at: the last write wins. */
export const writesUnconditionally: WrapStore = (store, world) => ({
  async replaceOrder(order) {
    const isWritten = await store.replaceOrder(order);
    if (!isWritten) world.overwrite(order);
    return true;
  },
});

/** The consent and the attempt are not stored before the directive leaves, only with its answer. */
export const storesConsentAfterwards: WrapStore = (store) => ({
  replaceOrder: (order) =>
    order.state === 'CONSENTED' || order.state === 'CHARGE_SENT'
      ? Promise.resolve(true)
      : store.replaceOrder(order),
});

/** The counter of repetitions is lost, so a server error is answered with the same directive for ever. */
export const repeatsWithoutEnd: WrapStore = (store) => ({
  async readOrder(orderId) {
    const order = await store.readOrder(orderId);
    return order?.awaiting === undefined || !SENT.includes(order.state)
      ? order
      : { ...order, state: 'CHARGE_SENT', awaiting: { ...order.awaiting, resent: false } };
  },
});

const SENT: readonly Order['state'][] = ['CHARGE_SENT', 'RETRY'];

/** What a person has to look at is not kept. */
export const forgetsFollowUps: WrapStore = (store) => ({
  replaceOrder: (order) => store.replaceOrder({ ...order, followUps: [] }),
});
