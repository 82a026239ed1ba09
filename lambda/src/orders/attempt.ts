import { type ChargeContent } from '../payment/charge-payload';
import { authorizationReferenceId } from '../payment/reference-id';
import { type Attempt } from './order';

/** The content of a charge before its reference is known. */
export type ChargeTerms = Omit<ChargeContent, 'authorizationReferenceId'>;

/** Money may have moved under the last attempt: no further one may begin. A defect of the caller. */
export class UnsettledAttemptError extends Error {
  readonly code = 'unsettledAttempt';
}

/** Effects of an answer that says for certain that nothing was charged under the reference. */
const REFUSED: readonly string[] = ['keep', 'keepRefused', 'keepNotProcessed'];
const DECLINED: readonly string[] = ['declinedSoft', 'declinedHard'];

/**
 * The attempts with the one that a new consent starts. Its number rises after a decline, and after a definite refusal
 * when anything of the content changed; otherwise the attempt, its reference and its content stay what they are.
 * @throws UnsettledAttemptError when the last attempt has no definite answer
 * @see money-safety.md, section 4; DESIGN.md, rules that hold everywhere
 */
export function withNextAttempt(
  attempts: readonly Attempt[],
  terms: ChargeTerms,
  consentedAtMs: number,
): Attempt[] {
  const last = attempts.at(-1);
  if (last === undefined) return [startAttempt(1, terms, consentedAtMs)];
  const effect = last.result?.effect ?? '';
  if (DECLINED.includes(effect)) return [...attempts, startAttempt(last.n + 1, terms, consentedAtMs)];
  if (!REFUSED.includes(effect)) throw new UnsettledAttemptError(`attempt ${last.n} has no definite answer`);
  if (!sameTermsOfCharge(last.content, terms))
    return [...attempts, startAttempt(last.n + 1, terms, consentedAtMs)];
  return [...attempts.slice(0, -1), { n: last.n, content: last.content, consentedAtMs }];
}

function startAttempt(n: number, terms: ChargeTerms, consentedAtMs: number): Attempt {
  const source = {
    merchantId: terms.sellerId,
    orderId: terms.orderId,
    operation: 'charge',
    attempt: n,
  } as const;
  return {
    n,
    content: { ...terms, authorizationReferenceId: authorizationReferenceId(source) },
    consentedAtMs,
  };
}

function sameTermsOfCharge(content: ChargeContent, terms: ChargeTerms): boolean {
  const { authorizationReferenceId } = content;
  return textOf(content) === textOf({ ...terms, authorizationReferenceId });
}

/** A field that is absent on one side only is a difference too. */
function textOf(content: ChargeContent): string {
  const present = Object.entries(content).filter(([, value]) => value !== undefined);
  return JSON.stringify(present.sort(([a], [b]) => a.localeCompare(b)));
}
