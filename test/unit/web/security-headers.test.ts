import { openBrowser } from './browser';
import { openWebBench, type WebBench, type WebBenchOptions } from './web-bench';

/** Every header that a browser is told something by, without those of the connection and the content itself. */
const OTHERS = ['connection', 'content-length', 'content-type', 'date', 'etag', 'keep-alive', 'set-cookie'];

async function headersOf(shop: WebBench, path: string): Promise<Readonly<Record<string, string>>> {
  const { headers } = await openBrowser(shop).get(path);
  return Object.fromEntries([...headers.entries()].filter(([name]) => !OTHERS.includes(name)));
}

describe('the headers of a page', () => {
  let shop: WebBench | undefined;

  afterEach(async () => {
    await shop?.close();
    shop = undefined;
  });

  async function open(options?: WebBenchOptions): Promise<WebBench> {
    shop = await openWebBench(options);
    return shop;
  }

  it('allow Amazon’s hosts and nothing else, and are written out here', async () => {
    const bench = await open();

    expect(await headersOf(bench, `/checkout/${bench.code}`)).toEqual({
      'content-security-policy': [
        "default-src 'none'",
        "script-src 'self' https://static-fe.payments-amazon.com",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' https://*.payments-amazon.com https://*.media-amazon.com https://*.ssl-images-amazon.com",
        "connect-src 'self' https://static-fe.payments-amazon.com https://*.amazon.co.jp https://*.amazon.com https://*.media-amazon.com",
        'frame-src https://static-fe.payments-amazon.com https://*.amazon.co.jp',
        "form-action 'self' https://*.amazon.co.jp",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ].join(';'),
      'cross-origin-opener-policy': 'same-origin-allow-popups',
      'cross-origin-resource-policy': 'same-origin',
      'origin-agent-cluster': '?1',
      'permissions-policy':
        'camera=(), geolocation=(), microphone=(), payment=(self "https://static-fe.payments-amazon.com" "https://*.amazon.co.jp")',
      'referrer-policy': 'strict-origin',
      'strict-transport-security': 'max-age=31536000',
      'x-content-type-options': 'nosniff',
      'x-dns-prefetch-control': 'off',
      'x-download-options': 'noopen',
      'x-frame-options': 'DENY',
      'x-permitted-cross-domain-policies': 'none',
      'x-robots-tag': 'noindex, nofollow',
      'x-xss-protection': '0',
      'cache-control': 'no-store',
    });
  });

  it('name the simulated Amazon Pay in place of Amazon’s hosts, and no https where there is none', async () => {
    const bench = await open({
      environment: {
        SHOP_URL: 'http://127.0.0.1:3000',
        AMAZON_PAY_SCRIPTS_URL: 'http://127.0.0.1:3999',
      },
    });

    const headers = await headersOf(bench, `/checkout/${bench.code}`);

    expect(headers['content-security-policy']).toBe(
      [
        "default-src 'none'",
        "script-src 'self' http://127.0.0.1:3999",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' http://127.0.0.1:3999",
        "connect-src 'self' http://127.0.0.1:3999",
        'frame-src http://127.0.0.1:3999',
        "form-action 'self' http://127.0.0.1:3999",
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ].join(';'),
    );
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  it.each(['/checkout', '/legal', '/checkout/ZZZZZZZZ', '/checkout/ZZZZZZZZ/status'])(
    'are the same on %s',
    async (path) => {
      const bench = await open();
      const ofCheckout = await headersOf(bench, `/checkout/${bench.code}`);

      expect(await headersOf(bench, path)).toEqual(ofCheckout);
    },
  );

  it('let a browser keep scripts and styles, if it asks each time whether they changed', async () => {
    const bench = await open();

    const headers = await headersOf(bench, '/assets/checkout.js');

    expect(headers['cache-control']).toBe('no-cache');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('have no inline script to allow: a page loads all its scripts from the shop', async () => {
    const bench = await open();
    const browser = openBrowser(bench);
    const pages = [await browser.get(`/checkout/${bench.code}`), await browser.get('/legal')];

    for (const { body } of pages) {
      expect(body).not.toMatch(/<script(?![^>]* src="\/assets\/)/u);
      expect(body).not.toMatch(/\son[a-z]+=|javascript:|style="/u);
    }
  });
});
