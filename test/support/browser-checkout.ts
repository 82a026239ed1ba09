import { type Browser, type Page } from 'playwright-core';
import { type AddressName } from '../simulator/amazon-pay-browser/addresses-table';
import { type WishName } from '../simulator/amazon-pay-browser/wished-results-table';
import { openWatchedPage, type SharedWindow, type WatchedPage, type WatchedPageOptions } from './browser';
import { type BrowserShop, type VoiceOrder } from './browser-shop';

/** A buyer before the page of an order. */
export interface CheckoutVisit extends WatchedPage {
  readonly order: VoiceOrder;
  /** Presses Amazon's button and waits until the sheet shows a total, or why there is none. */
  readonly openSheet: () => Promise<void>;
  readonly chooseAddress: (name: AddressName) => Promise<void>;
  readonly chooseResult: (wish: WishName) => Promise<void>;
  /** Presses "pay" in the open sheet and waits for the page that the shop then shows. */
  readonly pay: () => Promise<void>;
  /** From the button to the page after paying. */
  readonly payWith: (wish: WishName) => Promise<void>;
  /** Lines of the page's main part, without the button's own. */
  readonly notice: () => Promise<readonly string[]>;
  readonly title: () => Promise<string>;
}

/** A new order by voice, and its page in a browser. */
export async function visitCheckout(
  browser: Browser | SharedWindow,
  shop: BrowserShop,
  { utterance, ...options }: WatchedPageOptions & { readonly utterance?: string | undefined } = {},
): Promise<CheckoutVisit> {
  const order = await shop.order(utterance);
  return openCheckout(browser, shop, { order, ...options });
}

/** The page of an order in one more browser. */
export async function openCheckout(
  browser: Browser | SharedWindow,
  { url }: Pick<BrowserShop, 'url'>,
  { order, ...options }: WatchedPageOptions & { readonly order: VoiceOrder },
): Promise<CheckoutVisit> {
  const watched = await openWatchedPage(browser, options);
  await watched.page.goto(url + order.path);
  return { ...watched, order, ...checkoutActions(watched.page) };
}

/** An element of the simulated Amazon Pay. */
export const simulated = (name: string): string => `[data-simulated="${name}"]`;

/** What a buyer does on a page that shows Amazon's button. */
export function checkoutActions(page: Page): Omit<CheckoutVisit, keyof WatchedPage | 'order'> {
  const settled = (): Promise<void> =>
    page.locator(`${simulated('dialog')}[aria-busy="false"]`).waitFor({ state: 'attached' });
  const openSheet = async (): Promise<void> => {
    await page.locator(simulated('pay-button')).click();
    await settled();
  };
  const chooseResult = async (wish: WishName): Promise<void> => {
    await page.locator(simulated('result')).selectOption(wish);
  };
  const pay = async (): Promise<void> => {
    const shown = page.waitForEvent('load');
    await page.locator(simulated('pay')).click();
    await shown;
  };
  return {
    openSheet,
    chooseAddress: async (name) => {
      await page.locator(simulated('address')).selectOption(name);
      await settled();
    },
    chooseResult,
    pay,
    payWith: async (wish) => {
      await openSheet();
      await chooseResult(wish);
      await pay();
    },
    notice: () => page.locator('.notice p').allInnerTexts(),
    title: () => page.locator('h1').innerText(),
  };
}
