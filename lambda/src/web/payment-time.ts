import { type WebConfig } from '../config';
import { type Shop } from '../shop/shop';
import { type Say } from './page-text';

/**
 * When an order of the web checkout is paid: the shop's own words where it is captured at once, else that it is charged
 * when the goods leave.
 * @see certification-and-law.md, section 5.1 (time of payment); seed 002 (paymentIntent)
 */
export function paymentTime(
  say: Say,
  shop: Shop,
  { paymentIntent }: Pick<WebConfig, 'paymentIntent'>,
): string {
  return paymentIntent === 'AuthorizeWithCapture' ? shop.terms.paymentTime : say('pagePaymentTimeLater');
}
