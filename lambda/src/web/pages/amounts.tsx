import { type VNode } from 'preact';
import { type Quote } from '../../orders/order';
import { ELEMENT_IDS } from '../checkout-data';
import { shippingText, yenText } from '../page-text';
import { totalsByRegion } from '../shipping-totals';
import { type PageFrame } from './layout';

interface AmountsProps extends PageFrame {
  readonly quote: Quote;
}

/**
 * The price: goods, shipping, total; and, because the address is chosen later, the total for each part of the country.
 * The page's script writes shipping and total anew once the server has computed them for the chosen address.
 */
export function Amounts({ say, shop, quote }: AmountsProps): VNode {
  return (
    <section class="panel" aria-labelledby="amount">
      <h2 id="amount">{say('pageAmount')}</h2>
      <dl class="sum">
        <div>
          <dt>{say('pageGoods')}</dt>
          <dd>{yenText(say, quote.goodsYen)}</dd>
        </div>
        <div>
          <dt>{say('pageShipping')}</dt>
          <dd id={ELEMENT_IDS.shipping}>{shippingText(say, quote.shippingYen)}</dd>
        </div>
        <div class="total">
          <dt>{say('pageTotal')}</dt>
          <dd id={ELEMENT_IDS.total}>{yenText(say, quote.totalYen)}</dd>
        </div>
      </dl>
      {quote.ships ? (
        <RegionTotals say={say} shop={shop} quote={quote} />
      ) : (
        <p class="hint">{say('pageShippingNone')}</p>
      )}
    </section>
  );
}

function RegionTotals({ say, shop, quote }: AmountsProps): VNode | null {
  const totals = totalsByRegion(quote, shop);
  const named = totals.flatMap(({ regions = [] }) => regions);
  // Without dearer regions the total above holds for the whole country.
  if (named.length === 0) return null;
  return (
    <>
      <p class="hint">{say('pageShippingByPlace')}</p>
      <dl class="regions">
        {totals.map(({ regions, shippingYen, totalYen }) => (
          <div key={totalYen}>
            <dt>
              {regions === undefined
                ? say('pageTotalElsewhere', { regions: named.join('、') })
                : say('pageTotalFor', { regions: regions.join('、') })}
            </dt>
            <dd>
              {say('pageTotalValue', {
                totalYen: yenText(say, totalYen),
                shippingYen: shippingText(say, shippingYen),
              })}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
