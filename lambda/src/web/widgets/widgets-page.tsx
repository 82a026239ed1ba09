import { type VNode } from 'preact';
import { type FailureMessage } from '../../checkout/failure-message';
import { type Order, type Quote } from '../../orders/order';
import { type WidgetMessage } from '../../payment/codes/widget-codes';
import { Amounts } from '../pages/amounts';
import { conditions } from '../pages/checkout-page';
import { Facts, Goods } from '../pages/goods';
import { Layout, type PageFrame } from '../pages/layout';
import { type WidgetsData } from './widgets-data';
import { WidgetsForm } from './widgets-form';

/** What the widget page shows. `failure`: about the last try. `notice`: the error after which it was loaded anew. */
export interface WidgetsPageProps extends PageFrame {
  readonly order: Order;
  readonly quote: Quote;
  readonly data: WidgetsData;
  readonly failure: FailureMessage | undefined;
  readonly notice: WidgetMessage | undefined;
  readonly sandbox: boolean;
}

/** These widgets always capture at once, whatever the other page does. */
const CAPTURES = { paymentIntent: 'AuthorizeWithCapture' } as const;

/**
 * The final confirmation with Amazon's sign-in, address book, wallet and consent: all that the law wants before a payment,
 * and a button of our own that orders.
 * @see issue "web checkout", item 4; certification-and-law.md, section 5.1 (Art. 12-6)
 */
export function WidgetsPage(props: WidgetsPageProps): VNode {
  const { say, shop, order, quote, failure, notice } = props;
  const said = notice ?? failure;
  return (
    <Layout say={say} shop={shop} title={say('pageCheckoutTitle')} scripts={['/assets/widgets.js']}>
      {said === undefined ? (
        <p class="lead">{say(quote.ships ? 'pageWidgetsLead' : 'pageWidgetsLeadNoPlace')}</p>
      ) : (
        <div class="notice bad" role="alert">
          <p>{say(said)}</p>
          <p>{say(notice === undefined ? 'pageNotPaid' : 'pageWidgetsHintAgain')}</p>
        </div>
      )}
      <section class="panel" aria-labelledby="items">
        <h2 id="items">{say('pageItems')}</h2>
        <Goods say={say} quote={quote} />
      </section>
      <Amounts say={say} shop={shop} quote={quote} />
      <section class="panel" aria-labelledby="conditions">
        <h2 id="conditions">{say('pageConditions')}</h2>
        <Facts facts={conditions({ say, shop, order, web: CAPTURES })} />
      </section>
      <section class="panel" aria-labelledby="change">
        <h2 id="change">{say('pageChange')}</h2>
        <p>{say('pageChangeHint', { invocationName: shop.invocationName })}</p>
      </section>
      <WidgetsForm {...props} />
    </Layout>
  );
}
