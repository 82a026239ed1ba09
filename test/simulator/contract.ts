/**
 * What the two halves of the simulator promise each other: the simulated Alexa device (`alexa/`) and the
 * simulated Amazon Pay (`amazon-pay/`). Neither imports the other; both import only this file.
 */

/** The `payments:autopay_consent` scope as the envelope shows it; `NOT_REQUESTED` leaves the scope out. */
export type ConsentState = 'GRANTED' | 'DENIED' | 'NOT_REQUESTED';

/** The two operations of Amazon Pay for Alexa. */
export type ConnectionName = 'Setup' | 'Charge';

/** Where the skill runs: sandbox requests are allowed in `development` only. */
export type SkillStage = 'development' | 'live';

/** Who asks Amazon Pay, as Alexa knows it when the skill's directive arrives. */
export interface ConnectionContext {
  readonly userId: string;
  readonly stage: SkillStage;
  readonly consent: ConsentState;
}

/** `request` of a Connections.Response without what the device adds (requestId, timestamp, locale). */
export interface ConnectionAnswer {
  readonly name: string;
  readonly status?: { readonly code: string | number; readonly message: string };
  readonly payload?: unknown;
  readonly token?: string;
}

/** One delivery of an answer: at once, or held back until `Device.deliverLate()` or the next utterance. */
export interface Delivery {
  readonly when: 'now' | 'late';
  readonly answer: ConnectionAnswer;
}

/** The simulated Amazon Pay, as the device sees it. */
export interface AmazonPayConnection {
  /**
   * Carries out one Connections.SendRequest directive (`unknown`: the skill may send anything).
   * Resolves to the deliveries in order: none (the answer is lost), one, or several (duplicates, late answers).
   * Never rejects: a directive that is not understood is answered as the Connections layer answers it.
   */
  connect(directive: unknown, context: ConnectionContext): Promise<readonly Delivery[]>;
}

/** Effects both halves need; a test passes a fixed clock and a seeded random. */
export interface SimulatorEffects {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** A number in [0, 1). */
  readonly random: () => number;
}
