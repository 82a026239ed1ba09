/** What may stand in a sidecar: `NAME.expect.yaml` beside `NAME.json`. Every key is optional but `say`. */
import * as z from 'zod';
import { findScenario } from '../amazon-pay/scenario';

const text = z.string('a text is missing').min(1, 'must not be empty');
const wholeNumber = z.int('a whole number is needed').min(0, 'a whole number, 0 or more, is needed');
const none = z.literal('none');

const INCLUDES = z.strictObject({ includes: z.array(text).min(1) });

/**
 * The exact text, or parts of it. `{orderNumber}` stands for the number of one of the buyer's orders, `{checkoutCode}` for
 * the code of one of their links (`ABCD-2345`), `{payUntil}` for the moment until which one can be paid.
 */
const WORDS = z.union([text, INCLUDES], 'a text, or includes: with a list of texts');
export type ExpectedWords = z.infer<typeof WORDS>;

const SCENARIO = text.superRefine((name, context) => {
  try {
    findScenario(name);
  } catch (error) {
    context.addIssue(error instanceof Error ? error.message : String(error));
  }
});

const CONSENT = z.enum(['GRANTED', 'DENIED', 'NOT_REQUESTED'], 'GRANTED, DENIED or NOT_REQUESTED');

const ADDRESS = z
  .strictObject({
    name: text,
    postalCode: text,
    stateOrRegion: text,
    city: text,
    addressLine1: text,
    addressLine2: text,
    addressLine3: text,
  })
  .partial();

/** The buyer in front of the device, and what Amazon knows about the person. */
const BUYER = z.strictObject({
  consent: CONSENT.optional(),
  /** Whether the shop may read the e-mail address. */
  emailConsent: CONSENT.optional(),
  /** Alexa recognises the voice. */
  recognised: z.boolean().optional(),
  givenName: text.optional(),
  /** Where the goods go: parts that differ from the ordinary buyer's address in Tokyo. */
  address: z
    .union([none, ADDRESS], 'none, or parts of an address: stateOrRegion, city, addressLine1, …')
    .optional(),
  paymentMethod: z
    .enum(['valid', 'invalid', 'none', 'noBillingAddress', 'notAllowed', 'declining'])
    .optional(),
  oneClickEnabled: z.boolean().optional(),
  voicePurchaseEnabled: z.boolean().optional(),
  voiceCode: z.enum(['accepted', 'rejected']).optional(),
  deviceSupported: z.boolean().optional(),
});

/** What happens before the buyer speaks. */
const BEFORE = z.strictObject({
  /** Scenarios of Amazon Pay that the next directives meet, in order. */
  force: z.array(SCENARIO).min(1).optional(),
  /** What the buyer does with the consent card, or in the Alexa app. */
  consent: CONSENT.optional(),
  /** Seconds that pass. */
  waitSec: wholeNumber.optional(),
  /** From now on: the buyer's account at Amazon. */
  buyer: BUYER.omit({ consent: true, emailConsent: true, recognised: true, givenName: true }).optional(),
});
export type Before = z.infer<typeof BEFORE>;

const UNDERSTOOD = z.union(
  [
    text,
    z.strictObject({
      intent: text,
      slots: z.record(text, z.union([text, wholeNumber.transform(String)])).optional(),
    }),
  ],
  'an intent, LaunchRequest or nothing; or intent: and slots:',
);

const CARD = z.union(
  [
    none,
    z.strictObject({
      type: z.enum(['Simple', 'Standard', 'LinkAccount', 'AskForPermissionsConsent']).optional(),
      title: text.optional(),
      content: WORDS.optional(),
      permissions: z.array(text).optional(),
    }),
  ],
  'none, or a card with type, title, content, permissions',
);
export type ExpectedCard = z.infer<typeof CARD>;

const DIRECTIVE = z.strictObject({
  name: z.enum(['Setup', 'Charge']),
  amountYen: wholeNumber.optional(),
  /** AuthorizationReferenceId: as in the Charge before, or one that was not used before. */
  reference: z.enum(['same', 'new']).optional(),
  subscriptionYen: wholeNumber.optional(),
});

const ANSWER = z.strictObject({
  name: z.enum(['Setup', 'Charge']),
  status: z.union([text, wholeNumber.transform(String)]).optional(),
  /** Error code. */
  code: text.optional(),
  /** Of the authorization (Charge) or the billing agreement (Setup). */
  state: text.optional(),
  reason: text.optional(),
});

const TURN = z.strictObject({
  say: text,
  before: BEFORE.optional(),
  understood: UNDERSTOOD.optional(),
  /** What the skill says: one entry, or a list with one entry for each of its answers that speaks. */
  speech: z.union([WORDS, z.array(WORDS)], 'a text, includes:, or a list of these').optional(),
  /** Words of the device itself. */
  device: WORDS.optional(),
  reprompt: WORDS.optional(),
  card: CARD.optional(),
  directives: z.array(DIRECTIVE).optional(),
  answers: z.array(ANSWER).optional(),
  session: z.enum(['open', 'closed'], 'open or closed').optional(),
  /** Parts of the complaints that belong here; a complaint of severity error that is not named fails the turn. */
  complaints: z.array(text).optional(),
});
export type ExpectedTurn = z.infer<typeof TURN>;

const ORDER = z.strictObject({
  state: text.optional(),
  goods: z.record(text, wholeNumber).optional(),
  goodsYen: wholeNumber.optional(),
  shippingYen: wholeNumber.optional(),
  totalYen: wholeNumber.optional(),
  /** What came of each attempt, oldest first. */
  attempts: z
    .array(
      z.strictObject({ amountYen: wholeNumber.optional(), result: text.optional(), row: text.optional() }),
    )
    .optional(),
  /** What the buyer asked a person for. */
  requests: z.array(z.enum(['cancel', 'refund'])).optional(),
});
export type ExpectedOrder = z.infer<typeof ORDER>;

/** A whole sidecar. */
export const SIDECAR = z.strictObject({
  title: text,
  buyer: BUYER.optional(),
  /**
   * Settings over the local defaults, by environment name. PAYMENT_CHANNEL or SHOP_URL sets the whole web checkout up, at
   * https://shop.koemise.example unless SHOP_URL says otherwise.
   */
  environment: z.record(text, z.string('a text in quotes is needed')).optional(),
  turns: z.array(TURN),
  /** The buyer's orders, the newest last, and what Amazon Pay captured for this buyer, in whole yen. */
  orders: z.array(ORDER).optional(),
  captures: z.array(wholeNumber).optional(),
});
export type Sidecar = z.infer<typeof SIDECAR>;
