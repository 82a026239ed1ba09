import pino, { type DestinationStream } from 'pino';

/**
 * Everything a log line may hold. An allow-list by type: a field that is not here is a compile error, so no token, name,
 * address, e-mail, user id or envelope can get there.
 * @see endpoint-security.md, section 6
 */
export interface LogFields {
  /** What happened, as one word: `turn`, `setupSent`, `chargeSent`, `answerApplied`, `answerRefused`, … */
  readonly step: string;
  readonly requestId?: string | undefined;
  readonly requestType?: string | undefined;
  readonly intent?: string | undefined;
  readonly orderId?: string | undefined;
  readonly state?: string | undefined;
  readonly operation?: string | undefined;
  readonly directiveNo?: number | undefined;
  readonly attempt?: number | undefined;
  readonly authorizationReferenceId?: string | undefined;
  readonly amountYen?: number | undefined;
  readonly row?: string | undefined;
  readonly effect?: string | undefined;
  readonly reason?: string | undefined;
  /** `status.code` of an answer, as text. */
  readonly statusCode?: string | undefined;
  /** An error code of Amazon Pay, Alexa, or one of our own error classes; never a message. */
  readonly code?: string | undefined;
  readonly causeName?: string | undefined;
  /** Stack frames without the message line. */
  readonly frames?: string | undefined;
  readonly elapsedMs?: number | undefined;
  readonly port?: number | undefined;
  /** How many there are, of what `step` says. */
  readonly count?: number | undefined;
  /** Merchant alerts only: what to do, from the source documents, and the field names Amazon Pay complained about. */
  readonly action?: string | undefined;
  readonly parameters?: readonly string[] | undefined;
}

/** The product's log: one JSON line per step. `alert` is for the merchant and has `"alert":true`. */
export interface Log {
  info(fields: LogFields): void;
  warn(fields: LogFields): void;
  alert(fields: LogFields & { readonly action: string }): void;
}

/** Makes the log on pino. `now`: epoch milliseconds, for the time of each line. */
export function createLog(now: () => number, destination?: DestinationStream): Log {
  const options = {
    base: null,
    messageKey: 'step',
    timestamp: () => `,"time":"${new Date(now()).toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const logger = destination === undefined ? pino(options) : pino(options, destination);
  return {
    info: ({ step, ...fields }) => {
      logger.info(fields, step);
    },
    warn: ({ step, ...fields }) => {
      logger.warn(fields, step);
    },
    alert: ({ step, ...fields }) => {
      logger.error({ alert: true, ...fields }, step);
    },
  };
}
