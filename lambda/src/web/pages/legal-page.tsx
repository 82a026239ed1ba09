import { type VNode } from 'preact';
import { type Config, type WebConfig } from '../../config';
import { orderPeriods, paymentTimes } from '../legal-times';
import { yenText } from '../page-text';
import { type Fact, Facts } from './goods';
import { Layout, type PageFrame } from './layout';

/** `ways`: how this shop's orders are paid; the times of payment and of the offer depend on it. */
interface LegalPageProps extends PageFrame {
  readonly ways: Pick<Config, 'paymentChannel'> & Pick<WebConfig, 'paymentIntent'>;
}

/**
 * The facts that the law on mail order wants, all of the merchant's from shop.json: a missing one already fails the build.
 * @see certification-and-law.md, section 5.1 (Art. 11)
 */
export function LegalPage(props: LegalPageProps): VNode {
  const { say, shop } = props;
  return (
    <Layout say={say} shop={shop} title={say('pageLegalTitle')}>
      <section class="panel">
        <Facts facts={legalFacts(props)} />
      </section>
    </Layout>
  );
}

function legalFacts({ say, shop, ways }: LegalPageProps): readonly Fact[] {
  const { seller, support, terms } = shop;
  return [
    [say('pageLegalSeller'), seller.name],
    [say('pageLegalRepresentative'), seller.representative],
    [
      say('pageLegalAddress'),
      say('pageLegalAddressValue', { postalCode: seller.postalCode, address: seller.address }),
    ],
    [say('pageLegalPhone'), seller.phone],
    [say('pageLegalEmail'), seller.email],
    [say('pageLegalSupport'), say('pageContactBy', { ...support })],
    [say('pageLegalPrices'), prices({ say, shop })],
    [say('pageLegalShipping'), shippingFacts({ say, shop })],
    [say('pageLegalOtherCosts'), terms.otherCosts],
    [say('pageLegalPayment'), terms.payment],
    [say('pageLegalPaymentTime'), paymentTimes(say, shop, ways)],
    [say('pageLegalDelivery'), [terms.delivery, ...stated(terms.digitalDelivery)]],
    [say('pageLegalOrderPeriod'), orderPeriods(say, shop, ways)],
    [say('pageLegalCancellation'), terms.cancellation],
    [say('pageLegalReturns'), terms.returns],
    [say('pageLegalQuantity'), terms.quantityLimit],
    ...stated(terms.subscription).map((text) => [say('pageLegalSubscription'), text] as const),
  ];
}

/** A fact that only some shops have. */
function stated(text: string | undefined): readonly string[] {
  return text === undefined ? [] : [text];
}

function prices({ say, shop }: PageFrame): readonly string[] {
  return shop.products.map(({ name, counter, priceYen, plan }) =>
    say(plan === 'monthly' ? 'pageLegalPriceMonthly' : 'pageLegalPrice', {
      name,
      counter,
      priceYen: yenText(say, priceYen),
    }),
  );
}

function shippingFacts({ say, shop }: PageFrame): readonly string[] {
  const { flatYen, freeFromYen, surcharges } = shop.shipping;
  return [
    say('pageLegalShippingFlat', { shippingYen: yenText(say, flatYen) }),
    ...surcharges.map(({ stateOrRegion, extraYen }) =>
      say('pageLegalShippingExtra', { regions: stateOrRegion.join('、'), extraYen: yenText(say, extraYen) }),
    ),
    say('pageLegalShippingFree', { freeFromYen: yenText(say, freeFromYen) }),
  ];
}
