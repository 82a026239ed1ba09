import * as z from 'zod/mini';
import { type Price, writePrice } from './money';
import { payloadFaults, VERSIONED } from './payload-faults';

/** The content of one attempt: stored with it and sent byte-identical in each repetition. */
export interface ChargeContent {
  readonly sellerId: string;
  readonly storeName: string;
  readonly orderId: string;
  readonly billingAgreementId: string;
  readonly authorizationReferenceId: string;
  /** Whole yen, 1 or more: the total of the quote. */
  readonly amountYen: number;
  readonly sellerNote: string;
  /** A simulation string in the sandbox, else empty. */
  readonly sellerAuthorizationNote: string;
  /** False where nothing is delivered: there is no address to take over. Absent: the agreement's address. CV1 API only. */
  readonly inheritShippingAddress?: boolean | undefined;
}

/** @see alexa-amazon-pay.md, sections 2.3 to 2.5 */
export interface ChargePayload {
  readonly '@type': 'ChargeAmazonPayRequest';
  readonly '@version': '2';
  readonly sellerId: string;
  readonly billingAgreementId: string;
  readonly paymentAction: 'AuthorizeAndCapture';
  readonly authorizeAttributes: {
    readonly '@type': 'AuthorizeAttributes';
    readonly '@version': '2';
    readonly authorizationReferenceId: string;
    readonly authorizationAmount: Price;
    readonly transactionTimeout: 0;
    readonly sellerAuthorizationNote: string;
  };
  readonly sellerOrderAttributes: {
    readonly '@type': 'SellerOrderAttributes';
    readonly '@version': '2';
    readonly sellerOrderId: string;
    readonly storeName: string;
    readonly customInformation: string;
    readonly sellerNote: string;
  };
}

/**
 * Makes the payload of a Charge directive: authorize and capture at once, synchronously (`transactionTimeout` 0).
 * @see alexa-amazon-pay.md, sections 2.3 to 2.5 and 3
 */
export function chargePayload(content: ChargeContent): ChargePayload {
  const versioned = { '@version': '2' } as const;
  return {
    '@type': 'ChargeAmazonPayRequest',
    ...versioned,
    sellerId: content.sellerId,
    billingAgreementId: content.billingAgreementId,
    paymentAction: 'AuthorizeAndCapture',
    authorizeAttributes: {
      '@type': 'AuthorizeAttributes',
      ...versioned,
      authorizationReferenceId: content.authorizationReferenceId,
      authorizationAmount: writePrice(content.amountYen),
      transactionTimeout: 0,
      sellerAuthorizationNote: content.sellerAuthorizationNote,
    },
    sellerOrderAttributes: {
      '@type': 'SellerOrderAttributes',
      ...versioned,
      sellerOrderId: content.orderId,
      storeName: content.storeName,
      customInformation: '',
      sellerNote: content.sellerNote,
    },
  };
}

const LIMITS = z.object({
  ...VERSIONED,
  sellerId: z.string().check(z.regex(/^[A-Z0-9]{1,32}$/)),
  billingAgreementId: z.string().check(z.minLength(1)),
  authorizeAttributes: z.object({
    ...VERSIONED,
    authorizationReferenceId: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,32}$/)),
    authorizationAmount: z.object({ ...VERSIONED, amount: z.string().check(z.regex(/^[1-9][0-9]{0,7}$/)) }),
    sellerAuthorizationNote: z.string().check(z.maxLength(255)),
  }),
  sellerOrderAttributes: z.object({
    ...VERSIONED,
    sellerOrderId: z.string().check(z.minLength(1)),
    storeName: z.string().check(z.minLength(1)),
    customInformation: z.string().check(z.maxLength(1024)),
    sellerNote: z.string().check(z.maxLength(1024)),
  }),
});

/**
 * Checks a Charge payload against the documented limits before it is sent.
 * Returns the paths of the fields that break one; empty when it may be sent.
 * @see alexa-amazon-pay.md, sections 2.3 to 2.6
 */
export function chargePayloadFaults(payload: ChargePayload): readonly string[] {
  return payloadFaults(LIMITS, payload);
}
