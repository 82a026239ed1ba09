import { fill, type PageData, property, textOf } from './page';
import { type PageEffects } from './page-effects';

/** Shows the totals that the server computed, and says them. An answer without them changes nothing. */
export function showTotals(
  data: PageData,
  { write, say }: Pick<PageEffects, 'write' | 'say'>,
  details: unknown,
): void {
  const shipping = amountOf(details, 'totalShippingAmount');
  const total = amountOf(details, 'totalChargeAmount');
  if (shipping === '' || total === '') return;
  const texts = {
    shipping: shipping === '0' ? data('freeText') : inYen(data, shipping),
    total: inYen(data, total),
  };
  write('shipping', texts.shipping);
  write('total', texts.total);
  say(data('productType') === 'PayAndShip' ? fill(data('placeChosenText'), texts) : '', 'progress');
}

function amountOf(details: unknown, name: string): string {
  return textOf(property(details, name), 'amount');
}

function inYen(data: PageData, amount: string): string {
  return fill(data('yenText'), { amountYen: Number(amount).toLocaleString('ja-JP') });
}
