import { type Answer } from '../alexa/respond';
import { type Change, changeOrder } from '../orders/change-order';
import { line } from '../voice/line';
import { whatWouldYouLike } from '../voice/replies/goods';
import { forIntent, type Handler, type Visit } from './handler';
import { frozenAnswer, cartOf, readPresentOrder, withGoods } from './present-order';
import { closingLines } from './web-checkout';

/** Empties the cart and begins anew. */
export const startOverHandler: Handler = {
  name: 'AMAZON.StartOverIntent',
  canHandle: forIntent('AMAZON.StartOverIntent'),
  handle: (visit) => startOver(visit),
};

/** Empties the cart, unless money may be moving: then the buyer hears where the order stands. */
export async function startOver(visit: Visit): Promise<Answer> {
  const order = await readPresentOrder(visit);
  const emptied = whatWouldYouLike([line('startedOver')]);
  if (order === undefined) return emptied;
  return changeOrder(visit.deps.store, order, (current): Change<Answer> => {
    const frozen = frozenAnswer(current);
    if (frozen !== undefined) return { result: frozen };
    if (cartOf(current, visit.deps).length === 0) return { result: emptied };
    return {
      order: withGoods(current, [], visit.deps.now()),
      result: whatWouldYouLike([...closingLines(visit, current), line('startedOver')]),
    };
  });
}
