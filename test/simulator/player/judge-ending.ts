import type { Order } from '../../../lambda/src/orders/order';
import type { Ending } from './conversation';
import { compare, type Difference } from './difference';
import type { ExpectedOrder, Sidecar } from './sidecar-schema';

/** Every expectation on the stored orders and the captures that was not met, and scenarios that met no directive. */
export function judgeEnding(
  { orders, captures }: Pick<Sidecar, 'orders' | 'captures'>,
  ending: Ending,
): readonly Difference[] {
  return [
    ...(orders === undefined ? [] : judgeOrders(orders, ending.orders)),
    ...compare(
      { path: ['captures'], what: "captures in Amazon Pay's ledger, yen" },
      captures,
      ending.capturesYen,
    ),
    ...ending.unusedScenarios.map((name) => ({
      path: ['turns'],
      what: 'scenarios',
      expected: `a directive that meets ${name}`,
      got: 'none came',
    })),
  ];
}

function judgeOrders(wanted: readonly ExpectedOrder[], got: readonly Order[]): readonly Difference[] {
  if (wanted.length !== got.length) {
    return compare({ path: ['orders'], what: 'number of orders' }, wanted.length, got.length);
  }
  return wanted.flatMap((expected, index) => {
    const order = got[index];
    return order === undefined ? [] : judgeOrder(expected, order, index);
  });
}

function judgeOrder(expected: ExpectedOrder, order: Order, index: number): readonly Difference[] {
  const check = (key: keyof ExpectedOrder, value: unknown): readonly Difference[] =>
    compare({ path: ['orders', index, key], what: `order ${order.orderId}, ${key}` }, expected[key], value);
  const { quote } = order;
  const goods = Object.fromEntries(order.lines.map(({ productId, quantity }) => [productId, quantity]));
  return [
    ...check('state', order.state),
    ...check('goods', goods),
    ...check('goodsYen', quote?.goodsYen),
    ...check('shippingYen', quote?.shippingYen),
    ...check('totalYen', quote?.totalYen),
    ...check(
      'requests',
      order.requests.map(({ kind }) => kind),
    ),
    ...judgeAttempts(expected, order, index),
  ];
}

function judgeAttempts(
  { attempts: wanted }: ExpectedOrder,
  order: Order,
  index: number,
): readonly Difference[] {
  if (wanted === undefined) return [];
  const what = `order ${order.orderId}, attempts`;
  const got = order.attempts.map(({ content, result }) => ({
    amountYen: content.amountYen,
    result: result?.effect,
    row: result?.row,
  }));
  const path = ['orders', index, 'attempts'];
  if (wanted.length !== got.length) return compare({ path, what }, wanted, got);
  return wanted.flatMap(({ amountYen, result, row }, no) => [
    ...compare({ path: [...path, no, 'amountYen'], what }, amountYen, got[no]?.amountYen),
    ...compare({ path: [...path, no, 'result'], what }, result, got[no]?.result),
    ...compare({ path: [...path, no, 'row'], what }, row, got[no]?.row),
  ]);
}
