import { type Order } from '../../../lambda/src/orders/order';
import { workOnOrder } from '../../../lambda/src/worker/work-on-order';
import { nextWork } from '../../../lambda/src/worker/work';
import { aFullOrder, anOrder } from '../orders/an-order';
import { aWorker } from './a-worker';

const NOON_MS = Date.parse('2026-11-22T03:00:00Z');
const HOUR_MS = 3_600_000;

function oldOrder(state: Order['state'], changes: Partial<Order> = {}): Order {
  return anOrder({
    ...aFullOrder(),
    state,
    updatedAtMs: NOON_MS - HOUR_MS,
    email: 'taro@example.jp',
    ...changes,
  });
}

describe('the next work on an order whose time has come', () => {
  it.each([
    ['QUOTED', 'expireQuote'],
    ['CONSENTED', 'abandon'],
    ['CHARGE_SENT', 'giveUpWaiting'],
    ['RETRY', 'giveUpWaiting'],
    ['UNKNOWN', 'reconcile'],
    ['PENDING', 'reconcile'],
    ['AUTHORIZED', 'reconcile'],
    ['PAID', 'confirm'],
    ['CART', 'none'],
    ['DECLINED_SOFT', 'none'],
    ['DECLINED_HARD', 'none'],
    ['AWAITING_PAYMENT', 'none'],
    ['CONFIRMED', 'none'],
    ['NEEDS_HUMAN', 'none'],
    ['ABANDONED', 'none'],
    ['CANCELLED', 'none'],
    ['REFUNDED', 'none'],
  ] as const)('in %s is %s', (state, kind) => {
    expect(nextWork(oldOrder(state), NOON_MS).kind).toBe(kind);
  });

  it.each(['UNKNOWN', 'NEEDS_HUMAN', 'CONFIRMED', 'CART'] as const)(
    'in %s is the mail first, when one has to go',
    (state) => {
      const mail = { kind: 'paid', state: 'due', tries: 0, nextAtMs: NOON_MS } as const;

      expect(nextWork(oldOrder(state, { mails: [mail] }), NOON_MS)).toEqual({ kind: 'sendMail', mail });
      expect(nextWork(oldOrder(state, { mails: [mail] }), NOON_MS - 1).kind).not.toBe('sendMail');
    },
  );

  it.each(['AWAITING_PAYMENT', 'DECLINED_SOFT', 'DECLINED_HARD'] as const)(
    'in %s is to end the link whose day is over, not before',
    (state) => {
      const checkout = {
        no: 1,
        codeKey: 'code:0123456789abcdef0123456789abcdef',
        issuedAtMs: 0,
        expiresAtMs: NOON_MS,
      };

      expect(nextWork(oldOrder(state, { checkout }), NOON_MS).kind).toBe('expireLink');
      expect(nextWork(oldOrder(state, { checkout }), NOON_MS - 1).kind).toBe('none');
    },
  );

  it('is none while another worker has the lease', () => {
    const lease = { owner: 'worker-2', untilMs: NOON_MS + 1 };

    expect(nextWork(oldOrder('UNKNOWN', { lease }), NOON_MS).kind).toBe('none');
    expect(nextWork(oldOrder('UNKNOWN', { lease }), NOON_MS + 1).kind).toBe('reconcile');
  });
});

describe('working on an order', () => {
  it('that is gone does nothing', async () => {
    await expect(workOnOrder(aWorker().deps, '261122-000000')).resolves.toBe('nothingDue');
  });

  it('that is not due any more does nothing, though the index still names it', async () => {
    const { deps, store } = aWorker();
    store.put(oldOrder('CONFIRMED'));

    await expect(workOnOrder(deps, '261122-482109')).resolves.toBe('nothingDue');
  });

  it.each([
    ['QUOTED', 'CART', 'quoteExpired'],
    ['CONSENTED', 'ABANDONED', 'orderAbandoned'],
    ['PAID', 'CONFIRMED', 'orderConfirmed'],
  ] as const)('takes %s to %s, drops the address and says so in the log', async (before, after, step) => {
    const { deps, store, log } = aWorker();
    store.put(oldOrder(before));

    await workOnOrder(deps, '261122-482109');

    const order = await store.readOrder('261122-482109');
    expect(order).toMatchObject({ state: after, version: 7 });
    expect(order?.email).toBeUndefined();
    expect(log.lines).toMatchObject([{ step, orderId: '261122-482109', state: after, attempt: 1 }]);
  });

  it('expires a quote so that a later yes to it counts no more', async () => {
    const { deps, store } = aWorker();
    const { quote } = aFullOrder();
    store.put(oldOrder('QUOTED', { quote: { ...quote!, asked: true } }));

    await workOnOrder(deps, '261122-482109');

    await expect(store.readOrder('261122-482109')).resolves.toMatchObject({ quote: { asked: false } });
  });

  it('leaves an order alone that was written by somebody else at this moment', async () => {
    const { deps, store } = aWorker();
    const order = oldOrder('UNKNOWN');
    store.put({ ...order, version: 9 });
    const stale = { ...deps, store: { ...store, readOrder: () => Promise.resolve(order) } };

    await expect(workOnOrder(stale, order.orderId)).resolves.toBe('takenByAnother');

    await expect(store.readOrder(order.orderId)).resolves.toMatchObject({ version: 9, state: 'UNKNOWN' });
  });

  it('asks Amazon Pay under a lease that another worker sees', async () => {
    const { store, clock, ...worker } = aWorker();
    const seen: Order['lease'][] = [];
    const chargeReader = {
      async readAuthorization() {
        seen.push((await store.readOrder('261122-482109'))?.lease);
        return { type: 'noAnswer', reason: 'timeout' } as const;
      },
      repeatCharge: () => Promise.reject(new Error('not asked in this test')),
    };
    store.put(oldOrder('PENDING'));

    await workOnOrder({ ...worker.deps, chargeReader }, '261122-482109');

    expect(seen).toEqual([{ owner: 'worker-1', untilMs: clock.now() + 30_000 }]);
    const after = await store.readOrder('261122-482109');
    expect(after?.lease).toBeUndefined();
  });
});
