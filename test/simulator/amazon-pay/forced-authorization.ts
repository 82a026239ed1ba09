/** What a scenario makes of a Charge that is in order: what the books get, and what the answer says of it. */
import type { JsonObject, JsonValue } from './ledger-records';
import type { ChargeAnswerPayload } from './authorization-answer';
import { OPEN_MS, PENDING_MS } from './authorization-states-table';
import { openUntil, type Verdict, type VerdictFacts } from './verdict';

const MINUTE_MS = 60_000;

/** The truth in the books, and where the answer's words differ from it. */
export interface ForcedAuthorization {
  readonly books: ForcedTruth;
  /** Yen added to the requested amount in books and answer (negative: less). */
  readonly yenDelta?: number;
  readonly says?: ForcedWords;
}

/** What happens to the money. `captured`: all of it; `authorized`: reserved; the rest: nothing, at least for now. */
export type ForcedTruth =
  | { readonly as: 'captured' }
  | { readonly as: 'authorized'; readonly reasonCode?: string }
  | { readonly as: 'pending'; readonly then: 'authorize'; readonly reasonCode?: string }
  | { readonly as: 'pending'; readonly then: 'decline'; readonly reasonCode: string }
  | { readonly as: 'declined'; readonly reasonCode: string; readonly softDecline: boolean }
  | { readonly as: 'closed'; readonly reasonCode: string };

/** Words of the answer in place of the books'; `null` leaves the field out. */
export interface ForcedWords {
  readonly state?: string | null;
  readonly reasonCode?: string | null;
  /** Fields of `authorizationDetails`. */
  readonly details?: JsonObject;
}

/** The verdict that a scenario dictates; amounts are those of `facts`. */
export function forceVerdict({ books }: ForcedAuthorization, facts: VerdictFacts): Verdict {
  const { nowMs, environment, request, amountYen } = facts;
  switch (books.as) {
    case 'captured':
      return { state: 'Closed', reasonCode: 'MaxCapturesProcessed', capturedYen: amountYen };
    case 'authorized':
      return { ...openUntil(nowMs + OPEN_MS[environment]), reasonCode: books.reasonCode };
    case 'pending': {
      if (books.then === 'authorize') {
        const planned = { atMs: nowMs + PENDING_MS, change: 'authorize' } as const;
        return { state: 'Pending', reasonCode: books.reasonCode, planned };
      }
      const minutes = Math.max(1, request.authorizeAttributes.transactionTimeout ?? 0);
      const waitMs = books.reasonCode === 'TransactionTimedOut' ? minutes * MINUTE_MS : PENDING_MS;
      return {
        state: 'Pending',
        planned: { atMs: nowMs + waitMs, change: 'decline', reasonCode: books.reasonCode },
      };
    }
    case 'declined':
      return { state: 'Declined', reasonCode: books.reasonCode, softDecline: books.softDecline };
    case 'closed':
      return { state: 'Closed', reasonCode: books.reasonCode };
  }
}

/** The answer's payload with the scenario's words laid over the books'. */
export function sayInstead(payload: ChargeAnswerPayload, says: ForcedWords | undefined): ChargeAnswerPayload {
  if (says === undefined) return payload;
  const details = payload.authorizationDetails;
  const status = withFields(details.authorizationStatus, {
    ...(says.state === undefined ? {} : { state: says.state }),
    ...(says.reasonCode === undefined ? {} : { reasonCode: says.reasonCode }),
  });
  return {
    ...payload,
    authorizationDetails: withFields({ ...details, authorizationStatus: status }, says.details ?? {}),
  };
}

/** An object with fields replaced; a field given as `null` is taken out. */
export function withFields(value: JsonValue | undefined, fields: JsonObject): JsonObject {
  const base = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  return Object.fromEntries(Object.entries({ ...base, ...fields }).filter((entry) => entry[1] !== null));
}
