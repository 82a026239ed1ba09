import { findScenario } from '../simulator/amazon-pay/scenario';
import { goShopping, type LocalShopping } from '../support/local-shopping';

const PURCHASE = ['こえみせ珈琲を開いて', 'ブレンドを2つください', 'はい', 'はい'] as const;
let shopping: LocalShopping;

afterEach(async () => {
  await shopping.shop.close();
});

const storedText = async (): Promise<string> => JSON.stringify(await shopping.newestOrder());

describe('a paid order', () => {
  it('is mailed once, to the address of the Alexa account, with number, goods, total and where to cancel', async () => {
    shopping = await goShopping();

    const spoken = await shopping.say(...PURCHASE);
    for (let pass = 0; pass < 5; pass += 1) await shopping.after(1000);

    const { orderId } = (await shopping.newestOrder())!;
    expect(spoken.at(-1)).toMatch(/^お支払いが完了し、ご注文を承りました。/);
    expect(shopping.shop.mailbox.mails()).toEqual([
      {
        to: ['taro@example.jp'],
        from: 'shop@koemise.example',
        messageId: `<paid.${orderId}@koemise.example>`,
        subject: `【こえみせ珈琲】ご注文を承りました（ご注文番号 ${orderId}）`,
        text: [
          'お支払いが完了し、ご注文を承りました。こえみせ珈琲をご利用いただき、ありがとうございます。',
          '',
          `ご注文番号: ${orderId}`,
          '販売元: 株式会社こえみせ',
          'こえみせブレンド 2袋 2592円',
          '送料: 600円',
          '合計（消費税込み）: 3192円',
          '',
          'お届け: ご注文から3営業日以内に発送します。',
          'キャンセル: 発送前のご注文は、お問い合わせ先へのご連絡でキャンセルできます。',
          'お問い合わせ: 03-1234-5678 support@koemise.example（平日の10時から17時まで）',
        ].join('\n'),
      },
    ]);
  });

  it('keeps the address only until the mail went out', async () => {
    shopping = await goShopping();
    await shopping.say(...PURCHASE);
    const before = await storedText();

    await shopping.after(1000);

    expect(before).toContain('taro@example.jp');
    expect(await storedText()).not.toContain('taro@example.jp');
  });

  it('is mailed when the mail server takes mails again', async () => {
    shopping = await goShopping();
    shopping.shop.mailbox.setAccepting(false);
    await shopping.say(...PURCHASE);
    await shopping.after(1000);
    const refused = shopping.shop.mailbox.mails().length;
    shopping.shop.mailbox.setAccepting(true);

    await shopping.after(30_000);
    const tooEarly = shopping.shop.mailbox.mails().length;
    await shopping.after(30_000);

    expect([refused, tooEarly, shopping.shop.mailbox.mails().length]).toEqual([0, 0, 1]);
  });

  it('is not mailed, and no address is stored, where the shop may not read it', async () => {
    shopping = await goShopping('DENIED');

    await shopping.say(...PURCHASE);
    const stored = await storedText();
    await shopping.after(1000);

    expect(stored).toContain('"state":"PAID"');
    expect(stored).not.toContain('taro@example.jp');
    expect(shopping.shop.mailbox.mails()).toEqual([]);
  });
});

describe('an order that was not paid', () => {
  it('is not mailed when the buyer heard it, and no address is left', async () => {
    shopping = await goShopping();
    shopping.shop.amazonPay.force(findScenario('Charge/Declined.AmazonRejected'));

    await shopping.say(...PURCHASE);
    await shopping.after(1000);

    const stored = await storedText();
    expect(stored).toContain('"state":"DECLINED_HARD"');
    expect(stored).not.toContain('taro@example.jp');
    expect(shopping.shop.mailbox.mails()).toEqual([]);
  });
});
