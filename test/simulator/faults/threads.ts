/** Spreads the parts of a run over threads, each with its own copy of the bundled simulation. */
import { build } from 'esbuild';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Part } from './run';
import type { Task } from './seed-thread';
import type { Totals } from './totals';

/** What is run. `onPart`: hears of each part that is done, in any order. */
export interface ThreadedRun {
  readonly parts: readonly Part[];
  readonly threads: number;
  readonly defect: string | undefined;
  readonly allFaults: number | undefined;
  readonly code: string;
  readonly onPart: (totals: Totals) => void;
}

/** Room for what lives as long as one world, so that little of it is carried into the old generation. */
const YOUNG_MB = 96;

/** Bundles what a thread runs, once, into memory: nothing is transformed while purchases are counted. */
export async function bundleThread(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, 'seed-thread.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    logLevel: 'error',
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('nothing was bundled');
  return file.text;
}

/** Runs the parts. Resolves to their sums in the order of the parts, so threads do not change the digest. */
export async function runInThreads(run: ThreadedRun): Promise<readonly Totals[]> {
  const { parts, threads, code, defect, allFaults } = run;
  const results: Totals[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    const thread = new Worker(code, { eval: true, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
    try {
      for (let index = next++; ; index = next++) {
        const part = parts[index];
        if (part === undefined) break;
        const totals = await runOn(thread, { part, defect, allFaults });
        results[index] = totals;
        run.onPart(totals);
      }
    } finally {
      await thread.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(threads, parts.length) }, work));
  return results;
}

function runOn(thread: Worker, task: Task): Promise<Totals> {
  return new Promise((resolve, reject) => {
    thread.once('error', reject);
    thread.once('message', (totals: Totals) => {
      thread.off('error', reject);
      resolve(totals);
    });
    thread.postMessage(task);
  });
}
