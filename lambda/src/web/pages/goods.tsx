import { type VNode } from 'preact';
import { type Quote } from '../../orders/order';
import { subscriptionTerms } from '../../voice/replies/order-lines';
import { type Say, yenText } from '../page-text';
import { type PageFrame } from './layout';

/** What the order's goods are shown with. */
interface GoodsProps {
  readonly say: Say;
  readonly quote: Quote;
}

/** The goods with price, quantity and amount; what is delivered monthly says so. */
export function Goods({ say, quote }: GoodsProps): VNode {
  const monthly = quote.lines.filter((row) => row.monthly);
  return (
    <>
      <table class="goods">
        <thead>
          <tr>
            <th scope="col">{say('pageItemsName')}</th>
            <th scope="col">{say('pageItemsUnit')}</th>
            <th scope="col">{say('pageItemsQuantity')}</th>
            <th scope="col">{say('pageItemsLine')}</th>
          </tr>
        </thead>
        <tbody>
          {quote.lines.map(({ productId, name, counter, quantity, unitPriceYen, lineYen }) => (
            <tr key={productId}>
              <th scope="row">{name}</th>
              <td>{yenText(say, unitPriceYen)}</td>
              <td>{say('pageQuantity', { quantity, counter })}</td>
              <td>{yenText(say, lineYen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {monthly.map(({ productId, name, lineYen }) => (
        <p class="hint" key={productId}>
          {say('pageMonthlyNote', { name, monthlyYen: yenText(say, lineYen) })}
        </p>
      ))}
    </>
  );
}

/** What a monthly delivery binds the buyer to and how it ends; no fact when nothing is delivered monthly. */
export function subscriptionFacts({ say, shop, quote }: GoodsProps & PageFrame): readonly Fact[] {
  return subscriptionTerms(quote, shop).map((text) => [say('pageSubscription'), text]);
}

/** A list of facts: each a name and what stands beside it. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }): VNode {
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{typeof value === 'string' ? value : value.map((text) => <p key={text}>{text}</p>)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A fact of one text or several. */
export type Fact = readonly [name: string, value: string | readonly string[]];
