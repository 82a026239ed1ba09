import shopFile from '../../../lambda/src/shop/shop.json';
import { parseShop } from '../../../lambda/src/shop/shop';
import { openBrowser } from './browser';
import { openWebBench, type WebBench } from './web-bench';

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

  it('tells both times of payment where the web checkout charges later than voice', async () => {
    const words = await legalWords({ AMAZON_PAY_PAYMENT_INTENT: 'Confirm' });

    expect(words).toContain(
      'お支払い時期 ご注文の確定時にお支払いが完了します。定期便は毎月のお届けごとにお支払いいただきます。 お支払いのページからのご注文は、商品の発送のときにお支払いが行われます。',
    );
  });
});
