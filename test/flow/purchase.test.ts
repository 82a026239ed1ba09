import { createTestSkill } from '../support/test-skill';
import { PAID, setupAnswer } from '../support/payment-answers';

describe('a shopper buys by voice', () => {
  it('pays two bags of blend after hearing seller, goods, delivery place and total, and saying yes', async () => {
    const { shopper, store } = createTestSkill();

    const welcome = await shopper.launch();
    const added = await shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
    const setup = await shopper.says('AMAZON.YesIntent');
    const recap = await shopper.answers(setupAnswer());
    const charge = await shopper.says('AMAZON.YesIntent');
    const paid = await shopper.answers(PAID);

    expect(welcome.speech).toBe(
      'こえみせ珈琲へようこそ。コーヒーのご注文を承ります。何をご用意しましょうか。',
    );
    expect(added.speech).toBe('こえみせブレンドを2袋、カートに入れました。お会計に進みますか。');
    expect(setup.sent?.name).toBe('Setup');
    expect(setup.isOpen).toBe(false);
    expect(recap.speech).toBe(
      'ご注文内容の確認です。販売元は株式会社こえみせです。商品は、こえみせブレンド2袋です。お届け先は、東京都目黒区見本町1-2-3、見本 太郎様です。商品代金は2592円、送料は600円、消費税込みの合計は3192円です。Amazon Payで3192円をお支払いいただき、ご注文を確定してよろしいですか。',
    );
    expect(recap.isOpen).toBe(true);
    expect(charge.sent?.name).toBe('Charge');
    expect(charge.sent?.payload).toMatchObject({ paymentAction: 'AuthorizeAndCapture' });
    expect(paid.speech).toMatch(
      /^お支払いが完了し、ご注文を承りました。ご注文番号は<say-as interpret-as="digits">261122-\d{6}<\/say-as>です。合計は3192円です。/,
    );
    expect(paid.isOpen).toBe(false);
    const [order] = [...store.orders.values()].map((item) => JSON.parse(item));
    expect(order.state).toBe('PAID');
    expect(order.attempts).toHaveLength(1);
  });
});
