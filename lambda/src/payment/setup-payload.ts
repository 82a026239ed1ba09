import * as z from 'zod/mini';
import { type Price, writePrice } from './money';
import { payloadFaults, VERSIONED } from './payload-faults';

/** What a Setup needs to know. `subscriptionYen`: monthly price in whole yen, only for a subscription. */
export interface SetupFacts {
  /** Whether anything goes to a place. Without that no address is asked for, and a buyer who has none can pay. */
  readonly ships: boolean;
  readonly sellerId: string;
  readonly storeName: string;
  readonly sellerNote: string;
  readonly orderId: string;
  readonly subscriptionYen?: number | undefined;
  /** Present in the sandbox only: the e-mail of the test account. */
  readonly sandboxCustomerEmailId?: string | undefined;
}

/** @see alexa-amazon-pay.md, sections 2.1 and 2.2 */
export interface SetupPayload {
  readonly '@type': 'SetupAmazonPayRequest';
  readonly '@version': '2';
  readonly sellerId: string;
  readonly countryOfEstablishment: 'JP';
  readonly ledgerCurrency: 'JPY';
  readonly checkoutLanguage: 'ja_JP';
  readonly needAmazonShippingAddress: boolean;
  readonly sandboxMode: boolean;
  readonly sandboxCustomerEmailId?: string;
  readonly billingAgreementAttributes: {
    readonly '@type': 'BillingAgreementAttributes';
    readonly '@version': '2';
    readonly sellerNote: string;
    readonly sellerBillingAgreementAttributes: {
      readonly '@type': 'SellerBillingAgreementAttributes';
      readonly '@version': '2';
      readonly sellerBillingAgreementId: string;
      readonly storeName: string;
      readonly customInformation: string;
    };
    readonly billingAgreementType?: 'MerchantInitiatedTransaction';
    readonly subscriptionAmount?: Price;
  };
}

/**
 * Makes the payload of a Setup directive for Japan.
 * @see alexa-amazon-pay.md, sections 2.1, 2.2 and 3
 */
export function setupPayload(facts: SetupFacts): SetupPayload {
  const { sandboxCustomerEmailId, subscriptionYen } = facts;
  const versioned = { '@version': '2' } as const;
  return {
    '@type': 'SetupAmazonPayRequest',
    ...versioned,
    sellerId: facts.sellerId,
    countryOfEstablishment: 'JP',
    ledgerCurrency: 'JPY',
    checkoutLanguage: 'ja_JP',
    needAmazonShippingAddress: facts.ships,
    sandboxMode: sandboxCustomerEmailId !== undefined,
    ...(sandboxCustomerEmailId === undefined ? {} : { sandboxCustomerEmailId }),
    billingAgreementAttributes: {
      '@type': 'BillingAgreementAttributes',
      ...versioned,
      sellerNote: facts.sellerNote,
      sellerBillingAgreementAttributes: {
        '@type': 'SellerBillingAgreementAttributes',
        ...versioned,
        sellerBillingAgreementId: facts.orderId,
        storeName: facts.storeName,
        customInformation: '',
      },
      ...(subscriptionYen === undefined
        ? {}
        : {
            billingAgreementType: 'MerchantInitiatedTransaction',
            subscriptionAmount: writePrice(subscriptionYen),
          }),
    },
  };
}

const LIMITS = z.object({
  ...VERSIONED,
  sellerId: z.string().check(z.regex(/^[A-Z0-9]{1,32}$/)),
  sandboxCustomerEmailId: z.optional(z.email()),
  billingAgreementAttributes: z.object({
    ...VERSIONED,
    sellerNote: z.string().check(z.maxLength(1024)),
    sellerBillingAgreementAttributes: z.object({
      ...VERSIONED,
      sellerBillingAgreementId: z.string().check(z.regex(/^[A-Za-z0-9_-]+$/)),
      storeName: z.string().check(z.minLength(1)),
      customInformation: z.string().check(z.maxLength(1024)),
    }),
  }),
});

/**
 * Checks a Setup payload against the documented limits before it is sent.
 * Returns the paths of the fields that break one; empty when it may be sent.
 * @see alexa-amazon-pay.md, sections 2.1 and 2.2
 */
export function setupPayloadFaults(payload: SetupPayload): readonly string[] {
  return payloadFaults(LIMITS, payload);
}
