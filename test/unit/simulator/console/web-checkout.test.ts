import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDialog } from '../../../simulator/player/dialog-files';
import { playDialog } from '../../../simulator/player/play-dialog';
import { openShopHouse } from '../../../simulator/player/shop-house';
import type { ConsoleState } from '../../../simulator/console/wire';
import { fixedEffects } from '../../../support/fixed-effects';
import { webBuyer } from '../web-shop/web-buyer';
import { openTestConsole, type TestConsole, type TestConsoleOptions } from './open-test-console';

const ORDERING = ['こえみせ珈琲を開いて', 'ブレンドを2つください', 'はい'] as const;

let opened: TestConsole;
afterEach(async () => {
  await opened.close();
});

async function open(environment: TestConsoleOptions['environment'] = {}): Promise<TestConsole> {
  opened = await openTestConsole({
    serverSide: true,
    environment: { PAYMENT_CHANNEL: 'web', ...environment },
  });
  return opened;
}

const newestOrder = async (): Promise<ConsoleState['orders'][number]> => {
  const [order] = (await opened.state()).orders;
  if (order === undefined) throw new Error('there is no order');
  return order;
};

/** Pays on the page that the newest order's link leads to. */
async function pay(wish: 'success' | 'HardDeclined'): Promise<void> {
  const { checkout } = await newestOrder();
  await webBuyer(opened.shop, new URL(checkout?.url ?? '').pathname).pay(wish);
}

describe('the console of a shop with the web checkout', () => {
  it('knows the address of the shop, which the card holds', async () => {
    const { url } = await open();
    await opened.say(...ORDERING);

    const { shopUrl, entries } = await opened.state();

    expect(shopUrl).toBe(url);
    expect(JSON.stringify(entries.at(-1))).toContain(`アドレス: ${url}/checkout`);
  });

  it('lets the pages of the shop pass, with their own forms', async () => {
    const { url } = await open();

    const page = await fetch(`${url}/checkout`);
    const form = await fetch(`${url}/checkout`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: url },
      body: 'code=ABCD-2345',
    });

    expect(page.status).toBe(200);
    expect([form.status, form.headers.get('location')]).toEqual([303, '/checkout/ABCD2345']);
  });

  it('refuses a form that a page from elsewhere sends', async () => {
    const { url } = await open();

    const form = await fetch(`${url}/checkout`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' },
      body: 'code=ABCD-2345',
    });

    expect(form.status).toBe(403);
  });

  it('shows of a waiting order until when its link is open, and the page itself', async () => {
    const { url } = await open();
    await opened.say(...ORDERING);

    expect(await newestOrder()).toMatchObject({
      state: 'AWAITING_PAYMENT',
      checkout: {
        expiresAtMs: Date.parse('2026-11-23T03:00:00Z'),
        isOpen: true,
        url: expect.stringMatching(new RegExp(`^${url}/checkout/[0-9A-Z]{8}$`)),
      },
      finalizations: [],
    });
    expect(await newestOrder()).not.toHaveProperty('chargedOn');
  });

  it('shows a link whose day is over as closed', async () => {
    await open();
    await opened.say(...ORDERING);
    opened.passSec(24 * 60 * 60);

    expect((await newestOrder()).checkout?.isOpen).toBe(false);
  });

  it('shows what was paid on the web: finalization, ground, money in the books of this shopper', async () => {
    await open();
    await opened.say(...ORDERING);
    await pay('success');

    const { books } = await opened.state();
    expect(await newestOrder()).toMatchObject({
      state: 'PAID',
      checkout: { isOpen: false },
      finalizations: [
        {
          n: 1,
          intent: 'AuthorizeWithCapture',
          amountYen: 3192,
          effect: 'paid',
          row: 'x81',
          chargeId: expect.stringMatching(/^S03-/),
        },
      ],
      chargedOn: 'checkoutSession',
    });
    expect(books).toMatchObject({
      capturedYen: 3192,
      authorizations: [{ state: 'Closed', capturedYen: 3192 }],
    });
  });

  it('shows the row of a finalization that was declined, and no money', async () => {
    await open();
    await opened.say(...ORDERING);
    await pay('HardDeclined');

    const { books } = await opened.state();
    expect(await newestOrder()).toMatchObject({
      state: 'DECLINED_HARD',
      checkout: { isOpen: true },
      finalizations: [{ n: 1, effect: 'declinedHard', row: 'c17' }],
    });
    expect(books).toMatchObject({ capturedYen: 0, authorizations: [{ state: 'Declined' }] });
  });

  it('shows another shopper nothing of it', async () => {
    await open();
    await opened.say(...ORDERING);
    await pay('success');
    await opened.post('shopper');

    expect(await opened.state()).toMatchObject({
      orders: [],
      books: { capturedYen: 0, agreements: [], authorizations: [] },
    });
  });
});

describe('a saved conversation about the web checkout', () => {
  it('goes the same way when it is played elsewhere, on another day, with another code', async () => {
    await open();
    await opened.post('email', { emailConsent: 'GRANTED' });
    await opened.say(...ORDERING, 'こえみせ珈琲を開いて', 'はい');
    await opened.post('save', { name: 'on-the-web' });
    const effects = fixedEffects(7);
    effects.advance(40 * 24 * 60 * 60 * 1000 + 5 * 60 * 1000);
    const house = openShopHouse(effects);

    const dialog = readDialog(join(opened.folder, 'on-the-web.json'));
    const { misses } = await playDialog({ house, dialog, buyerName: 'AGAIN' });

    await house.close();
    expect(misses).toEqual([]);
  });

  it('holds neither the port of this shop nor its code', async () => {
    await open();
    await opened.say(...ORDERING);
    await opened.post('save', { name: 'on-the-web' });

    const sidecar = readFileSync(join(opened.folder, 'on-the-web.expect.yaml'), 'utf8');
    expect(sidecar).toContain('アドレス: https://shop.koemise.example/checkout');
    expect(sidecar).toContain('コード: {checkoutCode}');
    expect(sidecar).toContain('PAYMENT_CHANNEL: web');
    expect(sidecar).not.toContain('127.0.0.1');
  });
});
