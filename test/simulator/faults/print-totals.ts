/** What a run prints: figures, end states, faults, speed; and for each finding how to see it again. */
import { FIGURES, type Finding, type Totals } from './totals';

const FIGURE_TEXT = {
  doubleCharged: 'double charged',
  falselyConfirmed: 'falsely confirmed',
  paidButLost: 'paid, but lost',
  nobodyFollows: 'failed, nobody follows',
  otherRules: 'other rules broken',
} as const;

const MAX_FINDINGS = 10;

/** Self time by module in a processor profile of 6,000 fault-free purchases (node --cpu-prof, one thread). */
const BOUND =
  'bounded by (profile of 2026-11-22): the skill 23 %, simulated world and judge 18 %, zod 15 %, garbage collection 14 %, simulated Amazon Pay 7 %, i18next 5 %, ASK SDK 4 %, hashing 4 %, the rest of Node 8 %';

/** The report as lines. `seconds`: processor time of all workers together. `options`: what a replay has to repeat. */
export function totalsLines(totals: Totals, seconds: number, options: string): readonly string[] {
  return [
    `${totals.visits} visits, ${totals.orders} orders, ${totals.capturedOrders} captured at Amazon Pay, ${totals.requests} requests`,
    `orders by last state: ${pairs(totals.states)}`,
    `faults that struck: ${pairs(totals.faults)}`,
    `speed: ${Math.round(totals.visits / seconds)} purchases per second and core (${seconds.toFixed(1)} s)`,
    BOUND,
    `digest ${(totals.digest >>> 0).toString(16)}`,
    ...FIGURES.map(
      (figure) => `${String(totals.figures.get(figure) ?? 0).padStart(8)}  ${FIGURE_TEXT[figure]}`,
    ),
    ...totals.findings.slice(0, MAX_FINDINGS).flatMap((finding) => findingLines(finding, options)),
    ...(totals.findings.length > MAX_FINDINGS ? [`… and ${totals.findings.length - MAX_FINDINGS} more`] : []),
  ];
}

function findingLines(
  { rule, seed, world, step, orderId, detail }: Finding,
  options: string,
): readonly string[] {
  return [
    `BROKEN ${rule}: seed ${seed}, world ${world}, step ${step}, order ${orderId}: ${detail}`,
    `       npm run simulate -- --seed ${seed} --world ${world} --order ${orderId}${options}`,
  ];
}

function pairs(map: ReadonlyMap<string, number>): string {
  return [...map]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, times]) => `${name} ${times}`)
    .join(', ');
}
