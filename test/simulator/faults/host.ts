/** One process of the merchant: it lives until it crashes, and has a clock of its own. */
import type { Faults } from './faults';
import type { Scheduler } from './scheduler';
import type { Trace } from './trace';

/** A process that can die at any boundary. After its death nothing of it runs on. */
export interface Host {
  readonly name: string;
  readonly isAlive: boolean;
  readonly now: () => number;
  /** Draws a crash at this boundary. False: the process is dead, now or since before. */
  readonly passes: (boundary: string) => boolean;
  readonly die: (boundary: string) => void;
  /** Calls back when the process dies. */
  readonly onDeath: (callback: () => void) => void;
  readonly jumpClock: (byMs: number) => void;
}

/** What a process needs of its world. */
export interface HostWorld {
  readonly scheduler: Scheduler;
  readonly faults: Faults;
  readonly trace: Trace;
}

/** Starts a process. */
export function createHost(name: string, { scheduler, faults, trace }: HostWorld): Host {
  let isAlive = true;
  let offsetMs = 0;
  const mourners: (() => void)[] = [];
  const die = (boundary: string): void => {
    if (!isAlive) return;
    isAlive = false;
    trace.note(name, () => `dies at ${boundary}`);
    for (const callback of mourners.splice(0)) callback();
  };
  return {
    name,
    get isAlive() {
      return isAlive;
    },
    now: () => scheduler.now() + offsetMs,
    passes(boundary) {
      if (!isAlive) return false;
      if (!faults.crashes(boundary)) return true;
      die(boundary);
      return false;
    },
    die,
    onDeath(callback) {
      mourners.push(callback);
    },
    jumpClock(byMs) {
      offsetMs += byMs;
    },
  };
}
