import shopFile from '../../../lambda/src/shop/shop.json';
import { parseShop } from '../../../lambda/src/shop/shop';
import { paymentTimes } from '../../../lambda/src/web/legal-times';
import { createSay } from '../../../lambda/src/web/page-text';
import { openBrowser } from './browser';
import { openWebBench, type WebBench } from './web-bench';

const AT_ONCE = 'ご注文の確定時にお支払いが完了します。定期便は毎月のお届けごとにお支払いいただきます。';
const LATER =
  '商品の発送のときにお支払いが行われます。 発送する商品のないご注文は、商品をお渡しするときにお支払いが行われます。';
const BOTH =
  '音声でのお支払い: ご注文の確定時にお支払いが完了します。定期便は毎月のお届けごとにお支払いいただきます。 お支払いのページでのお支払い: 商品の発送のときにお支払いが行われます。 お支払いのページでのお支払い: 発送する商品のないご注文は、商品をお渡しするときにお支払いが行われます。';

let shop: WebBench | undefined;
afterEach(async () => {
  await shop?.close();
  shop = undefined;
});

async function legalWords(environment: Readonly<Record<string, string>> = {}): Promise<string> {
  shop = await openWebBench({ environment });
  return (await openBrowser(shop).get('/legal')).words;
}

describe('the page of 特定商取引法', () => {
  it('names seller, representative, address and how to reach them', async () => {
    expect(await legalWords()).toContain(
      '特定商取引法に基づく表記 販売業者 株式会社こえみせ 代表者 見本 花子 所在地 〒153-0064 東京都目黒区見本町1-2-3 電話番号 03-1234-5678 メールアドレス shop@koemise.example お問い合わせ窓口 電話 03-1234-5678、メール support@koemise.example（平日の10時から17時まで）',
    );
  });

  it('tells each price with its unit, and shipping as it is computed', async () => {
    const words = await legalWords();

    expect(words).toContain(
      'こえみせブレンド 1袋 1,296円 深煎りブレンド 1袋 1,404円 ドリップバッグ 1箱 1,080円',
    );
    expect(words).toContain('毎月の定期便 1か月 2,480円（毎月のお届け）');
    expect(words).toContain(
      '送料 全国一律 600円 北海道、沖縄県へのお届けは、さらに600円 商品代金が5,000円以上のときは、全国一律分が無料',
    );
  });

  it('holds every text of the shop file that the law is about', async () => {
    const words = await legalWords();
    const { terms, seller, support } = parseShop(shopFile);

    for (const text of [...Object.values(terms), ...Object.values(seller), ...Object.values(support)])
      expect(words).toContain(text);
  });

  it.each([
    ['voice', 'AuthorizeWithCapture', AT_ONCE],
    ['web', 'AuthorizeWithCapture', AT_ONCE],
    ['voice', 'Authorize', BOTH],
    ['voice', 'Confirm', BOTH],
    ['web', 'Authorize', LATER],
    ['web', 'Confirm', LATER],
  ])('tells each time of payment that the shop has, and no other: %s, %s', async (channel, intent, times) => {
    const words = await legalWords({ PAYMENT_CHANNEL: channel, AMAZON_PAY_PAYMENT_INTENT: intent });

    expect(words).toContain(` お支払い時期 ${times} 商品の引渡時期 `);
  });

  it.each([
    [
      'voice',
      'ご注文の受付期限はありません。 読み上げた金額は10分間有効です。 お支払いのページの期限は、そのページに表示します。',
    ],
    ['web', 'ご注文の受付期限はありません。 お支払いのページの期限は、そのページに表示します。'],
  ])('speaks of an amount that is read only where one is: %s', async (channel, periods) => {
    const words = await legalWords({ PAYMENT_CHANNEL: channel });

    expect(words).toContain(` お申し込みの有効期限 ${periods} キャンセル `);
  });
});

describe('the times of payment of a shop that is paid later', () => {
  const say = createSay({ merchantName: 'こえみせ珈琲' });
  const onPage = { paymentChannel: 'web', paymentIntent: 'Confirm' } as const;
  const selling = (delivery: 'ship' | 'none') => {
    const sold = parseShop(shopFile);
    return { ...sold, products: sold.products.filter((product) => product.delivery === delivery) };
  };

  it('speak of shipping alone where everything is shipped', () => {
    expect(paymentTimes(say, selling('ship'), onPage)).toEqual(['商品の発送のときにお支払いが行われます。']);
  });

  it('speak of no shipping where nothing is shipped', () => {
    expect(paymentTimes(say, selling('none'), onPage)).toEqual([
      '商品をお渡しするときにお支払いが行われます。',
    ]);
  });
});
