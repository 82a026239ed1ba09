import { type Page } from 'playwright-core';
import { browserOfTests, shopOfTests } from '../support/browser-bench';
import { openWatchedPage } from '../support/browser';
import { openCheckout } from '../support/browser-checkout';

const PLAIN = [
  'お支払いページを表示できません',
  'この画面では、お支払いは行われていません。',
  'お支払いコードが正しくないか、期限が切れているか、すでにお支払いの手続きに使われています。コードをお確かめのうえ、もう一度入力してください。',
  'ご注文とお支払いの状況は、Alexaに「こえみせ珈琲で注文の状況を教えて」と話しかけるとご確認いただけます。',
];
const REFUSED = /404 \(Not Found\)|429 \(Too Many Requests\)/;

const bench = browserOfTests();
const shop = shopOfTests();
beforeEach(() => {
  // Nobody suffers from the tries of the test before.
  shop.effects.advance(60_000);
});

async function stranger(path = '/checkout'): Promise<Page> {
  const watched = bench.keep(await openWatchedPage(bench.browser, { expected: REFUSED }));
  await watched.page.goto(shop.url + path);
  return watched.page;
}

async function enter(page: Page, code: string): Promise<void> {
  await page.getByLabel('お支払いコード').fill(code);
  await page.getByRole('button', { name: 'ご注文内容を表示する' }).click();
}

const textsOf = (page: Page): Promise<readonly string[]> => page.locator('h1, main > p').allInnerTexts();

describe('the code of an order', () => {
  it('is typed as it is read from the card, in small letters too, and opens the order', async () => {
    const { code, path } = await shop.order();
    const page = await stranger();

    await enter(page, `${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase());
    await page.waitForURL(`**${path}`);

    expect(await page.locator('h1').innerText()).toBe('ご注文内容の最終確認');
  });

  it.each(['ABCD-2345', 'コード', '１２３４', '../legal', '<b>'])(
    'that is %s opens the plain page, which has the form again',
    async (typed) => {
      const page = await stranger();

      await enter(page, typed);
      await page.locator('h1', { hasText: 'お支払いページを表示できません' }).waitFor();

      expect(await textsOf(page)).toEqual(PLAIN);
      expect(await page.getByLabel('お支払いコード').inputValue()).toBe('');
    },
  );

  it('opens the same plain page, letter by letter, when it is unknown, expired, used, or another page below it', async () => {
    const expired = await shop.order();
    shop.effects.advance(24 * 60 * 60 * 1000 + 1000);
    const used = bench.keep(await openCheckout(bench.browser, shop, { order: await shop.order() }));
    await used.payWith('success');

    const pages = await Promise.all(
      ['/checkout/AAAA2222', expired.path, used.order.path, `${used.order.path}/nothing`].map(stranger),
    );
    const contents = await Promise.all(pages.map((page) => page.content()));

    expect(await textsOf(pages[0]!)).toEqual(PLAIN);
    expect(contents.map((content) => content === contents[0])).toEqual([true, true, true, true]);
    expect(await used.title()).toBe('ご注文ありがとうございます');
  });

  it('cannot be guessed: after ten wrong ones the eleventh is refused for a minute, a good one too', async () => {
    const { path } = await shop.order();
    const page = await stranger();
    const statuses: (number | undefined)[] = [];
    for (let tries = 0; tries < 11; tries += 1) {
      const answer = await page.goto(`${shop.url}/checkout/AAAA222${tries % 10}`);
      statuses.push(answer?.status());
    }
    const refused = await textsOf(page);
    const good = await page.goto(shop.url + path);

    shop.effects.advance(60_000);
    const later = await page.goto(shop.url + path);

    expect(statuses).toEqual([404, 404, 404, 404, 404, 404, 404, 404, 404, 404, 429]);
    expect(refused).toEqual([
      'しばらくお待ちください',
      'お支払いは行われていません。コードの入力が続いたため、受け付けを一時的に止めています。',
      '1分ほど待ってから、もう一度お試しください。',
    ]);
    expect([good?.status(), later?.status()]).toEqual([429, 200]);
  });

  it('once open in a browser goes on being open there while somebody else guesses', async () => {
    const visit = bench.keep(await openCheckout(bench.browser, shop, { order: await shop.order() }));
    const guesses = Array.from({ length: 11 }, () => fetch(`${shop.url}/checkout/AAAA2222`));
    await Promise.all(guesses);

    await visit.page.reload();
    await visit.payWith('success');

    expect(await visit.title()).toBe('ご注文ありがとうございます');
    expect(shop.capturedYen().at(-1)).toBe(3192);
  });
});
