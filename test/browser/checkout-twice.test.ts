/// <reference lib="dom" />
import { browserOfTests, shopOfTests } from '../support/browser-bench';
import { type WatchedPageOptions } from '../support/browser';
import {
  checkoutActions,
  openCheckout,
  simulated,
  visitCheckout,
  type CheckoutVisit,
} from '../support/browser-checkout';

const PAID = 'ご注文ありがとうございます';

const bench = browserOfTests();
const shop = shopOfTests();

async function come(options: WatchedPageOptions = {}): Promise<CheckoutVisit> {
  const visit = bench.keep(await visitCheckout(bench.browser, shop, options));
  return visit;
}

describe('a buyer with more than one page', () => {
  it('who pays in two tabs at once is charged once, and both tabs say paid', async () => {
    const { page, order, ...first } = await come();
    const tab = await page.context().newPage();
    await tab.goto(page.url());
    const second = checkoutActions(tab);
    await first.openSheet();
    await second.openSheet();

    await Promise.all([first.pay(), second.pay()]);
    await Promise.all([page, tab].map((one) => one.locator('.notice.paid').waitFor()));

    expect([await first.title(), await second.title()]).toEqual([PAID, PAID]);
    expect((await order.read()).finalizations).toHaveLength(1);
    expect(shop.capturedYen()).toEqual([3192]);
  });

  it('who pays on two devices at once is charged once', async () => {
    const phone = await come();
    const desktop = bench.keep(await openCheckout(bench.browser, shop, { order: phone.order }));
    await phone.openSheet();
    await desktop.openSheet();

    await Promise.all([phone.pay(), desktop.pay()]);
    await Promise.all([phone, desktop].map(({ page }) => page.locator('.notice.paid').waitFor()));

    expect(shop.capturedYen()).toEqual([3192]);
  });

  it('who goes back after paying sees that it is paid, and no button', async () => {
    const { page, payWith, title } = await come();
    await page.goto(`${shop.url}/legal`);
    await page.goBack();
    await payWith('success');
    await page.locator('a[href="/legal"]').click();
    await page.waitForURL('**/legal');

    await page.goBack();
    await page.locator('.notice.paid').waitFor();

    expect(await title()).toBe(PAID);
    expect(await page.locator(simulated('pay-button')).count()).toBe(0);
    expect(shop.capturedYen()).toEqual([3192]);
  });

  it('who left the unpaid page for another and paid elsewhere finds it paid with the back button', async () => {
    const { page, order } = await come();
    await page.locator('a[href="/legal"]').click();
    await page.waitForURL('**/legal');
    const elsewhere = bench.keep(await openCheckout(bench.browser, shop, { order }));
    await elsewhere.payWith('success');

    await page.goBack();
    await page.locator('.notice.paid').waitFor();

    expect(await page.locator(simulated('pay-button')).count()).toBe(0);
    expect(shop.capturedYen()).toEqual([3192]);
  });

  it('whose browser kept the unpaid page as it was sees it anew when coming back to it', async () => {
    const { page, order } = await come();
    await page.locator(simulated('pay-button')).waitFor();
    const elsewhere = bench.keep(await openCheckout(bench.browser, shop, { order }));
    await elsewhere.payWith('success');

    // What a browser says to a page that it takes out of its back-forward cache.
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await page.locator('.notice.paid').waitFor();

    expect(await page.locator(simulated('pay-button')).count()).toBe(0);
    expect(shop.capturedYen()).toEqual([3192]);
  });

  it('who presses "pay" twice in a hurry is charged once', async () => {
    const { page, openSheet, title } = await come();
    await openSheet();
    const shown = page.waitForEvent('load');

    await page.locator(simulated('pay')).dblclick({ noWaitAfter: true });
    await shown;
    await page.locator('.notice.paid').waitFor();

    expect(await title()).toBe(PAID);
    expect(shop.capturedYen()).toEqual([3192]);
  });
});

describe('a buyer who takes a day over it', () => {
  it('in the open sheet is charged nothing, and the page is closed to everybody', async () => {
    const expected = /404 \(Not Found\)|422 \(Unprocessable Entity\)/;
    const { page, openSheet, order } = await come({ expected });
    await openSheet();

    shop.effects.advance(24 * 60 * 60 * 1000 + 1000);
    await page.locator(simulated('pay')).click();
    await page.locator(`${simulated('problem')}:not(:empty)`).waitFor();
    await page.reload();

    expect(await page.locator('h1').innerText()).toBe('お支払いページを表示できません');
    expect((await order.read()).state).toBe('AWAITING_PAYMENT');
    expect(shop.capturedYen()).toEqual([]);
  });
});
