import { checkoutCode, writeCheckoutCode } from '../../../lambda/src/orders/checkout-code';
import type { Order } from '../../../lambda/src/orders/order';
import type { OwnNumbers } from './match-words';

/** Numbers of the orders, and the codes of every link they ever had. `tokenSecret`: what the codes are made with. */
export function ownNumbersOf(
  orders: readonly Pick<Order, 'orderId' | 'linksMade'>[],
  tokenSecret: string,
): OwnNumbers {
  return {
    orderIds: orders.map(({ orderId }) => orderId),
    checkoutCodes: orders.flatMap(({ orderId, linksMade }) =>
      Array.from({ length: linksMade }, (_, index) =>
        writeCheckoutCode(checkoutCode({ orderId, no: index + 1 }, tokenSecret)),
      ),
    ),
  };
}
