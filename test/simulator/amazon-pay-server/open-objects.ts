/** Objects that begin at the buyer's: a checkout session in the page, an agreement or permission by consent. */
import type { BillingAgreement, CheckoutSession, ReleaseEnvironment } from '../amazon-pay/ledger-records';
import { newObjectId } from '../amazon-pay/object-ids';
import { japaneseMonth } from '../amazon-pay/yen';
import type { World } from './world';

/** The person who pays in a browser: Amazon knows no Alexa user here. */
export const WEB_BUYER = 'buyer-of-the-web';

/** A session as the page made it; absent fields take what an ordinary purchase has. */
export type SessionAsk = { readonly chargeYen: number | undefined } & Partial<
  Omit<CheckoutSession, 'checkoutSessionId' | 'createdAtMs'>
>;

/** A permission as the buyer gave it. */
export interface PermissionAsk {
  readonly environment?: ReleaseEnvironment;
  readonly userId?: string;
  readonly status?: BillingAgreement['status'];
}

/** Where the buyers of the CV1 interfaces live; the same place, in their field names. */
export const TOKYO_DESTINATION = {
  name: '見本 太郎',
  addressLine1: '見本町1-2-3',
  city: '目黒区',
  stateOrRegion: '東京都',
  postalCode: '153-0064',
  countryCode: 'JP',
  phone: '0312345678',
} as const;

/** An address as Amazon shares it with the merchant. */
export const SESSION_ADDRESS = {
  name: '見本 太郎',
  addressLine1: '見本町1-2-3',
  addressLine2: null,
  city: '目黒区',
  stateOrRegion: '東京都',
  postalCode: '153-0064',
  countryCode: 'JP',
  phoneNumber: '0312345678',
} as const;

/** Opens a session; returns its id. */
export function openSession({ ledger, effects }: World, ask: SessionAsk): string {
  const record: CheckoutSession = {
    environment: 'SANDBOX',
    userId: WEB_BUYER,
    state: 'Open',
    productType: 'PayAndShip',
    paymentIntent: 'AuthorizeWithCapture',
    canHandlePendingAuthorization: false,
    address: SESSION_ADDRESS,
    ...ask,
    checkoutSessionId: newSessionId(effects.random),
    createdAtMs: effects.now(),
  };
  ledger.books.commit([{ kind: 'checkoutSession', record }]);
  return record.checkoutSessionId;
}

/** Opens an agreement, which is a charge permission too; returns its id. */
export function openPermission({ ledger, effects }: World, ask: PermissionAsk): string {
  const environment = ask.environment ?? 'SANDBOX';
  const record: BillingAgreement = {
    billingAgreementId: newObjectId('agreement', environment, {
      random: effects.random,
      isUsed: (id) => ledger.billingAgreements.has(id),
    }),
    userId: ask.userId ?? WEB_BUYER,
    environment,
    status: ask.status ?? 'OPEN',
    createdAtMs: effects.now(),
    periodMonth: japaneseMonth(effects.now()),
    periodYen: 0,
  };
  ledger.books.commit([{ kind: 'billingAgreement', record }]);
  return record.billingAgreementId;
}

function newSessionId(random: () => number): string {
  const hex = (count: number): string =>
    Array.from({ length: count }, () => Math.floor(random() * 16).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
}
