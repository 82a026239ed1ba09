/// <reference lib="dom" />
import { type Browser, type Page } from 'playwright-core';
import { launchBrowser, openWatchedPage, type WatchedPage } from '../support/browser';
import { accessibilityProblems } from '../support/browser-axe';
import { simulated } from '../support/browser-checkout';
import { openBrowserShop, type BrowserShop } from '../support/browser-shop';

let browser: Browser;
let shop: BrowserShop;
beforeAll(async () => {
  [browser, shop] = await Promise.all([launchBrowser(), openBrowserShop()]);
});
afterAll(async () => {
  await browser.close();
  await shop.close();
});
let opened: WatchedPage | undefined;
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

async function openEmpty(expected: RegExp): Promise<WatchedPage> {
  opened = await openWatchedPage(browser, { expected, viewport: { width: 1280, height: 3000 } });
  return opened;
}

/** Lets the page draw twice, so that what it changed is seen. */
const drawn = (page: Page): Promise<unknown> =>
  page.evaluate(
    () =>
      new Promise((resolve) =>
        requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(resolve), 100)),
      ),
  );

describe('the eyes of these tests', () => {
  it('see an inline script that the policy refuses, an error, and something that moves', async () => {
    const { page, faults } = await openEmpty(/./);
    await page.goto(shop.url + (await shop.order()).path);
    await page.locator(simulated('pay-button')).waitFor();

    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "changed"';
      document.head.append(script);
      setTimeout(() => {
        throw new Error('on purpose');
      });
      const wedge = document.createElement('p');
      wedge.textContent = 'something new';
      document.querySelector('main')?.prepend(wedge);
    });
    await drawn(page);

    const kinds = new Set(faults.map((fault) => fault.split(' ')[0]));
    expect([...kinds].sort()).toEqual(['console:', 'policy:', 'shift:', 'thrown:']);
    expect(await page.title()).not.toBe('changed');
    await expect(closeStrictly()).rejects.toThrow(
      /^The page had faults:\n[^]*policy: script-src-elem inline/,
    );
  });

  it('see a field without a label', async () => {
    const { page } = await openEmpty(/^shift/);
    await page.goto(`${shop.url}/checkout`);

    await page.locator('label').evaluate((label) => {
      label.remove();
    });

    expect(await accessibilityProblems(page)).toEqual([
      'label-title-only (serious): #code',
      'label (critical): #code',
    ]);
  });
});

/** A page with one refused script, closed as every test closes its pages. */
async function closeStrictly(): Promise<void> {
  const { page, close } = await openWatchedPage(browser);
  await page.goto(`${shop.url}/legal`);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = '1';
    document.head.append(script);
  });
  await close();
}
