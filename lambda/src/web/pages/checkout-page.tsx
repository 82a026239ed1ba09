import { type VNode } from 'preact';
import { type FailureMessage } from '../../checkout/failure-message';
import { type WebConfig } from '../../config';
import { type Order, type Quote } from '../../orders/order';
import { type WidgetMessage } from '../../payment/codes/widget-codes';
import { type CheckoutData, ELEMENT_IDS } from '../checkout-data';
import { payHint } from '../payment-time';
import { dataAttributes } from '../write-checkout-data';
import { FinalConfirmation, type Opening } from './final-confirmation';
import { Contact, type PageFrame } from './layout';

/** What the final confirmation shows. `failure`: what is said about the last try, or about why the buyer was led back here. */
interface CheckoutPageProps extends PageFrame {
  readonly order: Order;
  readonly quote: Quote;
  readonly web: WebConfig;
  readonly failure: FailureMessage | WidgetMessage | undefined;
  readonly data: CheckoutData;
}

/** The final confirmation with Amazon Pay's button. */
export function CheckoutPage(props: CheckoutPageProps): VNode {
  const { say, shop, quote, web, failure, data } = props;
  const opening: Opening =
    failure === undefined
      ? { kind: 'lead', lead: 'pageCheckoutLead' }
      : { kind: 'problem', problem: failure, hint: 'pageNotPaid' };
  return (
    <FinalConfirmation {...props} script="/assets/checkout.js" opening={opening}>
      <section class="panel pay" id={ELEMENT_IDS.pay} aria-labelledby="pay-title" {...dataAttributes(data)}>
        <h2 id="pay-title">{say('pagePayTitle')}</h2>
        <p>{payHint(say, { paymentIntent: web.paymentIntent, ships: quote.ships })}</p>
        <div class="pay-button" id={ELEMENT_IDS.button} />
        <p class="pay-status" id={ELEMENT_IDS.status} role="status" />
        <noscript>
          <p class="notice bad">{say('pageNoScript')}</p>
          <Contact say={say} shop={shop} />
        </noscript>
      </section>
    </FinalConfirmation>
  );
}
