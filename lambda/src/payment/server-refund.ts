/** What Amazon Pay allows beyond the captured amount, and how often. @see amazon-pay-server-apis.md, sections 12, 14.3 */
const REFUND_LIMITS = { extraShare: 0.15, extraYen: 8400, maxRefunds: 10 } as const;

/** Refunds of one capture so far. All amounts in whole yen; declined refunds do not count. */
export interface RefundsSoFar {
  readonly capturedYen: number;
  readonly refundedYen: number;
  readonly refunds: number;
}

/** Whether a refund may be sent, or which limit stands against it. `maxYen`: the most that may still be refunded. */
export type RefundCheck =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly reason: 'notAnAmount' | 'aboveLimit' | 'tooManyRefunds';
      readonly maxYen: number;
    };

/**
 * Decides whether a refund of `amountYen` may be sent: captured plus the smaller of 15 % and ¥8,400, ten refunds.
 * @see amazon-pay-server-apis.md, section 12
 */
export function checkRefund(
  { capturedYen, refundedYen, refunds }: RefundsSoFar,
  amountYen: number,
): RefundCheck {
  const extraYen = Math.min(REFUND_LIMITS.extraYen, Math.floor(capturedYen * REFUND_LIMITS.extraShare));
  const maxYen = Math.max(0, capturedYen + extraYen - refundedYen);
  if (!Number.isSafeInteger(amountYen) || amountYen < 1) return { ok: false, reason: 'notAnAmount', maxYen };
  if (refunds >= REFUND_LIMITS.maxRefunds) return { ok: false, reason: 'tooManyRefunds', maxYen: 0 };
  return amountYen <= maxYen ? { ok: true } : { ok: false, reason: 'aboveLimit', maxYen };
}
