import { codeKeyOf, parseCheckoutCode } from '../orders/checkout-code';
import { type Order } from '../orders/order';
import { type CheckoutDeps } from './checkout-deps';

/**
 * The order that a typed code leads to, whatever its state. Undefined: no code, a guessed one, or one of an older link.
 * Who may see what of it is decided by `viewOf`: anybody while the link is open, then the browser that had it open.
 * @throws StoreUnavailableError, StoreItemError as the store does
 */
export async function findOrderByCode(
  { store, config }: Pick<CheckoutDeps, 'store' | 'config'>,
  typed: string,
): Promise<Order | undefined> {
  const code = parseCheckoutCode(typed);
  if (code === undefined) return undefined;
  const codeKey = codeKeyOf(code, config.tokenSecret);
  const orderId = await store.readPointer(codeKey);
  const order = orderId === undefined ? undefined : await store.readOrder(orderId);
  return order?.checkout?.codeKey === codeKey ? order : undefined;
}
