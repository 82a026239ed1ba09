/** Sums up worlds: what a run of the simulation has to show. */
import { RULES, type Figure, type Violation } from './violation';
import type { WorldResult } from './world';

/** A broken rule with the world it happened in. */
export interface Finding extends Violation {
  readonly seed: number;
  readonly world: number;
}

/** The sums of a run. All counts. */
export interface Totals {
  visits: number;
  orders: number;
  capturedOrders: number;
  requests: number;
  digest: number;
  readonly states: Map<string, number>;
  readonly faults: Map<string, number>;
  readonly figures: Map<Figure, number>;
  readonly findings: Finding[];
}

/** Sums of nothing. */
export function emptyTotals(): Totals {
  return {
    visits: 0,
    orders: 0,
    capturedOrders: 0,
    requests: 0,
    digest: 0,
    states: new Map(),
    faults: new Map(),
    figures: new Map(FIGURES.map((figure) => [figure, 0])),
    findings: [],
  };
}

/** The figures in the order in which they are shown. */
export const FIGURES: readonly Figure[] = [
  'doubleCharged',
  'falselyConfirmed',
  'paidButLost',
  'nobodyFollows',
  'otherRules',
];

/** Adds a world. */
export function addWorld(
  totals: Totals,
  result: WorldResult,
  place: { readonly seed: number; readonly world: number; readonly visits: number },
): void {
  totals.visits += place.visits;
  totals.orders += result.orders.length;
  totals.capturedOrders += result.capturedOrders;
  totals.requests += result.requests;
  totals.digest = (Math.imul(totals.digest, 31) + result.digest) | 0;
  for (const { state } of result.orders) count(totals.states, state, 1);
  for (const [kind, times] of result.faults) count(totals.faults, kind, times);
  for (const violation of result.violations) {
    count(totals.figures, RULES[violation.rule], 1);
    totals.findings.push({ ...violation, seed: place.seed, world: place.world });
  }
}

/** Adds other sums. */
export function addTotals(totals: Totals, other: Totals): void {
  totals.visits += other.visits;
  totals.orders += other.orders;
  totals.capturedOrders += other.capturedOrders;
  totals.requests += other.requests;
  totals.digest = (Math.imul(totals.digest, 31) + other.digest) | 0;
  for (const [state, times] of other.states) count(totals.states, state, times);
  for (const [kind, times] of other.faults) count(totals.faults, kind, times);
  for (const [figure, times] of other.figures) count(totals.figures, figure, times);
  totals.findings.push(...other.findings);
}

function count<K>(map: Map<K, number>, key: K, times: number): void {
  map.set(key, (map.get(key) ?? 0) + times);
}
