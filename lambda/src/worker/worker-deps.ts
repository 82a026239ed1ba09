import { type CheckoutCalls } from '../checkout/checkout-deps';
import { type PayPageConfig } from '../checkout/pay-page';
import { type ChargeContent } from '../payment/charge-payload';
import { type AuthorizationDetails } from '../payment/parse-connections-response';
import { type WorkStore } from '../orders/store';
import { type Shop } from '../shop/shop';
import { type Log } from '../telemetry/log';

/** What a read of Amazon Pay's books gave. `noAnswer`: nothing is known, ask again later. */
export type Reading =
  | { readonly type: 'read'; readonly details: AuthorizationDetails }
  | { readonly type: 'noAnswer'; readonly reason: string };

/**
 * The documented ways to ask Amazon Pay's server API about a charge. There is none by the merchant's own reference.
 * Neither method rejects.
 * @see money-safety.md, section 7
 */
export interface ChargeReader {
  /** GetAuthorizationDetails by Amazon's id. */
  readAuthorization(amazonAuthorizationId: string): Promise<Reading>;
  /**
   * AuthorizeOnBillingAgreement with the very same reference and content: gives the first result if there is one, and
   * charges if there is none. Only for charges that certainly left and whose buyer was told that the result follows.
   */
  repeatCharge(content: ChargeContent): Promise<Reading>;
}

/** A mail ready to go. */
export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same for every try of the same mail, so that a mail system can drop a second copy. */
  readonly messageId: string;
}

/** Sends mails; rejects when the mail was not taken. */
export interface Mailer {
  send(mail: OutgoingMail): Promise<void>;
}

/** Everything the background works with. */
export interface WorkerDeps {
  readonly store: WorkStore;
  readonly shop: Shop;
  readonly log: Log;
  readonly now: () => number;
  /** Name of this worker in leases; another one for each process. */
  readonly owner: string;
  /** Absent: no server API is configured, so an unknown outcome goes to a person. */
  readonly chargeReader?: ChargeReader | undefined;
  /** Amazon Pay's CV2 API for orders paid on the web; absent: such an order goes to a person. */
  readonly checkoutCalls?: CheckoutCalls | undefined;
  /** What links in mails are made of; absent: the web checkout is not set up, and no link is due. */
  readonly payPage?: PayPageConfig | undefined;
  /** Whether a charge may be repeated under its own reference; see `ChargeReader.repeatCharge`. */
  readonly mayRepeatCharge: boolean;
  /** Absent: no mail server is configured, so mails are given up and said so in the log. */
  readonly mailer?: Mailer | undefined;
}
