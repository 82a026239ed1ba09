import { readScreen } from '../simulator/alexa/read-screen';
import { validateResponse } from '../simulator/alexa/validate-response';
import { PAID, setupAnswer } from '../support/payment-answers';
import { type Heard, type Shopper } from '../support/shopper';
import { createTestSkill } from '../support/test-skill';
import { WEB_SETTINGS } from '../support/web-settings';

const RENDER_DOCUMENT = 'Alexa.Presentation.APL.RenderDocument';

/** What the screen shows after an answer, from top to bottom; undefined when nothing is sent to it. */
function shown({ directives }: Heard): readonly string[] | undefined {
  const found = directives.find((directive) => (directive as { type: string }).type === RENDER_DOCUMENT);
  return found === undefined ? undefined : readScreen(found as never).texts;
}

function newShopper(hasScreen: boolean, environment: Record<string, string> = {}): Shopper {
  const { shopper } = createTestSkill({ environment });
  shopper.hasScreen = hasScreen;
  return shopper;
}

/** A purchase from the first word to the payment, answer by answer. */
async function buy(shopper: Shopper): Promise<readonly Heard[]> {
  return [
    await shopper.launch(),
    await shopper.says('OrderIntent', { product: 'blend', quantity: '2' }),
    await shopper.says('CartIntent'),
    await shopper.says('AMAZON.YesIntent'),
    await shopper.answers(setupAnswer()),
    await shopper.says('AMAZON.YesIntent'),
    await shopper.answers(PAID),
  ];
}

describe('a buyer with a screen', () => {
  it('sees the cart with its sum', async () => {
    const [, , cart] = await buy(newShopper(true));

    expect(shown(cart!)).toEqual([
      'カートの商品',
      'こえみせブレンド 2袋',
      '2,592円',
      '商品の合計（消費税込み）',
      '2,592円',
      'お会計に進む場合は「はい」、ほかの商品を選ぶ場合は「いいえ」とお話しください。',
    ]);
  });

  it('sees the order with shipping, total and place before saying yes', async () => {
    const [, , , , recap] = await buy(newShopper(true));

    expect(shown(recap!)).toEqual([
      'ご注文内容の確認（まだ確定していません）',
      'こえみせブレンド 2袋',
      '2,592円',
      '送料',
      '600円',
      '合計（消費税込み）',
      '3,192円',
      'お届け先: 東京都目黒区見本町1-2-3、見本 太郎様',
      '販売元: 株式会社こえみせ',
      '確定する場合は「はい」、やめる場合は「いいえ」とお話しください。',
    ]);
  });

  it('sees that the order is paid, its number and what it holds', async () => {
    const paid = (await buy(newShopper(true))).at(-1)!;

    expect(shown(paid)).toEqual([
      'ご注文ありがとうございます',
      'お支払いが完了し、ご注文を承りました。',
      'こえみせブレンド 2袋',
      '2,592円',
      '送料',
      '600円',
      '合計（消費税込み）',
      '3,192円',
      expect.stringMatching(/^ご注文番号: 261122-\d{6}$/),
      '販売元: 株式会社こえみせ',
    ]);
  });

  it('sees it again when the answer of Amazon Pay comes twice', async () => {
    const shopper = newShopper(true);
    const paid = (await buy(shopper)).at(-1)!;

    const again = await shopper.answersAgain();

    expect(shown(again)).toEqual(shown(paid));
    expect(shown(again)?.[1]).toBe('お支払いが完了し、ご注文を承りました。');
  });

  it('is shown where the permission is given', async () => {
    const shopper = newShopper(true);
    shopper.consent = 'DENIED';
    await shopper.says('OrderIntent', { product: 'blend', quantity: '2' });

    const heard = await shopper.says('CheckoutIntent');

    expect(shown(heard)).toEqual([
      'Amazon Payの使用許可が必要です',
      'Amazon Payの権限が有効になっておりません。Alexaアプリにカードを送りましたのでAlexaアプリからAmazon Payを有効にしてください。',
      'ご注文は確定していません。',
      'カートは残してあります。',
    ]);
    expect(heard.card).toMatchObject({ type: 'AskForPermissionsConsent' });
  });

  it('sees nothing beside a directive to Amazon Pay', async () => {
    const [, , , setup, , charge] = await buy(newShopper(true));

    expect(setup!.directives).toHaveLength(1);
    expect(charge!.directives).toHaveLength(1);
    expect([setup!.sent?.name, charge!.sent?.name]).toEqual(['Setup', 'Charge']);
  });

  it('gets only answers that Alexa accepts', async () => {
    const heard = await buy(newShopper(true));
    const complaints = heard.flatMap(
      ({ envelope }) =>
        validateResponse({ httpStatus: 200, body: envelope }, 'IntentRequest', {
          givenName: 'はなこ',
          hasScreen: true,
        }).complaints,
    );

    expect(complaints).toEqual([]);
  });
});

describe('where orders are paid on the page', () => {
  it('the screen says that nothing is paid, and keeps address and code for the card', async () => {
    const shopper = newShopper(true, { PAYMENT_CHANNEL: 'web', ...WEB_SETTINGS });
    await shopper.says('OrderIntent', { product: 'blend', quantity: '2' });

    const heard = await shopper.says('CheckoutIntent');

    expect(shown(heard)).toEqual([
      'お支払いページのご案内（まだ確定していません）',
      'お支払いはまだ行われていません。ご注文は確定していません。',
      'こえみせブレンド 2袋',
      '2,592円',
      '商品の合計（消費税込み）',
      '2,592円',
      '送料: お届け先に応じて、お支払いページで加わります',
      'お支払いページのアドレスとコードを、Alexaアプリのカードにお送りしました。',
      '期限: 2026年11月23日 12時00分まで',
    ]);
  });
});

describe('a buyer without a screen', () => {
  it('hears and gets on the card the very same, and no screen is sent', async () => {
    const without = await buy(newShopper(false));
    const withScreen = await buy(newShopper(true));

    expect(without.map(shown)).toEqual(without.map(() => undefined));
    expect(without.map(({ speech, reprompt, card }) => ({ speech, reprompt, card }))).toEqual(
      withScreen.map(({ speech, reprompt, card }) => ({ speech, reprompt, card })),
    );
  });
});

describe('a screen that could not be shown', () => {
  it('is noted in the log, and the open question still waits for its answer', async () => {
    const { shopper, log } = createTestSkill();
    shopper.hasScreen = true;
    await shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
    const question = await shopper.says('CartIntent');

    const heard = await shopper.sends({
      type: 'Alexa.Presentation.APL.RuntimeError',
      token: 'order',
      errors: [{ type: 'INFLATE_ERROR', reason: 'OTHER', message: 'cannot inflate' }],
    });

    expect(heard.envelope.response).toEqual({});
    expect(heard.envelope.sessionAttributes).toEqual(question.envelope.sessionAttributes);
    expect(log.lines.filter(({ step }) => step === 'screenNotShown')).toHaveLength(1);
  });
});
