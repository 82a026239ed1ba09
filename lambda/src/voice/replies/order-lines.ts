import { type Quote } from '../../orders/order';
import { type Destination } from '../../payment/outcome';
import { findProduct, type Shop } from '../../shop/shop';
import { line, type Line, type LineValue } from '../line';

/** Goods of a quote as they are spoken; a subscription is not counted. */
export function itemsOf({ lines }: Pick<Quote, 'lines'>): readonly Line[] {
  return lines.map(({ name, quantity, counter, monthly }) =>
    monthly ? line('recapSubscription', { name }) : line('recapItem', { name, quantity, counter }),
  );
}

/** Goods of a quote with their prices, as a card shows them. */
export function itemsOnCard({ lines }: Pick<Quote, 'lines'>): readonly Line[] {
  return lines.map(({ name, quantity, counter, lineYen }) =>
    line('cardItem', { name, quantity, counter, lineYen }),
  );
}

/** Goods and money of a quote, as a card shows them. Without anything to deliver there is no shipping and no place. */
export function quoteOnCard(quote: Quote): readonly Line[] {
  const { shippingYen, totalYen } = quote;
  const shipping = shippingYen === 0 ? line('cardShippingFree') : line('cardShipping', { shippingYen });
  return [
    ...itemsOnCard(quote),
    quote.ships ? shipping : line('cardShippingNone'),
    line('cardTotal', { totalYen }),
    ...(quote.ships ? [] : [line('cardDestinationNone')]),
  ];
}

/**
 * Delivery and cancellation terms, what a subscription binds the buyer to, and the contact, as a card shows them.
 * @see certification-and-law.md, 5.1
 */
export function termsOnCard(quote: Quote, shop: Shop): readonly Line[] {
  const { terms, support } = shop;
  return [
    ...(quote.ships ? [line('cardDelivery', { delivery: terms.delivery })] : []),
    ...digitalOnCard(quote, shop),
    line('cardCancellation', { cancellation: terms.cancellation }),
    ...subscriptionTerms(quote, shop).map((text) => line('cardSubscription', { subscription: text })),
    line('cardContact', { phone: support.phone, email: support.email, hours: support.hours }),
  ];
}

/** How goods that are sent to no place reach the buyer, as a card shows it; nothing when there are none. */
export function digitalOnCard(quote: Quote, shop: Shop): readonly Line[] {
  return digitalDelivery(quote, shop).map((text) => line('cardDigitalDelivery', { digitalDelivery: text }));
}

/** The shop's own words on how such goods reach the buyer: one text, or none when the quote holds no such goods. */
export function digitalDelivery({ lines }: Pick<Quote, 'lines'>, shop: Shop): readonly string[] {
  const { digitalDelivery: text } = shop.terms;
  const isDigital = lines.some(({ productId }) => findProduct(shop, productId)?.delivery === 'none');
  return isDigital && text !== undefined ? [text] : [];
}

/**
 * The shop's own words on the contract of a monthly delivery, its length and how it ends: one text, or none when the
 * quote holds nothing monthly.
 * @see certification-and-law.md, section 5.1 (subscriptions: period and cancellation)
 */
export function subscriptionTerms({ lines }: Pick<Quote, 'lines'>, shop: Shop): readonly string[] {
  const { subscription: text } = shop.terms;
  return lines.some(({ monthly }) => monthly) && text !== undefined ? [text] : [];
}

/** The delivery place as one value; undefined when Amazon gave no address. */
export function placeOf(destination: Destination | undefined): LineValue | undefined {
  const { stateOrRegion, city, addressLine1, addressLine2, addressLine3, name } = destination ?? {};
  const address = [stateOrRegion, city, addressLine1, addressLine2, addressLine3].filter(isGiven).join('');
  if (address === '') return undefined;
  return isGiven(name) ? { list: [line('recapDestinationName', { address, name })] } : address;
}

function isGiven(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}
