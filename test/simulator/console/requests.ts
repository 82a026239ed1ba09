/** What the page may ask of the console's server. Unknown fields are refused. */
import * as z from 'zod';
import { CONSENT, PAYMENT_METHOD, SKILL_FAULT } from './wire';
import { PREFECTURES } from './prefectures-table';

const MOST_SPOKEN_CHARACTERS = 300;

export const NOTHING = z.strictObject({});
export const SAY = z.strictObject({ utterance: z.string().trim().min(1).max(MOST_SPOKEN_CHARACTERS) });
export const SET_CONSENT = z.strictObject({ consent: z.enum(CONSENT.options) });
export const SET_EMAIL_CONSENT = z.strictObject({ emailConsent: z.enum(CONSENT.options) });
export const SET_SPEAKER = z.strictObject({ recognised: z.boolean() });
export const SET_SCREEN = z.strictObject({ hasScreen: z.boolean() });
export const SET_SKILL_FAULT = z.strictObject({ skillFault: z.enum(SKILL_FAULT.options) });
export const ARM = z.strictObject({ scenario: z.string().max(200) });
export const DISARM = z.strictObject({ id: z.int() });
/** The name becomes a file name. */
export const SAVE = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'small letters, digits and hyphens, at most 60 characters'),
});

/** Any part of the buyer's settings; an empty `prefecture` means no delivery address. */
export const CHANGE_BUYER = z
  .strictObject({
    prefecture: z.enum(['', ...PREFECTURES]),
    paymentMethod: z.enum(PAYMENT_METHOD.options),
    voiceCode: z.enum(['accepted', 'rejected']),
    voicePurchaseEnabled: z.boolean(),
    oneClickEnabled: z.boolean(),
    deviceSupported: z.boolean(),
    emailRegistered: z.boolean(),
  })
  .partial();
export type BuyerChange = z.infer<typeof CHANGE_BUYER>;
