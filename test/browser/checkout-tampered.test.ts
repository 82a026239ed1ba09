/// <reference lib="dom" />
import { type Page } from 'playwright-core';
import { browserOfTests, shopOfTests } from '../support/browser-bench';
import { type WatchedPageOptions } from '../support/browser';
import { type CheckoutVisit, visitCheckout } from '../support/browser-checkout';
import { visitWidgets } from '../support/browser-widgets';

const FAILED = [
  'Amazon Payでのお支払いに失敗しました。別のお支払い方法をお試しください。',
  'お支払いは完了していません。ご注文は確定していません。このページから、もう一度お支払いいただけます。',
];

const bench = browserOfTests();
const shop = shopOfTests();

async function come(options: WatchedPageOptions = {}): Promise<CheckoutVisit> {
  const visit = bench.keep(await visitCheckout(bench.browser, shop, options));
  return visit;
}

/** Whether a finalization of this shop has left since the log had `from` lines. */
const sentSince = (from: number): boolean =>
  shop.logged.slice(from).some(({ step }) => step === 'finalizeSent');

/** Replaces the answers of `cart` on their way to the page. */
async function changeTotals(page: Page, totalYen: string): Promise<void> {
  await page.route('**/cart', async (route) => {
    const answer = await route.fetch();
    const totals = (await answer.json()) as Record<string, unknown>;
    const totalChargeAmount = { amount: totalYen, currencyCode: 'JPY' };
    await route.fulfill({ response: answer, json: { ...totals, totalChargeAmount } });
  });
}

describe('a buyer who changes the page', () => {
  it.each(['1', '3191', '31920'])(
    'to a total of %s yen in the sheet is charged nothing',
    async (totalYen) => {
      const { page, payWith, notice, order } = await come();
      await changeTotals(page, totalYen);
      const from = shop.logged.length;

      await payWith('success');

      expect(await notice()).toEqual(FAILED);
      expect(await page.locator('#summary-total').innerText()).toBe('3,192円');
      expect(await order.read()).toMatchObject({ state: 'AWAITING_PAYMENT', refusal: { row: 'c08' } });
      expect(sentSince(from)).toBe(false);
      expect(shop.capturedYen()).toEqual([]);
    },
  );

  it('to another way of payment is charged nothing', async () => {
    const { page, payWith, notice, order } = await come();
    await page.route('**/simulated/checkoutSessions', (route) => {
      const sent = route.request().postDataJSON() as object;
      return route.continue({ postData: JSON.stringify({ ...sent, paymentIntent: 'Confirm' }) });
    });
    const from = shop.logged.length;

    await payWith('success');

    expect(await notice()).toEqual(FAILED);
    expect(await order.read()).toMatchObject({ state: 'AWAITING_PAYMENT', refusal: { row: 'c11' } });
    expect(sentSince(from)).toBe(false);
    expect(shop.capturedYen()).toEqual([]);
  });

  it('to the session of another order is charged nothing: its price does not become theirs', async () => {
    const cheap = await come();
    const dear = await come();
    await cheap.openSheet();
    const [cheapSession] = [...shop.shop.amazonPay.ledger.checkoutSessions.values()].slice(-1);
    await dear.page.route('**/complete', (route) =>
      route.continue({ postData: JSON.stringify({ checkoutSessionId: cheapSession?.checkoutSessionId }) }),
    );

    await dear.payWith('success');

    expect(await dear.notice()).toEqual(FAILED);
    expect((await dear.order.read()).state).toBe('AWAITING_PAYMENT');
    expect((await cheap.order.read()).state).toBe('AWAITING_PAYMENT');
    expect(shop.capturedYen()).toEqual([]);
  });

  it('by an amount in the request is refused: 400, nothing changed', async () => {
    const { page, order } = await come({ expected: /400 \(Bad Request\)/ });
    const before = await order.read();

    const status = await page.evaluate(async (path) => {
      const token = document.getElementById('pay')?.dataset['csrfToken'] ?? '';
      const body = { checkoutSessionId: '11111111-1111-4111-8111-111111111111', amount: '1' };
      const headers = { 'content-type': 'application/json', 'x-csrf-token': token };
      const answer = await fetch(`${path}/complete`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      return answer.status;
    }, order.path);

    expect(status).toBe(400);
    expect(await order.read()).toEqual(before);
  });

  it('with the widgets to another total gets 409: nothing is charged, the right total is said', async () => {
    const expected = /409 \(Conflict\)/;
    const visit = bench.keep(await visitWidgets(bench.browser, shop, { expected }));
    const { page, signIn, order } = visit;
    await signIn();
    await page.locator('#order-button:enabled').waitFor();
    await page.route('**/widgets/pay', (route) => {
      const sent = route.request().postDataJSON() as object;
      return route.continue({ postData: JSON.stringify({ ...sent, shownTotalYen: 1 }) });
    });

    const answered = page.waitForResponse((response) => response.url().endsWith('/widgets/pay'));
    await page.locator('#order-button').click();
    const answer = await answered;

    expect(answer.status()).toBe(409);
    await page.locator('#pay-status', { hasText: '合計金額が変わりました' }).waitFor();
    expect(await page.locator('#pay-status').innerText()).toBe(
      'お支払いは行われていません。合計金額が変わりました。表示の金額をお確かめのうえ、もう一度ボタンを押してください。',
    );
    expect(await page.locator('#summary-total').innerText()).toBe('3,192円');
    expect(await order.read()).toMatchObject({ state: 'AWAITING_PAYMENT', attempts: [] });
    expect(shop.capturedYen()).toEqual([]);
  });
});
