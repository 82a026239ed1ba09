import { cartSummary } from '../voice/replies/cart';
import { forIntent, type Handler } from './handler';
import { cartOf, frozenAnswer, readPresentOrder } from './present-order';

/** Reads the cart back. */
export const cartHandler: Handler = {
  name: 'CartIntent',
  canHandle: forIntent('CartIntent'),
  async handle(visit) {
    const order = await readPresentOrder(visit);
    const frozen = order === undefined ? undefined : frozenAnswer(order);
    return frozen ?? cartSummary(cartOf(order, visit.deps));
  },
};
