/** What the HTTP server and the simulated hosts behind it promise each other. */
import type { IncomingHttpHeaders } from 'node:http';
import type { ForcedAnswer } from './forced-answer';
import type { ServerAnswer } from './wire-fault';

/** A request as it came. `nowMs`: epoch milliseconds. */
export interface Arrival {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly rawBody: string;
  readonly nowMs: number;
}

/** One of the simulated hosts. */
export interface Host {
  takes(arrival: Arrival): boolean;
  /** Name of the operation, and its idempotency key if it has one: for forced answers and the list of calls. */
  describe(arrival: Arrival): { readonly operation: string; readonly key: string | undefined };
  /** Checks and carries out the request. */
  carryOut(arrival: Arrival): ServerAnswer;
  /** An error answer in the host's own form. */
  refuse(status: number, code: string): ServerAnswer;
  /** A success in a state that a test asks for, with nothing behind it. */
  fabricate(
    arrival: Arrival,
    operation: string,
    forced: Extract<ForcedAnswer, { as: 'object' }>,
  ): ServerAnswer;
}
