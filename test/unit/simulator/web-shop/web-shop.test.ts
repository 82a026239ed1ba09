import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { runPass } from '../../../../lambda/src/worker/run-worker';
import { closeServer, listenOnLoopback } from '../../../simulator/local-dynamo';
import { startLocalShop, type LocalShop, type LocalShopOptions } from '../../../simulator/local-shop';
import { startServerSide } from '../../../simulator/server-side';
import { fixedEffects, type FixedEffects } from '../../../support/fixed-effects';
import { sendBuyerToPage } from './web-buyer';

const PENDING = { AMAZON_PAY_PAYMENT_INTENT: 'Authorize', AMAZON_PAY_CAN_HANDLE_PENDING: 'true' };

let shop: LocalShop | undefined;
let effects: FixedEffects;
afterEach(async () => {
  await shop?.close();
  shop = undefined;
});

async function open(environment: LocalShopOptions['environment'] = {}): Promise<LocalShop> {
  effects = fixedEffects();
  shop = await startLocalShop({ effects, serverSide: true, environment });
  return shop;
}

async function stateOf({ orderId }: { readonly orderId: string }): Promise<string | undefined> {
  return (await shop?.deps.store.readOrder(orderId))?.state;
}

const capturesYen = (): readonly number[] =>
  shop?.amazonPay.ledger.judge.captures().map(({ amountYen }) => amountYen) ?? [];

describe('a shop on this machine with the web checkout', () => {
  it('has its own address as the address of its pages, and answers them there', async () => {
    const { config, port, skillUrl } = await open();

    const legal = await fetch(`${config.web?.shopUrl ?? ''}/legal`);
    const script = await fetch(`${config.web?.shopUrl ?? ''}/assets/checkout.js`);

    expect(config.web?.shopUrl).toBe(`http://127.0.0.1:${port}`);
    expect(skillUrl).toBe(`http://127.0.0.1:${port}/alexa`);
    expect(await legal.text()).toContain('特定商取引法に基づく表記');
    expect(await script.text()).toContain('renderJSButton');
  });

  it("names the simulated Amazon Pay as the origin of Amazon's scripts, which has them", async () => {
    const { config } = await open();
    const scriptsUrl = config.web?.scriptsUrl ?? '';

    const page = await fetch(`${config.web?.shopUrl ?? ''}/legal`);
    const script = await fetch(`${scriptsUrl}/checkout.js`);

    expect(page.headers.get('content-security-policy')).toContain(`script-src 'self' ${scriptsUrl};`);
    expect(script.status).toBe(200);
    expect(script.headers.get('content-type')).toContain('text/javascript');
  });

  it('takes a payment of the page: charged once, told as success', async () => {
    const buyer = await sendBuyerToPage(await open());

    const answer = await buyer.pay('success');

    expect(answer).toEqual({ status: 'success' });
    expect(await stateOf(buyer)).toBe('PAID');
    expect(capturesYen()).toEqual([3192]);
    expect(await buyer.open()).toContain('お支払いが完了');
  });

  it('keeps the address of the shop that is set, as a dialog does', async () => {
    const { config, port } = await open({ SHOP_URL: 'https://shop.koemise.example' });

    expect(config.web?.shopUrl).toBe('https://shop.koemise.example');
    expect((await fetch(`http://127.0.0.1:${port}/legal`)).status).toBe(200);
  });

  it('has no pages and no web checkout without the server side', async () => {
    shop = await startLocalShop({ effects: fixedEffects() });

    const answer = await fetch(shop.skillUrl.replace('/alexa', '/checkout'));

    expect(shop.config.web).toBeUndefined();
    expect(answer.status).toBe(404);
  });
});

describe('the notifications of the simulated Amazon Pay', () => {
  it('settle an authorization that was pending (202) once Amazon Pay has decided', async () => {
    await open(PENDING);
    const buyer = await sendBuyerToPage(shop!);
    const answer = await buyer.pay('pending');
    const before = await stateOf(buyer);
    effects.advance(31_000);
    shop?.amazonPay.passTime();

    await shop?.notify();

    expect(answer).toEqual({ status: 'success' });
    expect(before).toBe('PENDING');
    expect(await stateOf(buyer)).toBe('AUTHORIZED');
  });

  it('settle one that is declined later: nothing is paid', async () => {
    await open(PENDING);
    const buyer = await sendBuyerToPage(shop!);
    await buyer.pay('pendingThenDeclined');
    effects.advance(31_000);
    shop?.amazonPay.passTime();

    await shop?.notify();

    expect(await stateOf(buyer)).toBe('DECLINED_HARD');
    expect(capturesYen()).toEqual([]);
  });

  it('are sent once for the charge and once for its permission, and not again without a change', async () => {
    const { amazonPay, config } = await open();
    const { sellerId } = config;
    const listener = await openListener();
    const side = await startServerSide({
      ledger: amazonPay.ledger,
      effects,
      sellerId,
      shopUrl: config.web?.shopUrl ?? '',
    });
    const buyer = await sendBuyerToPage(shop!);
    await buyer.pay('success');

    await side.notify(listener.url);
    await side.notify(listener.url);

    await Promise.all([side.close(), listener.close()]);
    expect(listener.messages).toMatchObject([
      {
        ObjectType: 'CHARGE',
        MerchantID: 'A1KOEMISELOCAL',
        ObjectId: expect.stringMatching(/^S03-\d{7}-\d{7}-C\d{6}$/),
      },
      {
        ObjectType: 'CHARGE_PERMISSION',
        MerchantID: 'A1KOEMISELOCAL',
        ObjectId: expect.stringMatching(/^S03-\d{7}-\d{7}$/),
      },
    ]);
  });
});

/** Whoever would take notifications: keeps what they say. */
async function openListener(): Promise<{ url: string; messages: unknown[]; close: () => Promise<void> }> {
  const messages: unknown[] = [];
  const server = createServer((request, response) => {
    void json(request).then((envelope) => {
      messages.push(JSON.parse(String((envelope as Record<string, unknown>)['Message'])));
      response.end();
    });
  });
  const port = await listenOnLoopback(server, 0);
  return { url: `http://127.0.0.1:${port}/`, messages, close: () => closeServer(server) };
}

describe('the background of a shop on this machine', () => {
  it('asks Amazon Pay about a pending authorization by itself, when no notification comes', async () => {
    const { background } = await open(PENDING);
    const buyer = await sendBuyerToPage(shop!);
    await buyer.pay('pending');
    effects.advance(10 * 60_000);

    await runPass(background);

    expect(await stateOf(buyer)).toBe('AUTHORIZED');
  });
});

describe('a start that fails', () => {
  it('for a bad setting gives the port back', async () => {
    const taken = createServer();
    const port = await listenOnLoopback(taken, 0);
    await closeServer(taken);

    const start = startLocalShop({ port, environment: { PAYMENT_CHANNEL: 'pigeon' } });

    await expect(start).rejects.toThrow('PAYMENT_CHANNEL: voice or web');
    const again = createServer();
    expect(await listenOnLoopback(again, port)).toBe(port);
    await closeServer(again);
  });

  it('for a port in use says so, and opens nothing', async () => {
    const taken = createServer();
    const port = await listenOnLoopback(taken, 0);

    await expect(startLocalShop({ port })).rejects.toThrow('EADDRINUSE');

    await closeServer(taken);
  });
});
