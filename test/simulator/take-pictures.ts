/** `npm run pictures`: the pictures of the READMEs, taken anew in a headless Chromium; the clock in them stands still. */
import './console/quiet-aws-sdk';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openConsolePage } from '../browser/console-page';
import { launchBrowser } from '../support/browser';
import { visitCheckout } from '../support/browser-checkout';
import { openBrowserShop } from '../support/browser-shop';

const FOLDER = join(__dirname, '../../docs/images');

/** The console after a purchase. */
async function takeConsole(browser: Browser): Promise<void> {
  const console = await openConsolePage(browser, {
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
  });
  try {
    await console.shop.post('consent', { consent: 'GRANTED' });
    await console.say('こえみせ珈琲を開いて', 'ブレンドを2つください', 'はい', 'はい');
    await console.page.screenshot({ path: join(FOLDER, 'console.png') });
  } finally {
    await console.close();
  }
}

/** The final confirmation of the page on a phone, before Amazon's button is pressed. */
async function takeCheckout(browser: Browser): Promise<void> {
  const shop = await openBrowserShop();
  try {
    const visit = await visitCheckout(browser, shop, {
      viewport: { width: 390, height: 844 },
      colorScheme: 'light',
    });
    await visit.page.locator('[data-simulated="pay-button"]').waitFor();
    await visit.page.screenshot({ path: join(FOLDER, 'checkout.png') });
    await visit.close();
  } finally {
    await shop.close();
  }
}

async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const browser = await launchBrowser();
  try {
    await takeConsole(browser);
    await takeCheckout(browser);
  } finally {
    await browser.close();
  }
}

void main();
