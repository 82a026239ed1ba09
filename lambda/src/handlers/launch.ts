import { type Answer } from '../alexa/respond';
import { type Change, changeOrder, moveTo } from '../orders/change-order';
import { type Order } from '../orders/order';
import { line, type Line } from '../voice/line';
import { cartLeft } from '../voice/replies/cart';
import { whatWouldYouLike } from '../voice/replies/goods';
import { statusLines } from '../voice/replies/status';
import { forRequestType, type Handler, type Visit } from './handler';
import { cartOf, frozenAnswer, readPresentOrder } from './present-order';

/**
 * Welcomes; tells a result that came after the last conversation, asks whether to go on with a cart that was left, and
 * with money in motion tells the truth about it.
 */
export const launchHandler: Handler = {
  name: 'LaunchRequest',
  canHandle: forRequestType('LaunchRequest'),
  async handle(visit: Visit): Promise<Answer> {
    const order = await readPresentOrder(visit);
    const frozen = order === undefined ? undefined : frozenAnswer(order);
    if (frozen !== undefined) return frozen;
    const late = order?.untold === true ? await tellLateResult(visit, order) : [];
    const cart = cartOf(order, visit.deps);
    if (cart.length > 0) return cartLeft(cart, late);
    return whatWouldYouLike(late.length > 0 ? late : [line('welcome')]);
  },
};

/** The result of a charge that was decided while nobody listened, told once. */
async function tellLateResult({ deps }: Visit, order: Order): Promise<readonly Line[]> {
  return changeOrder(deps.store, order, (current): Change<readonly Line[]> => {
    if (!current.untold) return { result: [] };
    return {
      order: moveTo(current, current.state, { untold: false, nowMs: deps.now() }),
      result: statusLines(current),
    };
  });
}
