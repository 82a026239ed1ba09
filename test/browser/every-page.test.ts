/// <reference lib="dom" />
import { type Browser } from 'playwright-core';
import { launchBrowser, openSharedWindow, type WatchedPage, type SharedWindow } from '../support/browser';
import { accessibilityProblems } from '../support/browser-axe';
import { openBrowserShop } from '../support/browser-shop';
import { EVERY_PAGE, type Shops } from './every-page';

let browser: Browser;
let window: SharedWindow;
let shops: Shops;
beforeAll(async () => {
  const [launched, capturing, authorizing, confirming] = await Promise.all([
    launchBrowser(),
    openBrowserShop(),
    openBrowserShop({ AMAZON_PAY_PAYMENT_INTENT: 'Authorize', AMAZON_PAY_CAN_HANDLE_PENDING: 'true' }),
    openBrowserShop({ AMAZON_PAY_PAYMENT_INTENT: 'Confirm' }),
  ]);
  browser = launched;
  window = await openSharedWindow(browser);
  shops = { capturing, authorizing, confirming };
});
afterAll(async () => {
  await browser.close();
  await Promise.all([shops.capturing, shops.authorizing, shops.confirming].map((shop) => shop.close()));
});
let opened: WatchedPage | undefined;
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

describe('every page', () => {
  it.each(Object.entries(EVERY_PAGE))(
    '%s: axe-core finds nothing wrong, and a phone of 360 px shows all of it',
    async (_name, open) => {
      opened = await open(window, shops);
      const { page } = opened;

      const onDesktop = await accessibilityProblems(page);
      await page.setViewportSize({ width: 360, height: 740 });
      const onPhone = await accessibilityProblems(page);
      const widest = await page.evaluate(() => document.documentElement.scrollWidth);

      expect(onDesktop).toEqual([]);
      expect(onPhone).toEqual([]);
      expect(widest).toBe(360);
    },
  );

  it('that something broke on is that one page', async () => {
    opened = await EVERY_PAGE['something broke'](window, shops);

    expect(await opened.page.locator('h1').innerText()).toBe('ページを表示できませんでした');
  });
});
