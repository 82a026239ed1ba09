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

/** What a run took. `seconds`: processor time of all threads together. `bound`: measured shares of it by module. */
interface RunCost {
  readonly seconds: number;
  readonly bound: string;
}

/** The report as lines. `options`: what a replay has to repeat. */
export function totalsLines(totals: Totals, { seconds, bound }: RunCost, options: string): readonly string[] {
  return [
    `${totals.visits} visits, ${totals.orders} orders, ${totals.capturedOrders} captured at Amazon Pay, ${totals.requests} requests`,
    `orders by last state: ${pairs(totals.states)}`,
    `faults that struck: ${pairs(totals.faults)}`,
    `speed: ${Math.round(totals.visits / seconds)} visits, ${Math.round(totals.capturedOrders / seconds)} captured purchases per second and core (${seconds.toFixed(1)} s)`,
    `bounded by (self time, measured on a part of this run): ${bound}`,
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
