import { createFunctionUrlHandler } from '../../lambda/src/web/function-url-handler';
import { functionUrlEvent } from '../support/function-url-event';
import {
  openWebHosts,
  WEB_ENVIRONMENT,
  type WebAnswer,
  type WebHosts,
  type WebRequest,
} from '../support/web-hosts';
import { SESSION_ADDRESS } from '../simulator/amazon-pay-server/open-objects';

const ASSETS = { checkoutJs: '', widgetsJs: '', styleCss: '' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const BUYER = '198.51.100.7';
const OKINAWA = {
  name: '見本 太郎',
  addressLine1: '見本1-2-3',
  city: '那覇市',
  stateOrRegion: '沖縄県',
  postalCode: '900-0001',
  countryCode: 'JP',
  phoneNumber: '098-000-0000',
};

/** What a browser sends with a call of the page that it opened. */
function callHeaders({ cookies, body }: WebAnswer): Readonly<Record<string, string>> {
  return {
    'content-type': 'application/json',
    'sec-fetch-site': 'same-origin',
    cookie: cookies[0]?.split(';')[0] ?? '',
    'x-csrf-token': /data-csrf-token="([^"]+)"/u.exec(body)?.[1] ?? '',
  };
}

/** A call that is wrong in one way. */
interface Bad {
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

describe('the shop’s pages on Express and behind a Lambda function URL', () => {
  let hosts: WebHosts;
  let code = '';

  beforeAll(async () => {
    hosts = await openWebHosts({ trustedProxies: 1 });
    ({ code } = await hosts.waiting('261122-482109'));
  });

  afterAll(() => hosts.close());

  async function expectSame(request: WebRequest): Promise<WebAnswer> {
    const [express, lambda] = [await hosts.express(request), await hosts.lambda(request)];

    expect(lambda).toEqual(express);
    return lambda;
  }

  it('show the legal facts with their Japanese intact', async () => {
    const { status, headers, body } = await expectSame({ path: '/legal' });

    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body).toContain('特定商取引法に基づく表記');
    expect(body).toContain('株式会社こえみせ');
  });

  it('ask for a code, and lead to its page whatever way it is typed', async () => {
    await expectSame({ path: '/checkout' });
    const typed = encodeURIComponent(`${code.slice(0, 4).toLowerCase()}ー${code.slice(4)}`);

    const sent = await expectSame({
      path: '/checkout',
      method: 'POST',
      headers: FORM,
      body: `code=${typed}`,
    });

    expect(sent.status).toBe(303);
    expect(sent.headers['location']).toBe(`/checkout/${code}`);
  });

  it('open an order with the same cookie, and know it again', async () => {
    const opened = await expectSame({ path: `/checkout/${code}`, from: BUYER });
    const cookie = opened.cookies[0]?.split(';')[0] ?? '';
    const again = await expectSame({
      path: `/checkout/${code}`,
      from: BUYER,
      headers: { cookie: `other=1; ${cookie}` },
    });

    expect(opened.status).toBe(200);
    expect(opened.body).toContain('こえみせブレンド');
    expect(opened.cookies).toEqual([
      expect.stringMatching(
        /^__Host-koemise-checkout=[\w.-]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax; Secure$/u,
      ),
    ]);
    expect(again.cookies).toEqual(opened.cookies);
  });

  it('compute the total for an address that is written in Japanese', async () => {
    const headers = callHeaders(await hosts.lambda({ path: `/checkout/${code}`, from: BUYER }));
    const body = JSON.stringify({ address: OKINAWA });

    const answer = await expectSame({
      path: `/checkout/${code}/cart`,
      method: 'POST',
      headers,
      body,
      from: BUYER,
    });

    expect(JSON.parse(answer.body)).toMatchObject({
      totalChargeAmount: { amount: '3792', currencyCode: 'JPY' },
      lineItems: [{ title: 'こえみせブレンド', quantity: '2' }],
    });
  });

  it.each([
    ['a body that is no JSON', { body: '{' }],
    ['a field that is not known', { body: '{"address":null,"totalYen":1}' }],
    ['another site’s call', { body: '{"address":null}', headers: { 'sec-fetch-site': 'cross-site' } }],
    ['a call without the token', { body: '{"address":null}', headers: { 'x-csrf-token': '' } }],
    ['a body of more than 16 KB', { body: JSON.stringify({ address: { city: '市'.repeat(6000) } }) }],
  ])('refuse %s with 400', async (_what, { body, headers = {} }: Bad) => {
    const own = callHeaders(await hosts.lambda({ path: `/checkout/${code}`, from: BUYER }));

    const answer = await expectSame({
      path: `/checkout/${code}/cart`,
      method: 'POST',
      headers: { ...own, ...headers },
      body,
      from: BUYER,
    });

    expect(answer.status).toBe(400);
    expect(answer.body).toBe('{"error":"bad_request"}');
  });

  it.each([
    ['a guessed code', { path: '/checkout/ZZZZZZZZ' }, 404],
    ['a call under a guessed code', { path: '/checkout/ZZZZZZZZ/cart', method: 'POST' }, 404],
    ['where a guessed code’s order is', { path: '/checkout/ZZZZZZZZ/status' }, 404],
    ['a page that does not exist', { path: '/nowhere' }, 404],
    ['a code that cannot be decoded', { path: '/checkout/%E3%81' }, 404],
    ['a form without a code', { path: '/checkout', method: 'POST', headers: FORM, body: 'kode=1' }, 400],
    ['a forged notification', { path: '/ipn', method: 'POST', body: '{"Type":"Notification"}' }, 400],
    ['a notification in another way', { path: '/ipn' }, 405],
    ['the page’s script', { path: '/assets/checkout.js' }, 200],
    ['the style sheet', { path: '/assets/style.css?v=1' }, 200],
    ['only the headers of a page', { path: '/legal', method: 'HEAD' }, 200],
  ] as const)('answer the same to %s', async (_what, request: WebRequest, status) => {
    expect((await expectSame({ from: '198.51.100.8', ...request })).status).toBe(status);
  });
});

describe('the pages behind a function URL', () => {
  let hosts: WebHosts;

  beforeEach(async () => {
    hosts = await openWebHosts({ trustedProxies: 0 });
  });

  afterEach(() => hosts.close());

  it('take a payment from the first page to the last', async () => {
    const { code } = await hosts.waiting('261122-482109');
    const path = `/checkout/${code}`;
    const headers = callHeaders(await hosts.lambda({ path }));
    const checkoutSessionId = hosts.bench.server.openSession({ chargeYen: 3192, address: SESSION_ADDRESS });
    const complete = { path: `${path}/complete`, method: 'POST', headers } as const;

    const completed = await hosts.lambda({ ...complete, body: JSON.stringify({ checkoutSessionId }) });
    const result = await hosts.lambda({ path, headers: { cookie: headers['cookie'] ?? '' } });
    const stranger = await hosts.lambda({ path });

    expect(completed.body).toBe('{"status":"success"}');
    expect(result.status).toBe(200);
    expect(result.body).toContain('お支払いが完了し、ご注文を承りました。');
    expect(stranger.status).toBe(404);
    expect([...hosts.bench.server.ledger.captures.values()].map(({ amountYen }) => amountYen)).toEqual([
      3192,
    ]);
  });

  it('count wrong codes by the address that AWS saw, whatever the browser says of itself', async () => {
    const { code } = await hosts.waiting('261122-482109');
    const guesses = Array.from({ length: 11 }, (_one, guess) => ({
      path: `/checkout/ZZZZZZ${guess + 10}`,
      sourceIp: '192.0.2.66',
      from: `198.51.100.${guess}`,
    }));

    const answers: number[] = [];
    for (const guess of guesses) answers.push((await hosts.lambda(guess)).status);

    expect(answers).toEqual([...Array.from({ length: 10 }, () => 404), 429]);
    expect((await hosts.lambda({ path: `/checkout/${code}`, sourceIp: '192.0.2.66' })).status).toBe(429);
    expect((await hosts.lambda({ path: `/checkout/${code}`, sourceIp: '192.0.2.67' })).status).toBe(200);
  });

  it('have nothing left to write once they have answered', async () => {
    const { code } = await hosts.waiting('261122-482109');

    await hosts.lambda({ path: `/checkout/${code}` });
    const [begun, answered] = [hosts.lambdaStore.begun(), hosts.lambdaStore.answered()];

    // One more and one less try, the code's pointer, the order: a Lambda function stands still after its answer.
    expect([begun, answered]).toEqual([5, 5]);
    expect(await hosts.tries()).toEqual([expect.objectContaining({ hits: 0 })]);
    expect(hosts.lambdaStore.begun()).toBe(begun);
  });

  it('keep no address of a browser in the table', async () => {
    await hosts.lambda({ path: '/checkout/ZZZZZZZZ', sourceIp: '192.0.2.66' });

    expect(await hosts.tries()).toEqual([
      {
        pk: expect.stringMatching(/^tries#[0-9a-f]{32}$/u),
        hits: 1,
        endsAtMs: Date.parse('2026-11-22T03:01:00Z'),
        expiresAtSec: Date.parse('2026-11-22T03:01:00Z') / 1000,
      },
    ]);
  });

  it.each([
    ['nothing', undefined],
    ['a schedule', { source: 'aws.events' }],
    ['a request in payload format 1.0', { ...functionUrlEvent({ path: '/legal' }), version: '1.0' }],
    ['an Alexa request', { version: '1.0', session: {}, context: {}, request: {} }],
  ])('refuse %s, which is no request of a browser', async (_what, event) => {
    await expect(hosts.handler(event, {})).rejects.toMatchObject({ code: 'noUrlRequest' });
  });
});

describe('the handler of the pages', () => {
  it('takes exactly two parameters, as Lambda wants', () => {
    expect(createFunctionUrlHandler({ environment: WEB_ENVIRONMENT, assets: ASSETS })).toHaveLength(2);
  });

  it('fails at start, naming what the web checkout lacks', () => {
    const { SHOP_URL, ...others } = WEB_ENVIRONMENT;

    expect(() => createFunctionUrlHandler({ environment: others, assets: ASSETS })).toThrow(/SHOP_URL/u);
    expect(SHOP_URL).toBe('https://shop.koemise.example');
  });

  it('fails at start without any setting of the web checkout', () => {
    const environment = Object.fromEntries(
      Object.entries(WEB_ENVIRONMENT).filter(
        ([name]) => !/^(SHOP_URL|AMAZON_PAY_(STORE|PUBLIC|PRIVATE)|IPN)/u.test(name),
      ),
    );

    expect(() => createFunctionUrlHandler({ environment, assets: ASSETS })).toThrow(
      /SHOP_URL.*\n.*AMAZON_PAY_STORE_ID/u,
    );
  });
});
