import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '../config';
import { createCv2, createMws } from '../amazon-pay-access';
import { createDependencies } from '../dependencies';
import { type Environment, fetchFromSecretsManager, type FetchSecret, keepBuilt } from '../secret-settings';
import { errorFields } from '../telemetry/error-fields';
import { createWorkerDeps } from './create-worker';
import { createMwsChargeReader } from './mws-charge-reader';
import { runPass, type PassReport } from './run-worker';
import { type WorkerDeps } from './worker-deps';

/** What one invocation did, summed up over its passes. */
export type ScheduledHandler = (event: unknown, context: unknown) => Promise<PassReport>;

/**
 * EventBridge calls once a minute; the ladder counts in seconds, so passes go on until shortly before the next call. An
 * order that was begun by then is finished: its calls to Amazon Pay may take 40 s more, within the function's time-out.
 */
const BUSY_MS = 50_000;
const BETWEEN_PASSES_MS = 1000;

/**
 * Makes the Lambda handler of the background.
 * @throws ConfigError when the environment is not complete; with `SECRETS_ID` the first call rejects with it instead
 */
export function createScheduledHandler(
  environment: Environment,
  fetchSecret: FetchSecret = fetchFromSecretsManager,
): ScheduledHandler {
  const depsNow = keepBuilt({ environment, fetchSecret, now: Date.now, build: createScheduledDeps });
  return async (_event, _context) => {
    const deps = await depsNow();
    await countFollowUps(deps);
    return runPasses(deps, sleep);
  };
}

/** One line a minute with how much waits for a person: the alarm of the stack reads it. A failing count stops nothing. */
export async function countFollowUps({ store, log }: Pick<WorkerDeps, 'store' | 'log'>): Promise<void> {
  try {
    const { orderIds, alerts } = await store.openFollowUps();
    log.info({ step: 'followUpsOpen', count: orderIds.length + alerts.length });
  } catch (error) {
    log.warn({ step: 'followUpsNotCounted', ...errorFields(error) });
  }
}

function createScheduledDeps(environment: Environment): WorkerDeps {
  const parts = createDependencies(readConfig(environment));
  const mws = createMws(parts);
  return createWorkerDeps({
    ...parts,
    chargeReader: mws && createMwsChargeReader(mws),
    checkoutCalls: createCv2(parts, 'background'),
  });
}

/** Passes for most of a minute. `wait` is injected so that tests do not sleep. */
export async function runPasses(
  deps: WorkerDeps,
  wait: (delayMs: number) => Promise<unknown>,
): Promise<PassReport> {
  const endsAtMs = deps.now() + BUSY_MS;
  let total: PassReport = { done: 0, takenByAnother: 0, skipped: 0 };
  while (deps.now() < endsAtMs) {
    const { done, takenByAnother, skipped } = await runPass(deps, endsAtMs);
    total = {
      done: total.done + done,
      takenByAnother: total.takenByAnother + takenByAnother,
      skipped: total.skipped + skipped,
    };
    await wait(BETWEEN_PASSES_MS);
  }
  return total;
}
