/** Defects that a test plants in the store of the shop's process, to see that the judge finds what they do. */
import { type Order } from '../../../lambda/src/orders/order';
import { type WorkStore } from '../../../lambda/src/orders/store';

/** `forgetsChargeSent`: that write is confirmed and never made. `writesOverOthers`: no write is conditional. */
export type PlantedDefect = 'forgetsChargeSent' | 'writesOverOthers';

/** The store with a defect; any other word than the two leaves it as it is. */
export function withPlantedDefect(store: WorkStore, defect: string | undefined): WorkStore {
  if (defect === 'forgetsChargeSent')
    return {
      ...store,
      replaceOrder: (order) =>
        order.state === 'CHARGE_SENT' ? Promise.resolve(true) : store.replaceOrder(order),
    };
  if (defect === 'writesOverOthers') return { ...store, replaceOrder: (order) => writeOver(store, order) };
  return store;
}

async function writeOver(store: WorkStore, order: Order): Promise<boolean> {
  let version = order.version;
  while (!(await store.replaceOrder({ ...order, version })))
    version = ((await store.readOrder(order.orderId))?.version ?? 0) + 1;
  return true;
}
