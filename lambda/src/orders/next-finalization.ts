import { authorizationReferenceId } from '../payment/reference-id';
import { UnsettledAttemptError } from './attempt';
import { type Finalization, type Order } from './order';

/** The content of a finalization before its key is known. */
export type FinalizeTerms = Omit<Finalization['content'], 'idempotencyKey'>;

/** When and for whom a finalization is made. */
export interface FinalizeMoment {
  readonly merchantId: string;
  readonly nowMs: number;
}

const DECLINED: readonly string[] = ['declinedSoft', 'declinedHard'];
const REFUSED: readonly string[] = ['keep', 'keepRefused', 'keepNotProcessed'];

/**
 * The finalizations with the next one. Its number, and with it the idempotency key, rises after a decline and when any of
 * the content differs (another checkout session is other content); a refused one with the same content keeps its key.
 * @throws UnsettledAttemptError when the last one has no definite answer: money may be moving under it
 * @see money-safety.md, section 4; amazon-pay-server-apis.md, section 8
 */
export function withNextFinalization(
  { orderId, finalizations }: Pick<Order, 'orderId' | 'finalizations'>,
  terms: FinalizeTerms,
  { merchantId, nowMs }: FinalizeMoment,
): Finalization[] {
  const start = (n: number): Finalization => {
    const source = { merchantId, orderId, operation: 'finalize', attempt: n } as const;
    return { n, content: { ...terms, idempotencyKey: authorizationReferenceId(source) }, sentAtMs: nowMs };
  };
  const last = finalizations.at(-1);
  if (last === undefined) return [start(1)];
  const effect = last.result?.effect ?? '';
  const isRefused = REFUSED.includes(effect);
  if (!isRefused && !DECLINED.includes(effect))
    throw new UnsettledAttemptError(`finalization ${last.n} has no definite answer`);
  if (isRefused && sameTerms(last.content, terms)) {
    return [...finalizations.slice(0, -1), { n: last.n, content: last.content, sentAtMs: nowMs }];
  }
  return [...finalizations, start(last.n + 1)];
}

function sameTerms(
  { idempotencyKey: _key, ...content }: Finalization['content'],
  terms: FinalizeTerms,
): boolean {
  return canonical(content) === canonical(terms);
}

/** Field order and absent fields make no difference. */
function canonical(terms: FinalizeTerms): string {
  return JSON.stringify(
    Object.entries(terms)
      .filter(([, value]) => value !== undefined)
      .sort(byName),
  );
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
