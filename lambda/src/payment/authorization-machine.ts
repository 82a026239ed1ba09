const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** How long an authorization may wait for its capture, in milliseconds. @see seed 003, ExpireUnused */
const AUTHORIZATION_OPEN_MS = { LIVE: 30 * DAY_MS, SANDBOX: 2 * DAY_MS } as const;

/** How long Amazon Pay may take to decide asynchronously when no TransactionTimeout was sent, in milliseconds. */
const ASYNCHRONOUS_LIMIT_MS = DAY_MS;

/** An authorization whose deadlines are asked for. `transactionTimeoutMinutes`: 0 is synchronous; absent is 24 hours. */
export interface TimedAuthorization {
  readonly createdAtMs: number;
  readonly environment: 'LIVE' | 'SANDBOX';
  readonly transactionTimeoutMinutes?: number | undefined;
}

/**
 * Tells by when an asynchronous authorization is decided and until when an Open one can be captured (epoch
 * milliseconds). `decidedByMs` of a synchronous one is its creation: it is never Pending.
 * @see seed 003, states Pending, Declined / TransactionTimedOut, Closed / ExpireUnused
 */
export function authorizationDeadlines(authorization: TimedAuthorization): {
  readonly decidedByMs: number;
  readonly captureByMs: number;
} {
  const { createdAtMs, environment, transactionTimeoutMinutes } = authorization;
  const limitMs =
    transactionTimeoutMinutes === undefined ? ASYNCHRONOUS_LIMIT_MS : transactionTimeoutMinutes * MINUTE_MS;
  return {
    decidedByMs: createdAtMs + limitMs,
    captureByMs: createdAtMs + AUTHORIZATION_OPEN_MS[environment],
  };
}

/** Authorizations of a period: all of them, and those declined with TransactionTimedOut. */
export interface TimedOutShare {
  readonly authorizations: number;
  readonly timedOut: number;
}

/**
 * Tells whether time-outs are so frequent that the merchant should authorize asynchronously: 5 % or more of at least
 * 20 authorizations (the source gives no number; these are ours).
 * @see seed 003, TransactionTimedOut; outcome-table.md, conflict 19
 */
export function proposesAsynchronousMode({ authorizations, timedOut }: TimedOutShare): boolean {
  return authorizations >= 20 && timedOut / authorizations >= 0.05;
}
