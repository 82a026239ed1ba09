/** A thread that runs parts of seeds: it gets one, runs it, hands back the sums, and asks for the next. */
import { parentPort } from 'node:worker_threads';
import { runPart, type Part } from './run';
import { findVariant } from './variants-table';

/** What a thread gets. `defect`: name of a variant. */
export interface Task {
  readonly part: Part;
  readonly defect: string | undefined;
  readonly allFaults: number | undefined;
}

parentPort?.on('message', ({ part, defect, allFaults }: Task) => {
  const variant = defect === undefined ? undefined : findVariant(defect);
  void runPart(part, { variant, allFaults }).then((totals) => {
    parentPort?.postMessage(totals);
  });
});
