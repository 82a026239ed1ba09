import fc from 'fast-check';
import { openBrowser, type TestBrowser } from './browser';
import { openWebBench, type WebBench, type WebBenchOptions } from './web-bench';

const TOKYO = {
  name: '見本 太郎',
  addressLine1: '見本町1-2-3',
  addressLine2: null,
  stateOrRegion: '東京都',
  postalCode: '153-0064',
  countryCode: 'JP',
  phoneNumber: '0312345678',
};

const SESSION = '11111111-1111-4111-8111-111111111111';

let shop: WebBench;
let buyer: TestBrowser;
afterEach(() => shop.close());

/** A buyer with the page of the order before them. */
async function open(options: WebBenchOptions = {}): Promise<void> {
  shop = await openWebBench(options);
  buyer = openBrowser(shop);
  await buyer.get(`/checkout/${shop.code}`);
}

async function cart(address: unknown): Promise<unknown> {
  return JSON.parse((await buyer.call('cart', { address })).body);
}

describe('totals for Amazon’s sheet', () => {
  it('are computed on the server, in Amazon’s words, with shipping by address', async () => {
    await open();

    expect(await cart({ ...TOKYO, stateOrRegion: '沖縄県', postalCode: '900-0001' })).toEqual({
      totalBaseAmount: { amount: '2592', currencyCode: 'JPY' },
      totalShippingAmount: { amount: '1200', currencyCode: 'JPY' },
      totalTaxAmount: { amount: '0', currencyCode: 'JPY' },
      totalChargeAmount: { amount: '3792', currencyCode: 'JPY' },
      lineItems: [
        {
          id: 'blend',
          title: 'こえみせブレンド',
          quantity: '2',
          listPrice: { amount: '1296', currencyCode: 'JPY' },
          totalListPrice: { amount: '2592', currencyCode: 'JPY' },
        },
      ],
      deliveryOptions: [
        {
          id: 'standard',
          price: { amount: '1200', currencyCode: 'JPY' },
          shippingMethod: { shippingMethodName: '通常配送', shippingMethodCode: 'standard' },
          isDefault: true,
        },
      ],
    });
  });

  it.each([
    ['東京都', TOKYO, '3192'],
    ['北海道', { ...TOKYO, stateOrRegion: '北海道' }, '3792'],
    ['Okinawa', { ...TOKYO, stateOrRegion: 'Okinawa' }, '3792'],
    ['a postal code alone', { ...TOKYO, stateOrRegion: null, postalCode: '060-0001' }, '3792'],
    ['no address yet', null, '3192'],
  ])('for %s', async (_title, address, total) => {
    await open();

    expect(await cart(address)).toMatchObject({ totalChargeAmount: { amount: total } });
  });

  it('are refused for another country', async () => {
    await open();

    expect(await cart({ ...TOKYO, countryCode: 'US', stateOrRegion: 'CA' })).toEqual({
      status: 'error',
      reasonCode: 'notJapan',
      message: 'お支払いは行われていません。お届け先は日本国内に限ります。別の住所をお選びください。',
    });
  });

  it('are refused where the prefecture is unknown', async () => {
    await open();

    expect(await cart({ ...TOKYO, stateOrRegion: '見本県' })).toEqual({
      status: 'error',
      reasonCode: 'unknownPrefecture',
      message:
        'お支払いは行われていません。お届け先の都道府県がわからず、送料を計算できません。別の住所をお選びください。',
    });
  });

  it('are refused once the order cannot be paid under this link any more', async () => {
    await open();
    await shop.change({ state: 'PAID' });

    expect(await cart(TOKYO)).toEqual({
      status: 'error',
      reasonCode: 'notPayable',
      message:
        'このお支払いページは、すでに使われたか、期限が切れています。ページを開き直してお確かめください。',
    });
  });

  it('have no delivery where nothing is delivered, whatever the address of the bill', async () => {
    await open();
    const { quote } = await shop.order();
    await shop.change({ quote: { ...quote!, ships: false, shippingYen: 0, totalYen: 2592 } });

    expect(await cart({ countryCode: 'US' })).toMatchObject({
      totalShippingAmount: { amount: '0' },
      totalChargeAmount: { amount: '2592' },
      deliveryOptions: [],
    });
  });
});

describe('paying', () => {
  it.each([
    ['success', 'PAID'],
    ['decline', 'DECLINED_HARD'],
    ['error', 'UNKNOWN'],
  ] as const)('tells the sheet how it ended: %s', async (status, state) => {
    await open({ complete: () => Promise.resolve({ status, state }) });

    const answer = await buyer.call('complete', { checkoutSessionId: SESSION });

    expect([answer.status, answer.body]).toEqual([200, JSON.stringify({ status })]);
    expect(shop.completed).toEqual([SESSION]);
    expect(shop.log.lines.at(-1)).toEqual({
      step: 'checkoutCompleted',
      orderId: '261122-482109',
      state,
      effect: status,
    });
  });

  it('that breaks off says nothing of success, and the page is asked for where the order is', async () => {
    await open({ complete: () => Promise.reject(new Error('the store is away')) });

    const answer = await buyer.call('complete', { checkoutSessionId: SESSION });

    expect([answer.status, answer.body]).toEqual([503, '{"error":"unavailable"}']);
  });

  it('given up changes nothing and is written down', async () => {
    await open();
    const before = await shop.order();

    expect((await buyer.call('cancel', {})).body).toBe('{"status":"ok"}');
    expect(await shop.order()).toEqual(before);
    expect(shop.log.lines.at(-1)).toMatchObject({ step: 'checkoutCancelled', orderId: '261122-482109' });
    expect((await buyer.get(`/checkout/${shop.code}`)).words).toContain('まだお支払いは行われていません。');
  });

  it.each([
    ['AWAITING_PAYMENT', 'payable'],
    ['CHARGE_SENT', 'checking'],
    ['UNKNOWN', 'checking'],
    ['PENDING', 'done'],
    ['PAID', 'done'],
  ] as const)('can be asked about: %s is %s', async (state, view) => {
    await open();
    await shop.change({ state });

    expect((await buyer.get(`/checkout/${shop.code}/status`)).body).toBe(JSON.stringify({ view }));
  });
});

describe('an error of Amazon’s script', () => {
  it('is written down by source and code, with the order and nothing of the person', async () => {
    await open();

    const { body } = await buyer.call('errors', { source: 'checkout', code: 'scriptNotLoaded' });

    expect(body).toBe('{"status":"ok"}');
    expect(shop.log.lines.at(-1)).toMatchObject({ orderId: '261122-482109', code: 'scriptNotLoaded' });
  });
});

describe('a call that is not our page’s', () => {
  const PAY = { checkoutSessionId: SESSION };

  it.each([
    ['without the token', { 'x-csrf-token': '' }, 'noToken'],
    ['with another token', { 'x-csrf-token': 'A'.repeat(22) }, 'noToken'],
    ['from another site', { 'sec-fetch-site': 'cross-site' }, 'otherOrigin'],
    ['from a neighbour of the site', { 'sec-fetch-site': 'same-site' }, 'otherOrigin'],
    ['from another origin', { origin: 'https://evil.example' }, 'otherOrigin'],
    ['as a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'notJson'],
    ['as plain text', { 'content-type': 'text/plain' }, 'notJson'],
  ])('is refused %s', async (_title, headers, reason) => {
    await open();
    const before = await shop.order();

    const { status, body } = await buyer.call('complete', PAY, headers);

    expect([status, body]).toEqual([400, '{"error":"bad_request"}']);
    expect(shop.log.lines.at(-1)).toEqual({ step: 'pageCallRefused', orderId: '261122-482109', reason });
    expect(shop.completed).toEqual([]);
    expect(await shop.order()).toEqual(before);
  });

  it('is refused with the token of another browser or of another link', async () => {
    await open();
    const own = buyer.token;
    const other = openBrowser(shop);
    await other.get(`/checkout/${shop.code}`);
    const second = await shop.anotherOrder('261122-000002');
    await buyer.get(`/checkout/${second}`);

    const answers = [
      await buyer.call('complete', PAY, { 'x-csrf-token': other.token }),
      await buyer.call('complete', PAY, { 'x-csrf-token': buyer.token }),
      await buyer.call('complete', PAY, { 'x-csrf-token': own }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([400, 400, 200]);
  });

  it('is taken from a browser that names its origin in place of its site', async () => {
    await open();

    const { status } = await buyer.call('complete', PAY, { origin: 'https://shop.koemise.example' });

    expect(status).toBe(200);
  });
});

describe('a tampered body', () => {
  it.each([
    ['no JSON', 'complete', '{"checkoutSessionId"'],
    ['empty', 'complete', ''],
    ['null', 'complete', 'null'],
    ['a list', 'complete', '[]'],
    ['without the session', 'complete', '{}'],
    ['a session that is no id', 'complete', '{"checkoutSessionId":"../../charges/1"}'],
    ['a session that has not the form of one', 'complete', '{"checkoutSessionId":"session-1"}'],
    ['a session of many letters', 'complete', JSON.stringify({ checkoutSessionId: 'a'.repeat(65) })],
    ['an amount beside the session', 'complete', JSON.stringify({ checkoutSessionId: SESSION, amount: '1' })],
    ['an amount beside the address', 'cart', '{"address":null,"totalChargeAmount":{"amount":"1"}}'],
    ['an address that is a text', 'cart', '{"address":"東京都"}'],
    ['an address with a number in it', 'cart', '{"address":{"postalCode":1530064}}'],
    ['a cancel with content', 'cancel', '{"orderId":"261122-000002"}'],
    ['an error that is a sentence', 'errors', '{"source":"checkout","code":"見本 太郎 was here"}'],
    ['larger than any', 'cart', JSON.stringify({ address: { name: 'x'.repeat(20_000) } })],
  ])('is refused and changes nothing: %s', async (_title, name, body) => {
    await open();
    const before = await shop.order();

    const answer = await buyer.call(name, body);

    expect([answer.status, answer.body]).toEqual([400, '{"error":"bad_request"}']);
    expect(shop.completed).toEqual([]);
    expect(await shop.order()).toEqual(before);
  });

  it('of any kind never changes the order, unless it completes a session', async () => {
    await open();
    const before = await shop.order();
    const form = fc.oneof(
      fc.json(),
      fc
        .record({ address: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.constant(null))) })
        .map(toText),
      fc.record({ checkoutSessionId: fc.string(), amount: fc.nat() }).map(toText),
      fc.constant('{"__proto__":{"checkoutSessionId":"session-1"}}'),
      fc.string(),
    );

    await fc.assert(
      fc.asyncProperty(fc.constantFrom('cart', 'complete', 'cancel', 'errors'), form, async (name, body) => {
        const { status } = await buyer.call(name, body);
        const handedIn = shop.completed.splice(0);
        const isPaid = name === 'complete' && status === 200;
        const isSame = JSON.stringify(await shop.order()) === JSON.stringify(before);
        return isSame && [200, 400].includes(status) && handedIn.length === (isPaid ? 1 : 0);
      }),
      { numRuns: 150 },
    );
    expect(Object.hasOwn(Object.prototype, 'checkoutSessionId')).toBe(false);
  });
});

function toText(value: unknown): string {
  return JSON.stringify(value);
}

describe('the log', () => {
  it('holds no code, name, address, token or cookie, whatever is called', async () => {
    await open();
    const canary = {
      ...TOKYO,
      name: 'CANARY-NAME',
      addressLine1: 'CANARY-STREET',
      phoneNumber: '0900000CANARY',
    };

    await buyer.call('cart', { address: canary });
    await buyer.call('cart', { address: { ...canary, countryCode: 'US' } });
    await buyer.call('cart', { address: canary, amount: 'CANARY' });
    await buyer.call('complete', { checkoutSessionId: SESSION });
    await buyer.call('complete', { checkoutSessionId: 'CANARY-SESSION' });
    await buyer.call('complete', { checkoutSessionId: 'CANARY SESSION' });
    await buyer.call('errors', { source: 'CANARY/', code: 'CANARY' });
    await buyer.call('cancel', '{"CANARY');
    await openBrowser(shop).get(`/checkout/${shop.code.toLowerCase()}`);
    await openBrowser(shop).get('/checkout/CANARY77');

    const log = JSON.stringify(shop.log.lines);
    expect(shop.log.lines.length).toBeGreaterThan(4);
    expect(log).not.toMatch(/CANARY|東京都|153-0064/);
    expect(log).not.toContain(SESSION);
    for (const secret of [shop.code, shop.code.toLowerCase(), buyer.token, buyer.cookie.split('=')[1]!])
      expect(log).not.toContain(secret);
  });
});
