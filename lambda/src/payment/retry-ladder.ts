import { type OutcomeClass } from './code-row';

/** Waits before the second to sixth send, in milliseconds. @see seed 001: 1, 2, 4, 10, 30 seconds */
export const LADDER_DELAYS_MS = [1000, 2000, 4000, 10_000, 30_000] as const;

/** A wait may be this share shorter or longer than the table's, so that many clients do not come in step. */
const LADDER_JITTER = 0.1;

/**
 * One send that just ended.
 * `attempt`: sends so far, the first included (1 or more). `elapsedMs`: since the first send began.
 * `budgetMs`: latest moment, after the first send began, at which another send may begin.
 * `retryAfterMs`: what the server asked for, if it did. `random`: 0 up to 1; 0.5 is the table's very wait.
 */
export interface EndedTry {
  readonly attempt: number;
  readonly elapsedMs: number;
  readonly budgetMs: number;
  readonly outcome: OutcomeClass;
  readonly retryAfterMs?: number | undefined;
  readonly random: number;
}

/** Whether the identical request goes out again, after how many milliseconds, and why (not). */
export type NextTry =
  | { readonly again: true; readonly delayMs: number; readonly reason: 'ladder' | 'retryAfter' }
  | { readonly again: false; readonly reason: 'definite' | 'exhausted' | 'budget' };

/**
 * Decides whether the identical request is sent again with the same key. A new payment attempt after a decline is
 * not this: see `newAttempt`.
 * `definite`: the answer is final. `exhausted`: five repetitions failed. `budget`: no time is left. The last two are
 * for a person's follow-up.
 * @see seed 001 (spacing); amazon-pay-server-apis.md, section 2; money-safety.md, section 6
 */
export function nextTry(ended: EndedTry): NextTry {
  if (ended.outcome !== 'sameKeyRetry') return { again: false, reason: 'definite' };
  const tableMs = LADDER_DELAYS_MS[ended.attempt - 1];
  if (tableMs === undefined) return { again: false, reason: 'exhausted' };
  const ladderMs = Math.round(tableMs * (1 + LADDER_JITTER * (2 * ended.random - 1)));
  const retryAfterMs = ended.retryAfterMs ?? 0;
  const delayMs = Math.max(ladderMs, retryAfterMs);
  if (ended.elapsedMs + delayMs > ended.budgetMs) return { again: false, reason: 'budget' };
  return { again: true, delayMs, reason: retryAfterMs > ladderMs ? 'retryAfter' : 'ladder' };
}
