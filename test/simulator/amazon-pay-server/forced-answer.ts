/** What a test or the console can make the simulated servers answer next. */
import type { ServerAnswer, WireFault } from './wire-fault';

/**
 * `error`: refused with this status and code, nothing is done. `object`: nothing is done, the answer shows an object in
 * this state. `wire`: the work is done (or, with `lost`, was never begun) and the answer is spoilt.
 * `raw`: this very answer, nothing is done.
 */
export type ForcedAnswer =
  | { readonly as: 'error'; readonly status: number; readonly code: string; readonly retryAfter?: string }
  | {
      readonly as: 'object';
      readonly state: string;
      readonly reasonCode?: string;
      readonly softDecline?: boolean;
      readonly status?: number;
    }
  | { readonly as: 'wire'; readonly fault: WireFault; readonly lost?: boolean }
  | { readonly as: 'raw'; readonly answer: ServerAnswer };

/** Forced answers waiting in line, by operation. */
export interface ForcedAnswers {
  force(operation: string, forced: ForcedAnswer, times?: number): void;
  next(operation: string): ForcedAnswer | undefined;
  clear(): void;
}

/** Opens an empty line for each operation. */
export function createForcedAnswers(): ForcedAnswers {
  const waiting = new Map<string, ForcedAnswer[]>();
  return {
    force: (operation, forced, times = 1) => {
      const line = waiting.get(operation) ?? [];
      waiting.set(operation, [...line, ...Array.from({ length: times }, () => forced)]);
    },
    next: (operation) => waiting.get(operation)?.shift(),
    clear: () => {
      waiting.clear();
    },
  };
}
