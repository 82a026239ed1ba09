/// <reference lib="dom" />
import { type Page } from 'playwright-core';
import { openWatchedPage } from '../support/browser';
import { browserOfTests, shopOfTests } from '../support/browser-bench';
import { visitCheckout } from '../support/browser-checkout';
import { visitWidgets } from '../support/browser-widgets';

const bench = browserOfTests();
const shop = shopOfTests();

/** What the focus is on, also inside of Amazon's part: its selector-like name, and whether it can be seen there. */
const focused = (page: Page): Promise<{ readonly name: string; readonly isSeen: boolean }> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (element === null) return { name: '', isSeen: true };
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const name = element.getAttribute('data-simulated') ?? element.id;
    return {
      name: name === '' ? element.tagName.toLowerCase() : name,
      isSeen: outlineStyle !== 'none' && outlineWidth !== '0px' && box.bottom > 0 && box.top < innerHeight,
    };
  });

/** Goes on with Tab until the focus is on the element of this name; every stop on the way can be seen. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  const unseen: string[] = [];
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    const { name, isSeen } = await focused(page);
    if (!isSeen) unseen.push(name);
    if (name === wanted) {
      expect(unseen).toEqual([]);
      return;
    }
  }
  throw new Error(`Tab never reaches ${wanted}`);
}

describe('a buyer with a keyboard only', () => {
  it('goes from the code to the paid order', async () => {
    const { code } = await shop.order();
    const { page } = bench.keep(await openWatchedPage(bench.window));
    await page.goto(`${shop.url}/checkout`);

    await tabTo(page, 'code');
    await page.keyboard.type(code);
    await page.keyboard.press('Enter');
    await page.locator('[data-simulated="pay-button"]').waitFor();
    await tabTo(page, 'pay-button');
    await page.keyboard.press('Enter');
    await page.locator('[data-simulated="dialog"][aria-busy="false"]').waitFor();
    await tabTo(page, 'pay');
    await page.keyboard.press('Enter');
    await page.locator('.notice.paid').waitFor();

    expect(shop.capturedYen()).toEqual([3192]);
  });

  it('leaves the sheet with Escape, is told that nothing was paid, and is where they were', async () => {
    const { page } = bench.keep(await visitCheckout(bench.window, shop));
    await page.locator('[data-simulated="pay-button"]').waitFor();
    await tabTo(page, 'pay-button');
    await page.keyboard.press('Enter');
    await page.locator('[data-simulated="dialog"][aria-busy="false"]').waitFor();

    await page.keyboard.press('Escape');
    await page.locator('#pay-status:not(:empty)', { hasText: '閉じました' }).waitFor();

    expect(await page.locator('#pay-status').innerText()).toBe(
      'お支払いは行われていません。Amazon Payの画面を閉じました。',
    );
    expect((await focused(page)).name).toBe('pay-button');
    expect(shop.capturedYen()).toEqual([]);
  });

  it('skips to the content with the first press', async () => {
    const { page } = bench.keep(await visitCheckout(bench.window, shop));

    await page.keyboard.press('Tab');
    const first = await page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press('Enter');

    expect(first).toBe('本文へ移動');
    expect(new URL(page.url()).hash).toBe('#main');
  });

  it('pays with the widgets', async () => {
    const { page } = bench.keep(await visitWidgets(bench.window, shop));

    await tabTo(page, 'sign-in-button');
    await page.keyboard.press('Enter');
    await page.locator('[data-simulated="sign-in"]').waitFor();
    await tabTo(page, 'sign-in-allow');
    await page.keyboard.press('Enter');
    await page.locator('#order-button:enabled').waitFor();
    const afterSignIn = (await focused(page)).name;
    await tabTo(page, 'widget-address');
    await tabTo(page, 'order-button');
    await page.keyboard.press('Enter');
    await page.locator('.notice.paid').waitFor();

    expect(afterSignIn).toBe('address-or-wallet-title');
    expect(shop.capturedYen()).toEqual([3192]);
  });
});
