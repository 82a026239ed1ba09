/** The store as one process meets it: slow, throttled, forgetful of its answers, and cut off by the process's death. */
import { type Order } from '../../../lambda/src/orders/order';
import { StoreUnavailableError, type WorkStore } from '../../../lambda/src/orders/store';
import type { Host, HostWorld } from './host';
import type { Dice } from './random';

/** What the store needs of its world. `onWrite`: hears of each order that was really written. */
export interface StoreWorld extends HostWorld {
  readonly dice: Dice;
  readonly disk: WorkStore;
  readonly onWrite: (order: Order, writer: string) => void;
}

interface Call<T> {
  readonly method: string;
  readonly subject: string;
  readonly carryOut: () => Promise<T>;
}

/**
 * The store of one process. Each call takes virtual time; before and after it the process may die, and a write may
 * be applied although its answer is lost.
 */
export function faultyStore(world: StoreWorld, host: Host): WorkStore {
  const { disk, faults } = world;
  const read = <T>(call: Call<T>): Promise<T> =>
    travel(world, host, {
      ...call,
      fails: () => faults.strikes('storeReadFailed'),
      answer: (value) => value,
    });
  const write = (call: Call<boolean>): Promise<boolean> =>
    travel(world, host, {
      ...call,
      fails: () => faults.strikes('storeWriteThrottled'),
      answer(isWritten) {
        if (!isWritten) {
          faults.observe('conditionFailed');
          return false;
        }
        if (faults.strikes('storeWriteAppliedAnswerLost')) throw new StoreUnavailableError('simulated');
        // The SDK sent the write again and met what it had written itself.
        return !faults.strikes('storeMetItsOwnWrite');
      },
    });
  const writeOrder = (method: string, order: Order, put: (order: Order) => Promise<boolean>) =>
    write({
      method,
      subject: `${order.orderId} v${order.version} ${order.state}`,
      async carryOut() {
        const isWritten = await put(order);
        if (isWritten) world.onWrite(order, host.name);
        return isWritten;
      },
    });
  return {
    readOrder: (orderId) =>
      read({ method: 'readOrder', subject: orderId, carryOut: () => disk.readOrder(orderId) }),
    createOrder: (order) => writeOrder('createOrder', order, (fresh) => disk.createOrder(fresh)),
    replaceOrder: (order) => writeOrder('replaceOrder', order, (next) => disk.replaceOrder(next)),
    readBuyer: (key) => read({ method: 'readBuyer', subject: '', carryOut: () => disk.readBuyer(key) }),
    replaceBuyer: (record) =>
      write({
        method: 'replaceBuyer',
        subject: record.orderIds.at(-1) ?? '',
        carryOut: () => disk.replaceBuyer(record),
      }),
    createPointer: (pointer) =>
      write({ method: 'createPointer', subject: pointer.key, carryOut: () => disk.createPointer(pointer) }),
    readPointer: (key) =>
      read({ method: 'readPointer', subject: key, carryOut: () => disk.readPointer(key) }),
    replaceAlert: (alert) =>
      write({ method: 'replaceAlert', subject: alert.reason, carryOut: () => disk.replaceAlert(alert) }),
    readAlert: (alertId) =>
      read({ method: 'readAlert', subject: alertId, carryOut: () => disk.readAlert(alertId) }),
    dueOrderIds: (nowMs, limit) =>
      read({ method: 'dueOrderIds', subject: '', carryOut: () => disk.dueOrderIds(nowMs, limit) }),
    openFollowUps: () => read({ method: 'openFollowUps', subject: '', carryOut: () => disk.openFollowUps() }),
  };
}

interface Journey<T> extends Call<T> {
  readonly fails: () => boolean;
  readonly answer: (value: T) => T;
}

function travel<T>(world: StoreWorld, host: Host, journey: Journey<T>): Promise<T> {
  const { scheduler, trace, dice, faults } = world;
  const { method, subject } = journey;
  return new Promise((resolve, reject) => {
    if (!host.passes(`before ${method}`)) return;
    const delayMs = faults.strikes('storeSlow') ? dice.between(1000, 8000) : dice.between(2, 15);
    scheduler.after(delayMs, () => {
      // A call of a process that died meanwhile may still arrive, or not.
      if (!host.isAlive && dice.chance(0.5)) return;
      if (journey.fails()) {
        trace.note(host.name, () => `${method} ${subject}: not answered`);
        reject(new StoreUnavailableError('simulated'));
        return;
      }
      journey.carryOut().then(
        (value) => {
          trace.note(host.name, () => `${method} ${subject}${value === false ? ': condition failed' : ''}`);
          if (!host.passes(`after ${method}`)) return;
          answerCall(() => journey.answer(value), resolve, reject);
        },
        (error: unknown) => {
          reject(error instanceof Error ? error : new Error('thrown value'));
        },
      );
    });
  });
}

function answerCall<T>(answer: () => T, resolve: (value: T) => void, reject: (error: Error) => void): void {
  try {
    resolve(answer());
  } catch (error) {
    reject(error instanceof Error ? error : new Error('thrown value'));
  }
}
