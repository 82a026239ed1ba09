import { type VNode } from 'preact';
import { type FailureMessage } from '../../checkout/failure-message';
import { type WebConfig } from '../../config';
import { type Order, type Quote } from '../../orders/order';
import { type WidgetMessage } from '../../payment/codes/widget-codes';
import { type CheckoutData, ELEMENT_IDS } from '../checkout-data';
import { deliveryTerms } from '../delivery-terms';
import { untilText } from '../page-text';
import { paymentTime } from '../payment-time';
import { dataAttributes } from '../write-checkout-data';
import { Amounts } from './amounts';
import { type Fact, Facts, Goods } from './goods';
import { Contact, Layout, type PageFrame } from './layout';

/** What the final confirmation shows. `failure`: what is said about the last try, or about why the buyer was led back here. */
interface CheckoutPageProps extends PageFrame {
  readonly order: Order;
  readonly quote: Quote;
  readonly web: WebConfig;
  readonly failure: FailureMessage | WidgetMessage | undefined;
  readonly data: CheckoutData;
}

/**
 * The final confirmation before payment: goods with quantity and price, the whole price with shipping, way and time of
 * payment, delivery, cancellation, the period of the offer, the seller; and the button.
 * @see certification-and-law.md, section 5.1 (Art. 12-6)
 */
export function CheckoutPage(props: CheckoutPageProps): VNode {
  const { say, shop, quote, failure, data } = props;
  return (
    <Layout say={say} shop={shop} title={say('pageCheckoutTitle')} scripts={['/assets/checkout.js']}>
      {failure === undefined ? (
        <p class="lead">{say('pageCheckoutLead')}</p>
      ) : (
        <div class="notice bad" role="alert">
          <p>{say(failure)}</p>
          <p>{say('pageNotPaid')}</p>
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
      <section class="panel pay" id={ELEMENT_IDS.pay} aria-labelledby="pay-title" {...dataAttributes(data)}>
        <h2 id="pay-title">{say('pagePayTitle')}</h2>
        <p>{say('pagePayHint')}</p>
        <div class="pay-button" id={ELEMENT_IDS.button} />
        <p class="pay-status" id={ELEMENT_IDS.status} role="status" />
        <noscript>
          <p class="notice bad">{say('pageNoScript')}</p>
          <Contact say={say} shop={shop} />
        </noscript>
      </section>
    </Layout>
  );
}

/** The conditions that the law wants before a payment. `web`: decides when the order is paid. */
export function conditions({
  say,
  shop,
  order,
  web,
}: PageFrame & {
  readonly order: Order;
  readonly web: Pick<WebConfig, 'paymentIntent'>;
}): readonly Fact[] {
  const { terms, seller } = shop;
  const until = order.checkout === undefined ? [] : [untilText(say, order.checkout.expiresAtMs)];
  return [
    [say('pageOrderNumber'), order.orderId],
    [say('pageOrderPeriod'), until],
    [say('pagePaymentWay'), terms.payment],
    [say('pagePaymentTime'), paymentTime(say, shop, web)],
    [say('pageDelivery'), order.quote === undefined ? [] : deliveryTerms(order.quote, shop)],
    [say('pageCancellation'), terms.cancellation],
    [say('pageReturns'), terms.returns],
    [say('pageSeller'), seller.name],
  ];
}
