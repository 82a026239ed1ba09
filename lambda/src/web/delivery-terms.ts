import { type Quote } from '../orders/order';
import { type Shop } from '../shop/shop';
import { digitalDelivery } from '../voice/replies/order-lines';

/**
 * When and how the goods of an order arrive, as the shop file says it: what is shipped, and what is sent to no place.
 * @see certification-and-law.md, section 5.1 (delivery time)
 */
export function deliveryTerms(
  { ships, lines }: Pick<Quote, 'ships' | 'lines'>,
  shop: Shop,
): readonly string[] {
  return [...(ships ? [shop.terms.delivery] : []), ...digitalDelivery({ lines }, shop)];
}
