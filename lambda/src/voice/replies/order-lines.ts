import { type Quote } from '../../orders/order';
import { type Destination } from '../../payment/outcome';
import { type Shop } from '../../shop/shop';
import { line, type Line, type LineValue } from '../line';

/** Goods and money of a quote, as a card shows them. */
export function quoteOnCard({ lines, shippingYen, totalYen }: Quote): readonly Line[] {
  return [
    ...lines.map(({ name, quantity, counter, lineYen }) =>
      line('cardItem', { name, quantity, counter, lineYen }),
    ),
    shippingYen === 0 ? line('cardShippingFree') : line('cardShipping', { shippingYen }),
    line('cardTotal', { totalYen }),
  ];
}

/** Delivery and cancellation terms and the contact, as a card shows them. @see certification-and-law.md, 5.1 */
export function termsOnCard({ terms, support }: Shop): readonly Line[] {
  return [
    line('cardDelivery', { delivery: terms.delivery }),
    line('cardCancellation', { cancellation: terms.cancellation }),
    line('cardContact', { phone: support.phone, email: support.email, hours: support.hours }),
  ];
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
