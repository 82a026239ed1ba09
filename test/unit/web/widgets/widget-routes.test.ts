import fc from 'fast-check';
import { type Order } from '../../../../lambda/src/orders/order';
import { type Bench, startBench } from '../../amazon-pay/server-bench';
import { openBrowser, type TestBrowser } from '../browser';
import { openWebBench, type WebBench, type WebBenchOptions } from '../web-bench';

const OKINAWA = {
  city: '那覇市',
  stateOrRegion: '沖縄県',
  postalCode: '900-0001',
  countryCode: 'JP',
} as const;

/** What a browser says of a page that a page of the shop led to. */
const OWN_PAGE = { 'sec-fetch-site': 'same-origin' };

let amazon: Bench;
let shop: WebBench;
let buyer: TestBrowser;
afterEach(async () => {
  await shop.close();
  await amazon.close();
});

/** The shop's pages before the simulated CV1 API. */
async function openShop(options: WebBenchOptions = {}): Promise<void> {
  amazon = await startBench();
  shop = await openWebBench({ ...options, deps: () => ({ mws: amazon.mws }) });
  buyer = openBrowser(shop);
}

/** A buyer with the widget page of the order before them. */
async function openPage(options: WebBenchOptions = {}): Promise<void> {
  await openShop(options);
  await buyer.get(`/checkout/${shop.code}/widgets`);
}

const page = () => buyer.get(`/checkout/${shop.code}/widgets`);
const draft = (destination?: typeof OKINAWA) =>
  amazon.server.openWidgetAgreement(destination === undefined ? {} : { destination });
const captured = () => [...amazon.server.ledger.captures.values()].map(({ amountYen }) => amountYen);

async function call(name: string, body: unknown): Promise<{ status: number; answer: unknown }> {
  const { status, body: text } = await buyer.call(`widgets/${name}`, body);
  return { status, answer: JSON.parse(text) };
}

describe('the page with Amazon’s widgets', () => {
  it('is the final confirmation: goods, shipping, total, conditions, and nothing is paid yet', async () => {
    await openShop();

    const { status, words } = await page();

    expect(status).toBe(200);
    expect(words).toContain('まだお支払いは行われていません。');
    expect(words).toContain('こえみせブレンド 1,296円 2袋 2,592円');
    expect(words).toContain('合計（消費税込み） 3,192円');
    expect(words).toContain('お申し込みの期限 2026年11月26日 12時00分まで');
    expect(words).toContain('注文を確定して支払う');
  });

  it('has places for button, address book and wallet, and an order button that waits', async () => {
    await openShop();

    const { body } = await page();

    for (const id of ['amazon-sign-in-button', 'address-book-widget', 'wallet-widget', 'consent-widget'])
      expect(body).toContain(`id="${id}"`);
    expect(body).toMatch(/<button[^>]* id="order-button"[^>]* disabled/);
    expect(body).toMatch(/id="consent-part" hidden/);
    expect(body).toContain('src="/assets/widgets.js"');
  });

  it('of a subscription shows the consent from the start, and the contract before it', async () => {
    await openShop({ order: { lines: [{ productId: 'monthly', quantity: 1 }] } });

    const { body, words } = await page();

    expect(words).toContain(
      '定期便の契約条件 定期便は、毎月1回お届けする継続契約です。契約期間の定めはありません。お届けごとに、商品代金と送料をお支払いいただきます。次回の発送前にお問い合わせ先へご連絡いただくと、いつでも解約できます。',
    );

    expect(body).toContain('data-needs-consent="true"');
    expect(body).not.toMatch(/id="consent-part" hidden/);
  });

  it('of a gift code has no address book', async () => {
    await openShop({ order: { lines: [{ productId: 'gift', quantity: 1 }] } });

    const { body, words } = await page();

    expect(body).toContain('data-product-type="PayOnly"');
    expect(body).not.toContain('address-book-widget');
    expect(words).toContain('この商品には、お届けする品物がありません。送料はかかりません。');
  });

  it('says nothing of an older kind of page, and loads Amazon’s sandbox script for Japan', async () => {
    await openShop();

    const { body, words, headers } = await page();

    expect(words).not.toMatch(/旧|レガシー|legacy|CV1/i);
    expect(body).toContain(
      'data-script-url="https://static-fe.payments-amazon.com/OffAmazonPayments/jp/sandbox/lpa/js/Widgets.js"',
    );
    expect(headers.get('content-security-policy')).toContain(
      "script-src 'self' https://static-fe.payments-amazon.com;",
    );
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('has a place for Amazon’s debug code and message in the sandbox', async () => {
    await openShop();

    expect((await page()).words).toContain('テスト環境のエラーコード');
  });

  it('has none live, and loads the live script', async () => {
    await openShop({ environment: LIVE });

    const { body, words } = await page();

    expect(words).not.toContain('テスト環境');
    expect(body).not.toContain('widget-debug-code');
    expect(body).toContain('https://static-fe.payments-amazon.com/OffAmazonPayments/jp/lpa/js/Widgets.js');
  });

  it('after a declined try says the prescribed sentence, and that nothing was paid', async () => {
    await openPage();
    amazon.server.force('AuthorizeOnBillingAgreement', {
      as: 'object',
      state: 'Declined',
      reasonCode: 'AmazonRejected',
    });
    await call('pay', { billingAgreementId: draft(), shownTotalYen: 3192 });

    const { words } = await page();

    expect(words).toContain(
      'Amazon Payでのお支払いに失敗しました。別のお支払い方法をお試しください。 お支払いは完了していません。',
    );
  });

  it('loaded anew after an error says the message of the error, and tells its script not to do so again', async () => {
    await openShop();

    const { body, words } = await buyer.get(`/checkout/${shop.code}/widgets?after=b21`, OWN_PAGE);

    expect(words).toContain(
      '申し訳ございません。このWebサイトでの支払処理に問題があります。販売事業者にお問い合わせください。',
    );
    expect(policyOf(body)).toMatchObject({
      codes: { UnknownError: { widgets: { wallet: { action: 'hideAmazonPay' } } } },
    });
  });

  it.each(['b14', 'nothing', '<script>'])('says nothing for a made-up error (%s)', async (after) => {
    await openShop();

    const { body } = await buyer.get(
      `/checkout/${shop.code}/widgets?after=${encodeURIComponent(after)}`,
      OWN_PAGE,
    );

    expect(body).toMatch(/id="widget-error" hidden/);
    expect(body).not.toContain('&lt;script&gt;');
  });
});

/** A live shop: what a real one sets. */
const LIVE = {
  AMAZON_PAY_SANDBOX: 'false',
  AMAZON_PAY_SANDBOX_EMAIL: '',
  AMAZON_PAY_PUBLIC_KEY_ID: 'LIVE-ABCDEFGHIJKLMNOPQRSTUVWX',
  TOKEN_SECRET: 'a-secret-of-a-live-shop-0123456789abcdef',
};

function policyOf(html: string): unknown {
  const text = /data-policy="([^"]*)"/.exec(html)?.[1]?.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  return JSON.parse(text ?? '');
}

describe('who may see the page', () => {
  it.each([
    ['PAID', 'one that is paid'],
    ['UNKNOWN', 'one that is being checked'],
    ['PENDING', 'one whose result is awaited'],
  ] as const)('%s: %s shows its own page instead', async (state, _meaning) => {
    await openPage();
    await shop.change({ state });

    const { status, headers } = await page();

    expect([status, headers.get('location')]).toEqual([303, `/checkout/${shop.code}`]);
  });

  it('a code that opens nothing is answered as on the ordinary page: same bytes, same time', async () => {
    await openShop();
    const ordinary = await openBrowser(shop).get('/checkout/ABCD2345');

    const { status, body } = await openBrowser(shop).get('/checkout/ABCD2345/widgets');

    expect([status, body]).toEqual([404, ordinary.body]);
    expect(shop.waits).toEqual([400, 400]);
  });

  it('nobody, when the shop has no keys of the CV1 API: as unknown as any page', async () => {
    amazon = await startBench();
    shop = await openWebBench();
    buyer = openBrowser(shop);
    await buyer.get(`/checkout/${shop.code}`);
    const unknown = await buyer.get(`/checkout/${shop.code}/nothing`);

    const { status, body } = await page();

    expect([status, body]).toEqual([404, unknown.body]);
    expect((await call('pay', { billingAgreementId: draft(), shownTotalYen: 3192 })).status).toBe(404);
    expect(captured()).toEqual([]);
  });
});

describe('the total for the chosen address', () => {
  it('is read from the agreement and computed on the server', async () => {
    await openPage();

    const { status, answer } = await call('total', { billingAgreementId: draft(OKINAWA) });

    expect(status).toBe(200);
    expect(answer).toMatchObject({
      totalShippingAmount: { amount: '1200', currencyCode: 'JPY' },
      totalChargeAmount: { amount: '3792', currencyCode: 'JPY' },
    });
  });

  it.each([
    [
      { ...OKINAWA, countryCode: 'US' },
      'notJapan',
      'お支払いは行われていません。お届け先は日本国内に限ります。別の住所をお選びください。',
    ],
    [
      { ...OKINAWA, stateOrRegion: '月面県' },
      'unknownPrefecture',
      'お支払いは行われていません。お届け先の都道府県がわからず、送料を計算できません。別の住所をお選びください。',
    ],
  ])('is refused where the shop does not deliver (%#)', async (destination, reason, message) => {
    await openPage();
    const billingAgreementId = amazon.server.openWidgetAgreement({ destination });

    expect((await call('total', { billingAgreementId })).answer).toEqual({
      status: 'refused',
      reason,
      message,
      next: 'stay',
    });
  });

  it('leads back to the sign-in when the agreement is none', async () => {
    await openPage();

    expect((await call('total', { billingAgreementId: 'C03-0000000-0000000' })).answer).toMatchObject({
      reason: 'agreementOver',
      next: 'signIn',
    });
  });

  it.each(['total', 'pay'] as const)(
    'of an agreement that a browser made up alerts nobody, however often it is asked for (%s)',
    async (name) => {
      await openPage();
      const body = {
        billingAgreementId: 'C01-1234567-1234567',
        ...(name === 'pay' && { shownTotalYen: 3192 }),
      };

      const { answer } = await call(name, body);
      await call(name, body);

      expect(answer).toMatchObject({ status: 'refused', reason: 'agreementOver' });
      const failures = amazon.log.filter(({ step }) => step === 'callFailed');
      expect(failures.map(({ row, action }) => [row, action])).toEqual([
        ['x57', undefined],
        ['x57', undefined],
      ]);
      expect(shop.log.alerts).toEqual([]);
    },
  );

  it('is not told for an order that is paid already', async () => {
    await openPage();
    await shop.change({ state: 'PAID' });

    expect((await call('total', { billingAgreementId: draft() })).answer).toMatchObject({
      reason: 'notPayable',
      next: 'anew',
    });
  });
});

describe('paying on the page', () => {
  it('charges the total once; the order’s own page then says that it is paid', async () => {
    await openPage();

    const paid = await call('pay', { billingAgreementId: draft(), shownTotalYen: 3192 });

    expect(paid).toEqual({ status: 200, answer: { status: 'settled' } });
    expect(captured()).toEqual([3192]);
    const { words } = await buyer.get(`/checkout/${shop.code}`);
    expect(words).toContain('お支払いが完了し、ご注文を承りました。');
    expect(words).toContain('3,192円');
  });

  it('is 409 when the page showed another total: nothing is charged, the right one comes along', async () => {
    await openPage();
    const billingAgreementId = draft(OKINAWA);

    const refused = await call('pay', { billingAgreementId, shownTotalYen: 3192 });

    expect(refused).toMatchObject({
      status: 409,
      answer: {
        status: 'refused',
        reason: 'totalChanged',
        message:
          'お支払いは行われていません。合計金額が変わりました。表示の金額をお確かめのうえ、もう一度ボタンを押してください。',
        next: 'stay',
        totals: { totalChargeAmount: { amount: '3792', currencyCode: 'JPY' } },
      },
    });
    expect(captured()).toEqual([]);

    await call('pay', { billingAgreementId, shownTotalYen: 3792 });
    expect(captured()).toEqual([3792]);
  });

  it('with the same token and agreement again is answered by where the order is', async () => {
    await openPage();
    const billingAgreementId = draft();
    await call('pay', { billingAgreementId, shownTotalYen: 3192 });

    expect(await call('pay', { billingAgreementId, shownTotalYen: 3192 })).toEqual({
      status: 200,
      answer: { status: 'settled' },
    });
    expect(captured()).toEqual([3192]);
  });

  it('leaves no agreement, address or code in the log', async () => {
    await openPage();
    const billingAgreementId = draft(OKINAWA);
    await call('total', { billingAgreementId });
    await call('pay', { billingAgreementId, shownTotalYen: 3792 });

    const log = JSON.stringify(shop.log.lines) + JSON.stringify(amazon.log);
    expect(
      [billingAgreementId, '沖縄県', '900-0001', shop.code].filter((text) => log.includes(text)),
    ).toEqual([]);
  });
});

describe('a call that is not the page’s own', () => {
  const body = () => ({ billingAgreementId: draft(), shownTotalYen: 3192 });

  it.each([
    ['another token', { 'x-csrf-token': '0123456789abcdefghijkl' }],
    ['no token', { 'x-csrf-token': '' }],
    ['a form instead of JSON', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another origin', { origin: 'https://elsewhere.example' }],
  ])('by %s: 400, nothing changed', async (_name, headers) => {
    await openPage();

    const { status } = await buyer.call('widgets/pay', body(), headers);

    expect(status).toBe(400);
    await expectUntouched();
  });

  it('by another browser that knows the code: 400, nothing changed', async () => {
    await openPage();
    const other = openBrowser(shop);
    other.token = buyer.token;

    expect((await other.call('widgets/pay', body())).status).toBe(400);
    await expectUntouched();
  });

  it.each([
    ['an amount that is text', { shownTotalYen: '3192' }],
    ['no amount', { shownTotalYen: undefined }],
    ['a part of a yen', { shownTotalYen: 3191.5 }],
    ['nothing to pay', { shownTotalYen: 0 }],
    ['more than there is', { shownTotalYen: 10_000_001 }],
    ['a field that is not known', { amountYen: 1 }],
    ['an agreement that is none', { billingAgreementId: 'C03-1234567-123456' }],
    ['an order reference instead', { billingAgreementId: 'S03-1234567-1234567' }],
  ])('with %s: 400, nothing changed', async (_name, changed) => {
    await openPage();

    const { status } = await buyer.call('widgets/pay', { ...body(), ...changed });

    expect(status).toBe(400);
    await expectUntouched();
  });

  it('of whatever form changes nothing', async () => {
    await openPage();

    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const { status } = await buyer.call('widgets/pay', JSON.stringify(value));
        expect(status).toBe(400);
      }),
      { numRuns: 50 },
    );
    await expectUntouched();
  });
});

async function expectUntouched(): Promise<void> {
  const { state, attempts }: Order = await shop.order();
  expect([state, attempts, captured()]).toEqual(['AWAITING_PAYMENT', [], []]);
  expect(amazon.server.calls).toEqual([]);
}

describe('errors of the widgets', () => {
  const shown = [
    ['wallet', 'InvalidSellerId', 'b13', true],
    ['button', 'InvalidAccountStatus', 'b10', true],
    ['addressBook', 'ITP', 'b14', false],
    ['consent', 'ConfirmedBillingAgreement', 'b09', false],
    ['wallet', 'SomethingNew', 'x90', true],
  ] as const;
  it.each(shown)('of the %s, %s, are in the log by code and order', async (...expected) => {
    const [source, code, row, isAlert] = expected;
    await openPage();

    await buyer.call('errors', { source, code });

    const event = { step: 'widgetError', orderId: '261122-482109', operation: source, code, row };
    expect(shop.log.lines.at(-1)).toMatchObject(event);
    expect(shop.log.alerts).toHaveLength(isAlert ? 1 : 0);
  });

  it('that hold anything but a code are not written down', async () => {
    await openPage();

    await buyer.call('errors', { source: 'wallet', code: 'buyer.at.example.com' });

    expect(shop.log.lines.at(-1)).toMatchObject({ code: '(misshapen)' });
    expect(JSON.stringify(shop.log.lines)).not.toContain('buyer.at');
  });
});
