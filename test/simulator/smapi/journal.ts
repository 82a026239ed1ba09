/** One call of ask-cli. `isKnown` is false when the SMAPI has no such endpoint. */
interface SmapiCall {
  readonly method: string;
  readonly path: string;
  readonly isKnown: boolean;
  readonly status: number;
}

/** One utterance that ask-cli sent, and what became of it. */
interface SimulatedUtterance {
  readonly utterance: string;
  readonly locale: string;
  /** ask-cli asked for a new session. */
  readonly forcedNewSession: boolean;
  readonly status: 'SUCCESSFUL' | 'FAILED';
  /** What the answer gives ask-cli to print. */
  readonly captions: readonly string[];
}

/** Everything that happened at the SMAPI, in order. */
export interface SmapiJournal {
  readonly calls: SmapiCall[];
  readonly utterances: SimulatedUtterance[];
}

/** Opens an empty journal. */
export function createJournal(): SmapiJournal {
  return { calls: [], utterances: [] };
}
