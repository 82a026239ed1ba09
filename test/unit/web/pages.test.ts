import { type Order, type Quote } from '../../../lambda/src/orders/order';
import shopFile from '../../../lambda/src/shop/shop.json';
import { parseShop } from '../../../lambda/src/shop/shop';
import { openBrowser, type Seen, type TestBrowser } from './browser';
import { openWebBench, type WebBench, type WebBenchOptions } from './web-bench';

let shop: WebBench;
let browser: TestBrowser;
afterEach(() => shop.close());

async function open(options: WebBenchOptions = {}): Promise<void> {
  shop = await openWebBench(options);
  browser = openBrowser(shop);
}

const page = (): Promise<Seen> => browser.get(`/checkout/${shop.code}`);

/** Opens the page while it can be paid, so that the browser is known; then the order changes. */
async function laterPage(changes: Partial<Order>): Promise<Seen> {
  await open();
  await page();
  const quote: Quote = { ...(await shop.order()).quote!, destination: TOKYO };
  await shop.change({ quote, ...changes });
  return page();
}

const TOKYO = {
  name: '見本 太郎',
  postalCode: '153-0064',
  stateOrRegion: '東京都',
  city: '目黒区',
  addressLine1: '見本町1-2-3',
};

const CONTRACT =
  '定期便は、毎月1回お届けする継続契約です。契約期間の定めはありません。お届けごとに、商品代金と送料をお支払いいただきます。次回の発送前にお問い合わせ先へご連絡いただくと、いつでも解約できます。';

const FINALIZED: Order['finalizations'][number] = {
  n: 1,
  sentAtMs: 1,
  content: {
    checkoutSessionId: 'session-1',
    idempotencyKey: 'key-1',
    amountYen: 3192,
    paymentIntent: 'Authorize',
    productType: 'PayAndShip',
    canHandlePendingAuthorization: false,
  },
};

describe('the final confirmation', () => {
  it('says first that nothing is paid yet', async () => {
    await open();

    const { status, words } = await page();

    expect(status).toBe(200);
    expect(words).toContain(
      'ご注文内容の最終確認 まだお支払いは行われていません。内容をお確かめのうえ、Amazon Payのボタンからお支払いに進んでください。',
    );
  });

  it('has what the law wants: goods, quantity, price with shipping, payment, delivery, cancellation, period, seller', async () => {
    await open();

    const { words } = await page();

    expect(words).toContain('こえみせブレンド 1,296円 2袋 2,592円');
    expect(words).toContain('商品代金 2,592円 送料 600円 合計（消費税込み） 3,192円');
    expect(words).toContain('お申し込みの期限 2026年11月26日 12時00分まで');
    expect(words).toContain('お支払い方法 Amazon Pay');
    expect(words).toContain('お支払い時期 ご注文の確定時にお支払いが完了します。');
    expect(words).toContain('お届け時期 ご注文から3営業日以内に発送します。');
    expect(words).toContain('キャンセル 発送前のご注文は、お問い合わせ先へのご連絡でキャンセルできます。');
    expect(words).toContain('返品・交換 商品に不備があった場合は、到着から7日以内にご連絡ください。');
    expect(words).toContain('販売業者 株式会社こえみせ');
    expect(words).toContain('お問い合わせ: 電話 03-1234-5678、メール support@koemise.example');
    expect(words).toContain('Alexaに「こえみせ珈琲を開いて」と話しかけて、商品を入れ直してください。');
  });

  it('tells the whole price for each part of the country before an address is chosen', async () => {
    await open();

    const { words } = await page();

    expect(words).toContain('北海道、沖縄県以外へのお届け 合計 3,192円（うち送料 600円）');
    expect(words).toContain('北海道、沖縄県へのお届け 合計 3,792円（うち送料 1,200円）');
  });

  it('says free where shipping is free, and still tells the extra for far regions', async () => {
    await open({ order: { lines: [{ productId: 'blend', quantity: 4 }] } });

    const { words } = await page();

    expect(words).toContain('商品代金 5,184円 送料 無料 合計（消費税込み） 5,184円');
    expect(words).toContain('北海道、沖縄県へのお届け 合計 5,784円（うち送料 600円）');
  });

  it('leads to the legal facts', async () => {
    await open();

    expect((await page()).body).toContain('<a href="/legal">特定商取引法に基づく表記</a>');
  });

  it('says that goods without delivery cost no shipping and asks Amazon for no delivery address', async () => {
    await open({ order: { lines: [{ productId: 'gift', quantity: 1 }] } });

    const { words, body } = await page();

    expect(words).toContain('送料 無料 合計（消費税込み） 3,000円');
    expect(words).toContain(
      'お届け時期 ギフトコードは、ご注文の確定後1営業日以内に、Amazonアカウントにご登録のメールアドレスへお送りします。 キャンセル',
    );
    expect(words).toContain('この商品には、お届けする品物がありません。送料はかかりません。');
    expect(words).not.toContain('北海道');
    expect(body).toContain('data-product-type="PayOnly"');
  });

  it('tells both ways of delivery where goods and a code are in one order', async () => {
    const lines = [
      { productId: 'blend', quantity: 1 },
      { productId: 'gift', quantity: 1 },
    ];
    await open({ order: { lines } });

    expect((await page()).words).toContain(
      'お届け時期 ご注文から3営業日以内に発送します。 ギフトコードは、ご注文の確定後1営業日以内に、',
    );
  });

  it.each([
    ['AuthorizeWithCapture', 'ご注文の確定時にお支払いが完了します。'],
    ['Authorize', '商品の発送のときにお支払いが行われます。'],
    ['Confirm', '商品の発送のときにお支払いが行われます。'],
  ])('tells when the money is taken, as the shop is set: %s', async (intent, sentence) => {
    await open({ environment: { AMAZON_PAY_PAYMENT_INTENT: intent } });

    expect((await page()).words).toContain(`お支払い時期 ${sentence}`);
  });

  it.each([
    [
      'AuthorizeWithCapture',
      'Amazon Payの画面で「支払う」を押すと、お支払いとご注文が確定します。その前であれば、いつでもやめることができます。',
    ],
    [
      'Authorize',
      'Amazon Payの画面で「支払う」を押すと、ご注文が確定します。商品の発送のときにお支払いが行われます。「支払う」を押す前であれば、いつでもやめることができます。',
    ],
    [
      'Confirm',
      'Amazon Payの画面で「支払う」を押すと、ご注文が確定します。商品の発送のときにお支払いが行われます。「支払う」を押す前であれば、いつでもやめることができます。',
    ],
  ])('promises a payment at the press only where there is one: %s', async (intent, hint) => {
    await open({ environment: { AMAZON_PAY_PAYMENT_INTENT: intent } });

    expect((await page()).words).toContain(`お支払い ${hint}`);
  });

  it.each(['Authorize', 'Confirm'])(
    'of a gift code says that it is paid when it is handed over, and counts its way from the order: %s',
    async (intent) => {
      await open({
        environment: { AMAZON_PAY_PAYMENT_INTENT: intent },
        order: { lines: [{ productId: 'gift', quantity: 1 }] },
      });

      const { words } = await page();

      expect(words).toContain(
        'お支払い時期 商品をお渡しするときにお支払いが行われます。 お届け時期 ギフトコードは、ご注文の確定後1営業日以内に、',
      );
      expect(words).toContain(
        'ご注文が確定します。商品をお渡しするときにお支払いが行われます。「支払う」を押す前であれば',
      );
      expect(words).not.toMatch(/発送のとき|お支払いの確認後/);
    },
  );

  it('says what a monthly delivery means', async () => {
    await open({ order: { lines: [{ productId: 'monthly', quantity: 1 }] } });

    const { words, body } = await page();

    expect(words).toContain('毎月の定期便は毎月お届けし、お届けごとに2,480円と送料のお支払いとなります。');
    expect(body).toContain('data-charge-permission-type="Recurring" data-monthly-yen data-yen-text');
  });

  it('tells Amazon what a month costs only where no shipping comes on top', async () => {
    const sold = parseShop(shopFile);
    const products = sold.products.map((one) =>
      one.id === 'monthly' ? { ...one, delivery: 'none' as const } : one,
    );
    await open({
      order: { lines: [{ productId: 'monthly', quantity: 1 }] },
      deps: () => ({ shop: { ...sold, products } }),
    });
    const { quote } = await shop.order();
    await shop.change({ quote: { ...quote!, ships: false, shippingYen: 0, totalYen: 2480 } });

    expect((await page()).body).toContain('data-charge-permission-type="Recurring" data-monthly-yen="2480"');
  });

  it('tells the contract of a monthly delivery, its period and how it ends, and only where one is ordered', async () => {
    await open({ order: { lines: [{ productId: 'monthly', quantity: 1 }] } });

    expect((await page()).words).toContain(
      `お問い合わせ先へのご連絡でキャンセルできます。 定期便の契約条件 ${CONTRACT} 返品・交換`,
    );
    await shop.close();
    await open();
    expect((await page()).words).not.toContain('契約');
  });

  it('hands its script settings and sentences as attributes and holds no inline script', async () => {
    await open();

    const { body } = await page();

    expect(body).toContain(`data-shop-path="/checkout/${shop.code}"`);
    expect(body).toContain('data-script-url="https://static-fe.payments-amazon.com/checkout.js"');
    expect(body).toContain('data-estimated-yen="3192"');
    expect(body).toContain('data-payment-intent="AuthorizeWithCapture"');
    expect(body).toContain('data-yen-text="{amountYen}円"');
    expect(body.match(/<script[^>]*>[^<]*/g)).toEqual(['<script src="/assets/checkout.js" defer>']);
    expect(body).not.toMatch(/ on[a-z]+=| style=/);
  });

  it('says what to do where scripts are off', async () => {
    await open();

    expect((await page()).body).toMatch(
      /<noscript><p class="notice bad">お支払いは行われていません。このページでのお支払いにはJavaScriptが必要です。/,
    );
  });

  it('escapes what the shop file holds', async () => {
    await open();
    const order = await shop.order();
    const lines = order.quote!.lines.map((one) => ({ ...one, name: '<b>"ブレンド"&</b>' }));
    await shop.change({ quote: { ...order.quote!, lines } });

    expect((await page()).body).toContain('&lt;b>&quot;ブレンド&quot;&amp;&lt;/b>');
  });

  it.each(['DECLINED_HARD', 'DECLINED_SOFT', 'AWAITING_PAYMENT'] as const)(
    'after a failed try says the prescribed sentence first, and that nothing is paid: %s',
    async (state) => {
      await open();
      const { issuedAtMs } = (await shop.order()).checkout!;
      await shop.change({
        state,
        refusal: { checkoutSessionId: 'session-1', row: 'c08', reason: 'differs', atMs: issuedAtMs },
      });

      const { words } = await page();

      expect(words).toContain(
        'ご注文内容の最終確認 Amazon Payでのお支払いに失敗しました。別のお支払い方法をお試しください。 お支払いは完了していません。ご注文は確定していません。このページから、もう一度お支払いいただけます。 商品',
      );
    },
  );
});

describe('the result', () => {
  const FACTS =
    'ご注文番号 261122-482109 合計（消費税込み） 3,192円 送料 600円 お届け先 〒153-0064 東京都目黒区見本町1-2-3';

  it.each([
    ['PAID', 'お支払いが完了し、ご注文を承りました。'],
    ['CONFIRMED', 'お支払いが完了し、ご注文を承りました。'],
    [
      'CHARGEABLE',
      'ご注文を承りました。お支払いはまだ行われていません。 商品の発送のときにお支払いが行われます。',
    ],
    [
      'PENDING',
      'お支払いの結果を待っています。ご注文はまだ確定していません。 もう一度ご注文なさらず、お待ちください。',
    ],
    ['CANCELLED', 'ご注文は取り消されています。お支払いはありません。'],
    ['REFUNDED', 'このご注文の返金の手続きは済んでいます。'],
  ] as const)('of an order that is %s is told as it is', async (state, sentence) => {
    const { words, status } = await laterPage({ state });

    expect(status).toBe(200);
    expect(words).toContain(sentence);
    expect(words).toContain(FACTS);
    expect(words).toContain('こえみせブレンド 1,296円 2袋 2,592円');
    expect(words).not.toContain('見本 太郎');
  });

  it.each([
    'CHARGEABLE',
    'AUTHORIZED',
    'PENDING',
    'CHARGE_SENT',
    'UNKNOWN',
    'NEEDS_HUMAN',
    'CANCELLED',
  ] as const)('says paid only of what is captured, so not of %s', async (state) => {
    expect((await laterPage({ state })).words).not.toContain('お支払いが完了し');
  });

  it.each(['CHARGE_SENT', 'RETRY', 'UNKNOWN', 'NEEDS_HUMAN'] as const)(
    'that is not known yet is being checked, never a failure: %s',
    async (state) => {
      const { words, body } = await laterPage({ state });

      expect(words).toContain('お支払いの結果を確認しています。 二重に請求されることはありません。');
      expect(words).not.toMatch(/失敗|完了し/);
      expect(body).toContain(`id="checking" data-shop-path="/checkout/${shop.code}"`);
      expect(body).toContain('src="/assets/checkout.js"');
    },
  );

  it('of an authorized order says that it is not paid yet', async () => {
    const { words } = await laterPage({
      state: 'AUTHORIZED',
      chargedOn: 'checkoutSession',
      finalizations: [FINALIZED],
    });

    expect(words).toContain(
      'お支払いの承認が済み、ご注文を承りました。お支払いはまだ完了していません。 商品の発送のときにお支払いが行われます。',
    );
    expect(words).toContain(FACTS);
  });

  it.each(['CHARGEABLE', 'AUTHORIZED'] as const)(
    'of a gift code that is not paid yet speaks of no shipping: %s',
    async (state) => {
      await open({ order: { lines: [{ productId: 'gift', quantity: 1 }] } });
      await page();
      await shop.change({ state, chargedOn: 'checkoutSession', finalizations: [FINALIZED] });

      const { words } = await page();

      expect(words).toContain('商品をお渡しするときにお支払いが行われます。');
      expect(words).not.toContain('発送のとき');
    },
  );

  it('of a subscription keeps its contract in view', async () => {
    await open({ order: { lines: [{ productId: 'monthly', quantity: 1 }] } });
    await page();
    await shop.change({ state: 'PAID' });

    expect((await page()).words).toContain(`定期便の契約条件 ${CONTRACT}`);
  });

  it('of an order without a delivery address names none', async () => {
    await open();
    await page();
    await shop.change({ state: 'PAID' });

    expect((await page()).words).not.toContain('お届け先');
  });
});

describe('the page for a code', () => {
  it('asks for it and leads to the page of the order, however it is typed', async () => {
    await open();

    const asked = await browser.get('/checkout');
    const typed = `${shop.code.slice(0, 4).toLowerCase()}-${shop.code.slice(4)}`;
    const led = await browser.postForm('/checkout', `code=${encodeURIComponent(typed)}`);

    expect(asked.words).toContain('お支払いコードの入力');
    expect(led.status).toBe(303);
    expect(led.headers.get('location')).toBe(`/checkout/${shop.code}`);
  });

  it.each([
    ['without its field', 'other=1'],
    ['with a field too many', 'code=ABCD2345&amount=1'],
    ['with two codes', 'code=ABCD2345&code=ABCD2346'],
    ['with nothing in it', ''],
    ['far too long', `code=${'A'.repeat(65)}`],
    ['larger than any', `code=${'A'.repeat(20_000)}`],
  ])('refuses a form %s with a page in Japanese that asks again', async (_title, form) => {
    await open();

    const refused = await browser.postForm('/checkout', form);

    expect([refused.status, refused.headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8']);
    expect(refused.words).toContain(
      '入力を受け取れませんでした この画面では、お支払いは行われていません。 送られた内容を読み取れませんでした。お支払いコードを、もう一度入力してください。',
    );
    expect(shop.log.lines).toEqual([{ step: 'requestRefused', reason: 'unreadableBody' }]);
  });

  it('sends an empty code to the plain page', async () => {
    await open();

    const led = await browser.postForm('/checkout', 'code=');

    expect([led.status, led.headers.get('location')]).toEqual([303, '/checkout/-']);
  });

  it('sends what can be no code to the plain page', async () => {
    await open();

    const led = await browser.postForm('/checkout', 'code=..%2Flegal');

    expect(led.headers.get('location')).toBe('/checkout/-');
    expect((await browser.get('/checkout/-')).status).toBe(404);
  });
});

describe('when something of ours breaks', () => {
  it('the page promises nothing and shows no text of the fault', async () => {
    await open({
      deps: ({ store }) => ({
        store: { ...store, readPointer: () => Promise.reject(new Error('secret 東京都')) },
      }),
    });

    const seen = await page();

    expect(seen.status).toBe(503);
    expect(seen.words).toContain(
      'お支払いの状況は、このページを開き直すとご確認いただけます。二重に請求されることはありません。',
    );
    expect(seen.body + JSON.stringify(shop.log.lines)).not.toMatch(/secret|東京都/);
    expect(shop.log.lines).toMatchObject([{ step: 'pageFault', code: 'Error' }]);
  });
});
