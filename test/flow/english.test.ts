import { readScreen } from '../simulator/alexa/read-screen';
import { validateResponse } from '../simulator/alexa/validate-response';
import { errorAnswer, PAID, setupAnswer } from '../support/payment-answers';
import { type Shopper } from '../support/shopper';
import { createTestSkill, type TestSkill } from '../support/test-skill';
import { WEB_SETTINGS } from '../support/web-settings';

const ADDRESS =
  '<lang xml:lang="ja-JP">東京都目黒区見本町1-2-3</lang>, <lang xml:lang="ja-JP">見本 太郎</lang>';

function english(environment: Record<string, string> = {}): TestSkill & { readonly shopper: Shopper } {
  const skill = createTestSkill({ environment });
  skill.shopper.locale = 'en-US';
  return skill;
}

describe('a shopper whose device speaks English', () => {
  it('pays two bags of blend after hearing seller, goods, delivery place and total, and saying yes', async () => {
    const { shopper, store } = english();
    shopper.hasScreen = true;

    const heard = [
      await shopper.launch(),
      await shopper.says('BrowseIntent'),
      await shopper.says('OrderIntent', { product: 'blend', quantity: '2' }),
      await shopper.says('AMAZON.YesIntent'),
      await shopper.answers(setupAnswer()),
      await shopper.says('AMAZON.YesIntent'),
      await shopper.answers(PAID),
    ];
    const [welcome, goods, added, setup, recap, charge, paid] = heard.map(({ speech }) => speech);

    expect(welcome).toBe('Welcome to Koemise Coffee, where you order coffee by voice. What would you like?');
    expect(goods).toBe(
      'We have Koemise Blend at 1296 yen per bag, Dark Roast Blend at 1404 yen per bag, Drip Coffee at 1080 yen per box, Monthly Delivery at 2480 yen per month, and Gift Code at 3000 yen each. Prices include tax. What would you like?',
    );
    expect(added).toBe('I have put 2 bags of Koemise Blend into your cart. Would you like to check out?');
    expect(setup).toBe('I am getting your checkout ready.');
    expect(recap).toBe(
      `Here is your order. The seller is Koemise Incorporated. You are ordering 2 bags of Koemise Blend. It goes to ${ADDRESS}. The goods are 2592 yen and shipping is 600 yen, so the total including tax is 3192 yen. Shall I place the order, and charge 3192 yen with Amazon Pay?`,
    );
    expect(heard[4]!.reprompt).toBe('To place the order, say "yes". To stop, say "no".');
    expect(charge).toBe('I am processing your payment.');
    expect(paid).toMatch(
      /^Your payment is complete, and your order has been placed. Your order number is <say-as interpret-as="digits">261122-\d{6}<\/say-as>. The total is 3192 yen. You can find your order on a card in the Alexa app. Thank you.$/,
    );
    const [order] = [...store.orders.values()].map((item) => JSON.parse(item));
    expect(order.state).toBe('PAID');
    for (const { envelope } of heard) {
      const listener = { givenName: 'Hanako', hasScreen: true };
      expect(
        validateResponse({ httpStatus: 200, body: envelope }, 'IntentRequest', listener).complaints,
      ).toEqual([]);
    }
  });

  it('reads card and screen in English, and Amazon Pay gets the very same Japanese payload', async () => {
    const { shopper } = english();
    const japanese = createTestSkill().shopper;
    shopper.hasScreen = true;
    for (const one of [shopper, japanese]) {
      await one.says('OrderIntent', { product: 'blend', quantity: '2' });
      await one.says('AMAZON.YesIntent');
    }

    const recap = await shopper.answers(setupAnswer());
    await japanese.answers(setupAnswer());
    const charge = await shopper.says('AMAZON.YesIntent');
    const charged = await japanese.says('AMAZON.YesIntent');

    expect(recap.card).toEqual({
      type: 'Simple',
      title: 'Your order (not placed yet)',
      content: [
        'Seller: Koemise Incorporated',
        'Koemise Blend, 2 bags: 2592 yen',
        'Shipping: 600 yen',
        'Total (tax included): 3192 yen',
        'Delivery address: 東京都目黒区見本町1-2-3, 見本 太郎',
        'Payment: Amazon Pay (Your payment is complete when the order is placed. A monthly delivery is paid with each delivery.)',
        'Order period: There is no closing date for orders. The amount that was read to you holds for 10 minutes.',
        'Delivery: Sent within 3 business days of your order.',
        'Cancellation: Contact us to cancel an order that has not been sent yet.',
        'Contact: 03-1234-5678 support@koemise.example (on weekdays from 10 AM to 5 PM, Japan time)',
      ].join('\n'),
    });
    expect(readScreen(recap.directives[0] as never).texts.slice(0, 7)).toEqual([
      'Your order (not placed yet)',
      'Koemise Blend, 2 bags',
      '2,592 yen',
      'Shipping',
      '600 yen',
      'Total (tax included)',
      '3,192 yen',
    ]);
    expect(charge.sent?.payload).toEqual(charged.sent?.payload);
  });

  it('goes on with a cart that was filled in Japanese', async () => {
    const { shopper } = english();
    shopper.locale = 'ja-JP';
    await shopper.says('OrderIntent', { product: 'drip', quantity: '1' });
    shopper.locale = 'en-US';

    const heard = await shopper.launch();

    expect(heard.speech).toBe(
      'Welcome to Koemise Coffee. Your last order is still in the cart: 1 box of Drip Coffee, 1080 yen in all. Would you like to go on with it?',
    );
  });

  it('hears of an error first what happened to the money', async () => {
    const { shopper } = english();
    await shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
    await shopper.says('CheckoutIntent');

    const heard = await shopper.answers(errorAnswer('Setup', '400', ['VoicePurchaseNotEnabled']));

    expect(heard.speech).toBe(
      'To go on with the payment, please turn on voice shopping in the settings of your Alexa app. Your order has not been placed. Your cart has been kept.',
    );
  });

  it('is led to the page, which is in Japanese, where orders are paid on the web', async () => {
    const { shopper } = english({ PAYMENT_CHANNEL: 'web', ...WEB_SETTINGS });
    await shopper.says('OrderIntent', { product: 'gift', quantity: '1' });

    const heard = await shopper.says('CheckoutIntent');

    expect(heard.speech).toBe(
      'Nothing has been paid yet. Paying by voice has ended, so please pay on our web page. I have sent the address of the payment page and a code to a card in the Alexa app. You can use the payment page until 12 PM on November 23, Japan time.',
    );
    expect(heard.card).toMatchObject({
      title: 'Your payment page (not ordered yet)',
      content: expect.stringContaining('Open until: 12:00 PM on November 23, 2026 (Japan time)'),
    });
  });
});

describe('a device whose language the skill does not speak', () => {
  it('is answered in Japanese', async () => {
    const { shopper } = createTestSkill();
    shopper.locale = 'de-DE';

    const heard = await shopper.launch();

    expect(heard.speech).toBe('こえみせ珈琲へようこそ。コーヒーのご注文を承ります。何をご用意しましょうか。');
  });
});
