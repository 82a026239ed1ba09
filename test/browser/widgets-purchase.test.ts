import { browserOfTests, shopOfTests } from '../support/browser-bench';
import { simulated } from '../support/browser-checkout';
import { ledBy, visibleLines, visitWidgets, type WidgetsVisit } from '../support/browser-widgets';

const bench = browserOfTests();
const shop = shopOfTests();

async function come(utterance?: string): Promise<WidgetsVisit> {
  return bench.keep(await visitWidgets(bench.window, shop, { utterance }));
}

describe('a buyer before the widgets', () => {
  it('chooses address and card, sees the total, and pays it once', async () => {
    const { page, signIn, placeOrder, order } = await come();
    const couldOrderBefore = await page.locator('#order-button').isEnabled();
    await signIn();
    const told = page.waitForResponse((response) => response.url().endsWith('/widgets/total'));
    await page.locator(simulated('widget-address')).selectOption('okinawa');
    await told;
    await page.locator('#summary-total', { hasText: '3,792円' }).waitFor();

    await placeOrder();

    expect(couldOrderBefore).toBe(false);
    expect(await page.locator('.notice p').allInnerTexts()).toEqual([
      'お支払いが完了し、ご注文を承りました。',
    ]);
    expect((await order.read()).state).toBe('PAID');
    expect(shop.capturedYen()).toEqual([3792]);
  });

  it('of a subscription cannot order before the consent', async () => {
    const { page, signIn, placeOrder, order } = await come('定期便を申し込みたい');
    await signIn();
    await page.locator(simulated('widget-consent')).waitFor();
    const couldOrderBefore = await page.locator('#order-button').isEnabled();

    await page.locator(simulated('widget-consent')).check();
    await page.locator('#order-button:enabled').waitFor();
    await placeOrder();

    expect(couldOrderBefore).toBe(false);
    expect((await order.read()).state).toBe('PAID');
    expect(shop.capturedYen()).toEqual([3080]);
  });

  it('of a gift code is asked for no address', async () => {
    const { page, signIn, placeOrder } = await come('ギフト券を2枚ください');
    await signIn();
    const addresses = await page.locator(simulated('widget-address')).count();
    await page.locator('#order-button:enabled').waitFor();

    await placeOrder();

    expect(addresses).toBe(0);
    expect(shop.capturedYen()).toEqual([6000]);
  });

  it('whose card is declined is back at the start, with the sentence of the document and nothing paid', async () => {
    const { page, signIn, placeOrder, order } = await come();
    await signIn();
    await page.locator(simulated('widget-card')).selectOption('declining');
    await page.locator('#order-button:enabled').waitFor();

    await placeOrder();

    expect(await page.locator('.notice p').allInnerTexts()).toEqual([
      'Amazon Payでのお支払いに失敗しました。別のお支払い方法をお試しください。',
      'お支払いは完了していません。ご注文は確定していません。このページから、もう一度お支払いいただけます。',
    ]);
    expect((await order.read()).state).toMatch(/^DECLINED_/);
    expect(shop.capturedYen()).toEqual([]);
  });

  it('who allows the cookie after ITP goes on in the widget, and pays', async () => {
    const { page, signIn, fail, placeOrder, errorLines } = await come();
    await signIn();
    await fail('addressBook', 'ITP');
    const said = await errorLines();

    await page.locator(simulated('itp-allow')).click();
    await page.locator(simulated('widget-address')).waitFor();
    await page.locator('#order-button:enabled').waitFor();
    await placeOrder();

    expect(said).toEqual([]);
    expect(shop.capturedYen()).toEqual([3192]);
  });

  it('who refuses the cookie after ITP is led back to the order', async () => {
    const { page, signIn, fail, order } = await come();
    await signIn();
    await fail('addressBook', 'ITP');

    const query = await ledBy(page, () => page.locator(simulated('itp-refuse')).click());

    const { pathname, search } = new URL(page.url());
    expect([query, pathname, search]).toEqual(['?after=b08', order.path, '']);
    expect((await visibleLines(page.locator('.notice')))[0]).toBe(
      'セッションは期限切れです。Amazonアカウントでお支払いボタンをクリックして再度サインインしてください。',
    );
    await page.reload();
    expect(await page.locator('.notice:visible').count()).toBe(0);
  });

  it('who opens a link that says the session has expired reads nothing of it', async () => {
    const { page, order } = await come();

    await page.goto('about:blank');
    await page.goto(`${shop.url}${order.path}?after=b08`);

    expect(await page.locator('.notice:visible').count()).toBe(0);
    expect(new URL(page.url()).search).toBe('');
  });

  it('to whom an unknown error comes twice is offered the other way instead of a third page', async () => {
    const { page, signIn, fail, errorLines, order } = await come();
    await signIn();
    expect(await ledBy(page, () => fail('addressBook', 'UnknownError'))).toBe('?after=b21');
    await page.locator(simulated('sign-in-button')).waitFor();

    await fail('button', 'UnknownError');
    const lines = await errorLines();
    await page.locator('#widget-error-other-way a').click();
    await page.waitForURL(`**${order.path}`);

    expect(lines).toContain('別の画面でお支払いに進む');
    expect(await page.locator('h1').innerText()).toBe('ご注文内容の最終確認');
  });
});
