/** Runs the worlds of a seed one after the other. */
import type { Factors } from './faults';
import { addWorld, emptyTotals, type Totals } from './totals';
import type { Variant } from './variant';
import type { Rule } from './violation';
import { runWorld } from './world';

/** What is run. `orders`: visits to the shop, spread over small worlds. */
export interface RunSettings {
  readonly seed: number;
  readonly orders: number;
  readonly variant?: Variant | undefined;
  readonly factors?: Factors | undefined;
  /** Hears how many visits are done. */
  readonly onProgress?: (visitsDone: number) => void;
  /** Stops after the first world in which one of these rules was broken. */
  readonly stopsAt?: readonly Rule[] | undefined;
}

/** Visits in one world: few, so that a failure is replayed in a moment; enough that they get in each other's way. */
export const VISITS_PER_WORLD = 20;

/** Runs everything of one seed. The same settings give the same digest. */
export async function runSeed(settings: RunSettings): Promise<Totals> {
  const { seed, orders, variant, factors } = settings;
  const totals = emptyTotals();
  for (let world = 0; totals.visits < orders; world += 1) {
    const visits = Math.min(VISITS_PER_WORLD, orders - totals.visits);
    const result = await runWorld({ seed, world, visits, variant, factors });
    addWorld(totals, result, { seed, world, visits });
    settings.onProgress?.(totals.visits);
    if (totals.findings.some(({ rule }) => settings.stopsAt?.includes(rule) === true)) break;
  }
  return totals;
}
