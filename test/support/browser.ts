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

/** Opens an empty page that is watched, through all its navigations, until it is closed. */
export async function openWatchedPage(
  browser: Browser,
  { expected, ...options }: WatchedPageOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({
    locale: 'ja-JP',
    viewport: { width: 1280, height: 900 },
    ...options,
  });
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
  const page = await context.newPage();
  return {
    page,
    faults,
    close: async () => {
      await context.close();
      const unexpected = faults.filter((fault) => expected?.test(fault) !== true);
      if (unexpected.length > 0) throw new Error(`The page had faults:\n${unexpected.join('\n')}`);
    },
  };
}

/**
 * Runs in the page, before its own scripts. What moves right after an input moves because of it; and what moves inside of
 * Amazon's part, whose nodes nobody outside is told of, is not the shop's.
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
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries() as LayoutShift[]) {
      const moved = sources.flatMap(({ node }) =>
        node instanceof Element ? node.outerHTML.slice(0, 80) : (node?.textContent ?? []),
      );
      if (!hadRecentInput && moved.length > 0) noteFault(`shift: ${value} ${moved.join(' ')}`);
    }
  }).observe({ type: 'layout-shift', buffered: true });
}
