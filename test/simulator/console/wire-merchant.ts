/** What the merchant's side shows: orders, what waits for a person, mails. Times are epoch milliseconds, money whole yen. */
import * as z from 'zod/mini';

const text = z.string();
const optionalText = z.optional(z.string());
const wholeNumber = z.number();

const ORDER_ATTEMPT = z.object({
  n: wholeNumber,
  reference: text,
  amountYen: wholeNumber,
  effect: optionalText,
  row: optionalText,
  reason: optionalText,
  amazonAuthorizationId: optionalText,
});

const FINALIZATION = z.object({
  n: wholeNumber,
  intent: text,
  amountYen: wholeNumber,
  effect: optionalText,
  row: optionalText,
  reason: optionalText,
  chargeId: optionalText,
});

/** The payment link: until when, whether it can be paid under now, and its page (absent: the code is not known). */
const CHECKOUT = z.object({ expiresAtMs: wholeNumber, isOpen: z.boolean(), url: optionalText });

const ORDER_FOLLOW_UP = z.object({
  no: wholeNumber,
  kind: text,
  reason: text,
  row: optionalText,
  /** Who closed it; absent while it waits. */
  resolvedBy: z.optional(z.enum(['program', 'person'])),
});

const ORDER_MAIL = z.object({
  kind: z.enum(['paid', 'notPaid', 'accepted', 'payLink']),
  state: z.enum(['due', 'sent', 'givenUp']),
  tries: wholeNumber,
  /** When it goes (again); only while it is due. */
  nextAtMs: z.optional(wholeNumber),
});

export const ORDER = z.object({
  orderId: text,
  state: text,
  lines: z.readonly(z.array(z.object({ name: text, counter: text, quantity: wholeNumber }))),
  goodsYen: wholeNumber,
  /** With shipping; absent until there is a quote. */
  totalYen: z.optional(wholeNumber),
  attempts: z.readonly(z.array(ORDER_ATTEMPT)),
  checkout: z.optional(CHECKOUT),
  /** What was finalized on the web, the oldest first. */
  finalizations: z.readonly(z.array(FINALIZATION)),
  /** What the latest charge that left stands on; absent: none left. */
  chargedOn: z.optional(z.enum(['billingAgreement', 'checkoutSession'])),
  waitingFor: optionalText,
  followUps: z.readonly(z.array(ORDER_FOLLOW_UP)),
  mails: z.readonly(z.array(ORDER_MAIL)),
  /** The next launch tells the result. */
  untold: z.boolean(),
  /** The background asks Amazon Pay what became of the charge. */
  asking: z.optional(z.object({ tries: wholeNumber, nextAtMs: wholeNumber })),
  updatedAtMs: wholeNumber,
});
export type OrderView = z.infer<typeof ORDER>;

export const FOLLOW_UP = z.object({
  /** An order number or an alert's id, as `npm run follow-up` takes it. */
  id: text,
  /** The kind of entry; `alert` belongs to no order, `unreadable` is an item nobody can read. */
  kind: text,
  state: optionalText,
  totalYen: z.optional(wholeNumber),
  row: optionalText,
  reason: text,
  openedAtMs: z.optional(wholeNumber),
});
export type FollowUpView = z.infer<typeof FOLLOW_UP>;

export const MAIL = z.object({
  /** Rises from 1 with each mail that arrives. */
  no: wholeNumber,
  to: z.readonly(z.array(text)),
  subject: text,
  text,
  /** Came before under the same Message-ID: the buyer has one mail. */
  isCopy: z.boolean(),
});
export type MailView = z.infer<typeof MAIL>;
