import { type Cv2Address } from '../amazon-pay/cv2/objects';
import { deliveryFault, type DeliveryFault } from '../orders/deliverable';
import { type Order, type Quote } from '../orders/order';
import { shippingFeeYen } from '../orders/quote';
import { type Destination } from '../payment/outcome';
import { type Shop } from '../shop/shop';

/** The order's total for an address, or why there is none. `noGoods`: nothing was ever quoted. */
export type PricedCheckout =
  | { readonly ok: true; readonly quote: Quote }
  | { readonly ok: false; readonly reason: DeliveryFault | 'noGoods' };

/** What a checkout's total is made of. `address`: as Amazon Pay shares it; needed only where goods are shipped. */
export interface CheckoutPlace {
  readonly address: Cv2Address | undefined;
  readonly nowMs: number;
}

/**
 * Computes the total of a waiting order, always here and never in the page. The goods keep the prices of the link while it
 * lives; shipping follows the address.
 * @see amazon-pay-server-apis.md, section 13 (rules 1 and 6)
 */
export function priceCheckout(order: Order, { address, nowMs }: CheckoutPlace, shop: Shop): PricedCheckout {
  const destination = address === undefined ? undefined : destinationOf(address);
  return priceFor(order, { destination, nowMs }, shop);
}

/** The same for a place that is in the form of a quote already, as the CV1 API gives it. */
export function priceFor(
  order: Order,
  place: { readonly destination: Destination | undefined; readonly nowMs: number },
  shop: Shop,
): PricedCheckout {
  const snapshot = order.quote;
  if (snapshot === undefined || snapshot.lines.length === 0) return { ok: false, reason: 'noGoods' };
  const { ships, goodsYen } = snapshot;
  const destination = ships ? place.destination : undefined;
  const fault = ships ? deliveryFault(destination) : undefined;
  if (fault !== undefined) return { ok: false, reason: fault };
  const shippingYen = ships ? shippingFeeYen(goodsYen, destination, shop) : 0;
  const totalYen = goodsYen + shippingYen;
  return {
    ok: true,
    quote: { ...snapshot, shippingYen, totalYen, destination, quotedAtMs: place.nowMs },
  };
}

/** An address of Amazon Pay in the form in which quotes hold one; null and empty parts are left out. */
function destinationOf(address: Cv2Address): Destination {
  const part = (name: string): string | undefined => {
    const text = Object.hasOwn(address, name) ? address[name] : undefined;
    return text === null || text === '' ? undefined : text;
  };
  return {
    name: part('name'),
    addressLine1: part('addressLine1'),
    addressLine2: part('addressLine2'),
    addressLine3: part('addressLine3'),
    city: part('city'),
    stateOrRegion: part('stateOrRegion'),
    postalCode: part('postalCode'),
    countryCode: part('countryCode'),
    phone: part('phoneNumber'),
  };
}
