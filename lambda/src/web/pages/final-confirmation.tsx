import { type ComponentChildren, type VNode } from 'preact';
import { type FailureMessage } from '../../checkout/failure-message';
import { type WebConfig } from '../../config';
import { type Order, type Quote } from '../../orders/order';
import { type WidgetMessage } from '../../payment/codes/widget-codes';
import { type PromptKey } from '../../voice/prompts';
import { deliveryTerms } from '../delivery-terms';
import { untilText } from '../page-text';
import { paymentTime } from '../payment-time';
import { Amounts } from './amounts';
import { type Fact, Facts, Goods, subscriptionFacts } from './goods';
import { Layout, type PageFrame } from './layout';

/** What is said at the top: how to go on, or what went wrong and what it means for the money. */
export type Opening =
  | { readonly kind: 'lead'; readonly lead: PromptKey }
  | {
      readonly kind: 'problem';
      readonly problem: FailureMessage | WidgetMessage;
      readonly hint: PromptKey;
    };

/** `web`: decides when the order is paid. `children`: the way to pay, below everything the law wants before it. */
interface FinalConfirmationProps extends PageFrame {
  readonly order: Order;
  readonly quote: Quote;
  readonly web: Pick<WebConfig, 'paymentIntent'>;
  readonly script: string;
  readonly opening: Opening;
  readonly children: ComponentChildren;
}

/**
 * The final confirmation before payment: goods with quantity and price, the whole price with shipping, way and time of
 * payment, delivery, cancellation, what a subscription binds to, the period of the offer, the seller, how to change the order; then the way to pay.
 * @see certification-and-law.md, section 5.1 (Art. 12-6)
 */
export function FinalConfirmation(props: FinalConfirmationProps): VNode {
  const { say, shop, quote, script, opening, children } = props;
  return (
    <Layout say={say} shop={shop} title={say('pageCheckoutTitle')} scripts={[script]}>
      {opening.kind === 'lead' ? (
        <p class="lead">{say(opening.lead)}</p>
      ) : (
        <div class="notice bad" role="alert">
          <p>{say(opening.problem)}</p>
          <p>{say(opening.hint)}</p>
        </div>
      )}
      <section class="panel" aria-labelledby="items">
        <h2 id="items">{say('pageItems')}</h2>
        <Goods say={say} quote={quote} />
      </section>
      <Amounts say={say} shop={shop} quote={quote} />
      <section class="panel" aria-labelledby="conditions">
        <h2 id="conditions">{say('pageConditions')}</h2>
        <Facts facts={conditions(props)} />
      </section>
      <section class="panel" aria-labelledby="change">
        <h2 id="change">{say('pageChange')}</h2>
        <p>{say('pageChangeHint', { invocationName: shop.invocationName })}</p>
      </section>
      {children}
    </Layout>
  );
}

function conditions({
  say,
  shop,
  order,
  quote,
  web,
}: Omit<FinalConfirmationProps, 'children'>): readonly Fact[] {
  const { terms, seller } = shop;
  const until = order.checkout === undefined ? [] : [untilText(say, order.checkout.expiresAtMs)];
  return [
    [say('pageOrderNumber'), order.orderId],
    [say('pageOrderPeriod'), until],
    [say('pagePaymentWay'), terms.payment],
    [
      say('pagePaymentTime'),
      paymentTime(say, shop, { paymentIntent: web.paymentIntent, ships: quote.ships }),
    ],
    [say('pageDelivery'), deliveryTerms(quote, shop)],
    [say('pageCancellation'), terms.cancellation],
    ...subscriptionFacts({ say, shop, quote }),
    [say('pageReturns'), terms.returns],
    [say('pageSeller'), seller.name],
  ];
}
