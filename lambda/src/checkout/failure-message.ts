import { type Order } from '../orders/order';
import { CV2_CODES } from '../payment/codes/server-cv2-codes';
import { MWS_CODES } from '../payment/codes/server-mws-codes';
import { type ServerMove, type ServerRow } from '../payment/server-row';

/**
 * What the page says about the last try under the present link: the sentence that the source prescribes for a failed
 * payment, or that it was not processed at all and may be tried again.
 */
export type FailureMessage = 'paymentFailed' | 'pageNotProcessed';

const ROWS: readonly ServerRow[] = [...Object.values(CV2_CODES), ...Object.values(MWS_CODES)];
/** The CV1 API prescribes no sentence for the page; after these moves another payment method is what helps there too. */
const OTHER_METHOD: readonly ServerMove[] = ['askBuyer', 'otherWay'];
const FAILED_ROWS: ReadonlySet<string> = new Set(
  ROWS.filter(({ pageMessage, move }) => pageMessage === 'paymentFailed' || OTHER_METHOD.includes(move)).map(
    ({ row }) => row,
  ),
);
const DECLINED = /^declined/;

/**
 * Decides what a buyer is told who comes back to the start. Undefined: nothing was tried under this link yet, or what was
 * tried has no definite answer; then the order is not payable and its page says so.
 * @see seed 002 (message for every failed transaction); issue "web checkout", item 3
 */
export function failureMessage(order: Order): FailureMessage | undefined {
  const sinceMs = order.checkout?.issuedAtMs;
  if (sinceMs === undefined) return undefined;
  const { refusal, finalizations, attempts } = order;
  const byPage = finalizations.at(-1);
  const byWidgets = attempts.at(-1);
  // A refusal stays stored when the background settles a later try: only the order in time tells which was the last.
  const tries: readonly Try[] = [
    { atMs: byPage?.sentAtMs ?? 0, result: byPage?.result },
    { atMs: byWidgets?.consentedAtMs ?? 0, result: byWidgets?.result },
    { atMs: refusal?.atMs ?? 0, result: refusal && { effect: 'keep', row: refusal.row } },
  ].filter(({ atMs }) => atMs >= sinceMs);
  const last = tries.reduce<Try | undefined>(
    (latest, one) => (latest !== undefined && latest.atMs > one.atMs ? latest : one),
    undefined,
  );
  if (last?.result === undefined) return undefined;
  return DECLINED.test(last.result.effect) ? 'paymentFailed' : messageOf(last.result.row);
}

/** One try under a link. `result`: absent while its answer is awaited. */
interface Try {
  readonly atMs: number;
  readonly result: { readonly effect: string; readonly row: string } | undefined;
}

function messageOf(row: string): FailureMessage {
  return FAILED_ROWS.has(row) ? 'paymentFailed' : 'pageNotProcessed';
}
