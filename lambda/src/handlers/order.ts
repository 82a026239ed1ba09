import { type Answer } from '../alexa/respond';
import { readQuantity } from '../alexa/slots';
import { addToCart } from '../orders/cart';
import { type Change, changeOrder } from '../orders/change-order';
import { type Order } from '../orders/order';
import { findProduct, type Product } from '../shop/shop';
import { addedToCart } from '../voice/replies/cart';
import { askProduct, askQuantity } from '../voice/replies/goods';
import { forIntent, type Handler, type Visit } from './handler';
import { frozenAnswer, presentOrNewOrder, withGoods } from './present-order';
import { closingLines } from './web-checkout';

/** Puts goods into the cart; asks for the product or the quantity when they are missing or cannot be used. */
export const orderHandler: Handler = {
  name: 'OrderIntent',
  canHandle: forIntent('OrderIntent'),
  handle: (visit) => takeOrder(visit),
};

/** Puts the subscription into the cart. */
export const subscribeHandler: Handler = {
  name: 'SubscribeIntent',
  canHandle: forIntent('SubscribeIntent'),
  handle(visit) {
    const subscription = visit.deps.shop.products.find(({ plan }) => plan === 'monthly');
    return subscription === undefined
      ? Promise.resolve(elicitProduct(visit))
      : putIntoCart(visit, subscription, 1);
  },
};

async function takeOrder(visit: Visit): Promise<Answer> {
  const { product: said, quantity: amount } = visit.turn.intent?.slots ?? NO_SLOTS;
  const product = said.id === undefined ? undefined : findProduct(visit.deps.shop, said.id);
  if (product === undefined) return elicitProduct(visit, said.spoken);
  if (product.plan === 'monthly') return putIntoCart(visit, product, 1);
  const quantity = readQuantity(amount);
  if (typeof quantity === 'number') return putIntoCart(visit, product, quantity);
  return {
    ...askQuantity(product, quantity === 'outOfRange'),
    directive: { type: 'Dialog.ElicitSlot', slotToElicit: 'quantity' },
  };
}

const NOTHING_SAID = { spoken: undefined, id: undefined };
const NO_SLOTS = { product: NOTHING_SAID, quantity: NOTHING_SAID };

function elicitProduct({ turn, deps }: Visit, spoken?: string): Answer {
  const reply = askProduct(deps.shop, spoken);
  // Only an order sentence has slots to ask for; elsewhere the buyer's next sentence is one.
  return turn.intent?.name === 'OrderIntent'
    ? { ...reply, directive: { type: 'Dialog.ElicitSlot', slotToElicit: 'product' } }
    : reply;
}

async function putIntoCart(visit: Visit, product: Product, quantity: number): Promise<Answer> {
  const { store, now } = visit.deps;
  const order = await presentOrNewOrder(visit);
  return changeOrder(store, order, (current): Change<Answer> => {
    const frozen = frozenAnswer(current);
    if (frozen !== undefined) return { result: frozen };
    return {
      order: added(current, product, { quantity, nowMs: now() }),
      result: addedToCart(
        product,
        { ...addToCart(current.lines, product, quantity), added: quantity },
        closingLines(visit, current),
      ),
    };
  });
}

function added(
  order: Order,
  product: Product,
  { quantity, nowMs }: { quantity: number; nowMs: number },
): Order {
  return withGoods(order, addToCart(order.lines, product, quantity).lines, nowMs);
}
