/// <reference lib="dom" />
import { gzipSync } from 'node:zlib';
import { type BrowserContextOptions } from 'playwright-core';
import { drawn, openWatchedPage, type WatchedPage, type WatchedPageOptions } from '../support/browser';
import { browserOfTests, shopOfTests } from '../support/browser-bench';
import { simulated } from '../support/browser-checkout';
import { type VoiceOrder } from '../support/browser-shop';

/** Windows so high that nothing stands below their edge: whatever moves is seen. */
const TALL: Readonly<Record<string, BrowserContextOptions>> = {
  desktop: { viewport: { width: 1280, height: 3000 } },
  phone: { viewport: { width: 360, height: 5000 } },
};

const bench = browserOfTests();
const shop = shopOfTests();
let order: VoiceOrder;
beforeAll(async () => {
  order = await shop.order();
});

async function openEmpty(options?: WatchedPageOptions): Promise<WatchedPage> {
  return bench.keep(await openWatchedPage(bench.browser, options));
}

/** Bytes of the shop's own scripts and styles that a page loads, compressed. */
async function ownCodeBytes(path: string, ready: string): Promise<number> {
  const { page } = await openEmpty();
  const own: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    const isCode = ['script', 'stylesheet'].includes(response.request().resourceType());
    if (isCode && response.url().startsWith(shop.url)) own.push(response.body());
  });
  await page.goto(shop.url + path);
  await page.locator(ready).waitFor();
  const bodies = await Promise.all(own);
  expect(bodies.length).toBe(2);
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
}

describe('the weight of the pages', () => {
  it('is at most 30 KB of own script and style for the final confirmation', async () => {
    const bytes = await ownCodeBytes(order.path, simulated('pay-button'));

    expect(bytes).toBeLessThanOrEqual(30_000);
    expect(bytes).toBeGreaterThan(1000);
  });

  it('is at most 30 KB of own script and style for the page with the widgets', async () => {
    const bytes = await ownCodeBytes(`${order.path}/widgets`, simulated('sign-in-button'));

    expect(bytes).toBeLessThanOrEqual(30_000);
    expect(bytes).toBeGreaterThan(1000);
  });

  it('is carried by no other host than the shop and the one of Amazon Pay', async () => {
    const { page } = await openEmpty();
    const origins = new Set<string>();
    page.on('request', (request) => origins.add(new URL(request.url()).origin));

    await page.goto(shop.url + order.path);
    await page.locator(simulated('pay-button')).waitFor();

    expect([...origins]).toEqual([shop.url, shop.shop.config.web?.scriptsUrl]);
  });
});

describe.each(Object.entries(TALL))('on a %s nothing moves', (_name, options) => {
  it.each([
    ['/checkout.js', '', simulated('pay-button')],
    ['/Widgets.js', '/widgets', simulated('sign-in-button')],
  ])('while %s of Amazon is slow', async (script, below, button) => {
    const { page, faults } = await openEmpty(options);
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(`${shop.shop.config.web?.scriptsUrl ?? ''}/**${script}`, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(shop.url + order.path + below, { waitUntil: 'domcontentloaded' });
    await drawn(page);

    release();
    await page.locator(button).waitFor();
    await drawn(page);

    expect(faults).toEqual([]);
  });

  it('but the foot of the page, when the script of Amazon does not come and the page says so', async () => {
    const expected = /ERR_FAILED|^shift: 0\.00\d+ <footer class="bottom">[^#]*$/;
    const { page, faults } = await openEmpty({ ...options, expected });
    await page.route('**/checkout.js', (route) =>
      route.request().url().startsWith(shop.url) ? route.continue() : route.abort(),
    );

    await page.goto(shop.url + order.path);
    await page.locator('#pay-status[data-tone="problem"]').waitFor();
    await drawn(page);

    expect(await page.locator('#pay-status').innerText()).toBe(
      'お支払いは行われていません。Amazon Payのボタンを表示できませんでした。通信の状態や広告ブロックの設定をお確かめのうえ、ページを開き直してください。続くときは、お問い合わせ先までご連絡ください。',
    );
    expect(await page.locator('footer').innerText()).toContain('03-1234-5678');
    expect(faults.filter((fault) => !expected.test(fault))).toEqual([]);
  });
});

describe('a browser without JavaScript', () => {
  it('reads that nothing was paid, what is missing, and whom to ask', async () => {
    const { page } = await openEmpty({ javaScriptEnabled: false });

    await page.goto(shop.url + order.path);

    const texts = await page.locator('noscript p').allTextContents();
    expect(texts[0]).toBe(
      'お支払いは行われていません。このページでのお支払いにはJavaScriptが必要です。ブラウザーの設定で有効にしてから、開き直してください。',
    );
    expect(texts[1]).toContain('03-1234-5678');
  });

  it.each(['', '/widgets'])(
    'sees that at once below the heading, and neither room nor button for what never comes (%s)',
    async (below) => {
      const { page } = await openEmpty({ javaScriptEnabled: false });

      await page.goto(shop.url + order.path + below);

      const above = await page.locator('section:has(noscript) > :not(noscript):visible').last().boundingBox();
      const notice = await page.locator('noscript .notice').boundingBox();
      const contact = await page.locator('noscript .contact').boundingBox();
      expect(notice!.y - (above!.y + above!.height)).toBe(12);
      expect(contact!.y - (notice!.y + notice!.height)).toBe(12);
      expect(await page.locator('#order-button:visible').count()).toBe(0);
    },
  );
});

it('the line above the foot of the page is as wide as what stands above it', async () => {
  const { page } = await openEmpty({ viewport: { width: 1280, height: 900 } });

  await page.goto(`${shop.url}/checkout`);

  const panel = await page.locator('.panel').boundingBox();
  const line = await page.locator('footer').evaluate((foot) => getComputedStyle(foot, '::before').width);
  expect(line).toBe(`${panel!.width}px`);
});
