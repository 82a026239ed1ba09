/** What becomes of a new authorization by itself: decided once, when the request is first processed. */
import type { SimulatedBuyer } from './account';
import { OPEN_MS, PENDING_MS } from './authorization-states-table';
import type { AuthorizationState, PlannedChange, ReleaseEnvironment } from './ledger-records';
import type { ChargePayload } from './payload-schema';
import { readSandboxSimulation } from './sandbox-simulation';

const MINUTE_MS = 60_000;

/** First state of an authorization, what is captured with it (whole yen), and what will happen to it later. */
export interface Verdict {
  readonly state: AuthorizationState;
  readonly reasonCode?: string | undefined;
  readonly softDecline?: boolean | undefined;
  readonly capturedYen?: number | undefined;
  readonly planned?: PlannedChange | undefined;
}

/** What a verdict depends on; `nowMs` is epoch milliseconds. */
export interface VerdictFacts {
  readonly request: ChargePayload;
  readonly environment: ReleaseEnvironment;
  readonly buyer: SimulatedBuyer;
  readonly amountYen: number;
  readonly nowMs: number;
}

/**
 * Decides a Charge that passed all rules: simulation string first (sandbox), then the buyer's payment method.
 * With a transactionTimeout above 0 the first state is Pending and the decision is planned for 30 s later.
 */
export function decideVerdict(facts: VerdictFacts): Verdict {
  const { request, environment, buyer, nowMs } = facts;
  const note = request.authorizeAttributes.sellerAuthorizationNote;
  const simulation = environment === 'SANDBOX' ? readSandboxSimulation(note) : undefined;
  if (simulation !== undefined && simulation !== 'invalid') {
    if (simulation.state === 'Declined')
      return declined(facts, simulation.reasonCode, simulation.softDecline);
    if (simulation.reasonCode === 'ExpiredUnused' && request.paymentAction === 'Authorize') {
      return openUntil(nowMs + simulation.expirationMinutes * MINUTE_MS);
    }
    return { state: 'Closed', reasonCode: simulation.reasonCode };
  }
  if (buyer.paymentMethod === 'declining') return declined(facts, 'InvalidPaymentMethod', false);
  if (isAsynchronous(request)) {
    return { state: 'Pending', planned: { atMs: nowMs + PENDING_MS, change: 'authorize' } };
  }
  return authorized(facts);
}

/** The verdict of an authorization that the bank accepts now: captured at once, or Open until it expires. */
function authorized({ request, environment, amountYen, nowMs }: VerdictFacts): Verdict {
  if (request.paymentAction === 'AuthorizeAndCapture') {
    return { state: 'Closed', reasonCode: 'MaxCapturesProcessed', capturedYen: amountYen };
  }
  return openUntil(nowMs + OPEN_MS[environment]);
}

/** Open, closing as ExpiredUnused at the given instant (epoch milliseconds). */
export function openUntil(atMs: number): Verdict {
  return { state: 'Open', planned: { atMs, change: 'expire', reasonCode: 'ExpiredUnused' } };
}

function declined({ request, nowMs }: VerdictFacts, reasonCode: string, softDecline: boolean): Verdict {
  if (!isAsynchronous(request)) return { state: 'Declined', reasonCode, softDecline };
  const minutes = request.authorizeAttributes.transactionTimeout ?? 0;
  const waitMs = reasonCode === 'TransactionTimedOut' ? minutes * MINUTE_MS : PENDING_MS;
  return { state: 'Pending', softDecline, planned: { atMs: nowMs + waitMs, change: 'decline', reasonCode } };
}

function isAsynchronous(request: ChargePayload): boolean {
  return (request.authorizeAttributes.transactionTimeout ?? 0) > 0;
}
