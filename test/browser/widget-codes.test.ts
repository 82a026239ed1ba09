import { WIDGET_CODES } from '../../lambda/src/payment/codes/widget-codes';
import { browserOfTests, shopOfTests } from '../support/browser-bench';
import { ledBy, visibleLines, visitWidgets, type WidgetsVisit } from '../support/browser-widgets';
import { type ExpectedWidgetError, WIDGET_FAILURES } from './widget-codes-table';

const SUBSCRIPTION = '定期便を申し込みたい';

const bench = browserOfTests();
const shop = shopOfTests();

async function come(utterance?: string): Promise<WidgetsVisit> {
  return bench.keep(await visitWidgets(bench.window, shop, { utterance }));
}

/** Where the page stands after an error, by what can be seen of it. */
async function placeOf(
  { page, order }: WidgetsVisit,
  isLed: boolean,
): Promise<ExpectedWidgetError['leadsTo'] | 'elsewhere'> {
  const { pathname, search } = new URL(page.url());
  if (search !== '') return 'elsewhere';
  if (pathname === order.path) return 'order';
  if (pathname !== `${order.path}/widgets`) return 'elsewhere';
  if (isLed) return 'widgetsAnew';
  if (await page.locator('#sign-in').isVisible()) return 'signIn';
  return (await page.locator('#widget-choices').isVisible()) ? 'here' : 'noWidgets';
}

async function expectUntouched({ order }: WidgetsVisit, code: string): Promise<void> {
  await shop.line('widgetError', order.orderId);
  const reports = shop.logged.filter(({ orderId }) => orderId === order.orderId);
  expect(reports.filter(({ step }) => step === 'widgetError').map((line) => line.code)).toEqual([code]);
  expect(await order.read()).toMatchObject({ state: 'AWAITING_PAYMENT', attempts: [], finalizations: [] });
  expect(shop.capturedYen()).toEqual([]);
}

const CODES = Object.keys(WIDGET_FAILURES) as (keyof typeof WIDGET_FAILURES)[];
const expectedOf = (code: (typeof CODES)[number]): ExpectedWidgetError => WIDGET_FAILURES[code];

describe('the errors of the widgets in the page', () => {
  it('are the 16 codes of the document', () => {
    expect(CODES).toHaveLength(16);
    expect([...CODES].sort()).toEqual(Object.keys(WIDGET_CODES).sort());
  });

  it.each(CODES)('%s says its text, leads where it should, and leaves the order as it was', async (code) => {
    const { widget, lines, leadsTo } = expectedOf(code);
    const here = await come(widget === 'consent' ? SUBSCRIPTION : undefined);
    const { page, signIn, fail, errorLines, debugLines } = here;
    await signIn();

    const isLed = leadsTo === 'order' || leadsTo === 'widgetsAnew';
    let query = '';
    if (isLed) query = await ledBy(page, () => fail(widget, code));
    else await fail(widget, code);

    expect(/^\?after=b\d\d$/.test(query)).toBe(isLed);
    expect(await placeOf(here, isLed)).toBe(leadsTo);
    const notice = page.locator('.notice:not(#widget-error)');
    expect(isLed ? await visibleLines(notice) : await errorLines()).toEqual(lines);
    await page.locator('#widgets-spinner').waitFor({ state: 'hidden' });
    expect(isLed ? [code] : await debugLines()).toContain(code);
    const isOver = leadsTo === 'noWidgets';
    expect(isOver && (await page.locator('#order-button').isVisible())).toBe(false);
    expect(isOver ? await visibleLines(page.locator('#pay-status')) : []).toEqual([]);
    await expectUntouched(here, code);
  });

  it.each(CODES.filter((code) => expectedOf(code).onButton !== undefined))(
    '%s of the sign-in button is hidden: no message of the error, only what helps',
    async (code) => {
      const here = await come();
      const { fail, shownBy, errorLines } = here;

      await fail('button', code);

      expect(await shownBy('button')).toEqual([]);
      expect(await errorLines()).toEqual(expectedOf(code).onButton);
      await expectUntouched(here, code);
    },
  );
});
