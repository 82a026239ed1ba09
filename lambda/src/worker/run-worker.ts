import { StoreItemError, StoreUnavailableError } from '../orders/store';
import { errorFields } from '../telemetry/error-fields';
import { workOnOrder } from './work-on-order';
import { type WorkerDeps } from './worker-deps';

/** What one pass did. `skipped`: items that could not be read; reported, never changed. */
export interface PassReport {
  readonly done: number;
  readonly takenByAnother: number;
  readonly skipped: number;
}

/** At most this many orders in one pass, so that a pass ends. */
const ORDERS_PER_PASS = 100;
const MAX_STORE_FAILURES = 3;

/**
 * One pass over everything that is due. An item that is corrupt or foreign is reported with its key and skipped; a
 * store that fails for three orders in a row ends the pass, and the rest stays due. One failing order alone does not:
 * it would keep all the others waiting. `endsAtMs`: from then on no order is begun; what is left stays due.
 * @throws StoreUnavailableError when the due index cannot be read
 */
export async function runPass(deps: WorkerDeps, endsAtMs = Infinity): Promise<PassReport> {
  const orderIds = await deps.store.dueOrderIds(deps.now(), ORDERS_PER_PASS);
  const report = { done: 0, takenByAnother: 0, skipped: 0 };
  let failuresInARow = 0;
  for (const orderId of orderIds) {
    if (failuresInARow >= MAX_STORE_FAILURES || deps.now() >= endsAtMs) break;
    try {
      const result = await workOnOrder(deps, orderId);
      if (result === 'done') report.done += 1;
      if (result === 'takenByAnother') report.takenByAnother += 1;
      failuresInARow = 0;
    } catch (error) {
      report.skipped += 1;
      failuresInARow = error instanceof StoreUnavailableError ? failuresInARow + 1 : 0;
      await reportSkipped(deps, orderId, error);
    }
  }
  if (report.done > 0 || report.skipped > 0)
    deps.log.info({ step: 'workerPass', reason: JSON.stringify(report) });
  return report;
}

async function reportSkipped(
  { log, store, now }: WorkerDeps,
  orderId: string,
  error: unknown,
): Promise<void> {
  if (error instanceof StoreItemError) {
    log.alert({
      step: 'itemUnreadable',
      orderId,
      code: error.code,
      action: `The item ${error.key} is corrupt or not ours: it was left alone. Repair or remove it by hand.`,
    });
    await store.setAside?.(error.key, now()).catch((failure: unknown) => {
      log.warn({ step: 'notSetAside', orderId, ...errorFields(failure) });
    });
    return;
  }
  log.warn({ step: 'workFailed', orderId, ...errorFields(error) });
}
