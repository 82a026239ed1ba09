import * as z from 'zod/mini';

/**
 * What a はい or いいえ answers. `token`: the signed way to the order (and, for `confirmQuote`, to the very quote).
 * `continueCart`: go on with the cart that was left. `change`: change the cart. `order`: choose goods. `tryAgain`: pay
 * again after a refusal. `sendCodeAgain`: the payment code once more.
 */
export const QUESTION = z.union([
  z.object({ kind: z.enum(['continueCart', 'checkout', 'change', 'tryAgain', 'order', 'sendCodeAgain']) }),
  z.object({ kind: z.enum(['confirmQuote', 'cancelOrder', 'cancelCart', 'refundOrder']), token: z.string() }),
]);

/** The question that the last reply of a session ended with. */
export type Question = z.infer<typeof QUESTION>;
