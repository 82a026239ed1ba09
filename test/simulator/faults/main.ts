/** The command: reads its options, runs, prints, and says by its exit code whether every promise was kept. */
import { parseArgs } from 'node:util';
import { totalsLines } from './print-totals';
import { replay } from './replay';
import { runSeed, VISITS_PER_WORLD } from './run';
import { emptyTotals, type Totals } from './totals';
import { findVariant } from './variants-table';

const OPTIONS = {
  seed: { type: 'string', default: '1' },
  orders: { type: 'string', default: '1000' },
  seeds: { type: 'string', default: '1' },
  world: { type: 'string' },
  order: { type: 'string' },
  'from-step': { type: 'string' },
  defect: { type: 'string' },
  ci: { type: 'boolean', default: false },
} as const;

/** Runs the command. Resolves to 0, or to 1 when a promise was broken. */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const seed = Number(values.seed);
  const variant = values.defect === undefined ? undefined : findVariant(values.defect);
  const options = variant === undefined ? '' : ` --defect ${variant.name}`;
  if (values.world !== undefined) {
    const { lines, result } = await replay(
      { seed, world: Number(values.world), visits: VISITS_PER_WORLD, variant },
      { orderId: values.order, fromStep: Number(values['from-step'] ?? 0) },
    );
    print([
      ...lines,
      ...result.violations.map(({ rule, orderId, detail }) => `BROKEN ${rule} ${orderId}: ${detail}`),
    ]);
    return result.violations.length === 0 ? 0 : 1;
  }
  const [seeds, orders] = values.ci ? [5, 10_000] : [Number(values.seeds), Number(values.orders)];
  const started = process.cpuUsage();
  const all = emptyTotals();
  for (let number = seed; number < seed + seeds; number += 1) {
    merge(all, await runSeed({ seed: number, orders, variant }));
    if (seeds > 1) print([`seed ${number} done: ${all.visits} visits, ${all.findings.length} findings`]);
  }
  const { user, system } = process.cpuUsage(started);
  print(totalsLines(all, (user + system) / 1e6, options));
  return all.findings.length === 0 ? 0 : 1;
}

function merge(all: Totals, one: Totals): void {
  all.visits += one.visits;
  all.orders += one.orders;
  all.capturedOrders += one.capturedOrders;
  all.requests += one.requests;
  all.digest = (Math.imul(all.digest, 31) + one.digest) | 0;
  for (const key of ['states', 'faults'] as const)
    for (const [name, times] of one[key]) all[key].set(name, (all[key].get(name) ?? 0) + times);
  for (const [figure, times] of one.figures) all.figures.set(figure, (all.figures.get(figure) ?? 0) + times);
  all.findings.push(...one.findings);
}

function print(lines: readonly string[]): void {
  for (const line of lines) console.log(line);
}
