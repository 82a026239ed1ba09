import { goodsTotalYen, type PricedLine } from '../../orders/cart';
import { type Product } from '../../shop/shop';
import { line, type Line } from '../line';
import { type Reply } from '../reply';
import { whatWouldYouLike } from './goods';
import { cartScreen } from './screen';

/** Says what went into the cart and offers to check out. `before`: what the change did besides. */
export function addedToCart(
  product: Product,
  change: { quantity: number; capped: boolean; added: number },
  before: readonly Line[] = [],
): Reply {
  const { name, counter, priceYen } = product;
  if (product.plan === 'monthly')
    return offerCheckout([...before, line('subscriptionAdded', { name, counter, priceYen })]);
  if (change.capped)
    return offerCheckout([...before, line('quantityCapped', { name, counter, quantity: change.quantity })]);
  return offerCheckout([...before, line('added', { name, counter, quantity: change.added })]);
}

/** Says what was taken out, and what is left. `before`: what the change did besides. */
export function removedFromCart(
  { name }: Product,
  left: readonly PricedLine[],
  before: readonly Line[] = [],
): Reply {
  return cartSummary(left, [...before, line('removed', { name })]);
}

/** Says that a product is not in the cart, and what is. */
export function notInCart({ name }: Product, present: readonly PricedLine[]): Reply {
  return cartSummary(present, [line('notInCart', { name })]);
}

/** Reads the cart back and offers to check out; an empty cart asks what to order. */
export function cartSummary(lines: readonly PricedLine[], before: readonly Line[] = []): Reply {
  if (lines.length === 0) return whatWouldYouLike([...before, line('cartIsEmpty')]);
  const notes = [line('checkoutAnswers')];
  return {
    ...offerCheckout([...before, line('cartHolds', cartValues(lines))]),
    screen: cartScreen(lines, { status: before, notes }),
  };
}

/** Greets a buyer whose last session ended with goods in the cart, and asks whether to go on. */
export function cartLeft(lines: readonly PricedLine[], before: readonly Line[] = []): Reply {
  return {
    speech: [...before, line('cartLeft', cartValues(lines)), line('continueQuestion')],
    reprompt: [line('continueAnswers')],
    screen: cartScreen(lines, { status: before, notes: [line('continueAnswers')] }),
    question: { kind: 'continueCart' },
  };
}

/** The buyer does not want to check out or pay now: nothing is charged, the cart may be changed. */
export function askForChange(before: readonly Line[]): Reply {
  return {
    speech: [...before, line('changeQuestion')],
    reprompt: [line('changeAnswers')],
    question: { kind: 'change' },
  };
}

function offerCheckout(before: readonly Line[]): Reply {
  return {
    speech: [...before, line('checkoutQuestion')],
    reprompt: [line('checkoutAnswers')],
    question: { kind: 'checkout' },
  };
}

function cartValues(lines: readonly PricedLine[]): { items: { list: readonly Line[] }; goodsYen: number } {
  const list = lines.map(({ product: { name, counter }, quantity }) =>
    line('itemAndQuantity', { name, quantity, counter }),
  );
  return { items: { list }, goodsYen: goodsTotalYen(lines) };
}
