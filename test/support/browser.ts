/// <reference lib="dom" />
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts Debian's Chromium; another one by CHROMIUM_PATH. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: FLAGS });
}

/** A page in a browser profile of its own, and everything that went wrong in it. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors thrown or logged, refusals of the page's own security policy, and layout shifts, oldest first. */
  readonly faults: readonly string[];
  /** Closes the profile. @throws Error when there was a fault that `expected` does not name */
  readonly close: () => Promise<void>;
}

/** What a page may be opened with. `expected`: faults that belong to the case. */
export interface WatchedPageOptions extends BrowserContextOptions {
  readonly expected?: RegExp;
}

/** One window that shows page after page: a window for each takes twice the time. */
export interface SharedWindow {
  /** The window as a new one would be; `close` leaves it open for the next. */
  readonly reopen: (options?: Pick<WatchedPageOptions, 'expected'>) => Promise<WatchedPage>;
  readonly close: () => Promise<void>;
}

const VIEWPORT = { width: 1280, height: 900 };

/**
 * Opens an empty page that is watched, through all its navigations, until it is closed. In a shared window only `expected`
 * counts: size and profile stay.
 */
export async function openWatchedPage(
  browser: Browser | SharedWindow,
  { expected, ...options }: WatchedPageOptions = {},
): Promise<WatchedPage> {
  if ('reopen' in browser) return browser.reopen(expected === undefined ? {} : { expected });
  const { page, faults } = await openPage(browser, options);
  return {
    page,
    faults,
    close: async () => {
      await page.context().close();
      refuse(faults, expected);
    },
  };
}

/** Opens a window for one page after the other. */
export async function openSharedWindow(browser: Browser): Promise<SharedWindow> {
  const { page, faults } = await openPage(browser);
  const close = async (expected: RegExp | undefined): Promise<void> => {
    await page.evaluate(() => {
      sessionStorage.clear();
    });
    await page.goto('about:blank');
    await page.unrouteAll();
    await page.context().clearCookies();
    refuse(faults.splice(0), expected);
  };
  return {
    reopen: async ({ expected } = {}) => {
      await page.setViewportSize(VIEWPORT);
      return { page, faults, close: () => close(expected) };
    },
    close: () => page.context().close(),
  };
}

async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ readonly page: Page; readonly faults: string[] }> {
  const context = await browser.newContext({ locale: 'ja-JP', viewport: VIEWPORT, ...options });
  // Nothing on loopback takes as long: what is not there by then does not come.
  context.setDefaultTimeout(15_000);
  const faults: string[] = [];
  const note = (fault: string): void => {
    faults.push(fault);
  };
  await context.exposeBinding('noteFault', (_source, fault: string) => {
    note(fault);
  });
  await context.addInitScript(watch);
  context.on('page', (page) => {
    page.on('pageerror', (error) => {
      note(`thrown: ${error.message}`);
    });
    page.on('console', (message) => {
      if (message.type() === 'error') note(`console: ${message.text()} ${message.location().url}`);
    });
  });
  return { page: await context.newPage(), faults };
}

/** Lets a page draw twice, so that what it changed is seen. */
export function drawn(page: Page): Promise<unknown> {
  return page.evaluate(
    () =>
      new Promise((resolve) =>
        requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(resolve), 100)),
      ),
  );
}

function refuse(faults: readonly string[], expected: RegExp | undefined): void {
  const unexpected = faults.filter((fault) => expected?.test(fault) !== true);
  if (unexpected.length > 0) throw new Error(`The page had faults:\n${unexpected.join('\n')}`);
}

/**
 * Runs in the page, before its own scripts. What moves before the buyer has done anything moves by itself; after that it may
 * be the answer to an input, however late it comes, or to another size of the window. And what moves inside of Amazon's
 * part, whose nodes nobody outside is told of, is not the shop's.
 */
function watch(): void {
  const { noteFault } = window as unknown as { noteFault: (fault: string) => void };
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    noteFault(`policy: ${violatedDirective} ${blockedURI}`);
  });
  interface LayoutShift extends PerformanceEntry {
    readonly value: number;
    readonly hadRecentInput: boolean;
    readonly sources: readonly { readonly node?: Node | null }[];
  }
  let hasActed = false;
  // No function with a name: what compiles this file may mark it with a helper that the page does not have.
  for (const type of ['pointerdown', 'keydown', 'input'])
    addEventListener(
      type,
      () => {
        hasActed = true;
      },
      { capture: true },
    );
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries() as LayoutShift[]) {
      const moved = sources.flatMap(({ node }) =>
        node instanceof Element ? node.outerHTML.slice(0, 80) : (node?.textContent ?? []),
      );
      if (!hasActed && !hadRecentInput && moved.length > 0) noteFault(`shift: ${value} ${moved.join(' ')}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}
