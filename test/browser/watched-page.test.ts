/// <reference lib="dom" />
import { browserOfTests, shopOfTests } from '../support/browser-bench';
import { drawn, openWatchedPage, type WatchedPage } from '../support/browser';
import { accessibilityProblems } from '../support/browser-axe';
import { simulated } from '../support/browser-checkout';

const bench = browserOfTests();
const shop = shopOfTests();

async function openEmpty(expected: RegExp): Promise<WatchedPage> {
  return bench.keep(
    await openWatchedPage(bench.browser, { expected, viewport: { width: 1280, height: 3000 } }),
  );
}

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
  const { page, close } = await openWatchedPage(bench.browser);
  await page.goto(`${shop.url}/legal`);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = '1';
    document.head.append(script);
  });
  await close();
}
