import { type Bench, startBench } from '../../amazon-pay/server-bench';
import { openBrowser, type TestBrowser } from '../browser';
import { openWebBench, type WebBench } from '../web-bench';

let amazon: Bench;
let shop: WebBench;
let buyer: TestBrowser;
beforeEach(async () => {
  amazon = await startBench();
  shop = await openWebBench({ deps: () => ({ mws: amazon.mws }) });
  buyer = openBrowser(shop);
});
afterEach(async () => {
  await shop.close();
  await amazon.close();
});

describe('why a buyer was led to a page', () => {
  const EXPIRED =
    'セッションは期限切れです。Amazonアカウントでお支払いボタンをクリックして再度サインインしてください。';
  const TROUBLE =
    '申し訳ございません。このWebサイトでの支払処理に問題があります。販売事業者にお問い合わせください。';
  const ORIGIN_ONLY = { referer: 'https://shop.koemise.example/' };

  it.each([
    ['says that it comes from the same origin', { 'sec-fetch-site': 'same-origin' }],
    ['is old and names the page before', ORIGIN_ONLY],
  ])('is said where the browser %s', async (_name, headers) => {
    expect((await buyer.get(`/checkout/${shop.code}?after=b08`, headers)).words).toContain(EXPIRED);
    expect((await buyer.get(`/checkout/${shop.code}/widgets?after=b21`, headers)).words).toContain(TROUBLE);
  });

  it.each([
    ['opened from a mail or typed', { 'sec-fetch-site': 'none' }],
    ['on another site', { 'sec-fetch-site': 'cross-site', referer: 'https://shop.koemise.example/' }],
    ['on a neighbour of the site', { 'sec-fetch-site': 'same-site' }],
    ['opened by an old browser from another site', { referer: 'https://evil.example/' }],
    ['opened by an old browser that says nothing', {}],
  ])('is not said after a link with it, %s', async (_name, headers) => {
    const order = await buyer.get(`/checkout/${shop.code}?after=b08`, headers);
    const widgets = await buyer.get(`/checkout/${shop.code}/widgets?after=b21`, headers);

    expect([order.status, widgets.status]).toEqual([200, 200]);
    expect(order.words).not.toContain('期限切れ');
    expect(order.words).toContain('まだお支払いは行われていません。');
    expect(widgets.words).not.toContain('問題があります');
  });
});
