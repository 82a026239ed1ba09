import { type Answer } from '../alexa/respond';
import { priceCart, removeFromCart } from '../orders/cart';
import { type Change, changeOrder } from '../orders/change-order';
import { findProduct, type Product } from '../shop/shop';
import { cartSummary, notInCart, removedFromCart } from '../voice/replies/cart';
import { askProduct } from '../voice/replies/goods';
import { forIntent, type Handler, type Visit } from './handler';
import { cartOf, frozenAnswer, readPresentOrder, withGoods } from './present-order';
import { closingLines } from './web-checkout';

/** Takes a product out of the cart. */
export const removeItemHandler: Handler = {
  name: 'RemoveItemIntent',
  canHandle: forIntent('RemoveItemIntent'),
  handle(visit) {
    const said = visit.turn.intent?.slots.product;
    const product = said?.id === undefined ? undefined : findProduct(visit.deps.shop, said.id);
    if (product !== undefined) return takeOut(visit, product);
    const directive = { type: 'Dialog.ElicitSlot', slotToElicit: 'product' } as const;
    return Promise.resolve({ ...askProduct(visit.deps.shop, said?.spoken), directive });
  },
};

async function takeOut(visit: Visit, product: Product): Promise<Answer> {
  const { store, shop, now } = visit.deps;
  const order = await readPresentOrder(visit);
  if (order === undefined || cartOf(order, visit.deps).length === 0) {
    return order === undefined ? cartSummary([]) : (frozenAnswer(order) ?? cartSummary([]));
  }
  return changeOrder(store, order, (current): Change<Answer> => {
    const frozen = frozenAnswer(current);
    if (frozen !== undefined) return { result: frozen };
    const left = removeFromCart(current.lines, product.id);
    if (left === undefined) return { result: notInCart(product, cartOf(current, visit.deps)) };
    return {
      order: withGoods(current, left, now()),
      result: removedFromCart(product, priceCart(left, shop), closingLines(visit, current)),
    };
  });
}
