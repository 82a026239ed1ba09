import { type Browser } from 'playwright-core';
import { changeOrder, moveTo } from '../../lambda/src/orders/change-order';
import { type OrderState } from '../../lambda/src/orders/state-table';
import { openWatchedPage, type SharedWindow, type WatchedPage } from '../support/browser';
import { type CheckoutVisit, simulated, visitCheckout } from '../support/browser-checkout';
import { type BrowserShop } from '../support/browser-shop';
import { visitWidgets } from '../support/browser-widgets';

/** The shops whose pages are looked at, by when they take the money. */
export interface Shops {
  readonly capturing: BrowserShop;
  readonly authorizing: BrowserShop;
  readonly confirming: BrowserShop;
}

/** Opens a page in one of its states. */
type OpenPage = (browser: Browser | SharedWindow, shops: Shops) => Promise<WatchedPage>;

/** How the browser notes the pages that are refusals. */
const REFUSED = /400 \(Bad Request\)|404 \(Not Found\)|429 \(Too Many Requests\)|503 \(Service Unavailable\)/;

/** Every page of the shop in every state a buyer can see, by its name. */
export const EVERY_PAGE = {
  'code form': (browser, { capturing }) => plain(browser, capturing, '/checkout'),
  'unknown code': (browser, { capturing }) => plain(browser, capturing, '/checkout/AAAA2222'),
  'a form that is not ours': async (browser, { capturing }) => {
    const watched = await plain(browser, capturing, '/checkout');
    await watched.page.locator('#code').evaluate((field) => {
      field.setAttribute('name', 'other');
    });
    await watched.page.locator('#code').fill('AAAA2222');
    await Promise.all([
      watched.page.waitForResponse((response) => response.status() === 400),
      watched.page.locator('form button').click(),
    ]);
    await watched.page.waitForLoadState();
    return watched;
  },
  'too many tries': async (browser, { confirming }) => {
    const tries = Array.from({ length: 10 }, () => fetch(`${confirming.url}/checkout/AAAA2222`));
    await Promise.all(tries);
    return plain(browser, confirming, '/checkout/AAAA2222');
  },
  'something broke': async (browser, { capturing }) => {
    const visit = await visitCheckout(browser, capturing, { expected: REFUSED });
    const { store } = capturing.shop.deps;
    const readOrder = store.readOrder.bind(store);
    Object.assign(store, { readOrder: () => Promise.reject(new Error('the store is away')) });
    await visit.page.reload();
    Object.assign(store, { readOrder });
    return visit;
  },
  'legal facts': (browser, { capturing }) => plain(browser, capturing, '/legal'),
  'final confirmation': (browser, { capturing }) => visitPayable(browser, capturing),
  'final confirmation of a gift code': (browser, { capturing }) =>
    visitPayable(browser, capturing, 'ギフト券を2枚ください'),
  'final confirmation of a subscription': (browser, { capturing }) =>
    visitPayable(browser, capturing, '定期便を申し込みたい'),
  'final confirmation after a failure': (browser, { capturing }) => paid(browser, capturing, 'HardDeclined'),
  'sheet closed': async (browser, { capturing }) => {
    const visit = await visitCheckout(browser, capturing);
    await visit.openSheet();
    await visit.page.locator(simulated('cancel')).click();
    await visit.page.locator('#pay-status:not(:empty)').waitFor();
    return visit;
  },
  checking: async (browser, { capturing }) =>
    decided(capturing, await visitPayable(browser, capturing), 'CHARGE_SENT'),
  paid: (browser, { capturing }) => paid(browser, capturing, 'success'),
  authorized: (browser, { authorizing }) => paid(browser, authorizing, 'success'),
  pending: (browser, { authorizing }) => paid(browser, authorizing, 'pending'),
  'taken on, to be charged later': (browser, { confirming }) => paid(browser, confirming, 'success'),
  cancelled: async (browser, { authorizing }) =>
    decided(authorizing, await paid(browser, authorizing, 'success'), 'CANCELLED'),
  refunded: async (browser, { capturing }) =>
    decided(capturing, await paid(browser, capturing, 'success'), 'REFUNDED'),
  'widgets before the sign-in': (browser, { capturing }) => visitWidgets(browser, capturing),
  'widgets, everything chosen': (browser, { capturing }) => signedIn(browser, capturing),
  'widgets of a subscription': (browser, { capturing }) =>
    signedIn(browser, capturing, '定期便を申し込みたい'),
  'widgets with an error': (browser, { capturing }) =>
    failed(browser, capturing, 'PaymentMethodNotModifiable'),
  'widgets that are over': (browser, { capturing }) => failed(browser, capturing, 'InvalidSellerId'),
} as const satisfies Record<string, OpenPage>;

async function plain(
  browser: Browser | SharedWindow,
  { url }: BrowserShop,
  path: string,
): Promise<WatchedPage> {
  const watched = await openWatchedPage(browser, { expected: REFUSED });
  await watched.page.goto(url + path);
  return watched;
}

async function visitPayable(
  browser: Browser | SharedWindow,
  shop: BrowserShop,
  utterance?: string,
): Promise<CheckoutVisit> {
  const visit = await visitCheckout(browser, shop, utterance === undefined ? {} : { utterance });
  await visit.page.locator(simulated('pay-button')).waitFor();
  return visit;
}

async function paid(
  browser: Browser | SharedWindow,
  shop: BrowserShop,
  wish: 'success' | 'pending' | 'HardDeclined',
): Promise<CheckoutVisit> {
  const visit = await visitCheckout(browser, shop);
  await visit.payWith(wish);
  return visit;
}

/** The page after something else has moved its order: a person in the shop, or a payment that is under way. */
async function decided(
  { shop, effects }: BrowserShop,
  visit: CheckoutVisit,
  state: OrderState,
): Promise<WatchedPage> {
  await changeOrder(shop.deps.store, await visit.order.read(), (order) => ({
    order: moveTo(order, state, { nowMs: effects.now() }),
    result: undefined,
  }));
  await visit.page.reload();
  return visit;
}

/** The page with the widgets after an error of the wallet. */
async function failed(
  browser: Browser | SharedWindow,
  shop: BrowserShop,
  code: 'PaymentMethodNotModifiable' | 'InvalidSellerId',
): Promise<WatchedPage> {
  const visit = await visitWidgets(browser, shop);
  await visit.signIn();
  await visit.fail('wallet', code);
  return visit;
}

async function signedIn(
  browser: Browser | SharedWindow,
  shop: BrowserShop,
  utterance?: string,
): Promise<WatchedPage> {
  const visit = await visitWidgets(browser, shop, utterance === undefined ? {} : { utterance });
  await visit.signIn();
  return visit;
}
