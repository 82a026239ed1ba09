import { withDeadline } from '../../../lambda/src/orders/deadline-store';
import { type OrderStore, StoreUnavailableError } from '../../../lambda/src/orders/store';
import { fixedEffects } from '../../support/fixed-effects';
import { memoryStore } from '../../support/memory-store';
import { anOrder } from './an-order';

const BUDGET_MS = 6500;
const BUYER = { buyerKey: 'b', version: 1, orderIds: [] };
const ALERT = { alertId: 'a', version: 1, openedAtMs: 1, step: 'answerRefused', reason: 'tokenNotOurs' };

const CALLS: readonly (readonly [string, (store: OrderStore) => Promise<unknown>, unknown])[] = [
  ['reads an order', (store) => store.readOrder('261122-482109'), undefined],
  ['creates an order', (store) => store.createOrder(anOrder()), true],
  ['replaces an order', (store) => store.replaceOrder(anOrder()), true],
  ['reads a buyer', (store) => store.readBuyer('b'), { buyerKey: 'b', version: 0, orderIds: [] }],
  ['replaces a buyer', (store) => store.replaceBuyer(BUYER), true],
  ['keeps an alert', (store) => store.replaceAlert(ALERT), true],
];

function storeOfOneTurn(): {
  store: OrderStore;
  inner: ReturnType<typeof memoryStore>;
  clock: ReturnType<typeof fixedEffects>;
} {
  const clock = fixedEffects();
  const inner = memoryStore();
  const deadlineAtMs = clock.now() + BUDGET_MS;
  return { store: withDeadline(inner, { deadlineAtMs, now: clock.now }), inner, clock };
}

describe('the store of one turn', () => {
  it.each(CALLS)('%s as long as there is time', async (_title, call, result) => {
    const { store, clock } = storeOfOneTurn();

    clock.advance(BUDGET_MS - 1);

    await expect(call(store)).resolves.toEqual(result);
  });

  it.each(CALLS)('%s no more when the time is over, and says so', async (_title, call) => {
    const { store, clock, inner } = storeOfOneTurn();

    clock.advance(BUDGET_MS);

    await expect(call(store)).rejects.toBeInstanceOf(StoreUnavailableError);
    expect(inner.orders.size).toBe(0);
  });
});
