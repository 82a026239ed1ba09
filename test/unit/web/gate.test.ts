import fc from 'fast-check';
import { issueLink } from '../../../lambda/src/checkout/issue-link';
import { openBrowser, type Seen } from './browser';
import { openWebBench, type WebBench, type WebBenchOptions } from './web-bench';

const DAY_MS = 24 * 60 * 60 * 1000;

let shop: WebBench;
afterEach(() => shop.close());

async function open(options: WebBenchOptions = {}): Promise<void> {
  shop = await openWebBench(options);
}

/** Everything of an answer that could tell two of them apart, but the clock of the server. */
function everything({ status, headers, body }: Seen): unknown {
  const told = [...headers].filter(([name]) => name !== 'date');
  return { status, told, body };
}

describe('a code that opens nothing', () => {
  it('is answered with the same status, headers and bytes after the same time, whatever the reason', async () => {
    await open();
    const good = `/checkout/${shop.code}`;
    const stranger = openBrowser(shop);

    const guessed = await stranger.get('/checkout/0123ABCD');
    const noCode = await stranger.get('/checkout/hello');
    const below = await stranger.get('/checkout/0123ABCD/orders/1');
    const unreadable = await stranger.get('/checkout/%E0%A4%A');
    const belowUnreadable = await stranger.get('/checkout/%E0%A4%A/widgets?after=b08');
    await shop.change({ state: 'PAID' });
    const used = await stranger.get(good);
    await shop.change({ state: 'AWAITING_PAYMENT' });
    shop.pass(DAY_MS);
    const expired = await stranger.get(good);

    expect(guessed.status).toBe(404);
    expect(guessed.words).toContain(
      'お支払いページを表示できません この画面では、お支払いは行われていません。',
    );
    for (const one of [noCode, below, unreadable, belowUnreadable, used, expired])
      expect(everything(one)).toEqual(everything(guessed));
    expect(shop.waits).toEqual([400, 400, 400, 400, 400, 400, 400]);
  });

  it('is answered at the same time when the store is slow, and at the next multiple when it is slower still', async () => {
    const slow: { byMs: number } = { byMs: 300 };
    await open({
      deps: ({ store }) => ({
        store: {
          ...store,
          readPointer: (key) => {
            shop.pass(slow.byMs);
            return store.readPointer(key);
          },
        },
      }),
    });

    await openBrowser(shop).get('/checkout/0123ABCD');
    slow.byMs = 450;
    await openBrowser(shop).get('/checkout/0123ABCD');

    expect(shop.waits).toEqual([100, 350]);
  });

  it('opens nothing for the page’s calls either, in the same way', async () => {
    await open();
    await shop.change({ state: 'PAID' });
    const stranger = openBrowser(shop);

    const answers = await Promise.all([
      stranger.get(`/checkout/${shop.code}/status`),
      stranger.call('cart', { address: null }),
      stranger.call('complete', { checkoutSessionId: 'session-1' }),
      stranger.call('complete', '{'),
    ]);

    for (const { status, body } of answers) expect([status, body]).toEqual([404, '{"error":"not_found"}']);
    expect(shop.waits).toHaveLength(4);
    expect(shop.completed).toEqual([]);
  });

  it('is an expired one even for the browser that had it open', async () => {
    await open();
    const buyer = openBrowser(shop);
    await buyer.get(`/checkout/${shop.code}`);
    shop.pass(DAY_MS);

    expect((await buyer.get(`/checkout/${shop.code}`)).status).toBe(404);
  });

  it('is the old one after a new link was made', async () => {
    await open();
    const old = shop.code;
    const order = await shop.order();
    await shop.change({ state: 'CART', checkout: undefined });
    await issueLink(shop.deps, await shop.order());

    expect((await openBrowser(shop).get(`/checkout/${old}`)).status).toBe(404);
    expect((await shop.order()).checkout?.no).toBe(order.checkout!.no + 1);
  });
});

describe('tries of wrong codes', () => {
  it('are ten a minute for an address; then even a right code is refused, until the minute is over', async () => {
    await open();
    const guesser = openBrowser(shop);

    const tries: number[] = [];
    for (let no = 0; no < 10; no += 1) tries.push((await guesser.get(`/checkout/0000000${no}`)).status);
    const refused = await guesser.get('/checkout/0000000A');
    const right = await guesser.get(`/checkout/${shop.code}`);

    expect(tries).toEqual(Array.from({ length: 10 }, () => 404));
    expect([refused.status, right.status]).toEqual([429, 429]);
    expect(refused.words).toContain(
      'お支払いは行われていません。コードの入力が続いたため、受け付けを一時的に止めています。 1分ほど待ってから、もう一度お試しください。',
    );
    expect(refused.headers.get('retry-after')).toBe('60');
    shop.pass(60_000);
    expect((await guesser.get(`/checkout/${shop.code}`)).status).toBe(200);
  });

  it('count a code that cannot even be decoded like every other', async () => {
    await open();
    const guesser = openBrowser(shop);

    const tries: number[] = [];
    for (let no = 0; no < 10; no += 1) tries.push((await guesser.get('/checkout/%E0%A4%A')).status);

    expect(tries).toEqual(Array.from({ length: 10 }, () => 404));
    expect((await guesser.get('/checkout/%E0%A4%A')).status).toBe(429);
    expect((await guesser.get(`/checkout/${shop.code}`)).status).toBe(429);
  });

  it('of one address do not keep out another', async () => {
    await open();
    const guesser = openBrowser(shop);
    for (let no = 0; no < 12; no += 1) await guesser.get(`/checkout/0000000${no % 10}`);

    expect((await openBrowser(shop).get(`/checkout/${shop.code}`)).status).toBe(200);
  });

  it('do not cut off a browser that had its link open, though it is at the same address', async () => {
    await open();
    const buyer = openBrowser(shop);
    await buyer.get(`/checkout/${shop.code}`);
    const guesser = openBrowser(shop, buyer.address);
    for (let no = 0; no < 12; no += 1) await guesser.get(`/checkout/0000000${no % 10}`);

    expect((await guesser.get(`/checkout/${shop.code}`)).status).toBe(429);
    expect((await buyer.get(`/checkout/${shop.code}`)).status).toBe(200);
    expect((await buyer.get(`/checkout/${shop.code}/status`)).body).toBe('{"view":"payable"}');
  });

  it('do not count right codes, however often they are opened', async () => {
    await open();

    const { address } = openBrowser(shop);
    const seen: number[] = [];
    for (let no = 0; no < 15; no += 1) {
      const fresh = openBrowser(shop, address);
      seen.push((await fresh.get(`/checkout/${shop.code}`)).status);
    }

    expect(seen).toEqual(Array.from({ length: 15 }, () => 200));
  });

  it('count for one network of IPv6, and for the address a trusted proxy names, not for what a caller claims', async () => {
    await open();
    const at = (addresses: string) =>
      fetch(`${shop.url}/checkout/00000000`, { headers: { 'x-forwarded-for': addresses } });

    for (let no = 0; no < 10; no += 1) await at(`203.0.113.${no}, 2001:db8:1:2::${no}`);

    expect((await at('198.18.0.1, 2001:db8:1:2:ffff::1')).status).toBe(429);
    expect((await at('198.18.0.1, 2001:db8:1:3::1')).status).toBe(404);
  });
});

describe('the cookie', () => {
  it('goes to whoever opens a good code, bound to this host, out of reach of scripts and other sites', async () => {
    await open();

    const { headers } = await openBrowser(shop).get(`/checkout/${shop.code}`);

    expect(headers.get('set-cookie')).toMatch(
      /^__Host-koemise-checkout=[0-9a-f]{32}\.[\w-]{22}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
    );
    expect(headers.get('set-cookie')).not.toContain(shop.code);
  });

  it('has a plain name and no Secure on loopback, where there is no https', async () => {
    await open({ environment: { SHOP_URL: 'http://127.0.0.1:3000' } });

    const { headers } = await openBrowser(shop).get(`/checkout/${shop.code}`);

    expect(headers.get('set-cookie')).toMatch(
      /^koemise-checkout=[0-9a-f]{32}\.[\w-]{22}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  it('shows the result after a reload and in a second tab of that browser, and in no other', async () => {
    await open();
    const buyer = openBrowser(shop);
    await buyer.get(`/checkout/${shop.code}`);
    await shop.change({ state: 'PAID' });

    expect((await buyer.get(`/checkout/${shop.code}`)).words).toContain('お支払いが完了し');
    expect((await buyer.get(`/checkout/${shop.code}`)).words).toContain('お支払いが完了し');
    expect((await openBrowser(shop).get(`/checkout/${shop.code}`)).status).toBe(404);
  });

  it('of a wrong code is none', async () => {
    await open();

    expect((await openBrowser(shop).get('/checkout/00000000')).headers.get('set-cookie')).toBeNull();
  });

  it('remembers several links of one browser', async () => {
    await open();
    const buyer = openBrowser(shop);
    await buyer.get(`/checkout/${shop.code}`);
    const second = await shop.anotherOrder('261122-000002');
    await buyer.get(`/checkout/${second}`);
    await shop.change({ state: 'PAID' });

    expect((await buyer.get(`/checkout/${shop.code}`)).words).toContain('お支払いが完了し');
    expect(buyer.cookie.split('.')).toHaveLength(3);
  });

  it('that somebody made up, or took from another link, opens nothing', async () => {
    await open();
    const buyer = openBrowser(shop);
    const second = await shop.anotherOrder('261122-000002');
    await buyer.get(`/checkout/${second}`);
    await shop.change({ state: 'PAID' });
    const made = fc
      .stringMatching(/^[0-9a-f]{32}\.[\w-]{22}$/)
      .map((value) => `__Host-koemise-checkout=${value}`);

    expect((await buyer.get(`/checkout/${shop.code}`)).status).toBe(404);
    await fc.assert(
      fc.asyncProperty(fc.oneof(made, fc.stringMatching(/^[ -~]{0,80}$/)), async (cookie) => {
        const forger = openBrowser(shop);
        forger.cookie = cookie.trim();
        const { status } = await forger.get(`/checkout/${shop.code}`);
        shop.pass(60_000);
        return status === 404;
      }),
      { numRuns: 40 },
    );
  });
});
