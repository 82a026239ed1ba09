import { type WebConfig } from '../config';
import { type Quote } from '../orders/order';
import { type Shop } from '../shop/shop';
import { type PromptKey } from '../voice/prompts';
import { type Say } from './page-text';

/** What the time of payment depends on: the shop's setting, and whether the order has anything to ship. */
type PaymentTerms = Pick<WebConfig, 'paymentIntent'> & Pick<Quote, 'ships'>;

/** Whether an order is paid when the buyer presses the button; else it is authorized or only permitted then. */
export function isPaidAtOnce({ paymentIntent }: Pick<WebConfig, 'paymentIntent'>): boolean {
  return paymentIntent === 'AuthorizeWithCapture';
}

/**
 * When an order of the web checkout is paid: the shop's own words where it is captured at once, else that it is charged
 * when the goods leave, or are handed over where nothing is shipped.
 * @see certification-and-law.md, section 5.1 (time of payment); seed 002 (paymentIntent)
 */
export function paymentTime(say: Say, shop: Shop, terms: PaymentTerms): string {
  return isPaidAtOnce(terms) ? shop.terms.paymentTime : say(paidLaterKey(terms));
}

/** What the press of the button does: pays and orders, or orders alone, and when the payment follows. */
export function payHint(say: Say, terms: PaymentTerms): string {
  return isPaidAtOnce(terms)
    ? say('pagePayHint')
    : say('pagePayHintLater', { paymentTime: say(paidLaterKey(terms)) });
}

/** The sentence that tells when an order that was taken without being paid is paid. */
export function paidLaterKey({ ships }: Pick<Quote, 'ships'>): PromptKey {
  return ships ? 'pagePaidWhenShipped' : 'pagePaidWhenHandedOver';
}
