/** The command: reads its options, runs, prints, and says by its exit code whether every promise was kept. */
import { HELP, readOptions, type Options } from './options';
import { totalsLines } from './print-totals';
import { boundLine } from './profile-thread';
import { progressPrinter } from './progress';
import { replay } from './replay';
import { partsOf, VISITS_PER_WORLD } from './run';
import { bundleThread, runInThreads } from './threads';
import { addTotals, emptyTotals } from './totals';
import { findVariant, VARIANTS } from './variants-table';

/** Where lines go. */
export type Print = (line: string) => void;

/**
 * Runs the command. Resolves to 0, or to 1 when a promise was broken.
 * @throws Error on options that cannot be read
 */
export async function main(args: readonly string[], print: Print): Promise<number> {
  const options = readOptions(args);
  if (options.wantsHelp) return say(HELP, print);
  if (options.defect === 'list')
    return say(
      VARIANTS.map(({ name, what }) => `${name.padEnd(26)} ${what}`),
      print,
    );
  return options.world === undefined ? run(options, print) : tell(options, print);
}

function say(lines: readonly string[], print: Print): number {
  for (const line of lines) print(line);
  return 0;
}

async function run(options: Options, print: Print): Promise<number> {
  const { seed, seeds, orders, threads, defect, isFaultFree } = options;
  if (defect !== undefined) findVariant(defect);
  const parts = Array.from({ length: seeds }, (_, index) => partsOf(seed + index, orders)).flat();
  const code = await bundleThread();
  const allFaults = isFaultFree ? 0 : undefined;
  const started = process.cpuUsage();
  const all = emptyTotals();
  const results = await runInThreads({
    parts,
    threads,
    code,
    defect,
    allFaults,
    onPart: progressPrinter(seeds * orders, { print, now: Date.now }),
  });
  const { user, system } = process.cpuUsage(started);
  for (const one of results) addTotals(all, one);
  const again = `${defect === undefined ? '' : ` --defect ${defect}`}${isFaultFree ? ' --fault-free' : ''}`;
  const seconds = (user + system) / 1e6;
  const [part] = parts;
  const bound = part === undefined ? 'nothing ran' : await boundLine(code, { part, defect, allFaults });
  say(totalsLines(all, { seconds, bound }, again), print);
  return all.findings.length === 0 ? 0 : 1;
}

async function tell(options: Options, print: Print): Promise<number> {
  const { seed, world = 0, orderId, fromStep, defect, isFaultFree } = options;
  const variant = defect === undefined ? undefined : findVariant(defect);
  const allFaults = isFaultFree ? 0 : undefined;
  const { lines, result } = await replay(
    { seed, world, visits: VISITS_PER_WORLD, variant, allFaults },
    { orderId, fromStep },
  );
  const broken = result.violations.map(
    ({ rule, orderId: id, step, detail }) => `BROKEN ${rule}: step ${step}, order ${id}: ${detail}`,
  );
  say([...lines, ...broken], print);
  return result.violations.length === 0 ? 0 : 1;
}
