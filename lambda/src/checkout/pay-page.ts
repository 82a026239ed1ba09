import { type Config } from '../config';
import { writeCheckoutCode } from '../orders/checkout-code';
import { type Order, type Quote } from '../orders/order';
import { codeOf } from './issue-link';

/** The page an order is paid on, as a buyer is told of it. */
export interface PayPage {
  readonly orderId: string;
  readonly quote: Quote;
  /** Short enough to type; the page asks for the code. */
  readonly address: string;
  /** Two groups of four characters. */
  readonly code: string;
  /** Leads to the order at once; only for a mail, where it can be tapped. */
  readonly link: string;
  readonly expiresAtMs: number;
  /** Counts the links of the order. */
  readonly no: number;
  /** Whether the link goes out by mail, or went. */
  readonly isMailed: boolean;
}

/** What the addresses of pages are made of. */
export interface PayPageConfig extends Pick<Config, 'tokenSecret'> {
  readonly web: { readonly shopUrl: string } | undefined;
}

/**
 * The payment page of an order with a link. Undefined: it has none, or the web checkout is not set up. Whether the link is
 * still good is decided by `hasOpenLink`.
 */
export function payPageOf(order: Order, { web, tokenSecret }: PayPageConfig): PayPage | undefined {
  const { orderId, checkout, quote, mails } = order;
  const code = codeOf(order, tokenSecret);
  if (web === undefined || checkout === undefined || quote === undefined || code === undefined)
    return undefined;
  const address = `${web.shopUrl}/checkout`;
  return {
    orderId,
    quote,
    address,
    code: writeCheckoutCode(code),
    link: `${address}/${code}`,
    expiresAtMs: checkout.expiresAtMs,
    no: checkout.no,
    isMailed: mails.some(({ kind, state }) => kind === 'payLink' && state !== 'givenUp'),
  };
}
