import { type Order } from '../orders/order';

/** Effects after which the page is at its start again and nothing was charged. */
const NOT_PAID: readonly string[] = [
  'keep',
  'keepRefused',
  'keepNotProcessed',
  'declinedSoft',
  'declinedHard',
];

/**
 * The prescribed sentence with which a page that can be paid on begins, when the last try under its link failed: key of
 * `voice/`, or undefined when there was none.
 * @see seed 002 (error responses); outcome-table.md, section 4
 */
export function failureMessage({ checkout, finalizations, refusal }: Order): 'paymentFailed' | undefined {
  const sinceMs = checkout?.issuedAtMs ?? Number.POSITIVE_INFINITY;
  const result = finalizations.at(-1)?.result;
  const isDeclined =
    result !== undefined && result.answeredAtMs >= sinceMs && NOT_PAID.includes(result.effect);
  const isRefused = refusal !== undefined && refusal.atMs >= sinceMs;
  return isDeclined || isRefused ? 'paymentFailed' : undefined;
}
