/** The records of the simulated Amazon Pay's books, as they stand in memory and in the journal file. */
import * as z from 'zod';

const text = z.string();
const epochMs = z.number();
const wholeYen = z.number().int().nonnegative();

/** A payload as it goes over the wire. */
const JSON_OBJECT = z.record(text, z.json());
export type JsonObject = z.infer<typeof JSON_OBJECT>;

/** Anything that JSON can say. */
export type JsonValue = JsonObject[string];

/** Sandbox and live are two separate worlds: an object of one is unknown in the other. */
const ENVIRONMENT = z.enum(['SANDBOX', 'LIVE']);
export type ReleaseEnvironment = z.infer<typeof ENVIRONMENT>;

/** A delivery or billing address as Amazon Pay writes it; every field may be missing. */
const DESTINATION = z
  .object({
    name: text,
    companyName: text,
    addressLine1: text,
    addressLine2: text,
    addressLine3: text,
    city: text,
    districtOrCounty: text,
    stateOrRegion: text,
    postalCode: text,
    countryCode: text,
    phone: text,
  })
  .partial()
  .readonly();
export type Destination = z.infer<typeof DESTINATION>;

const BUYER = z
  .object({
    userId: text,
    email: text.optional(),
    shippingAddress: DESTINATION.optional(),
    oneClickEnabled: z.boolean(),
    paymentMethod: z.enum(['valid', 'invalid', 'none', 'noBillingAddress', 'notAllowed', 'declining']),
    voicePurchaseEnabled: z.boolean(),
    voiceCode: z.enum(['accepted', 'rejected']),
    deviceSupported: z.boolean(),
  })
  .readonly();

const BILLING_AGREEMENT = z
  .object({
    billingAgreementId: text,
    userId: text,
    environment: ENVIRONMENT,
    status: z.enum(['DRAFT', 'OPEN', 'SUSPENDED', 'CANCELED', 'CLOSED']),
    createdAtMs: epochMs,
    checkoutLanguage: text.optional(),
    billingAgreementType: text.optional(),
    subscriptionYen: wholeYen.optional(),
    /** Calendar month (Japan time) that `periodYen` counts, as `2026-11`. */
    periodMonth: text,
    /** Whole yen authorized in that month and not credited back. */
    periodYen: wholeYen,
    /** Why it is in its state, where that is not the ordinary reason. */
    reasonCode: text.optional(),
    /** A charge permission shows the merchant's own order number, as the session had it. */
    merchantReferenceId: text.optional(),
    /** What the widgets of CV1 have set; absent: the agreement did not begin in a widget, and nothing is missing. */
    widgets: z
      .object({
        /** False: the wallet began it, for goods that go to no place. */
        needsAddress: z.boolean(),
        destination: DESTINATION.optional(),
        hasPaymentMethod: z.boolean(),
        hasConsent: z.boolean(),
      })
      .readonly()
      .optional(),
  })
  .readonly();
export type BillingAgreement = z.infer<typeof BILLING_AGREEMENT>;

const ORDER_REFERENCE = z
  .object({
    amazonOrderReferenceId: text,
    billingAgreementId: text,
    environment: ENVIRONMENT,
    state: z.enum(['Open', 'Suspended', 'Canceled', 'Closed']),
    reasonCode: text.optional(),
    sellerOrderId: text.optional(),
    createdAtMs: epochMs,
  })
  .readonly();
export type OrderReference = z.infer<typeof ORDER_REFERENCE>;

const AUTHORIZATION_STATE = z.enum(['Pending', 'Open', 'Declined', 'Closed']);
export type AuthorizationState = z.infer<typeof AUTHORIZATION_STATE>;

/** What Amazon or the clock will do to an authorization by itself, and when. */
const PLANNED_CHANGE = z
  .object({
    atMs: epochMs,
    change: z.enum(['authorize', 'decline', 'expire']),
    reasonCode: text.optional(),
  })
  .readonly();
export type PlannedChange = z.infer<typeof PLANNED_CHANGE>;

const AUTHORIZATION = z
  .object({
    amazonAuthorizationId: text,
    amazonOrderReferenceId: text,
    billingAgreementId: text,
    authorizationReferenceId: text,
    environment: ENVIRONMENT,
    state: AUTHORIZATION_STATE,
    reasonCode: text.optional(),
    softDecline: z.boolean(),
    captureNow: z.boolean(),
    amountYen: wholeYen,
    capturedYen: wholeYen,
    captureIds: z.array(text).readonly(),
    sellerAuthorizationNote: text.optional(),
    softDescriptor: text.optional(),
    createdAtMs: epochMs,
    expiresAtMs: epochMs,
    updatedAtMs: epochMs,
    planned: PLANNED_CHANGE.optional(),
  })
  .readonly();
export type Authorization = z.infer<typeof AUTHORIZATION>;

const CAPTURE = z
  .object({
    amazonCaptureId: text,
    amazonAuthorizationId: text,
    authorizationReferenceId: text,
    environment: ENVIRONMENT,
    amountYen: wholeYen,
    capturedAtMs: epochMs,
  })
  .readonly();
export type Capture = z.infer<typeof CAPTURE>;

/** A refund of a capture; it is always decided later. */
const REFUND = z
  .object({
    amazonRefundId: text,
    amazonCaptureId: text,
    refundReferenceId: text,
    environment: ENVIRONMENT,
    amountYen: wholeYen,
    state: z.enum(['Pending', 'Completed', 'Declined']),
    reasonCode: text.optional(),
    createdAtMs: epochMs,
    decidedAtMs: epochMs,
  })
  .readonly();
export type Refund = z.infer<typeof REFUND>;

/** A checkout session of CV2 with what the page agreed on; the server has to repeat it exactly. */
const CHECKOUT_SESSION = z
  .object({
    checkoutSessionId: text,
    environment: ENVIRONMENT,
    userId: text,
    state: z.enum(['Open', 'Completed', 'Canceled']),
    reasonCode: text.optional(),
    productType: z.enum(['PayAndShip', 'PayOnly']),
    paymentIntent: z.enum(['AuthorizeWithCapture', 'Authorize', 'Confirm']),
    canHandlePendingAuthorization: z.boolean(),
    /** Absent until the buyer presses the button that pays. */
    chargeYen: wholeYen.optional(),
    totalOrderYen: wholeYen.optional(),
    address: z.record(text, text.nullable()),
    deliveryOptionId: text.optional(),
    storeId: text.optional(),
    /** Absent: OneTime. */
    chargePermissionType: z.enum(['OneTime', 'Recurring']).optional(),
    /** What each month costs, for Amazon's words to the buyer; absent: it varies. */
    monthlyYen: wholeYen.optional(),
    merchantReferenceId: text.optional(),
    merchantStoreName: text.optional(),
    /** The result that was chosen in the simulated sheet, by its name; absent: an ordinary purchase. */
    wish: text.optional(),
    chargePermissionId: text.optional(),
    chargeId: text.optional(),
    createdAtMs: epochMs,
  })
  .readonly();
export type CheckoutSession = z.infer<typeof CHECKOUT_SESSION>;

/** The first answer given under one reference id: what a repetition gets, and what it must not differ from. */
const FIRST_ANSWER = z
  .object({
    /** `SANDBOX/` or `LIVE/` and the AuthorizationReferenceId. */
    key: text,
    /** Digest of every parameter of the request. */
    fingerprint: text,
    payload: JSON_OBJECT,
  })
  .readonly();
export type FirstAnswer = z.infer<typeof FIRST_ANSWER>;

/** One directive that arrived, and how it was answered: for the console and for tests. */
const SEEN_REQUEST = z
  .object({
    atMs: epochMs,
    userId: text,
    name: text,
    token: text.optional(),
    /** What happened, such as `200`, `400 InvalidSellerId` or `200 Closed MaxCapturesProcessed`. */
    outcome: text,
    scenario: text.optional(),
    authorizationReferenceId: text.optional(),
  })
  .readonly();
export type SeenRequest = z.infer<typeof SEEN_REQUEST>;

/** One change of the books: a record put in place of its former version, or a request noted. */
const CHANGE = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('buyer'), record: BUYER }),
  z.object({ kind: z.literal('billingAgreement'), record: BILLING_AGREEMENT }),
  z.object({ kind: z.literal('orderReference'), record: ORDER_REFERENCE }),
  z.object({ kind: z.literal('authorization'), record: AUTHORIZATION }),
  z.object({ kind: z.literal('capture'), record: CAPTURE }),
  z.object({ kind: z.literal('refund'), record: REFUND }),
  z.object({ kind: z.literal('checkoutSession'), record: CHECKOUT_SESSION }),
  z.object({ kind: z.literal('firstAnswer'), record: FIRST_ANSWER }),
  z.object({ kind: z.literal('request'), record: SEEN_REQUEST }),
]);
export type Change = z.infer<typeof CHANGE>;

/** One line of the journal: changes that happen together or not at all. */
export const JOURNAL_LINE = z.array(CHANGE);
