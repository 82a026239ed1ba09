import { StoreUnavailableError } from '../../../lambda/src/orders/store';
import { type WorkerDeps } from '../../../lambda/src/worker/worker-deps';
import { startWorkerTimer } from '../../../lambda/src/worker/worker-timer';
import { aWorker } from './a-worker';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

/** A worker whose passes begin with a read of the due index that a test ends when it wants. */
function slowWorker(): { deps: WorkerDeps; begun: () => number; endPass: (error?: Error) => Promise<void> } {
  const { deps, store, log } = aWorker();
  const open: { resolve: (ids: readonly string[]) => void; reject: (error: Error) => void }[] = [];
  let count = 0;
  const dueOrderIds = (): Promise<readonly string[]> => {
    count += 1;
    return new Promise((resolve, reject) => open.push({ resolve, reject }));
  };
  return {
    deps: { ...deps, log, store: { ...store, dueOrderIds } },
    begun: () => count,
    async endPass(error) {
      const pass = open.shift();
      if (error === undefined) pass?.resolve([]);
      else pass?.reject(error);
      await jest.advanceTimersByTimeAsync(0);
    },
  };
}

describe("the server's background", () => {
  it('makes its first pass after a second and one a second from then on', async () => {
    const { deps, begun, endPass } = slowWorker();
    const timer = startWorkerTimer(deps);

    await jest.advanceTimersByTimeAsync(999);
    const before = begun();
    await jest.advanceTimersByTimeAsync(1);
    const first = begun();
    await endPass();
    await jest.advanceTimersByTimeAsync(1000);

    expect([before, first, begun()]).toEqual([0, 1, 2]);
    await endPass();
    await timer.stop();
  });

  it('never makes two passes at the same time', async () => {
    const { deps, begun, endPass } = slowWorker();
    const timer = startWorkerTimer(deps);

    await jest.advanceTimersByTimeAsync(5000);

    expect(begun()).toBe(1);
    await endPass();
    await timer.stop();
  });

  it('logs a pass that failed and makes the next one all the same', async () => {
    const { deps, begun, endPass } = slowWorker();
    const warnings: unknown[] = [];
    const log = { ...deps.log, warn: (fields: unknown) => warnings.push(fields) };
    const timer = startWorkerTimer({ ...deps, log });

    await jest.advanceTimersByTimeAsync(1000);
    await endPass(new StoreUnavailableError('the store did not answer'));
    await jest.advanceTimersByTimeAsync(1000);

    expect(warnings).toMatchObject([{ step: 'workerPassFailed', code: 'storeUnavailable' }]);
    expect(begun()).toBe(2);
    await endPass();
    await timer.stop();
  });

  it('stops only when the pass under way is over, and makes no further one', async () => {
    const { deps, begun, endPass } = slowWorker();
    const timer = startWorkerTimer(deps);
    await jest.advanceTimersByTimeAsync(1000);
    let isStopped = false;

    const stopping = timer.stop().then(() => {
      isStopped = true;
    });
    await jest.advanceTimersByTimeAsync(3000);
    const before = isStopped;
    await endPass();
    await stopping;
    await jest.advanceTimersByTimeAsync(3000);

    expect([before, isStopped, begun()]).toEqual([false, true, 1]);
  });

  it('stops at once when nothing is under way', async () => {
    const { deps, begun } = slowWorker();

    await startWorkerTimer(deps).stop();
    await jest.advanceTimersByTimeAsync(3000);

    expect(begun()).toBe(0);
  });
});
