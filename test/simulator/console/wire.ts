/** What the console's server sends to its page. Times are epoch milliseconds, money whole yen. */
import * as z from 'zod/mini';
import { FOLLOW_UP, MAIL, ORDER } from './wire-merchant';

const text = z.string();
const optionalText = z.optional(z.string());
const wholeNumber = z.number();
const texts = z.readonly(z.array(text));

export const CONSENT = z.enum(['GRANTED', 'DENIED', 'NOT_REQUESTED']);
export const SKILL_FAULT = z.enum(['none', 'down', 'slow', 'garbage', 'error']);
/** What the page makes the skill suffer: nothing, no connection, 9 s, no JSON, HTTP 500. */
export type SkillFault = z.infer<typeof SKILL_FAULT>;

export const PAYMENT_METHOD = z.enum([
  'valid',
  'declining',
  'invalid',
  'none',
  'noBillingAddress',
  'notAllowed',
]);

/** The buyer as the page's selects show it; `prefecture` is empty when there is no delivery address. */
const BUYER_SETTINGS = z.object({
  prefecture: text,
  paymentMethod: PAYMENT_METHOD,
  voiceCode: z.enum(['accepted', 'rejected']),
  voicePurchaseEnabled: z.boolean(),
  oneClickEnabled: z.boolean(),
  deviceSupported: z.boolean(),
  emailRegistered: z.boolean(),
});
export type BuyerSettings = z.infer<typeof BUYER_SETTINGS>;

const SPEECH = z.object({ ssml: optionalText, text });
export type SpeechView = z.infer<typeof SPEECH>;

const CARD = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Simple'), title: text, content: text }),
  z.object({ type: z.literal('Standard'), title: text, text }),
  z.object({ type: z.literal('LinkAccount') }),
  z.object({ type: z.literal('AskForPermissionsConsent'), permissions: texts }),
]);
export type CardView = z.infer<typeof CARD>;

/** One line of a screen: a text, or a label and its amount. */
const SCREEN_LINE = z.object({ texts, isBold: z.boolean() });
const SCREEN = z.readonly(z.array(SCREEN_LINE));
/** What a device with a screen shows, from top to bottom; the title comes first. */
export type ScreenView = z.infer<typeof SCREEN>;

const EXCHANGE = z.object({
  requestType: text,
  request: z.unknown(),
  response: z.unknown(),
  speech: z.optional(SPEECH),
  reprompt: z.optional(SPEECH),
  card: z.optional(CARD),
  screen: z.optional(SCREEN),
  /** Short names: `Connections.SendRequest Setup`. */
  directives: texts,
  endsSession: z.boolean(),
  deviceSpeech: optionalText,
  complaints: texts,
});
export type ExchangeView = z.infer<typeof EXCHANGE>;

const HEARD_SLOT = z.object({ name: text, value: text, resolved: optionalText });

const HEARD = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('intent'), intent: text, slots: z.readonly(z.array(HEARD_SLOT)) }),
  z.object({ kind: z.enum(['launch', 'notInvoked', 'silence', 'late']) }),
]);
export type HeardView = z.infer<typeof HEARD>;

const TURN = z.object({
  kind: z.literal('turn'),
  no: wholeNumber,
  utterance: text,
  heard: HEARD,
  reprompted: z.optional(SPEECH),
  exchanges: z.readonly(z.array(EXCHANGE)),
  sessionOpen: z.boolean(),
  complaints: texts,
  elapsedMs: wholeNumber,
});
export type TurnView = z.infer<typeof TURN>;

const NOTE_KIND = z.enum([
  'newSession',
  'newShopper',
  'consent',
  'email',
  'speaker',
  'screen',
  'buyer',
  'armed',
  'disarmed',
  'skillFault',
]);

const NOTE = z.object({ kind: z.literal('note'), no: wholeNumber, note: NOTE_KIND, detail: text });
export type NoteView = z.infer<typeof NOTE>;

const ENTRY = z.discriminatedUnion('kind', [TURN, NOTE]);
/** One line of the conversation: a turn, or something that was changed between turns. `no` rises from 1. */
export type EntryView = z.infer<typeof ENTRY>;

const ARMED = z.object({ id: wholeNumber, name: text, left: wholeNumber });

const AUTHORIZATION_STATE = z.enum(['Pending', 'Open', 'Declined', 'Closed']);
export type AuthorizationStateName = z.infer<typeof AUTHORIZATION_STATE>;

const AUTHORIZATION = z.object({
  amazonAuthorizationId: text,
  reference: text,
  sellerOrderId: optionalText,
  state: AUTHORIZATION_STATE,
  reasonCode: optionalText,
  softDecline: z.boolean(),
  amountYen: wholeNumber,
  capturedYen: wholeNumber,
  captureIds: texts,
  createdAtMs: wholeNumber,
  /** When Amazon decides by itself; absent when nothing is planned. */
  decidedAtMs: z.optional(wholeNumber),
});
export type AuthorizationView = z.infer<typeof AUTHORIZATION>;

const AGREEMENT = z.object({
  billingAgreementId: text,
  status: text,
  periodMonth: text,
  periodYen: wholeNumber,
});

const SEEN = z.object({ atMs: wholeNumber, name: text, outcome: text, scenario: optionalText });

const BOOKS = z.object({
  capturedYen: wholeNumber,
  agreements: z.readonly(z.array(AGREEMENT)),
  authorizations: z.readonly(z.array(AUTHORIZATION)),
  requests: z.readonly(z.array(SEEN)),
});
export type BooksView = z.infer<typeof BOOKS>;

export const STATE = z.object({
  shopper: wholeNumber,
  /** Origin of the shop's own pages; absent: there is no web checkout. */
  shopUrl: optionalText,
  sessionOpen: z.boolean(),
  busy: z.boolean(),
  consent: CONSENT,
  /** Whether the shop may read the e-mail address. */
  emailConsent: CONSENT,
  recognised: z.boolean(),
  hasScreen: z.boolean(),
  buyer: BUYER_SETTINGS,
  skillFault: SKILL_FAULT,
  armed: z.readonly(z.array(ARMED)),
  lateAnswers: wholeNumber,
  entries: z.readonly(z.array(ENTRY)),
  orders: z.readonly(z.array(ORDER)),
  /** The order store could not be read. */
  ordersFault: optionalText,
  /** What waits for a person, all buyers' orders, the oldest first. */
  followUps: z.readonly(z.array(FOLLOW_UP)),
  /** There are more than are shown. */
  moreFollowUps: z.boolean(),
  followUpsFault: optionalText,
  /** The newest first. */
  mails: z.readonly(z.array(MAIL)),
  books: BOOKS,
});
/** Everything the page shows; `entries` only those after the number the page asked for. */
export type ConsoleState = z.infer<typeof STATE>;

const SCENARIO = z.object({
  name: text,
  operation: text,
  rows: texts,
  document: text,
  table: z.object({ ja: text, en: text }),
  description: z.object({ ja: text, en: text }),
});
export type ScenarioView = z.infer<typeof SCENARIO>;
export const SCENARIO_LIST = z.object({ scenarios: z.readonly(z.array(SCENARIO)) });

const SAVE_WARNING = z.enum([
  'nothingSaid',
  'ordersBefore',
  'silence',
  'lateAnswers',
  'speaker',
  'skillFault',
  'disarmed',
  'noEmail',
  'background',
]);
/** Why a replay may go differently from the conversation it was saved from. */
export type SaveWarning = z.infer<typeof SAVE_WARNING>;

export const SAVED_DIALOG = z.object({
  files: z.readonly(z.array(z.object({ path: text, text }))),
  warnings: z.readonly(z.array(SAVE_WARNING)),
});
export type SavedDialog = z.infer<typeof SAVED_DIALOG>;

export const API_ERROR = z.object({
  error: z.object({ code: text, message: text, fields: z.optional(texts) }),
});
