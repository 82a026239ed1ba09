/** Draws the faults of one world and counts those that struck. */
import { FAULT_RATES, type FaultKind, type ObservedKind } from './fault-rates-table';
import type { Dice } from './random';

/** The faults of one world. */
export interface Faults {
  /** Draws whether the fault strikes here; counts it when it does. */
  readonly strikes: (kind: FaultKind) => boolean;
  /** Draws whether the process dies at this boundary; counts it under the boundary's name. */
  readonly crashes: (boundary: string) => boolean;
  readonly observe: (kind: ObservedKind) => void;
  readonly counts: ReadonlyMap<string, number>;
}

/** How often a kind strikes in comparison with the table: each world draws its own, so that faults meet in many mixes. */
export type Factors = Readonly<Partial<Record<FaultKind, number>>>;

/** Makes the faults of a world. `factors`: overrides the drawn ones; `all`: one factor for everything else. */
export function createFaults(
  dice: Dice,
  { factors = {}, all }: { readonly factors?: Factors; readonly all?: number } = {},
): Faults {
  const counts = new Map<string, number>();
  // Two kinds are this world's obsession: rare faults meet each other only where they are frequent.
  const names = Object.keys(FAULT_RATES);
  const obsessions = all === undefined ? [1, 2].map(() => names[dice.between(0, names.length - 1)]) : [];
  const rates = new Map<string, number>(
    Object.entries(FAULT_RATES).map(([kind, rate]) => {
      const drawn = dice.pick(MIX);
      return [
        kind,
        Math.min(
          0.9,
          rate * (ownFactor(factors, kind) ?? (obsessions.includes(kind) ? OBSESSED : (all ?? drawn))),
        ),
      ];
    }),
  );
  const count = (name: string): void => {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  };
  const isStruck = (kind: FaultKind, name: string): boolean => {
    const strikes = dice.chance(rates.get(kind) ?? 0);
    if (strikes) count(name);
    return strikes;
  };
  return {
    strikes: (kind) => isStruck(kind, kind),
    crashes: (boundary) => isStruck('crash', `crash ${boundary}`),
    observe: count,
    counts,
  };
}

/** A quarter of the kinds rests in a world, another quarter strikes three times as often. */
const OBSESSED = 15;
const MIX = [0, 1, 1, 3] as const;

function ownFactor(factors: Factors, kind: string): number | undefined {
  const own = Object.entries(factors).find(([name]) => name === kind);
  return own?.[1];
}
