import { type VNode } from 'preact';
import { ELEMENT_IDS } from '../checkout-data';
import { Contact } from '../pages/layout';
import { dataAttributes } from '../write-checkout-data';
import { WidgetError } from './widget-error';
import { WIDGET_IDS } from './widgets-data';
import { type WidgetsPageProps } from './widgets-page';

/**
 * The places of Amazon's widgets and the button that orders. Address book, wallet and consent appear after the sign-in;
 * an order without delivery has no address book. The consent is for subscriptions, and for an agreement that asks for it.
 */
export function WidgetsForm(props: WidgetsPageProps): VNode {
  const { say, shop, quote, data } = props;
  const hint = 'order-hint';
  return (
    <section class="panel" id={WIDGET_IDS.root} aria-labelledby="pay-title" {...dataAttributes(data)}>
      <h2 id="pay-title">{say('pagePayTitle')}</h2>
      <WidgetError {...props} />
      <p class="spinner needs-script" id={WIDGET_IDS.spinner} role="status" hidden>
        {say('pageWidgetsLoading')}
      </p>
      <div class="needs-script" id={WIDGET_IDS.signIn}>
        <h3 id={WIDGET_IDS.signInTitle} tabIndex={-1}>
          {say('pageWidgetsSignIn')}
        </h3>
        <div class="pay-button" id={WIDGET_IDS.button} />
      </div>
      <div id={WIDGET_IDS.choices} hidden>
        {quote.ships ? (
          <>
            <h3 id={WIDGET_IDS.choicesTitle} tabIndex={-1}>
              {say('pageWidgetsAddress')}
            </h3>
            <div class="widget" id={WIDGET_IDS.addressBook} />
            <h3>{say('pageWidgetsWallet')}</h3>
          </>
        ) : (
          <h3 id={WIDGET_IDS.choicesTitle} tabIndex={-1}>
            {say('pageWidgetsWallet')}
          </h3>
        )}
        <div class="widget" id={WIDGET_IDS.wallet} />
        <div id={WIDGET_IDS.consentPart} hidden={data.needsConsent === 'false'}>
          <h3>{say('pageWidgetsConsent')}</h3>
          <div class="widget" id={WIDGET_IDS.consent} />
        </div>
      </div>
      <p class="pay-status" id={ELEMENT_IDS.status} role="status" />
      <div class="needs-script" id={WIDGET_IDS.orderPart}>
        <p class="hint" id={hint}>
          {say('pageWidgetsOrderHint')}
        </p>
        <button type="button" class="action" id={WIDGET_IDS.order} aria-describedby={hint} disabled>
          {say('pageWidgetsOrder')}
        </button>
      </div>
      <noscript>
        <p class="notice bad">{say('pageNoScript')}</p>
        <Contact say={say} shop={shop} />
      </noscript>
    </section>
  );
}
