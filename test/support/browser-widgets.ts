import { type Browser, type Locator, type Page } from 'playwright-core';
import { type WidgetName } from '../../lambda/src/payment/codes/widget-codes';
import { openWatchedPage, type SharedWindow, type WatchedPage, type WatchedPageOptions } from './browser';
import { simulated } from './browser-checkout';
import { type BrowserShop, type VoiceOrder } from './browser-shop';

/** A buyer before the page with Amazon's widgets. */
export interface WidgetsVisit extends WatchedPage {
  readonly order: VoiceOrder;
  /** Signs in at the button and waits until address book and wallet have told the page what is chosen. */
  readonly signIn: () => Promise<void>;
  /** Lets a widget report an error of this code. */
  readonly fail: (widget: WidgetName, code: string) => Promise<void>;
  /** What a widget itself shows in its body when it failed; nothing when it is hidden. */
  readonly shownBy: (widget: WidgetName) => Promise<readonly string[]>;
  /** Lines of the page's own place for errors. */
  readonly errorLines: () => Promise<readonly string[]>;
  /** Code and text for developers. */
  readonly debugLines: () => Promise<readonly string[]>;
  /** Presses the button that orders and waits for the page that the shop then shows. */
  readonly placeOrder: () => Promise<void>;
}

/** A new order by voice, and its page with the widgets in a browser. */
export async function visitWidgets(
  browser: Browser | SharedWindow,
  shop: BrowserShop,
  { utterance, ...options }: WatchedPageOptions & { readonly utterance?: string | undefined } = {},
): Promise<WidgetsVisit> {
  const order = await shop.order(utterance);
  const watched = await openWatchedPage(browser, options);
  await watched.page.goto(`${shop.url}${order.path}/widgets`);
  await watched.page.locator(simulated('sign-in-button')).waitFor();
  return { ...watched, order, ...widgetsActions(watched.page) };
}

/**
 * Does what leads to another page of the shop, and waits until that is there. Gives the query of the address that was
 * asked for: the page itself takes it out.
 */
export async function ledBy(page: Page, act: () => Promise<unknown>): Promise<string> {
  const asked = page.waitForRequest((request) => request.isNavigationRequest());
  const shown = page.waitForEvent('load');
  await act();
  const { search } = new URL((await asked).url());
  await shown;
  return search;
}

/** Lines that can be seen. */
export async function visibleLines(element: Locator): Promise<readonly string[]> {
  if (!(await element.isVisible())) return [];
  const lines = (await element.innerText()).split('\n');
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

function widgetsActions(page: Page): Omit<WidgetsVisit, keyof WatchedPage | 'order'> {
  const widgetOf = (widget: WidgetName): Locator => page.locator(`[data-widget="${widget}"]`);
  const order = page.locator('#order-button');
  return {
    signIn: async () => {
      await page.locator(simulated('sign-in-button')).click();
      const total = page.waitForResponse((response) => response.url().endsWith('/widgets/total'));
      await page.locator(simulated('sign-in-allow')).click();
      await page.locator(simulated('widget-card')).waitFor();
      await total;
    },
    fail: async (widget, code) => {
      // Not its answer: the page may be gone before.
      const reported = page.waitForRequest((request) => request.url().endsWith('/errors'));
      await widgetOf(widget).locator('summary').click();
      await widgetOf(widget).locator(simulated('widget-error')).selectOption(code);
      await reported;
      await page.waitForLoadState();
    },
    shownBy: (widget) => widgetOf(widget).locator(simulated('widget-message')).allInnerTexts(),
    errorLines: () => visibleLines(page.locator('#widget-error')),
    debugLines: () => visibleLines(page.locator('#widget-debug')),
    placeOrder: async () => {
      const shown = page.waitForEvent('load');
      await order.click();
      await shown;
    },
  };
}
