import { type CallFailure } from '../amazon-pay/call-result';
import { toDetails } from '../amazon-pay/mws/authorization-details';
import { authorizeRequest } from '../amazon-pay/mws/authorize-request';
import { type MwsAuthorization } from '../amazon-pay/mws/objects';
import { type Attempt } from '../orders/order';
import { authorizationOutcome } from '../payment/authorization-outcome';
import { type PaymentOutcome } from '../payment/outcome';
import { authorizationReferenceId } from '../payment/reference-id';
import { newAttempt } from '../payment/server-new-attempt';
import { serverAuthorizationOutcome } from '../payment/server-outcome';
import { type ServerMove } from '../payment/server-row';
import { type AgreementDeps } from './agreement-deps';

/** What one authorization came to, and what the server may do after it. */
export interface Authorized {
  readonly outcome: PaymentOutcome;
  readonly move: ServerMove;
}

/**
 * Authorizes and captures an attempt, and decides what the answer means. Paid is only what was captured; no answer, or one
 * that cannot be read, is unknown. Never throws.
 * @see outcome-table.md, rows d01-d14 and b01-b05; amazon-pay-server-apis.md, section 14.4
 */
export async function authorizeAgreement(deps: AgreementDeps, { content }: Attempt): Promise<Authorized> {
  const sent = await deps.mws.authorizeOnBillingAgreement(authorizeRequest(content));
  return sent.ok ? judged(sent.value, content) : refused(deps, content, sent.failure);
}

type Content = Attempt['content'];

function judged(authorization: MwsAuthorization, content: Content): Authorized {
  const { amountYen, authorizationReferenceId: reference } = content;
  const { row } = serverAuthorizationOutcome(authorization, { amountYen, capture: true, reference });
  const expected = {
    amountYen,
    authorizationReferenceId: reference,
    paymentAction: 'AuthorizeAndCapture',
  } as const;
  return { outcome: authorizationOutcome(toDetails(authorization), expected), move: row.move };
}

/**
 * An agreement that was not Open any more was not charged, when nothing but this one refusal is known of the attempt.
 * Read once; else the order is held, as the row says.
 */
async function refused({ mws }: AgreementDeps, content: Content, failure: CallFailure): Promise<Authorized> {
  const { row, effect, reason, tries } = failure;
  const outcome = { type: 'error', row, effect, reason } as const;
  if (row.move !== 'readObject' || effect !== 'hold' || tries > 1) return { outcome, move: row.move };
  const read = await mws.getBillingAgreementDetails(content.billingAgreementId);
  const isOver = read.ok && (read.value.state?.toLowerCase() ?? 'open') !== 'open';
  if (!isOver) return { outcome, move: row.move };
  return { outcome: { ...outcome, effect: 'keepRefused', reason: 'agreementNotOpen' }, move: row.move };
}

/** One attempt more at the most, where the first was declined for a reason that passes. */
const MAX_ATTEMPTS = 2;
/** A buyer who waited half a minute in vain does not wait a second time. */
const TIMED_OUT = 'Declined / TransactionTimedOut';

/** A declined attempt, and how many were sent for this "pay", 1 or more. */
export interface DeclinedPay {
  readonly attempt: Attempt;
  readonly authorized: Authorized;
  readonly sends: number;
}

/**
 * Decides whether a declined attempt is followed by one more under a new reference: only while the agreement was read as
 * Open after the decline.
 * @see outcome-table.md, rows d03, d06 and d07; section 7 (conflicts 18 and 19)
 */
export async function mayTryAgain(
  { mws }: AgreementDeps,
  { attempt, authorized, sends }: DeclinedPay,
): Promise<boolean> {
  const { move, outcome } = authorized;
  if (move !== 'newAttempt' || sends >= MAX_ATTEMPTS || outcome.row.code === TIMED_OUT) return false;
  const { sellerId: merchantId, orderId, billingAgreementId } = attempt.content;
  const read = await mws.getBillingAgreementDetails(billingAgreementId);
  return newAttempt({
    move,
    attempt: sends,
    maxAttempts: MAX_ATTEMPTS,
    seen: read.ok ? { object: 'BillingAgreement', state: read.value.state ?? '' } : undefined,
    keyOf: (n) => authorizationReferenceId({ merchantId, orderId, operation: 'charge', attempt: n }),
  }).again;
}
