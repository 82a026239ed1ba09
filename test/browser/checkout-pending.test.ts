import { runPass } from '../../lambda/src/worker/run-worker';
import { browserOfTests, shopOfTests } from '../support/browser-bench';
import { visitCheckout, type CheckoutVisit } from '../support/browser-checkout';

const WAITING = [
  'お支払いの結果を待っています。ご注文はまだ確定していません。',
  'もう一度ご注文なさらず、お待ちください。このページを開き直すと、結果をご確認いただけます。',
];

const bench = browserOfTests();
const shop = shopOfTests({ AMAZON_PAY_PAYMENT_INTENT: 'Authorize', AMAZON_PAY_CAN_HANDLE_PENDING: 'true' });

async function come(): Promise<CheckoutVisit> {
  return bench.keep(await visitCheckout(bench.window, shop));
}

/** Amazon Pay decides half a minute later. */
async function amazonDecides(): Promise<void> {
  shop.effects.advance(31_000);
  shop.shop.amazonPay.passTime();
  await shop.shop.notify();
}

describe('a payment that Amazon Pay decides later (202)', () => {
  it('is waited for; when the notification says authorized, the page says so after a reload', async () => {
    const { page, payWith, title, notice, order } = await come();
    await payWith('pending');
    const waiting = [await title(), ...(await notice())];
    const before = (await order.read()).state;
    const heardBefore = await order.nextVisit();

    await amazonDecides();
    await page.reload();

    expect(waiting).toEqual(['お支払いの結果をお待ちください', ...WAITING]);
    expect(before).toBe('PENDING');
    expect((await order.read()).state).toBe('AUTHORIZED');
    expect(await notice()).toEqual([
      'お支払いの承認が済み、ご注文を承りました。お支払いはまだ完了していません。',
      '商品の発送のときにお支払いが行われます。',
    ]);
    expect(shop.capturedYen()).toEqual([]);
    expect(heardBefore).toContain('お支払いの結果を待っています。もう一度ご注文なさらず、お待ちください。');
    expect(await order.nextVisit()).toContain('お支払いの承認が済み、ご注文を承っています。');
  });

  it('is waited for; when the notification says declined, the buyer is back at the start with the reason', async () => {
    const { page, payWith, title, notice, order } = await come();
    await payWith('pendingThenDeclined');
    const waiting = await notice();

    await amazonDecides();
    await page.reload();

    expect(waiting).toEqual(WAITING);
    expect((await order.read()).state).toBe('DECLINED_HARD');
    expect(await title()).toBe('ご注文内容の最終確認');
    expect(await notice()).toEqual([
      'Amazon Payでのお支払いに失敗しました。別のお支払い方法をお試しください。',
      'お支払いは完了していません。ご注文は確定していません。このページから、もう一度お支払いいただけます。',
    ]);
    expect(shop.capturedYen()).toEqual([]);
  });
});

describe('a payment whose answer is lost', () => {
  it('is being checked, also after reloads; then the page turns by itself to what the books say', async () => {
    const { authorizations } = shop.shop.amazonPay.ledger;
    const before = authorizations.size;
    const { page, payWith, title, order } = await come();
    await payWith('noAnswer');
    const first = await page.locator('#checking p').allInnerTexts();
    await page.reload();
    const again = [await title(), (await order.read()).state];

    shop.effects.advance(10 * 60_000);
    await runPass(shop.shop.background);
    await page.locator('.notice.authorized').waitFor();

    expect(first.slice(0, 2)).toEqual([
      'お支払いの結果を確認しています。',
      '二重に請求されることはありません。もう一度ご注文なさらず、このままお待ちください。結果がわかると、表示が変わります。',
    ]);
    expect(again).toEqual(['お支払いの結果を確認しています', 'UNKNOWN']);
    expect((await order.read()).state).toBe('AUTHORIZED');
    expect(authorizations.size - before).toBe(1);
  });
});
