/** A simulated Amazon Pay with a clock that tests set, and requests in good order to change one thing of. */
import type { ConnectionAnswer, ConnectionContext } from '../../../simulator/contract';
import {
  merchantAccount,
  ordinaryBuyer,
  type AmazonPayAccount,
  type SimulatedBuyer,
} from '../../../simulator/amazon-pay/account';
import { createAmazonPay, type AmazonPay } from '../../../simulator/amazon-pay/amazon-pay';
import type { Ledger } from '../../../simulator/amazon-pay/ledger';
import {
  createMerchantOperations,
  type MerchantOperations,
} from '../../../simulator/amazon-pay/merchant-operations';

/** Anything a test wants to change in a payload. */
type Json = Record<string, unknown>;

/** An answer as a test reads it; a member that the answer lacks is missing at run time. */
interface SeenAnswer {
  readonly name: string;
  readonly token: string;
  readonly status: { readonly code: string | number; readonly message: string };
  readonly payload: {
    readonly errorCode: string;
    readonly errorMessage: string;
    readonly amazonOrderReferenceId: string;
    readonly billingAgreementDetails: Json & {
      readonly billingAgreementId: string;
      readonly billingAgreementStatus: string;
    };
    readonly authorizationDetails: Json & {
      readonly amazonAuthorizationId: string;
      readonly authorizationStatus: { readonly state: string; readonly reasonCode: string };
    };
  };
}

export const START_MS = Date.parse('2026-11-22T03:00:00Z');

/** All that a test of the simulated Amazon Pay touches. */
export interface Counter {
  readonly pay: AmazonPay;
  readonly merchant: MerchantOperations;
  readonly clock: { nowMs: number };
  /** What the simulator itself did wrong; empty in a healthy test. */
  readonly defects: unknown[];
  buyer: SimulatedBuyer;
  account: AmazonPayAccount;
  context: ConnectionContext;
  ask(directive: unknown): Promise<SeenAnswer>;
  /** Runs Setup and gives the agreement's id. */
  setUp(): Promise<string>;
  /** Runs Setup, then Charge with changes laid over its payload. */
  charge(changes?: Json): Promise<SeenAnswer>;
}

export function openCounter(
  options: { ledger?: Ledger; account?: Partial<AmazonPayAccount>; seed?: number } = {},
): Counter {
  const clock = { nowMs: START_MS };
  const defects: unknown[] = [];
  const effects = { now: () => clock.nowMs, random: seededRandom(options.seed ?? 7) };
  const pay: AmazonPay = createAmazonPay({
    account: () => counter.account,
    effects,
    buyerOf: () => counter.buyer,
    onDefect: (error) => defects.push(error),
    ...(options.ledger === undefined ? {} : { ledger: options.ledger }),
  });
  const counter: Counter = {
    pay,
    merchant: createMerchantOperations(pay.ledger, effects),
    clock,
    defects,
    buyer: ordinaryBuyer('amzn1.ask.account.A'),
    account: merchantAccount(options.account),
    context: { userId: 'amzn1.ask.account.A', stage: 'development', consent: 'GRANTED' },
    ask: async (directive) => {
      const deliveries = await pay.connect(directive, counter.context);
      return readable(deliveries[0]?.answer);
    },
    setUp: async () =>
      (await counter.ask(setupDirective())).payload.billingAgreementDetails.billingAgreementId,
    charge: async (changes = {}) => {
      const billingAgreementId = await counter.setUp();
      return counter.ask(chargeDirective({ billingAgreementId, ...changes }));
    },
  };
  return counter;
}

/** An answer as it comes over the wire, so that a test sees what the skill would see. */
export function readable(answer: ConnectionAnswer | undefined): SeenAnswer {
  return JSON.parse(JSON.stringify(answer ?? null)) as SeenAnswer;
}

function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const VERSION = { '@version': '2' };

export function setupDirective(changes: Json = {}): Json {
  return {
    type: 'Connections.SendRequest',
    name: 'Setup',
    token: 'setup-token',
    payload: {
      '@type': 'SetupAmazonPayRequest',
      ...VERSION,
      sellerId: 'A1KOEMISE',
      countryOfEstablishment: 'JP',
      ledgerCurrency: 'JPY',
      checkoutLanguage: 'ja_JP',
      needAmazonShippingAddress: true,
      sandboxMode: true,
      sandboxCustomerEmailId: 'buyer@example.com',
      billingAgreementAttributes: agreementAttributes(),
      ...changes,
    },
  };
}

export function agreementAttributes(changes: Json = {}): Json {
  return {
    '@type': 'BillingAgreementAttributes',
    ...VERSION,
    sellerNote: 'ご注文ありがとうございます',
    sellerBillingAgreementAttributes: {
      '@type': 'SellerBillingAgreementAttributes',
      ...VERSION,
      storeName: 'こえみせ珈琲',
    },
    ...changes,
  };
}

export function chargeDirective(changes: Json = {}): Json {
  return {
    type: 'Connections.SendRequest',
    name: 'Charge',
    token: 'charge-token',
    payload: {
      '@type': 'ChargeAmazonPayRequest',
      ...VERSION,
      sellerId: 'A1KOEMISE',
      billingAgreementId: 'C03-0000000-0000000',
      paymentAction: 'AuthorizeAndCapture',
      authorizeAttributes: authorizeAttributes(),
      sellerOrderAttributes: {
        '@type': 'SellerOrderAttributes',
        ...VERSION,
        sellerOrderId: 'ORDER-1',
        storeName: 'こえみせ珈琲',
        sellerNote: 'ご注文ありがとうございます',
      },
      ...changes,
    },
  };
}

export function authorizeAttributes(changes: Json = {}): Json {
  return {
    '@type': 'AuthorizeAttributes',
    ...VERSION,
    authorizationReferenceId: '5f1c0e6b9a7d4c2e8b3f6a1d0c9e7b42',
    authorizationAmount: price('3980'),
    transactionTimeout: 0,
    sellerAuthorizationNote: '',
    ...changes,
  };
}

export function price(amount: unknown, currencyCode = 'JPY'): Json {
  return { '@type': 'Price', ...VERSION, amount, currencyCode };
}
