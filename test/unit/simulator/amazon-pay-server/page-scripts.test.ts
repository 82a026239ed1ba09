import {
  startAmazonPayServer,
  type AmazonPayServer,
} from '../../../simulator/amazon-pay-server/amazon-pay-server';

const SHOP = 'http://127.0.0.1:3000';
let server: AmazonPayServer;
beforeEach(async () => {
  server = await startAmazonPayServer({
    effects: { now: Date.now, random: Math.random },
    shopOrigins: [SHOP],
  });
});
afterEach(() => server.close());

describe('the page scripts', () => {
  it.each([
    ['/checkout.js', 'renderJSButton'],
    ['/OffAmazonPayments/jp/lpa/js/Widgets.js', 'OffAmazonPayments'],
    ['/OffAmazonPayments/jp/sandbox/lpa/js/Widgets.js?sellerId=A1KOEMISE', 'OffAmazonPayments'],
  ])('%s is served, is not kept, and puts %s into the page', async (path, name) => {
    const response = await fetch(`${server.url}${path}`);

    const script = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(script).toContain(name);
    expect(script).not.toMatch(/\beval\(|new Function\(/);
  });

  it('leave the path of the CV1 API to the API', async () => {
    const response = await fetch(`${server.url}/OffAmazonPayments_Sandbox/2013-01-01`, { method: 'POST' });

    expect(response.headers.get('content-type')).toBe('text/xml');
  });
});

describe('who may ask from a browser', () => {
  const preflight = (origin: string) =>
    fetch(`${server.url}/simulated/checkoutSessions`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });

  it('the pages of the shop', async () => {
    const { status, headers } = await preflight(SHOP);

    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe(SHOP);
    expect(headers.get('access-control-allow-headers')).toBe('content-type');
  });

  it.each(['https://koemise.example', 'http://127.0.0.1:3001', 'null'])('no page of %s', async (origin) => {
    const { headers } = await preflight(origin);

    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});

it('what browsers ask is not among the calls of the shop’s server', async () => {
  await fetch(`${server.url}/simulated/checkoutSessions`, { method: 'POST', body: '{}' });

  expect(server.calls).toEqual([]);
});
