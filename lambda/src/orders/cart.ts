import { type Product, type Shop } from '../shop/shop';
import { type CartLine } from './order';

/** At most this many of one product in one order. */
export const MAX_QUANTITY = 99;

/** Lines after a change. `quantity`: how many of the product are in the cart now. `capped`: more was asked for. */
export interface CartChange {
  readonly lines: CartLine[];
  readonly quantity: number;
  readonly capped: boolean;
}

/**
 * Puts goods into the cart. `quantity`: 1 to 99. A product that is already there grows, up to 99; a subscription is
 * there once or not at all.
 */
export function addToCart(lines: readonly CartLine[], product: Product, quantity: number): CartChange {
  const present = lines.find(({ productId }) => productId === product.id)?.quantity ?? 0;
  const max = product.plan === 'monthly' ? 1 : MAX_QUANTITY;
  const wanted = present + quantity;
  const line = { productId: product.id, quantity: Math.min(wanted, max) };
  const others = lines.filter(({ productId }) => productId !== product.id);
  return { lines: [...others, line], quantity: line.quantity, capped: wanted > max };
}

/** Takes a product out of the cart, however many there are. Undefined: it was not there. */
export function removeFromCart(lines: readonly CartLine[], productId: string): CartLine[] | undefined {
  const left = lines.filter((line) => line.productId !== productId);
  return left.length === lines.length ? undefined : left;
}

/** A line of the cart with its product and price. Goods that the shop no longer sells are left out. */
export interface PricedLine {
  readonly product: Product;
  readonly quantity: number;
  /** Whole yen: price times quantity. */
  readonly lineYen: number;
}

/** Prices the cart at the shop's present prices. */
export function priceCart(lines: readonly CartLine[], shop: Shop): readonly PricedLine[] {
  return lines.flatMap(({ productId, quantity }) => {
    const product = shop.products.find(({ id }) => id === productId);
    return product === undefined ? [] : [{ product, quantity, lineYen: product.priceYen * quantity }];
  });
}

/** Whether anything in the cart goes to a place; a gift code does not. */
export function isShipped(lines: readonly PricedLine[]): boolean {
  return lines.some(({ product }) => product.delivery === 'ship');
}

/** Whole yen of the goods, without shipping. */
export function goodsTotalYen(lines: readonly PricedLine[]): number {
  return lines.reduce((sum, { lineYen }) => sum + lineYen, 0);
}
