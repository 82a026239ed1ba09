/** A thread that runs parts of seeds: it gets one, runs it, hands back the sums, and asks for the next. */
import { parentPort } from 'node:worker_threads';
import { PROFILE_PLEASE } from './profile-please';
import { runPart, type Part } from './run';
import { findVariant } from './variants-table';

/** What a thread gets. `defect`: name of a variant. */
export interface Task {
  readonly part: Part;
  readonly defect: string | undefined;
  readonly allFaults: number | undefined;
}

parentPort?.on('message', (task: Task | typeof PROFILE_PLEASE) => {
  if (task === PROFILE_PLEASE) return;
  const { part, defect, allFaults } = task;
  const variant = defect === undefined ? undefined : findVariant(defect);
  void runPart(part, { variant, allFaults }).then((totals) => {
    parentPort?.postMessage(totals);
  });
});
