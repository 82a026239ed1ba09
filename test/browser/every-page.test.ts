/// <reference lib="dom" />
import { browserOfTests, shopOfTests } from '../support/browser-bench';
import { accessibilityProblems } from '../support/browser-axe';
import { EVERY_PAGE, type Shops } from './every-page';

const bench = browserOfTests();
const shops: Shops = {
  capturing: shopOfTests(),
  authorizing: shopOfTests({
    AMAZON_PAY_PAYMENT_INTENT: 'Authorize',
    AMAZON_PAY_CAN_HANDLE_PENDING: 'true',
  }),
  confirming: shopOfTests({ AMAZON_PAY_PAYMENT_INTENT: 'Confirm' }),
};

describe('every page', () => {
  it.each(Object.entries(EVERY_PAGE))(
    '%s: axe-core finds nothing wrong, and a phone of 360 px shows all of it',
    async (_name, open) => {
      const opened = bench.keep(await open(bench.window, shops));
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
    const opened = bench.keep(await EVERY_PAGE['something broke'](bench.window, shops));

    expect(await opened.page.locator('h1').innerText()).toBe('ページを表示できませんでした');
  });
});
