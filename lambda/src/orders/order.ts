import * as z from 'zod/mini';
import { CARD, LINE, SCREEN } from '../voice/parse-line';
import { QUESTION } from './question';
import { ORDER_STATES, type OrderState } from './state-table';

const wholeNumber = z.number().check(z.gte(0), z.refine(Number.isSafeInteger));
const optionalText = z.optional(z.string());

const cartLine = z.object({ productId: z.string(), quantity: wholeNumber });

const destination = z.object({
  name: optionalText,
  companyName: optionalText,
  addressLine1: optionalText,
  addressLine2: optionalText,
  addressLine3: optionalText,
  city: optionalText,
  stateOrRegion: optionalText,
  postalCode: optionalText,
  countryCode: optionalText,
  phone: optionalText,
});

const quoteLine = z.object({
  productId: z.string(),
  name: z.string(),
  counter: z.string(),
  quantity: wholeNumber,
  unitPriceYen: wholeNumber,
  lineYen: wholeNumber,
  monthly: z.boolean(),
});

const quote = z.object({
  no: wholeNumber,
  lines: z.array(quoteLine),
  goodsYen: wholeNumber,
  shippingYen: wholeNumber,
  totalYen: wholeNumber,
  quotedAtMs: wholeNumber,
  expiresAtMs: wholeNumber,
  /** Absent in a quote of the web checkout. */
  billingAgreementId: optionalText,
  /** Whether anything is delivered to a place; a gift code is not. */
  ships: z._default(z.boolean(), true),
  destination: z.optional(destination),
  /** The question is open: a yes to this quote counts. Spent by the first yes or by a refusal. */
  asked: z.boolean(),
});

const reply = z.object({
  speech: z.readonly(z.array(LINE)),
  reprompt: z.optional(z.readonly(z.array(LINE))),
  card: z.optional(CARD),
  screen: z.optional(SCREEN),
  question: z.optional(QUESTION),
});

const attempt = z.object({
  n: wholeNumber,
  /** Stored with the attempt and sent byte-identical in each repetition. */
  content: z.object({
    sellerId: z.string(),
    storeName: z.string(),
    orderId: z.string(),
    billingAgreementId: z.string(),
    authorizationReferenceId: z.string(),
    amountYen: wholeNumber,
    sellerNote: z.string(),
    sellerAuthorizationNote: z.string(),
    inheritShippingAddress: z.optional(z.boolean()),
  }),
  consentedAtMs: wholeNumber,
  result: z.optional(
    z.object({
      effect: z.string(),
      row: z.string(),
      reason: z.string(),
      answeredAtMs: wholeNumber,
      amazonOrderReferenceId: optionalText,
      amazonAuthorizationId: optionalText,
      captureIds: z.array(z.string()),
    }),
  ),
});

/** The link that a buyer pays under on the web. The code itself is derived, never stored. */
const checkout = z.object({
  /** Counts the links of the order. */
  no: wholeNumber,
  /** Key of the pointer that leads from the code to this order. */
  codeKey: z.string(),
  issuedAtMs: wholeNumber,
  expiresAtMs: wholeNumber,
});

const cv2Address = z.record(z.string(), z.nullable(z.string()));

/** One Finalize Checkout Session under one idempotency key. */
const finalization = z.object({
  n: wholeNumber,
  /** Stored before it is sent, and sent byte-identical in each repetition. */
  content: z.object({
    checkoutSessionId: z.string(),
    idempotencyKey: z.string(),
    amountYen: wholeNumber,
    totalOrderYen: z.optional(wholeNumber),
    paymentIntent: z.enum(['AuthorizeWithCapture', 'Authorize', 'Confirm']),
    productType: z.enum(['PayAndShip', 'PayOnly']),
    canHandlePendingAuthorization: z.boolean(),
    address: z.optional(cv2Address),
    supplementaryData: optionalText,
  }),
  sentAtMs: wholeNumber,
  result: z.optional(
    z.object({
      effect: z.string(),
      row: z.string(),
      reason: z.string(),
      answeredAtMs: wholeNumber,
      chargePermissionId: optionalText,
      chargeId: optionalText,
      /** When an authorization that is not captured ends. */
      expiresAtMs: z.optional(wholeNumber),
    }),
  ),
});

const sentDirective = z.object({
  /** Counts every directive of the order; the signed token names it. */
  no: wholeNumber,
  operation: z.enum(['Setup', 'Charge']),
  resent: z.boolean(),
  setUpAgain: z.boolean(),
});

const followUp = z.object({
  no: wholeNumber,
  kind: z.enum([
    'chargeFailed',
    'outcomeUnknown',
    'merchantAlert',
    'cancelRequest',
    'refundRequest',
    'captureDue',
  ]),
  openedAtMs: wholeNumber,
  row: optionalText,
  reason: z.string(),
  resolved: z.optional(z.object({ atMs: wholeNumber, by: z.enum(['program', 'person']), note: z.string() })),
});

const mail = z.object({
  kind: z.enum(['paid', 'notPaid', 'accepted', 'payLink']),
  state: z.enum(['due', 'sent', 'givenUp']),
  tries: wholeNumber,
  nextAtMs: wholeNumber,
});

const ORDER = z.object({
  orderId: z.string(),
  buyerKey: z.string(),
  version: wholeNumber,
  state: z.custom<OrderState>((value) => typeof value === 'string' && Object.hasOwn(ORDER_STATES, value)),
  createdAtMs: wholeNumber,
  updatedAtMs: wholeNumber,
  lines: z.array(cartLine),
  quote: z.optional(quote),
  attempts: z.array(attempt),
  /** The link of the web checkout that waits or under which was paid; a change of the goods takes it away. */
  checkout: z.optional(checkout),
  /** Counts every link of the order, never back: an old code must never open a new link. */
  linksMade: z._default(wholeNumber, 0),
  finalizations: z._default(z.array(finalization), []),
  /** The last session that was handed in and differed from the order: nothing left. */
  refusal: z.optional(
    z.object({ checkoutSessionId: z.string(), row: z.string(), reason: z.string(), atMs: wholeNumber }),
  ),
  /**
   * What the latest charge that left stands on: the agreement of Charge and AuthorizeOnBillingAgreement (CV1), or the
   * session of Finalize Checkout Session (CV2). Absent: none left.
   */
  chargedOn: z.optional(z.enum(['billingAgreement', 'checkoutSession'])),
  directivesSent: wholeNumber,
  /** Counts every quote of the order, never back: a yes to one quote must never fit another. */
  quotesMade: wholeNumber,
  /** The directive whose answer is waited for. */
  awaiting: z.optional(sentDirective),
  /** The answer applied last, with the reply it was given: the same answer again gets the same reply. */
  answered: z.optional(
    z.object({
      no: wholeNumber,
      fingerprint: z.string(),
      reply,
      again: z.optional(sentDirective),
      /** A payment link belongs to the reply; it is made, or found again, each time the reply is given. */
      offersWeb: z.optional(z.boolean()),
    }),
  ),
  /** What the buyer asked a person for. */
  requests: z.array(z.object({ kind: z.enum(['cancel', 'refund']), requestedAtMs: wholeNumber })),
  /** What a person has to look at. The list of open ones is the merchant's follow-up list. */
  followUps: z.array(followUp),
  /** The outbox: mails that belong to what is written here, each sent once. */
  mails: z.array(mail),
  /** The buyer's address, with consent, only while a mail may still have to go out. */
  email: optionalText,
  /** The result came outside of a conversation: the next launch tells it. */
  untold: z.boolean(),
  /** How often the background asked Amazon Pay about an undecided charge, and when it asks next. */
  reconciling: z.optional(z.object({ tries: wholeNumber, nextAtMs: wholeNumber, sinceMs: wholeNumber })),
  /** One worker at a time works on the order. */
  lease: z.optional(z.object({ owner: z.string(), untilMs: wholeNumber })),
});

/** One order: one item of the store. Times are epoch milliseconds, money whole yen. @see money-safety.md, section 3 */
export type Order = z.infer<typeof ORDER>;
export type CartLine = z.infer<typeof cartLine>;
export type Quote = z.infer<typeof quote>;
export type Attempt = z.infer<typeof attempt>;
export type Finalization = z.infer<typeof finalization>;
export type SentDirective = z.infer<typeof sentDirective>;
export type FollowUp = z.infer<typeof followUp>;
export type Mail = z.infer<typeof mail>;

/** Reads an order from the store. Undefined: not an order this version can trust. */
export function parseOrder(item: unknown): Order | undefined {
  const parsed = z.safeParse(ORDER, item);
  return parsed.success ? parsed.data : undefined;
}
