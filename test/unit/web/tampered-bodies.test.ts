import fc from 'fast-check';
import { openBrowser, type TestBrowser } from './browser';
import { openWebBench, type WebBench } from './web-bench';

const CALLS = ['cart', 'complete', 'cancel', 'errors'] as const;
const SAME_SITE = { 'sec-fetch-site': 'same-origin' };

/** Bodies as somebody may write them: any JSON, near misses of the real ones, and what is no JSON at all. */
const BODIES = fc.oneof(
  fc.json(),
  fc.string(),
  fc
    .record({
      address: fc.oneof(
        fc.constant(null),
        fc.dictionary(fc.string({ maxLength: 50 }), fc.oneof(fc.constant(null), fc.string(), fc.integer())),
      ),
      totalYen: fc.integer(),
    })
    .map((body) => JSON.stringify(body)),
  fc
    .record({ source: fc.string(), code: fc.string(), amount: fc.integer() }, { requiredKeys: [] })
    .map((body) => JSON.stringify(body)),
  fc
    .record(
      {
        checkoutSessionId: fc.oneof(fc.string(), fc.integer(), fc.constant(null)),
        chargeAmount: fc.integer(),
      },
      { requiredKeys: ['checkoutSessionId'] },
    )
    .map((body) => JSON.stringify(body)),
);

describe('a tampered body', () => {
  let shop: WebBench;
  let browser: TestBrowser;

  beforeEach(async () => {
    shop = await openWebBench();
    browser = openBrowser(shop);
    await browser.get(`/checkout/${shop.code}`);
  });

  afterEach(() => shop.close());

  it('changes no order and is refused with 400 or answered without effect; only an id is handed in', async () => {
    const before = await shop.order();

    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...CALLS), BODIES, async (name, body) => {
        const { status } = await browser.call(name, body, SAME_SITE);

        expect([200, 400]).toContain(status);
        expect(shop.completed.filter((id) => !/^[A-Za-z0-9-]{1,64}$/u.test(id))).toEqual([]);
        expect(await shop.order()).toEqual(before);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['complete', '{"checkoutSessionId":"a1","amount":"1"}'],
    ['complete', '{"checkoutSessionId":"a1","chargeAmount":{"amount":"1","currencyCode":"JPY"}}'],
    ['complete', '{"checkoutSessionId":["a1"]}'],
    ['complete', '{"checkoutSessionId":"../a1"}'],
    ['complete', '{"checkoutSessionId":""}'],
    ['complete', '{}'],
    ['complete', '[]'],
    ['complete', 'null'],
    ['complete', '{"checkoutSessionId":"a1"'],
    ['cart', '{"address":null,"totalChargeAmount":{"amount":"1","currencyCode":"JPY"}}'],
    ['cart', '{"address":{"stateOrRegion":1}}'],
    ['cart', '{}'],
    ['cancel', '{"state":"PAID"}'],
    ['errors', '{"source":"button","code":"A B","name":"x"}'],
    ['errors', '{"source":"button"}'],
  ])('of %s is refused: %s', async (name, body) => {
    const before = await shop.order();

    const { status, body: answer } = await browser.call(name, body, SAME_SITE);

    expect(status).toBe(400);
    expect(answer).toBe('{"error":"bad_request"}');
    expect(shop.completed).toEqual([]);
    expect(await shop.order()).toEqual(before);
  });

  it('leaves the prototype of objects as it is', async () => {
    const body = '{"address":{"__proto__":"東京都","constructor":"東京都"},"__proto__":{"polluted":true}}';

    const { status } = await browser.call('cart', body, SAME_SITE);

    expect(status).toBe(400);
    expect({}).not.toHaveProperty('polluted');
  });

  it('is told from a true one: the session of a real call is handed in', async () => {
    const { status } = await browser.call('complete', { checkoutSessionId: 'a1-b2' }, SAME_SITE);

    expect(status).toBe(200);
    expect(shop.completed).toEqual(['a1-b2']);
  });

  it.each([
    'code=',
    'code=ABCD2345&amount=1',
    'code[]=ABCD2345',
    'kode=ABCD2345',
    '',
    '{"code":"ABCD2345"}',
    'code=a&code=b',
  ])('of the form that asks for a code is refused or leads nowhere: %s', async (form) => {
    const before = await shop.order();

    const { status, headers } = await browser.postForm('/checkout', form);

    expect([status, headers.get('location')]).toEqual(form === 'code=' ? [303, '/checkout/-'] : [400, null]);
    expect(await shop.order()).toEqual(before);
  });
});
