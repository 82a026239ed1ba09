import { goodsTotalYen, type PricedLine } from '../../orders/cart';
import { type Quote } from '../../orders/order';
import { line, type Line, type Screen, type ScreenRow } from '../line';

/** What stands around the goods on a screen. `status`: first of all, what happened to the money. */
interface Around {
  readonly title: Line;
  readonly status: readonly Line[];
  readonly notes: readonly Line[];
}

/** The goods of a cart with their sum before shipping. */
export function cartScreen(lines: readonly PricedLine[], around: Pick<Around, 'status' | 'notes'>): Screen {
  const rows = lines.map(({ product: { name, counter, plan }, quantity, lineYen }) =>
    itemRow({ name, counter, quantity, lineYen, monthly: plan === 'monthly' }),
  );
  const total = row('screenGoodsTotal', amount(goodsTotalYen(lines)));
  return { type: 'order', title: line('screenCartTitle'), rows, total, ...around };
}

/** The goods of a quote with shipping and the total that is paid. */
export function quoteScreen({ lines, ships, shippingYen, totalYen }: Quote, around: Around): Screen {
  const free = line(ships ? 'screenShippingFree' : 'screenShippingNone');
  const shipping = row('screenShipping', shippingYen === 0 ? free : amount(shippingYen));
  const total = row('screenTotal', amount(totalYen));
  return { type: 'order', rows: [...lines.map(itemRow), shipping], total, ...around };
}

/** The goods of a quote whose shipping is known only on the payment page: no total that may turn out to be another one. */
export function goodsScreen({ lines, goodsYen }: Quote, around: Around): Screen {
  return {
    type: 'order',
    rows: lines.map(itemRow),
    total: row('screenGoodsTotal', amount(goodsYen)),
    ...around,
  };
}

/** Hints at the consent card in the Alexa app. `text`: the sentences that are spoken. */
export function consentScreen(text: readonly Line[]): Screen {
  return { type: 'notice', title: line('screenConsentTitle'), text };
}

function itemRow(
  item: Pick<Quote['lines'][number], 'name' | 'counter' | 'quantity' | 'lineYen' | 'monthly'>,
): ScreenRow {
  const { name, counter, quantity, lineYen, monthly } = item;
  const label = monthly
    ? line('screenItemMonthly', { name })
    : line('screenItem', { name, quantity, counter });
  return { label, amount: amount(lineYen) };
}

function row(key: 'screenShipping' | 'screenGoodsTotal' | 'screenTotal', value: Line): ScreenRow {
  return { label: line(key), amount: value };
}

/** For the eye, a comma after each three digits. */
function amount(amountYen: number): Line {
  return line('screenAmount', { amountYen: String(amountYen).replace(/\B(?=(\d{3})+$)/g, ',') });
}
