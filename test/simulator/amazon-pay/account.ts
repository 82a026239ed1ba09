/** The two parties of the simulated Amazon Pay: the merchant's account and the buyers. */
import type { Destination } from './ledger-records';

/** What Amazon knows about the merchant and its skill; each wrong value is the real reason of one code. */
export interface AmazonPayAccount {
  readonly sellerId: string;
  readonly countryOfEstablishment: 'JP';
  readonly currency: 'JPY';
  /** False: the skill ID is not connected to this seller account (UnauthorizedAccess). */
  readonly linkedSkill: boolean;
  /** False: the account is suspended or its registration is not complete (Invalid…AccountStatus). */
  readonly accountOpen: boolean;
  /** Test accounts made in Seller Central: the only buyers of the sandbox. */
  readonly testAccountEmails: readonly string[];
  /** Whole yen that one agreement may be authorized for in one calendar month (Japan time). */
  readonly periodLimitYen: number;
  /** False: no agreement of this merchant may be charged, whatever its state (InvalidBillingAgreementStatus). */
  readonly billingAgreementsEnabled: boolean;
  /** The merchant's own Amazon login; it may not buy from itself (BuyerEqualsSeller). */
  readonly merchantEmail: string;
  /** False: the manifest does not declare `payments:autopay_consent` (FORBIDDEN). */
  readonly permissionDeclared: boolean;
  /** False: the manifest has no privacy policy URL (MissingSkillManifestData). */
  readonly manifestComplete: boolean;
  /** Solution providers that may take part in this merchant's charges; a plain merchant has none. */
  readonly authorizedProviderIds: readonly string[];
  /** Requests answered within one second before RequestThrottled; `Infinity` is no limit. */
  readonly requestsPerSecond: number;
}

/**
 * State of the buyer's default payment method.
 * `none`, `noBillingAddress`, `notAllowed` and `invalid` are refused with 400 InvalidPaymentMethod;
 * `declining` passes that check and is declined by the bank (200, Declined, agreement Suspended).
 */
type PaymentMethodState = 'valid' | 'invalid' | 'none' | 'noBillingAddress' | 'notAllowed' | 'declining';

/** One buyer as Amazon knows the person behind an Alexa user id. */
export interface SimulatedBuyer {
  readonly userId: string;
  /** Absent: no e-mail address is registered (UnsupportedCustomerAccount). */
  readonly email?: string | undefined;
  /** Absent: no usable delivery address (InvalidShippingAddress when the merchant asks for one). */
  readonly shippingAddress?: Destination | undefined;
  /** False: 1-Click was never set up (InvalidShippingAddress that speaks of 1-Click). */
  readonly oneClickEnabled: boolean;
  readonly paymentMethod: PaymentMethodState;
  /** False: voice shopping is switched off (VoicePurchaseNotEnabled). */
  readonly voicePurchaseEnabled: boolean;
  /** `rejected`: the buyer does not give the right voice code (CustomerApprovalFailure). */
  readonly voiceCode: 'accepted' | 'rejected';
  /** False: the Echo's software is too old (UnsupportedClientPlatform). */
  readonly deviceSupported: boolean;
}

/**
 * A merchant account in good order, with `changes` laid over it. Defaults: ¥100,000 per agreement and month,
 * no throttle, one test account `buyer@example.com`.
 */
export function merchantAccount(changes: Partial<AmazonPayAccount> = {}): AmazonPayAccount {
  return {
    sellerId: 'A1KOEMISE',
    countryOfEstablishment: 'JP',
    currency: 'JPY',
    linkedSkill: true,
    accountOpen: true,
    testAccountEmails: ['buyer@example.com'],
    periodLimitYen: 100_000,
    billingAgreementsEnabled: true,
    merchantEmail: 'owner@example.com',
    permissionDeclared: true,
    manifestComplete: true,
    authorizedProviderIds: [],
    requestsPerSecond: Number.POSITIVE_INFINITY,
    ...changes,
  };
}

/** A buyer who can pay: 1-Click, a Tokyo address, a valid method, voice shopping on; `changes` laid over it. */
export function ordinaryBuyer(userId: string, changes: Partial<SimulatedBuyer> = {}): SimulatedBuyer {
  return {
    userId,
    email: 'shopper@example.com',
    shippingAddress: {
      name: '見本 太郎',
      addressLine1: '見本町1-2-3',
      addressLine2: '見本ビル101',
      city: '目黒区',
      stateOrRegion: '東京都',
      postalCode: '153-0064',
      countryCode: 'JP',
      phone: '0312345678',
    },
    oneClickEnabled: true,
    paymentMethod: 'valid',
    voicePurchaseEnabled: true,
    voiceCode: 'accepted',
    deviceSupported: true,
    ...changes,
  };
}
