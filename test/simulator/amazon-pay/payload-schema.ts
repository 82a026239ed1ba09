/**
 * What the Connections layer checks before anything reaches Amazon Pay: JSON types, required fields and `@type`.
 * Values (limits, patterns, lists) are Amazon Pay's own business: `setup-rules.ts` and `charge-rules.ts`.
 * @see alexa-amazon-pay.md sections 2.1–2.6 and 4.3
 */
import * as z from 'zod';

const text = z.string();

/** An entity of the request: its literal `@type` and a version, which Amazon Pay judges later. */
function entity<Type extends string, Fields extends z.ZodRawShape>(type: Type, fields: Fields) {
  return z.object({ '@type': z.literal(type), '@version': text, ...fields });
}

const PRICE = entity('Price', { amount: text, currencyCode: text });

const SETUP_PAYLOAD = entity('SetupAmazonPayRequest', {
  sellerId: text,
  countryOfEstablishment: text,
  ledgerCurrency: text,
  checkoutLanguage: text.optional(),
  needAmazonShippingAddress: z.boolean().optional(),
  sandboxMode: z.boolean().optional(),
  sandboxCustomerEmailId: text.optional(),
  billingAgreementAttributes: entity('BillingAgreementAttributes', {
    sellerNote: text.optional(),
    platformId: text.optional(),
    billingAgreementType: text.optional(),
    subscriptionAmount: PRICE.optional(),
    sellerBillingAgreementAttributes: entity('SellerBillingAgreementAttributes', {
      sellerBillingAgreementId: text.optional(),
      storeName: text.optional(),
      customInformation: text.optional(),
    }).optional(),
  }).optional(),
});
export type SetupPayload = z.infer<typeof SETUP_PAYLOAD>;

const CHARGE_PAYLOAD = entity('ChargeAmazonPayRequest', {
  sellerId: text,
  billingAgreementId: text,
  paymentAction: text,
  authorizeAttributes: entity('AuthorizeAttributes', {
    authorizationReferenceId: text,
    authorizationAmount: PRICE,
    transactionTimeout: z.number().optional(),
    sellerAuthorizationNote: text.optional(),
    softDescriptor: text.optional(),
  }),
  sellerOrderAttributes: entity('SellerOrderAttributes', {
    sellerOrderId: text.optional(),
    storeName: text.optional(),
    customInformation: text.optional(),
    sellerNote: text.optional(),
  }).optional(),
  providerAttributes: entity('ProviderAttributes', {
    providerId: text,
    providerCreditList: z.array(entity('ProviderCredit', { providerId: text, credit: PRICE })),
  }).optional(),
});
export type ChargePayload = z.infer<typeof CHARGE_PAYLOAD>;

const DIRECTIVE = z.discriminatedUnion('name', [
  z.object({
    type: z.literal('Connections.SendRequest'),
    name: z.literal('Setup'),
    token: text,
    payload: SETUP_PAYLOAD,
  }),
  z.object({
    type: z.literal('Connections.SendRequest'),
    name: z.literal('Charge'),
    token: text,
    payload: CHARGE_PAYLOAD,
  }),
]);
export type Directive = z.infer<typeof DIRECTIVE>;

/** What can be read of any directive, so that even a refusal carries its name and token. */
const OUTLINE = z
  .object({ name: text.optional().catch(undefined), token: text.optional().catch(undefined) })
  .catch({});

/** What can be said of a directive that did not pass: its name and token, if any, and the wrong fields. */
export interface UnparsedDirective {
  readonly ok: false;
  readonly name: string;
  readonly token: string | undefined;
  readonly fieldPaths: readonly string[];
}

/** A directive that passed, or what is wrong with it. */
export type ParsedDirective = { readonly ok: true; readonly directive: Directive } | UnparsedDirective;

/**
 * Reads a Connections.SendRequest directive.
 * Not `ok`: `fieldPaths` names what is missing or of the wrong JSON type, such as
 * `payload.authorizeAttributes.transactionTimeout`; `name` is empty when the directive has none.
 */
export function parseDirective(directive: unknown): ParsedDirective {
  const parsed = DIRECTIVE.safeParse(directive);
  if (parsed.success) return { ok: true, directive: parsed.data };
  const { name = '', token } = OUTLINE.parse(directive);
  const paths = parsed.error.issues.map((issue) => issue.path.map(String).join('.'));
  return {
    ok: false,
    name,
    token,
    fieldPaths: [...new Set(paths.map((path) => (path === '' ? 'directive' : path)))],
  };
}
