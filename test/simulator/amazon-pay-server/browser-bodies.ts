/** What the stand-ins of Amazon's page scripts tell the simulated server. Unknown fields are refused. */
import * as z from 'zod';

const text = z.string().max(200);
const PRICE = z.strictObject({ amount: text, currencyCode: text });
/** An address as Amazon shares it with the page. */
const ADDRESS = z.record(text, text.nullable());
/** A delivery address in the form of CV1. */
const DESTINATION = z.strictObject({
  name: text.optional(),
  addressLine1: text.optional(),
  addressLine2: text.optional(),
  city: text.optional(),
  stateOrRegion: text.optional(),
  postalCode: text.optional(),
  countryCode: text.optional(),
  phone: text.optional(),
});

/** How often a recurring permission is meant to be charged, and how much each time. */
const RECURRING = z.strictObject({
  frequency: z.strictObject({ unit: z.enum(['Year', 'Month', 'Week', 'Day', 'Variable']), value: text }),
  amount: PRICE.optional(),
});

/** Bodies by operation. */
export const BROWSER_BODIES = {
  openSession: z.strictObject({
    merchantId: text,
    storeId: text,
    sandbox: z.boolean(),
    ledgerCurrency: z.literal('JPY'),
    productType: z.enum(['PayAndShip', 'PayOnly']),
    chargePermissionType: z.enum(['OneTime', 'Recurring']),
    recurringMetadata: RECURRING.optional(),
    paymentIntent: z.enum(['AuthorizeWithCapture', 'Authorize', 'Confirm']),
    canHandlePendingAuthorization: z.boolean(),
    merchantReferenceId: text.optional(),
    merchantStoreName: text.optional(),
    address: ADDRESS,
  }),
  changeSession: z.strictObject({
    address: ADDRESS.optional(),
    deliveryOptionId: text.optional(),
    chargeAmount: PRICE.optional(),
    totalOrderAmount: PRICE.optional(),
    wish: text.optional(),
  }),
  openWidget: z.strictObject({
    widget: z.enum(['button', 'addressBook', 'wallet', 'consent']),
    sellerId: text,
    sandbox: z.boolean(),
    billingAgreementId: text.optional(),
    /** The widget only shows what was chosen. */
    readOnly: z.boolean().optional(),
  }),
  changeAgreement: z.strictObject({
    destination: DESTINATION.optional(),
    paymentMethod: z.enum(['valid', 'declining']).optional(),
    consent: z.boolean().optional(),
  }),
} as const;

/** A body that was read, by the name of its operation. */
export type BrowserBody<Name extends keyof typeof BROWSER_BODIES> = z.infer<(typeof BROWSER_BODIES)[Name]>;

/** An answer to the page: an object, or a refusal in the words of the script's errors. */
export type BrowserResult =
  | { readonly ok: true; readonly json: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly status: number; readonly code: string };
