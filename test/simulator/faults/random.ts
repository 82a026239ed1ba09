/** Seeded randomness: the same seed gives the same numbers on every machine. */

/** A stream of numbers and the draws that the simulation makes from it. */
export interface Dice {
  /** A number in [0, 1). */
  readonly next: () => number;
  readonly chance: (probability: number) => boolean;
  /** A whole number, both ends included. */
  readonly between: (low: number, high: number) => number;
  readonly pick: <T>(items: readonly [T, ...T[]]) => T;
}

/** Makes the stream of a seed (any text). */
export function createDice(seed: string): Dice {
  const next = streamOf(seed);
  return {
    next,
    chance: (probability) => next() < probability,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
  };
}

/** Four words of state, stirred with additions, rotations and a counter; 32 bits per number. */
function streamOf(seed: string): () => number {
  let a = mixText(seed, 1);
  let b = mixText(seed, 2);
  let c = mixText(seed, 3);
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let warmUp = 0; warmUp < 12; warmUp += 1) next();
  return next;
}

/** A 32-bit digest of a text; `start` gives independent ones. */
export function mixText(text: string, start: number): number {
  let digest = start ^ 0x9e3779b9;
  for (let index = 0; index < text.length; index += 1) {
    digest = Math.imul(digest ^ text.charCodeAt(index), 0x01000193);
    digest ^= digest >>> 15;
  }
  return digest | 0;
}
