import { browserOfTests, shopOfTests } from '../support/browser-bench';
import {} from '../support/browser';
import { visitCheckout, type CheckoutVisit } from '../support/browser-checkout';
import { type BrowserShop } from '../support/browser-shop';

const bench = browserOfTests();

async function come(shop: BrowserShop, utterance?: string): Promise<CheckoutVisit> {
  return bench.keep(await visitCheckout(bench.window, shop, { utterance }));
}

/** States and captured yen of all authorizations under the order's charge permission. */
function authorizations({ shop }: BrowserShop, permissionId: string | undefined): readonly unknown[] {
  return [...shop.amazonPay.ledger.authorizations.values()]
    .filter(({ billingAgreementId }) => billingAgreementId === permissionId)
    .map(({ state, amountYen, capturedYen }) => ({ state, amountYen, capturedYen }));
}

describe('a shop that captures at once (AuthorizeWithCapture)', () => {
  const shop = shopOfTests();

  it('is paid from the voice order: 3192 yen captured, once', async () => {
    const { payWith, title, notice, order } = await come(shop);
    const before = await title();

    await payWith('success');

    expect(before).toBe('ご注文内容の最終確認');
    expect(await title()).toBe('ご注文ありがとうございます');
    expect(await notice()).toEqual(['お支払いが完了し、ご注文を承りました。']);
    expect(shop.capturedYen()).toEqual([3192]);
    const stored = await order.read();
    expect(stored).toMatchObject({ state: 'PAID', chargedOn: 'checkoutSession' });
    const result = stored.finalizations.at(-1)?.result;
    expect(result).toMatchObject({
      chargeId: expect.stringMatching(/^S03-\d{7}-\d{7}-C\d{6}$/),
      chargePermissionId: expect.stringMatching(/^S03-\d{7}-\d{7}$/),
    });
    expect(authorizations(shop, result?.chargePermissionId)).toEqual([
      { state: 'Closed', amountYen: 3192, capturedYen: 3192 },
    ]);
  });

  it('takes 600 yen more to Hokkaido, in the sheet, in the page and in the books', async () => {
    const { page, openSheet, chooseAddress, chooseResult, pay } = await come(shop);
    await openSheet();

    await chooseAddress('hokkaido');
    const inSheet = await page.locator('[data-simulated="total"]').innerText();
    const inPage = await page.locator('#summary-total').innerText();
    await chooseResult('success');
    await pay();

    expect([inSheet, inPage]).toEqual(['3,792円', '3,792円']);
    expect(await page.locator('main').innerText()).toContain('3,792円');
    expect(shop.capturedYen()).toEqual([3792]);
  });

  it.each([
    ['unitedStates', 'お支払いは行われていません。お届け先は日本国内に限ります。別の住所をお選びください。'],
    [
      'unknownPrefecture',
      'お支払いは行われていません。お届け先の都道府県がわからず、送料を計算できません。別の住所をお選びください。',
    ],
  ] as const)('gives no total for the address %s, so that nobody can pay', async (address, sentence) => {
    const { page, openSheet, chooseAddress, order } = await come(shop);
    await openSheet();

    await chooseAddress(address);

    expect(await page.locator('#pay-status').innerText()).toBe(sentence);
    expect(await page.locator('[data-simulated="pay"]').isDisabled()).toBe(true);
    expect(shop.capturedYen()).toEqual([]);
    expect((await order.read()).state).toBe('AWAITING_PAYMENT');
  });

  it('sells a gift code without delivery: no shipping, the address is for the bill only', async () => {
    const { page, payWith, title, order } = await come(shop, 'ギフト券を2枚ください');
    const total = await page.locator('#summary-total').innerText();

    await payWith('success');

    const stored = await order.read();
    expect(await title()).toBe('ご注文ありがとうございます');
    expect(stored).toMatchObject({ state: 'PAID', quote: { ships: false, shippingYen: 0 } });
    expect(stored.finalizations[0]?.content.productType).toBe('PayOnly');
    expect(total).toBe('6,000円');
    expect(shop.capturedYen()).toEqual([6000]);
  });

  it('sells a subscription: its contract stands on both pages, and Amazon Pay is told of no amount without shipping', async () => {
    const { page, payWith, title, order } = await come(shop, '定期便を申し込みたい');
    const before = await page.locator('main').innerText();

    await payWith('success');

    const stored = await order.read();
    const sessionId = stored.finalizations[0]?.content.checkoutSessionId ?? '';
    const session = shop.shop.amazonPay.ledger.checkoutSessions.get(sessionId);
    const contract = '契約期間の定めはありません。';
    expect(await title()).toBe('ご注文ありがとうございます');
    expect([before, await page.locator('main').innerText()]).toEqual([
      expect.stringContaining(contract),
      expect.stringContaining(contract),
    ]);
    expect(session).toMatchObject({ chargePermissionType: 'Recurring' });
    expect(session).not.toHaveProperty('monthlyYen');
    expect(stored.state).toBe('PAID');
    expect(shop.capturedYen()).toEqual([3080]);
  });

  it('stays as it was when the buyer closes the sheet, and can be paid afterwards', async () => {
    const { page, openSheet, payWith, order } = await come(shop);
    await openSheet();

    await page.locator('[data-simulated="cancel"]').click();
    await page.locator('[data-simulated="dialog"]').waitFor({ state: 'detached' });
    const said = await page.locator('#pay-status').innerText();
    const cancelled = (await order.read()).state;
    await payWith('success');

    expect(said).toBe('お支払いは行われていません。Amazon Payの画面を閉じました。');
    expect(cancelled).toBe('AWAITING_PAYMENT');
    expect(shop.capturedYen()).toEqual([3192]);
  });
});

describe('a shop that captures when it ships (Authorize)', () => {
  const shop = shopOfTests({ AMAZON_PAY_PAYMENT_INTENT: 'Authorize' });

  it('has 3192 yen authorized, none captured, and says so', async () => {
    const { payWith, notice, order } = await come(shop);

    await payWith('success');

    const stored = await order.read();
    const result = stored.finalizations.at(-1)?.result;
    expect(await notice()).toEqual([
      'お支払いの承認が済み、ご注文を承りました。お支払いはまだ完了していません。',
      '商品の発送のときにお支払いが行われます。',
    ]);
    expect(stored.state).toBe('AUTHORIZED');
    expect(result?.chargeId).toMatch(/^S03-\d{7}-\d{7}-C\d{6}$/);
    expect(authorizations(shop, result?.chargePermissionId)).toEqual([
      { state: 'Open', amountYen: 3192, capturedYen: 0 },
    ]);
    expect(shop.capturedYen()).toEqual([]);
    expect(await order.nextVisit()).toContain('お支払いの承認が済み、ご注文を承っています。');
  });
});

describe('a shop that only takes the permission (Confirm)', () => {
  const shop = shopOfTests({ AMAZON_PAY_PAYMENT_INTENT: 'Confirm' });

  it('has a permission and no charge, and says that nothing is paid yet', async () => {
    const { payWith, notice, order } = await come(shop);

    await payWith('success');

    const stored = await order.read();
    const result = stored.finalizations.at(-1)?.result;
    expect(await notice()).toEqual([
      'ご注文を承りました。お支払いはまだ行われていません。',
      '商品の発送のときにお支払いが行われます。',
    ]);
    expect(stored.state).toBe('CHARGEABLE');
    expect(result?.chargePermissionId).toMatch(/^S03-\d{7}-\d{7}$/);
    expect(result?.chargeId).toBeUndefined();
    expect(authorizations(shop, result?.chargePermissionId)).toEqual([]);
    expect(shop.capturedYen()).toEqual([]);
  });
});
