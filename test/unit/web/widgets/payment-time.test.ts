import { type Bench, startBench } from '../../amazon-pay/server-bench';
import { openBrowser, type TestBrowser } from '../browser';
import { openWebBench, type WebBench } from '../web-bench';

let amazon: Bench;
let shop: WebBench;
let buyer: TestBrowser;
afterEach(async () => {
  await shop.close();
  await amazon.close();
});

async function openShop(paymentIntent: string): Promise<void> {
  amazon = await startBench();
  shop = await openWebBench({
    environment: { AMAZON_PAY_PAYMENT_INTENT: paymentIntent },
    deps: () => ({ mws: amazon.mws }),
  });
  buyer = openBrowser(shop);
}

describe('the page with Amazon’s widgets, which captures at once', () => {
  it('tells its own time of payment: at the press of its button', async () => {
    await openShop('AuthorizeWithCapture');

    const { words } = await buyer.get(`/checkout/${shop.code}/widgets`);

    expect(words).toContain('お支払い時期 ご注文の確定時にお支払いが完了します。');
    expect(words).toContain('押すと、表示の金額でお支払いとご注文が確定します。');
  });

  it.each(['Authorize', 'Confirm'])(
    'is not offered by a shop that is paid later (%s): it leads to the checkout page, and nothing is charged',
    async (paymentIntent) => {
      await openShop(paymentIntent);

      const led = await buyer.get(`/checkout/${shop.code}/widgets`);
      await buyer.get(`/checkout/${shop.code}`);
      const billingAgreementId = amazon.server.openWidgetAgreement({});
      const paid = await buyer.call('widgets/pay', { billingAgreementId, shownTotalYen: 3192 });

      expect([led.status, led.headers.get('location')]).toEqual([303, `/checkout/${shop.code}`]);
      expect(paid.status).toBe(404);
      expect([...amazon.server.ledger.captures.values()]).toEqual([]);
      expect((await shop.order()).state).toBe('AWAITING_PAYMENT');
    },
  );
});
