import { checkoutCode, writeCheckoutCode } from '../../../lambda/src/orders/checkout-code';
import type { Order } from '../../../lambda/src/orders/order';
import type { OwnNumbers } from './match-words';

/**
 * Numbers of the orders, the codes of every link they ever had, and the deadlines of the links they have. `tokenSecret`:
 * what the codes are made with.
 */
export function ownNumbersOf(
  orders: readonly Pick<Order, 'orderId' | 'linksMade' | 'checkout'>[],
  tokenSecret: string,
): OwnNumbers {
  return {
    orderIds: orders.map(({ orderId }) => orderId),
    checkoutCodes: orders.flatMap(({ orderId, linksMade }) =>
      Array.from({ length: linksMade }, (_, index) =>
        writeCheckoutCode(checkoutCode({ orderId, no: index + 1 }, tokenSecret)),
      ),
    ),
    deadlines: orders.flatMap(({ checkout }) =>
      checkout === undefined ? [] : deadlines(checkout.expiresAtMs),
    ),
  };
}

const JAPAN_OFFSET_MS = 9 * 60 * 60 * 1000;

/** A moment in both ways in which the shop says it; the longer ones first, because one may begin like another. */
function deadlines(atMs: number): readonly string[] {
  const [year, month, day, hour, minute] = new Date(atMs + JAPAN_OFFSET_MS)
    .toISOString()
    .split(/\D/)
    .map(Number);
  const written = `${year ?? 0}年${month ?? 0}月${day ?? 0}日 ${hour ?? 0}時${String(minute).padStart(2, '0')}分`;
  const spoken = `${month ?? 0}月${day ?? 0}日の${hour ?? 0}時${minute === 0 ? '' : `${minute ?? 0}分`}`;
  return [written, spoken];
}
