import { changeOrder, ConflictError, moveTo, type Change } from '../../../lambda/src/orders/change-order';
import { type Order } from '../../../lambda/src/orders/order';
import { type OrderStore } from '../../../lambda/src/orders/store';
import { memoryStore } from '../../support/memory-store';
import { anOrder } from './an-order';

/** A store in which another process writes a step before each of our first `times` writes. */
function contestedStore(times: number): { store: OrderStore; written: () => Promise<Order | undefined> } {
  const inner = memoryStore();
  inner.put(anOrder());
  let left = times;
  const store: OrderStore = {
    ...inner,
    async replaceOrder(order) {
      if (left > 0) {
        left -= 1;
        const current = (await inner.readOrder(order.orderId))!;
        await inner.replaceOrder(
          moveTo(current, current.state, { nowMs: 5, directivesSent: current.directivesSent + 10 }),
        );
      }
      return inner.replaceOrder(order);
    },
  };
  return { store, written: () => inner.readOrder('261122-482109') };
}

const count = (order: Order): Change<number> => ({
  order: moveTo(order, 'CART', { nowMs: 9, directivesSent: order.directivesSent + 1 }),
  result: order.directivesSent,
});

describe('one step of an order', () => {
  it('is written once when nobody is in the way', async () => {
    const { store, written } = contestedStore(0);

    await expect(changeOrder(store, anOrder(), count)).resolves.toBe(0);
    await expect(written()).resolves.toMatchObject({ version: 2, directivesSent: 1 });
  });

  it.each([1, 2, 3])('is decided again on fresh data after %i lost races', async (times) => {
    const { store, written } = contestedStore(times);

    await expect(changeOrder(store, anOrder(), count)).resolves.toBe(times * 10);
    await expect(written()).resolves.toMatchObject({ directivesSent: times * 10 + 1 });
  });

  it('gives up after four lost races, having written nothing', async () => {
    const { store, written } = contestedStore(4);
    const seen: number[] = [];
    const decide = (order: Order) => {
      seen.push(order.version);
      return count(order);
    };

    await expect(changeOrder(store, anOrder(), decide)).rejects.toThrow(ConflictError);
    expect(seen).toEqual([1, 2, 3, 4]);
    await expect(written()).resolves.toMatchObject({ directivesSent: 40 });
    expect(new ConflictError('x').code).toBe('conflict');
  });

  it('writes nothing when the decision changes nothing', async () => {
    const { store, written } = contestedStore(4);

    await expect(changeOrder(store, anOrder(), () => ({ result: 'words' }))).resolves.toBe('words');
    await expect(written()).resolves.toMatchObject({ version: 1 });
  });

  it('may change its mind when others were faster', async () => {
    const { store } = contestedStore(1);
    const decide = (order: Order): Change<string> =>
      order.directivesSent === 0 ? { ...count(order), result: 'mine' } : { result: 'theirs' };

    await expect(changeOrder(store, anOrder(), decide)).resolves.toBe('theirs');
  });

  it('fails when the order is gone', async () => {
    const store: OrderStore = { ...memoryStore(), replaceOrder: () => Promise.resolve(false) };

    await expect(changeOrder(store, anOrder(), count)).rejects.toThrow(ConflictError);
  });
});
