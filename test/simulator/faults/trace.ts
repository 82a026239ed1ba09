/** The story of a world: a rolling digest always, readable lines only when somebody wants to read them. */
import { mixText } from './random';

/** One line: virtual time (epoch milliseconds), who, what. */
export interface TraceLine {
  readonly step: number;
  readonly atMs: number;
  readonly actor: string;
  readonly event: string;
}

/** Where the events of a world are noted. */
export interface Trace {
  /** `event` is only called when lines are kept. */
  readonly note: (actor: string, event: () => string) => void;
  /** Goes into the digest, so that two runs that differ anywhere differ in it. */
  readonly mark: (text: string) => void;
  readonly digest: () => number;
  readonly lines: readonly TraceLine[];
}

/** Makes the trace of a world. */
export function createTrace(clock: { now(): number; steps(): number }, keepsLines: boolean): Trace {
  const lines: TraceLine[] = [];
  let digest = 17;
  return {
    note(actor, event) {
      digest = mixText(actor, digest ^ (clock.now() | 0));
      if (keepsLines) lines.push({ step: clock.steps(), atMs: clock.now(), actor, event: event() });
    },
    mark(text) {
      digest = mixText(text, digest ^ (clock.now() | 0));
    },
    digest: () => digest,
    lines,
  };
}
