import { type Quote } from '../../orders/order';
import { line, type Line } from '../line';

/**
 * When an order that was taken without being paid is paid: as its goods are sent, or, where nothing is shipped, as they
 * are handed over. A part of a sentence.
 * @see certification-and-law.md, section 5.1 (time of payment); seed 002 (paymentIntent)
 */
export function paymentMoment({ ships }: Pick<Quote, 'ships'>): Line {
  return line(ships ? 'momentShipped' : 'momentHandedOver');
}
