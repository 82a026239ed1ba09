/** A clock that stands still until it is told otherwise, and numbers that look random but are the same each run. */
export interface FixedEffects {
  readonly now: () => number;
  readonly random: () => number;
  advance(elapsedMs: number): void;
}

/** Makes a fixed clock (2026-11-22 12:00 in Japan) and a seeded sequence of numbers in [0, 1). */
export function fixedEffects(seed = 1): FixedEffects {
  let nowMs = Date.parse('2026-11-22T03:00:00Z');
  let state = seed;
  return {
    now: () => nowMs,
    random: () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state / 2_147_483_648;
    },
    advance(elapsedMs) {
      nowMs += elapsedMs;
    },
  };
}
