import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { openTestConsole, type TestConsole } from '../unit/simulator/console/open-test-console';

const SCREENSHOTS = join(__dirname, '../screenshots');

/** The console in a browser, as a person has it before them. */
export interface ConsolePage {
  readonly page: Page;
  readonly shop: TestConsole;
  /** Errors of the page: thrown, logged, or refused by its own security policy. */
  readonly errors: readonly string[];
  /** Types, sends, and waits until the turn is there. */
  readonly say: (...utterances: readonly string[]) => Promise<void>;
  /** Chooses a scenario in the chooser by its name. */
  readonly choose: (scenario: string) => Promise<void>;
  /** Text of the newest turn. */
  readonly newestTurn: () => Promise<string>;
  readonly screenshot: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens the console of a fresh shop in a fresh browser profile. */
export async function openConsolePage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<ConsolePage> {
  const shop = await openTestConsole();
  const context = await browser.newContext({
    locale: 'ja-JP',
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(shop.url);
  await page.waitForSelector('html[data-ready]');
  const turns = page.locator('[data-turn]');
  mkdirSync(SCREENSHOTS, { recursive: true });
  return {
    page,
    shop,
    errors,
    say: async (...utterances) => {
      for (const utterance of utterances) {
        const before = await turns.count();
        await page.fill('#utterance', utterance);
        await page.press('#utterance', 'Enter');
        await turns.nth(before).waitFor();
      }
    },
    choose: async (scenario) => {
      await page.fill('#scenario-search', scenario);
      await page.click(`[data-scenario="${scenario}"]`);
      await page.locator('#armed li', { hasText: scenario }).first().waitFor();
    },
    newestTurn: () => turns.last().innerText(),
    screenshot: async (name) => {
      await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
    },
    close: async () => {
      await context.close();
      await shop.close();
    },
  };
}
