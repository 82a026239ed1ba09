import { type Config, type WebConfig } from '../config';
import { QUOTE_LIFE_MS } from '../orders/quote';
import { type Shop } from '../shop/shop';
import { type Say } from './page-text';
import { isPaidAtOnce } from './payment-time';

/** The ways in which a shop is paid: by voice beside its page, or on the page alone; and what the page does. */
type Ways = Pick<Config, 'paymentChannel'> & Pick<WebConfig, 'paymentIntent'>;

/**
 * When orders are paid, for every way in which this shop takes them: by voice at once, on its page as it is set. One text
 * for each time; where the two differ, each names its way.
 * @see certification-and-law.md, section 5.1 (Art. 11, time of payment)
 */
export function paymentTimes(say: Say, shop: Shop, ways: Ways): readonly string[] {
  const atOnce = shop.terms.paymentTime;
  if (isPaidAtOnce(ways)) return [atOnce];
  const later = laterTimes(say, shop);
  if (ways.paymentChannel === 'web') return later;
  return [
    say('pageLegalTimeByVoice', { paymentTime: atOnce }),
    ...later.map((paymentTime) => say('pageLegalTimeOnPage', { paymentTime })),
  ];
}

/**
 * How long offers hold: the shop's own words, for an amount that is read by voice its ten minutes, and for the page that
 * it tells so itself. Where nothing is paid by voice no amount is read that would have to hold.
 * @see certification-and-law.md, section 5.1 (Art. 11, period of the offer)
 */
export function orderPeriods(
  say: Say,
  shop: Shop,
  { paymentChannel }: Pick<Config, 'paymentChannel'>,
): readonly string[] {
  const minutes = QUOTE_LIFE_MS / 60_000;
  return [
    shop.terms.orderPeriod,
    ...(paymentChannel === 'voice' ? [say('pageLegalQuoteLife', { minutes })] : []),
    say('pageLegalOrderPeriodWeb'),
  ];
}

/** Times of payment that are told of goods by how they reach the buyer; only those of goods that the shop sells. */
function laterTimes(say: Say, { products }: Shop): readonly string[] {
  const hasShipped = products.some(({ delivery }) => delivery === 'ship');
  const hasOthers = products.some(({ delivery }) => delivery === 'none');
  if (!hasShipped) return [say('pagePaidWhenHandedOver')];
  return [say('pagePaidWhenShipped'), ...(hasOthers ? [say('pageLegalTimeNothingShipped')] : [])];
}
