import { frozenAnswer, cartOf, readPresentOrder } from './present-order';
import { type Answer } from '../alexa/respond';
import { cartLeft } from '../voice/replies/cart';
import { whatWouldYouLike } from '../voice/replies/goods';
import { line } from '../voice/line';
import { forRequestType, type Handler, type Visit } from './handler';

/** Welcomes; with a cart left over asks whether to go on, and with money in motion tells the truth about it. */
export const launchHandler: Handler = {
  name: 'LaunchRequest',
  canHandle: forRequestType('LaunchRequest'),
  async handle(visit: Visit): Promise<Answer> {
    const order = await readPresentOrder(visit);
    const frozen = order === undefined ? undefined : frozenAnswer(order);
    if (frozen !== undefined) return frozen;
    const cart = cartOf(order, visit.deps);
    return cart.length > 0 ? cartLeft(cart) : whatWouldYouLike([line('welcome')]);
  },
};
