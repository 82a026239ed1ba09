import type { Order } from '../../../lambda/src/orders/order';
import type { Ending } from './conversation';
import type { Paint } from './paint';
import { printLine } from './print-turn';

/** The stored orders and the captures at the end of a conversation, as lines for the terminal. */
export function printEnding(
  { orders, capturesYen, unusedScenarios }: Ending,
  paint: Paint,
): readonly string[] {
  const captures = capturesYen.length === 0 ? 'none' : capturesYen.map((yen) => `${yen} yen`).join(', ');
  return [
    '',
    paint('dim', `── what is left ${'─'.repeat(52)}`),
    ...(orders.length === 0 ? [printLine('order', 'none was stored')] : orders.flatMap(printOrder)),
    printLine('captured', captures),
    ...unusedScenarios.map((name) => printLine('never met', paint('yellow', name))),
  ];
}

function printOrder({ orderId, state, quote, lines, attempts, requests }: Order): readonly string[] {
  const goods = lines.map(({ productId, quantity }) => `${productId} ${quantity}`).join(', ');
  const total =
    quote === undefined
      ? 'no quote'
      : `goods ${quote.goodsYen} + shipping ${quote.shippingYen} = ${quote.totalYen} yen`;
  return [
    printLine('order', `${orderId}  ${state}`),
    printLine('', `${goods === '' ? 'no goods' : goods}; ${total}`),
    ...attempts.map(({ n, content, result }) => {
      const outcome =
        result === undefined ? 'no answer' : `${result.effect} (${result.row}, ${result.reason})`;
      return printLine(
        '',
        `attempt ${n}: ${content.authorizationReferenceId}, ${content.amountYen} yen: ${outcome}`,
      );
    }),
    ...requests.map(({ kind }) => printLine('', `asked a person to ${kind}`)),
  ];
}
