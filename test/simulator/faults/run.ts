/** Runs worlds one after the other, and cuts a seed into parts that can be run anywhere. */
import type { Factors } from './faults';
import { addWorld, emptyTotals, type Totals } from './totals';
import type { Variant } from './variant';
import type { Rule } from './violation';
import { runWorld } from './world';

/** Visits in one world: few, so that a failure is replayed in a moment; enough that they get in each other's way. */
export const VISITS_PER_WORLD = 20;

/** Worlds in one part: about a second of work. */
const WORLDS_PER_PART = 25;

/** Some worlds of a seed, one after the other. */
export interface Part {
  readonly seed: number;
  readonly firstWorld: number;
  /** Visits to the shop, spread over small worlds. */
  readonly visits: number;
}

/** How the worlds are run. */
export interface RunOptions {
  readonly variant?: Variant | undefined;
  readonly factors?: Factors | undefined;
  /** One factor for the rates of all faults; 0: nothing goes wrong. */
  readonly allFaults?: number | undefined;
  /** Stops after the first world in which one of these rules was broken. */
  readonly stopsAt?: readonly Rule[] | undefined;
}

/** The parts of `orders` visits under one seed, in their order. */
export function partsOf(seed: number, orders: number): readonly Part[] {
  const visitsPerPart = WORLDS_PER_PART * VISITS_PER_WORLD;
  const count = Math.ceil(orders / visitsPerPart);
  return Array.from({ length: count }, (_, index) => ({
    seed,
    firstWorld: index * WORLDS_PER_PART,
    visits: Math.min(visitsPerPart, orders - index * visitsPerPart),
  }));
}

/** Runs one part. The same part gives the same digest, wherever and after whatever it is run. */
export async function runPart({ seed, firstWorld, visits }: Part, options: RunOptions): Promise<Totals> {
  const { stopsAt, ...settings } = options;
  const totals = emptyTotals();
  for (let world = firstWorld; totals.visits < visits; world += 1) {
    const inWorld = Math.min(VISITS_PER_WORLD, visits - totals.visits);
    const result = await runWorld({ ...settings, seed, world, visits: inWorld });
    addWorld(totals, result, { seed, world, visits: inWorld });
    if (totals.findings.some(({ rule }) => stopsAt?.includes(rule) === true)) break;
  }
  return totals;
}

/** Runs the first `orders` visits of a seed in this thread. */
export function runSeed(
  settings: RunOptions & { readonly seed: number; readonly orders: number },
): Promise<Totals> {
  const { seed, orders, ...options } = settings;
  return runPart({ seed, firstWorld: 0, visits: orders }, options);
}
