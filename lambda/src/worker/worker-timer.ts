import { errorFields } from '../telemetry/error-fields';
import { runPass } from './run-worker';
import { type WorkerDeps } from './worker-deps';

/** The running background of a server. */
export interface WorkerTimer {
  /** Begins no further pass and waits for the one under way. */
  stop(): Promise<void>;
}

const EVERY_MS = 1000;

/**
 * Runs a pass every second, one after the other; a pass that fails is logged and the next one tries again.
 * For servers and the laptop; on AWS a schedule calls the same passes.
 */
export function startWorkerTimer(deps: WorkerDeps): WorkerTimer {
  let underWay: Promise<unknown> = Promise.resolve();
  let isBusy = false;
  const tick = (): void => {
    if (isBusy) return;
    isBusy = true;
    underWay = runPass(deps)
      .catch((error: unknown) => {
        deps.log.warn({ step: 'workerPassFailed', ...errorFields(error) });
      })
      .finally(() => {
        isBusy = false;
      });
  };
  const timer = setInterval(tick, EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}
