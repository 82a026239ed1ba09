import { CV2_CODES } from '../../lambda/src/payment/codes/server-cv2-codes';
import { browserOfTests, shopOfTests } from '../support/browser-bench';
import { visitCheckout } from '../support/browser-checkout';
import { FINALIZE_FAILURES } from './finalize-codes-table';

const bench = browserOfTests();
const shop = shopOfTests();

const CODES = Object.keys(FINALIZE_FAILURES) as (keyof typeof FINALIZE_FAILURES)[];

describe('the failures of Finalize Checkout Session in the page', () => {
  it('are the 18 codes of the document, each with its HTTP status', () => {
    const rows = Object.values(CV2_CODES).filter(({ source }) => source.startsWith('seed 002'));

    expect(CODES).toHaveLength(18);
    expect(Object.fromEntries(rows.map(({ code, httpStatus }) => [code, Number(httpStatus)]))).toEqual(
      Object.fromEntries(CODES.map((code) => [code, FINALIZE_FAILURES[code].httpStatus])),
    );
  });

  it.each(CODES)('%s leads back to the start, says so, and charges nothing', async (code) => {
    const expected = FINALIZE_FAILURES[code];
    const utterance = 'utterance' in expected ? { utterance: expected.utterance } : {};
    const visit = bench.keep(await visitCheckout(bench.window, shop, utterance));
    const { page, payWith, title, notice, order } = visit;

    await payWith(code);

    expect(await title()).toBe('ご注文内容の最終確認');
    expect(await notice()).toEqual(expected.notice);
    expect(await page.locator('main').innerText()).not.toContain(code);
    await page.locator('[data-simulated="pay-button"]').waitFor();
    const stored = await order.read();
    expect(stored.state).toBe(expected.state);
    expect(stored.finalizations.at(-1)?.result?.row).toBe(CV2_CODES[code].row);
    expect(shop.capturedYen()).toEqual([]);
  });

  it('do not stand in the way of a second try that works: one capture of 3192 yen', async () => {
    const visit = bench.keep(await visitCheckout(bench.window, shop));
    const { payWith, title, order } = visit;
    await payWith('HardDeclined');

    await payWith('success');

    expect(await title()).toBe('ご注文ありがとうございます');
    expect((await order.read()).state).toBe('PAID');
    expect(shop.capturedYen()).toEqual([3192]);
  });
});
