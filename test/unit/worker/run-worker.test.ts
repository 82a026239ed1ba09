import { type Order } from '../../../lambda/src/orders/order';
import { StoreUnavailableError } from '../../../lambda/src/orders/store';
import { runPass } from '../../../lambda/src/worker/run-worker';
import { countFollowUps, runPasses } from '../../../lambda/src/worker/scheduled-handler';
import { type WorkerDeps } from '../../../lambda/src/worker/worker-deps';
import { aFullOrder, anOrder } from '../orders/an-order';
import { aWorker, type TestWorker } from './a-worker';

const DOWN = new StoreUnavailableError('the store did not answer');

function abandonable(no: number): Order {
  return anOrder({ ...aFullOrder(), orderId: `261122-00000${no}`, state: 'CONSENTED' });
}

function fiveOrders(): TestWorker {
  const worker = aWorker();
  for (const no of [1, 2, 3, 4, 5]) worker.store.put(abandonable(no));
  return worker;
}

/** The worker's store, failing for the reads that `fails` names. */
function failing({ deps, store }: TestWorker, fails: (orderId: string) => boolean): WorkerDeps {
  const readOrder: WorkerDeps['store']['readOrder'] = (orderId) =>
    fails(orderId) ? Promise.reject(DOWN) : store.readOrder(orderId);
  return { ...deps, store: { ...store, readOrder } };
}

async function statesOf({ store }: TestWorker): Promise<readonly (string | undefined)[]> {
  const orders = await Promise.all([1, 2, 3, 4, 5].map((no) => store.readOrder(`261122-00000${no}`)));
  return orders.map((order) => order?.state);
}

describe('a pass of the background', () => {
  it('works on everything that is due and reports it once', async () => {
    const worker = fiveOrders();

    await expect(runPass(worker.deps)).resolves.toEqual({ done: 5, takenByAnother: 0, skipped: 0 });

    expect(worker.log.lines.at(-1)).toEqual({
      step: 'workerPass',
      reason: '{"done":5,"takenByAnother":0,"skipped":0}',
    });
  });

  it('with nothing to do says nothing', async () => {
    const worker = aWorker();

    await expect(runPass(worker.deps)).resolves.toEqual({ done: 0, takenByAnother: 0, skipped: 0 });

    expect(worker.log.lines).toEqual([]);
  });

  it('leaves at most one order undone when the store fails for it, and tries it again', async () => {
    const worker = fiveOrders();

    const report = await runPass(failing(worker, (orderId) => orderId === '261122-000002'));
    const afterFirst = await statesOf(worker);
    await runPass(worker.deps);

    expect(report).toEqual({ done: 4, takenByAnother: 0, skipped: 1 });
    expect(afterFirst).toEqual(['ABANDONED', 'CONSENTED', 'ABANDONED', 'ABANDONED', 'ABANDONED']);
    expect(worker.log.warnings).toMatchObject([
      { step: 'workFailed', orderId: '261122-000002', code: 'storeUnavailable' },
    ]);
    expect(await statesOf(worker)).toEqual(Array(5).fill('ABANDONED'));
  });

  it('ends when the store fails three times in a row, and the rest stays due', async () => {
    const worker = fiveOrders();
    const asked: string[] = [];

    const report = await runPass(
      failing(worker, (orderId) => {
        asked.push(orderId);
        return orderId !== '261122-000001';
      }),
    );

    expect(report).toEqual({ done: 1, takenByAnother: 0, skipped: 3 });
    expect(asked).toHaveLength(4);
    await expect(worker.store.dueOrderIds(worker.clock.now(), 10)).resolves.toHaveLength(4);
  });

  it('goes on past items that cannot be read, however many', async () => {
    const worker = fiveOrders();
    for (const no of [1, 2, 3, 4]) worker.store.put({ ...abandonable(no), buyerKey: 5 as never });

    await expect(runPass(worker.deps)).resolves.toEqual({ done: 1, takenByAnother: 0, skipped: 4 });

    expect(worker.log.alerts).toHaveLength(4);
    expect(worker.log.alerts[0]).toMatchObject({
      step: 'itemUnreadable',
      action:
        'The item order#261122-000001 is corrupt or not ours: it was left alone. Repair or remove it by hand.',
    });
  });

  it('counts what another worker was faster with', async () => {
    const worker = fiveOrders();
    const replaceOrder = (): Promise<boolean> => Promise.resolve(false);

    const report = await runPass({ ...worker.deps, store: { ...worker.store, replaceOrder } });

    expect(report).toEqual({ done: 0, takenByAnother: 5, skipped: 0 });
  });

  it('fails as a whole when even the due index cannot be read', async () => {
    const { deps, store } = aWorker();
    const dueOrderIds = (): Promise<never> => Promise.reject(DOWN);

    await expect(runPass({ ...deps, store: { ...store, dueOrderIds } })).rejects.toBe(DOWN);
  });
});

describe('one invocation by the schedule', () => {
  it('makes a pass a second for fifty seconds and sums them up', async () => {
    const { deps, store, clock } = aWorker();
    const waits: number[] = [];
    store.put(abandonable(1));

    const report = await runPasses(deps, (delayMs) => {
      waits.push(delayMs);
      clock.advance(delayMs);
      // An order that becomes due meanwhile is done in the same invocation.
      if (waits.length === 20) store.put(abandonable(2));
      return Promise.resolve();
    });

    expect(waits).toEqual(Array(50).fill(1000));
    expect(report).toEqual({ done: 2, takenByAnother: 0, skipped: 0 });
  });

  it('counts slow passes too: it is over before the schedule calls again', async () => {
    const { deps, store, clock } = aWorker();
    let passes = 0;
    const slow: WorkerDeps['store']['dueOrderIds'] = () => {
      passes += 1;
      clock.advance(9000);
      return Promise.resolve([]);
    };

    await runPasses({ ...deps, store: { ...store, dueOrderIds: slow } }, (delayMs) => {
      clock.advance(delayMs);
      return Promise.resolve();
    });

    expect(passes).toBe(5);
  });

  it('begins no order after fifty seconds: what is left stays due', async () => {
    const { deps, store, clock } = aWorker();
    for (const no of [1, 2, 3, 4, 5, 6, 7, 8, 9]) store.put(abandonable(no));
    const startedAtMs = clock.now();
    const replaceOrder: WorkerDeps['store']['replaceOrder'] = (order) => {
      clock.advance(10_000);
      return store.replaceOrder(order);
    };

    const report = await runPasses({ ...deps, store: { ...store, replaceOrder } }, (delayMs) => {
      clock.advance(delayMs);
      return Promise.resolve();
    });

    expect(report.done).toBe(5);
    expect(clock.now() - startedAtMs).toBe(51_000);
  });
});

describe('the count of what waits for a person', () => {
  it('is one line, for the alarm of the stack', async () => {
    const { deps, log } = aWorker();
    const store = {
      ...deps.store,
      openFollowUps: () => Promise.resolve({ orderIds: ['1', '2'], alerts: [] }),
    };

    await countFollowUps({ ...deps, store });

    expect(log.lines).toEqual([{ step: 'followUpsOpen', count: 2 }]);
  });

  it('stops nothing when the store is down', async () => {
    const { deps, log } = aWorker();
    const store = { ...deps.store, openFollowUps: () => Promise.reject(new StoreUnavailableError('down')) };

    await countFollowUps({ ...deps, store });

    expect(log.warnings).toMatchObject([{ step: 'followUpsNotCounted', code: 'storeUnavailable' }]);
  });
});
