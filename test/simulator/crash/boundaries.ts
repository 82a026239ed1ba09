/**
 * Counts the I/O boundaries that each buyer's purchase passes, and ends the process at one of them. The moment after one
 * I/O and the moment before the next are one boundary: in between nothing happens that outlives the process.
 */

/** What a process does at its boundaries. */
export interface BoundaryOptions {
  /** Whose boundaries count; all of them stand at the boundary when the process dies. */
  readonly buyerKeys: readonly string[];
  /** The boundary, counted from 1 for each buyer. Absent: nobody dies, the boundaries are only counted. */
  readonly killAt?: number | undefined;
  /** Ends the process; does not return in a real one. */
  readonly die: () => void;
}

/** The boundaries of one process. */
export interface Boundaries {
  /** What the buyer does next; it goes in front of the names of the boundaries. */
  begin(buyerKey: string, step: string): void;
  /**
   * The buyer's purchase comes to the boundary before an I/O. Resolves when it may pass. At the deadly boundary it never
   * does: it waits there until everybody has come, and then the process ends.
   */
  comesTo(buyerKey: string | undefined, io: string): Promise<void>;
  /** Names of the boundaries that each buyer passed, in order. */
  passed(): readonly (readonly string[])[];
}

/** Makes the boundaries of a process. Buyers that are not listed pass freely and are not counted. */
export function createBoundaries({ buyerKeys, killAt, die }: BoundaryOptions): Boundaries {
  const passed = new Map(buyerKeys.map((key): [string, string[]] => [key, []]));
  const steps = new Map<string, string>();
  const lastIos = new Map<string, string>();
  let standing = 0;
  return {
    begin(buyerKey, step) {
      steps.set(buyerKey, step);
      lastIos.delete(buyerKey);
    },
    comesTo(buyerKey = '', io) {
      const names = passed.get(buyerKey);
      if (names === undefined) return Promise.resolve();
      const last = lastIos.get(buyerKey);
      lastIos.set(buyerKey, io);
      names.push(
        `${steps.get(buyerKey) ?? 'start'}: ${last === undefined ? '' : `after ${last}, `}before ${io}`,
      );
      if (names.length !== killAt) return Promise.resolve();
      standing += 1;
      if (standing === buyerKeys.length) die();
      return new Promise(() => undefined);
    },
    passed: () => [...passed.values()],
  };
}
