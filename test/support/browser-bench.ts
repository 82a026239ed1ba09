import { type Browser } from 'playwright-core';
import { launchBrowser, openSharedWindow, type SharedWindow } from './browser';
import { openBrowserShop, type BrowserShop } from './browser-shop';

/** What a test file with a browser works with; there from its first test to its last one. */
export interface BrowserBench {
  readonly browser: Browser;
  /** One window for tests that need none of their own. */
  readonly window: SharedWindow;
  /** Closes what was opened after the test that opened it. */
  readonly keep: <Opened extends { close: () => Promise<void> }>(opened: Opened) => Opened;
}

/** Opens a browser before the tests of a file and closes it after them. */
export function browserOfTests(): BrowserBench {
  let browser: Browser;
  let window: SharedWindow;
  const kept: { close: () => Promise<void> }[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
    window = await openSharedWindow(browser);
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    for (const opened of kept.splice(0)) await opened.close();
  });
  return {
    get browser() {
      return browser;
    },
    get window() {
      return window;
    },
    keep: (opened) => {
      kept.push(opened);
      return opened;
    },
  };
}

/** Opens a shop before the tests of a file, or of one `describe`, and closes it after them. */
export function shopOfTests(environment: Parameters<typeof openBrowserShop>[0] = {}): BrowserShop {
  let shop: BrowserShop;
  beforeAll(async () => {
    shop = await openBrowserShop(environment);
  });
  afterAll(() => shop.close());
  return {
    get shop() {
      return shop.shop;
    },
    get effects() {
      return shop.effects;
    },
    get url() {
      return shop.url;
    },
    get logged() {
      return shop.logged;
    },
    line: (step, orderId) => shop.line(step, orderId),
    order: (utterance) => shop.order(utterance),
    capturedYen: () => shop.capturedYen(),
    close: () => shop.close(),
  };
}
