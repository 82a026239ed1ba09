import { createHash } from 'node:crypto';

/** What a reference is derived from. `attempt`: 1 for the first attempt. */
export interface ReferenceSource {
  readonly merchantId: string;
  readonly orderId: string;
  /** `charge`: by voice; `finalize`: the web checkout. */
  readonly operation: 'charge' | 'finalize';
  readonly attempt: number;
}

/**
 * Derives the AuthorizationReferenceId (by voice) or the idempotency key (CV2) of one attempt: 32 lower-case hex characters, the same for the same order and
 * attempt however often it is asked for. Never random: two yeses must meet in one reference.
 * @see money-safety.md, section 4
 */
export function authorizationReferenceId({
  merchantId,
  orderId,
  operation,
  attempt,
}: ReferenceSource): string {
  const source = [merchantId, orderId, operation, String(attempt)].join('|');
  return createHash('sha256').update(source, 'utf8').digest('hex').slice(0, 32);
}
