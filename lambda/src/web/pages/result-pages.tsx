import { type VNode } from 'preact';
import { type Order, type Quote } from '../../orders/order';
import { type PromptKey } from '../../voice/prompts';
import { ELEMENT_IDS } from '../checkout-data';
import { deliveryTerms } from '../delivery-terms';
import { shippingText, yenText } from '../page-text';
import { paidLaterKey } from '../payment-time';
import { placeText } from '../place-text';
import { type ResultView } from '../view-of';
import { type Fact, Facts, Goods, subscriptionFacts } from './goods';
import { Layout, type PageFrame } from './layout';

/** What the pages about a used link show. */
interface ResultProps extends PageFrame {
  readonly order: Order;
}

/** Money may be moving: said as unknown, never as a failure. The page's script asks until there is a result. */
export function CheckingPage({ say, shop, order, path }: ResultProps & { readonly path: string }): VNode {
  return (
    <Layout say={say} shop={shop} title={say('pageCheckingTitle')} scripts={['/assets/checkout.js']}>
      <section class="panel" id={ELEMENT_IDS.checking} data-shop-path={path} aria-live="polite">
        <p class="lead">{say('pageCheckingLead')}</p>
        <p>{say('pageCheckingWait')}</p>
        <Facts facts={[[say('pageOrderNumber'), order.orderId]]} />
        <p>
          <a class="action" href={path}>
            {say('pageCheckingReload')}
          </a>
        </p>
      </section>
    </Layout>
  );
}

/** Sentences of a result: what happened to the money, then what comes next. */
interface ResultWords {
  readonly title: PromptKey;
  readonly lead: PromptKey;
  readonly next?: (quote: Pick<Quote, 'ships'>) => PromptKey;
}

const WORDS: Readonly<Record<ResultView, ResultWords>> = {
  paid: { title: 'pagePaidTitle', lead: 'pagePaidLead' },
  authorized: { title: 'pageAuthorizedTitle', lead: 'pageAuthorizedLead', next: paidLaterKey },
  chargeable: { title: 'pageChargeableTitle', lead: 'pageChargeableLead', next: paidLaterKey },
  pending: { title: 'pagePendingTitle', lead: 'pagePendingLead', next: () => 'pagePendingNext' },
  cancelled: { title: 'pageCancelledTitle', lead: 'pageCancelledLead' },
  refunded: { title: 'pageRefundedTitle', lead: 'pageRefundedLead' },
};

/** What became of the order, with its number, goods, total and delivery place. Only "paid" says paid. */
export function ResultPage({
  say,
  shop,
  order,
  result,
}: ResultProps & { readonly result: ResultView }): VNode {
  const { title, lead, next } = WORDS[result];
  return (
    <Layout say={say} shop={shop} title={say(title)}>
      <div class={`notice ${result}`}>
        <p class="lead">{say(lead)}</p>
        {next === undefined ? null : <p>{say(next(order.quote ?? { ships: true }))}</p>}
      </div>
      <section class="panel">
        <Facts facts={orderFacts({ say, shop, order })} />
        {order.quote === undefined ? null : <Goods say={say} quote={order.quote} />}
      </section>
    </Layout>
  );
}

function orderFacts({ say, shop, order }: ResultProps): readonly Fact[] {
  const { quote } = order;
  const place = placeText(quote?.destination);
  return [
    [say('pageOrderNumber'), order.orderId],
    ...(quote === undefined
      ? []
      : [
          [say('pageTotal'), yenText(say, quote.totalYen)] as const,
          [say('pageShipping'), shippingText(say, quote.shippingYen)] as const,
        ]),
    ...(place === undefined ? [] : [[say('pagePlace'), place] as const]),
    ...(quote === undefined ? [] : [[say('pageDelivery'), deliveryTerms(quote, shop)] as const]),
    [say('pageCancellation'), shop.terms.cancellation],
    ...(quote === undefined ? [] : subscriptionFacts({ say, shop, quote })),
  ];
}
