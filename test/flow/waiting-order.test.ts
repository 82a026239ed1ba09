import { findOrderByCode } from '../../lambda/src/checkout/find-order';
import { codeOf } from '../../lambda/src/checkout/issue-link';
import { type Order } from '../../lambda/src/orders/order';
import { type OrderState } from '../../lambda/src/orders/state-table';
import { createBackground } from '../support/background';
import { createTestSkill, type TestSkill } from '../support/test-skill';
import { finalized, waiting } from '../support/waiting-order';
import { WEB_SETTINGS } from '../support/web-settings';
import { answering, newestOrder, putInto } from '../unit/handlers/answering';

const DAY_MS = 24 * 60 * 60 * 1000;
const NUMBER = '<say-as interpret-as="digits">261122-513870</say-as>';
const WAITING =
  'こえみせ珈琲へようこそ。こえみせブレンド2袋のご注文は、お支払いがまだ行われていません。ご注文は確定していません。お支払いページは、11月23日の12時までご利用いただけます。お支払いページのコードを、もう一度お送りしましょうか。';
const ASK_AGAIN =
  'お支払いページは、11月23日の12時までご利用いただけます。お支払いページのコードを、もう一度お送りしましょうか。';
const SENT_AGAIN =
  'お支払いはまだ行われていません。お支払いページのアドレスとコードを、Alexaアプリのカードにお送りしました。お支払いページは、11月23日の12時までご利用いただけます。';
const LEFT =
  'こえみせ珈琲へようこそ。前回のご注文が残っています。こえみせブレンドが2袋で、商品の合計は2592円です。続きからご注文なさいますか。';

const codeNow = (skill: TestSkill): string => codeOf(newestOrder(skill), skill.deps.config.tokenSecret)!;

describe('the next visit to an order that waits', () => {
  it('hears the truth about the money, until when, and is asked about the code', async () => {
    const { shopper } = await waiting();

    const heard = await shopper.launch();

    expect(heard.speech).toBe(WAITING);
    expect(heard.reprompt).toBe(
      'コードをもう一度受け取る場合は「はい」、受け取らない場合は「いいえ」とお話しください。',
    );
    expect(heard.card).toBeUndefined();
  });

  it('hears the same after a voice payment that was declined for good', async () => {
    const { shopper } = await waiting('voice');

    expect((await shopper.launch()).speech).toBe(WAITING);
  });

  it('gets the same card after yes, and the order stays as it was', async () => {
    const skill = await waiting();
    const code = codeNow(skill);
    const before = newestOrder(skill);
    await skill.shopper.launch();

    const heard = await skill.shopper.says('AMAZON.YesIntent');

    expect(heard.speech).toBe(SENT_AGAIN);
    expect(JSON.stringify(heard.card)).toContain(`コード: ${code.slice(0, 4)}-${code.slice(4)}`);
    expect(heard.isOpen).toBe(false);
    expect(newestOrder(skill)).toEqual(before);
  });

  it('gets the mail after yes when none went out yet, and no second one', async () => {
    const skill = await waiting();
    const background = createBackground(skill);
    skill.shopper.emailConsent = 'GRANTED';
    for (let visit = 0; visit < 2; visit += 1) {
      await skill.shopper.launch();
      await skill.shopper.says('AMAZON.YesIntent');
      await background.after(1000);
    }

    expect(background.mails.map(({ messageId }) => messageId)).toEqual([
      '<payLink-1.261122-513870@koemise.example>',
    ]);
  });

  it('leaves everything as it is after no', async () => {
    const skill = await waiting();
    const before = newestOrder(skill);
    await skill.shopper.launch();

    const heard = await skill.shopper.says('AMAZON.NoIntent');

    expect(heard.speech).toBe(
      '承知しました。お支払いはまだ行われていません。お支払いページは、11月23日の12時までご利用いただけます。',
    );
    expect(heard.isOpen).toBe(false);
    expect(newestOrder(skill)).toEqual(before);
  });

  it('hears the status with number and asks about the code', async () => {
    const { shopper } = await waiting();

    const heard = await shopper.says('OrderStatusIntent');

    expect(heard.speech).toBe(
      `ご注文番号${NUMBER}は、お支払いをお待ちしています。ご注文は確定していません。${ASK_AGAIN}`,
    );
  });

  it('hears of the order paid on the page before it as well', async () => {
    const skill = await waiting();
    putInto(skill, { ...finalized('AuthorizeWithCapture'), state: 'CONFIRMED' });
    await skill.shopper.says('OrderIntent', { product: 'drip', quantity: '1' });
    await skill.shopper.says('CheckoutIntent');

    const heard = await skill.shopper.says('OrderStatusIntent');

    expect(heard.speech).toMatch(
      /^ご注文番号.{1,60}は、3192円のお支払いが完了しています。ご注文番号.{1,60}は、お支払いをお待ちしています。/,
    );
  });

  it('comes back to the question after a word that was not understood', async () => {
    const { shopper } = await waiting();
    await shopper.launch();

    const heard = await shopper.says('AMAZON.FallbackIntent');

    expect(heard.speech).toBe(
      'すみません、うまく聞き取れませんでした。コードをもう一度受け取る場合は「はい」、受け取らない場合は「いいえ」とお話しください。',
    );
    expect((await shopper.says('AMAZON.YesIntent')).speech).toBe(SENT_AGAIN);
  });

  it.each<[string, Partial<Order>, string]>([
    ['paid', { state: 'PAID' }, `ご注文番号${NUMBER}は、3192円のお支払いが完了しています。`],
    [
      'being paid',
      { state: 'CHARGE_SENT' },
      `ご注文番号${NUMBER}は、お支払いの結果を確認しています。二重に請求されることはありません。`,
    ],
  ])(
    'whose order is %s on the page before the answer hears that, after yes and after no',
    async (_title, changes, status) => {
      for (const intent of ['AMAZON.YesIntent', 'AMAZON.NoIntent']) {
        const skill = await waiting();
        await skill.shopper.launch();
        putInto(skill, changes);

        const heard = await skill.shopper.says(intent);

        expect(heard.speech).toBe(status);
        expect(heard.card).toBeUndefined();
      }
    },
  );

  it('with no order at all hears that the cart is empty, or goodbye', async () => {
    const skill = createTestSkill({ environment: WEB_SETTINGS });

    const yes = await answering(skill, 'AMAZON.YesIntent', { kind: 'sendCodeAgain' });
    const no = await answering(skill, 'AMAZON.NoIntent', { kind: 'sendCodeAgain' });

    expect(yes.speech).toBe('カートは空です。何をご用意しましょうか。');
    expect(no.speech).toBe('承知しました。ご用の際は、またお声がけください。');
  });

  it('to a shop that took its pages down is offered the goods again', async () => {
    const skill = await waiting();
    const voiceOnly = { ...skill, deps: { ...skill.deps, config: createTestSkill().deps.config } };

    const heard = await answering(voiceOnly, 'AMAZON.YesIntent', undefined);

    expect(heard.speech).toBe(
      'カートにはこえみせブレンドが2袋入っています。商品の合計は2592円です。お会計に進みますか。',
    );
  });
});

describe('a result on the page', () => {
  const NEXT = '何をご用意しましょうか。';

  it.each<[OrderState, Partial<Order>, string]>([
    [
      'PAID',
      finalized('AuthorizeWithCapture'),
      `ご注文番号${NUMBER}は、3192円のお支払いが完了しています。${NEXT}`,
    ],
    [
      'AUTHORIZED',
      finalized('Authorize'),
      `ご注文番号${NUMBER}は、お支払いの承認が済み、ご注文を承っています。お支払いはまだ完了していません。商品をお送りするときに、お支払いが行われます。${NEXT}`,
    ],
    [
      'CHARGEABLE',
      finalized('Confirm'),
      `ご注文番号${NUMBER}は、ご注文を承っています。お支払いはまだ行われていません。商品をお送りするときに、お支払いが行われます。${NEXT}`,
    ],
    [
      'PENDING',
      finalized('Authorize'),
      `ご注文番号${NUMBER}は、お支払いの結果を待っています。もう一度ご注文なさらず、お待ちください。`,
    ],
    [
      'UNKNOWN',
      finalized('AuthorizeWithCapture'),
      `ご注文番号${NUMBER}は、お支払いの結果を確認しています。二重に請求されることはありません。`,
    ],
    [
      'DECLINED_HARD',
      finalized('AuthorizeWithCapture'),
      `ご注文番号${NUMBER}は、お支払いが完了していません。ご注文は確定していません。${ASK_AGAIN}`,
    ],
    [
      'AWAITING_PAYMENT',
      finalized('AuthorizeWithCapture'),
      `ご注文番号${NUMBER}は、お支払いをお待ちしています。ご注文は確定していません。${ASK_AGAIN}`,
    ],
  ])('%s is told at the next visit', async (state, changes, speech) => {
    const skill = await waiting();
    putInto(skill, { ...changes, state, untold: true });

    expect((await skill.shopper.launch()).speech).toBe(speech);
  });

  it('is told once', async () => {
    const skill = await waiting();
    putInto(skill, { ...finalized('AuthorizeWithCapture'), state: 'DECLINED_SOFT', untold: true });
    await skill.shopper.launch();

    expect((await skill.shopper.launch()).speech).toBe(WAITING);
    expect(newestOrder(skill).untold).toBe(false);
  });

  it('that leaves nothing open lets the buyer order anew', async () => {
    const skill = await waiting();
    putInto(skill, { ...finalized('Confirm'), state: 'CHARGEABLE' });

    await skill.shopper.says('OrderIntent', { product: 'drip', quantity: '1' });

    expect(skill.store.orders.size).toBe(2);
    expect(newestOrder(skill)).toMatchObject({ state: 'CART', lines: [{ productId: 'drip', quantity: 1 }] });
  });
});

describe('a change of the goods', () => {
  it.each([
    {
      title: 'puts goods in',
      intent: 'OrderIntent',
      slots: { product: 'drip', quantity: '1' },
      speech: 'ドリップバッグを1箱、カートに入れました。お会計に進みますか。',
    },
    {
      title: 'puts in more than 99',
      intent: 'OrderIntent',
      slots: { product: 'blend', quantity: '98' },
      speech: 'こえみせブレンドは、一度に99袋までご注文いただけます。お会計に進みますか。',
    },
    {
      title: 'subscribes',
      intent: 'SubscribeIntent',
      slots: {},
      speech: '毎月の定期便をカートに入れました。1か月2480円で、毎月お届けします。お会計に進みますか。',
    },
    {
      title: 'takes goods out',
      intent: 'RemoveItemIntent',
      slots: { product: 'blend' },
      speech: 'こえみせブレンドをカートから外しました。カートは空です。何をご用意しましょうか。',
    },
    {
      title: 'starts over',
      intent: 'AMAZON.StartOverIntent',
      slots: {},
      speech: 'カートを空にしました。何をご用意しましょうか。',
    },
  ])('closes the page, and says so: the buyer $title', async ({ intent, slots, speech }) => {
    const skill = await waiting();
    const code = codeNow(skill);

    const heard = await skill.shopper.says(intent, slots);

    expect(heard.speech).toBe(
      `お支払いはまだ行われていません。先にご案内したお支払いページは閉じました。${speech}`,
    );
    expect(newestOrder(skill)).toMatchObject({ state: 'CART' });
    expect(newestOrder(skill).checkout).toBeUndefined();
    await expect(findOrderByCode(skill.deps, code)).resolves.toBeUndefined();
  });

  it('of goods that are not there closes nothing', async () => {
    const skill = await waiting();
    const before = newestOrder(skill);

    const heard = await skill.shopper.says('RemoveItemIntent', { product: 'drip' });

    expect(heard.speech).toMatch(/^ドリップバッグはカートに入っていません。/);
    expect(newestOrder(skill)).toEqual(before);
  });

  it('withdraws the mail of the page that closed', async () => {
    const skill = await waiting('voice');
    skill.shopper.emailConsent = 'GRANTED';
    await skill.shopper.launch();
    await skill.shopper.says('AMAZON.YesIntent');
    await skill.shopper.says('OrderIntent', { product: 'drip', quantity: '1' });
    const background = createBackground(skill);

    await background.after(1000);

    expect(background.mails).toEqual([]);
    expect(newestOrder(skill).mails).toEqual([]);
  });

  it('makes an old answer of Amazon Pay offer no page any more', async () => {
    const skill = await waiting('voice');
    await skill.shopper.says('OrderIntent', { product: 'drip', quantity: '1' });
    const before = newestOrder(skill);

    const heard = await skill.shopper.answersAgain();

    expect(heard.speech).toBe(
      '現在、お支払いを処理できません。後でもう一度試してください。ご注文は確定していません。カートは残してあります。',
    );
    expect(heard.card).toBeUndefined();
    expect(newestOrder(skill)).toEqual(before);
  });
});

describe('cancelling an order that waits', () => {
  it('takes the cart back and closes the page after yes', async () => {
    const skill = await waiting();
    const code = codeNow(skill);

    const asked = await skill.shopper.says('CancelOrderIntent');
    const done = await skill.shopper.says('AMAZON.YesIntent');

    expect(asked.speech).toBe('お支払いは行われていません。カートの商品をすべて取り消しますか。');
    expect(done.speech).toBe(
      'ご注文を取り消しました。お支払いは行われていません。先にご案内したお支払いページは閉じました。',
    );
    expect(newestOrder(skill)).toMatchObject({ state: 'CART', lines: [] });
    await expect(findOrderByCode(skill.deps, code)).resolves.toBeUndefined();
  });

  it('keeps the page open after no', async () => {
    const skill = await waiting();
    const before = newestOrder(skill);
    await skill.shopper.says('CancelOrderIntent');

    await skill.shopper.says('AMAZON.NoIntent');

    expect(newestOrder(skill)).toEqual(before);
  });

  it('comes too late once the page is being paid', async () => {
    const skill = await waiting();
    await skill.shopper.says('CancelOrderIntent');
    putInto(skill, { ...finalized('AuthorizeWithCapture'), state: 'CHARGE_SENT' });

    const heard = await skill.shopper.says('AMAZON.YesIntent');

    expect(heard.speech).toBe(
      `ご注文番号${NUMBER}は、お支払いの結果を確認しています。二重に請求されることはありません。`,
    );
    expect(newestOrder(skill)).toMatchObject({ state: 'CHARGE_SENT', lines: [{ quantity: 2 }] });
  });
});

describe('when the day of the page is over', () => {
  it('the goods are offered again, and paid under a new code', async () => {
    const skill = await waiting();
    const old = codeNow(skill);
    await createBackground(skill).after(DAY_MS);

    const left = await skill.shopper.launch();
    const again = await skill.shopper.says('AMAZON.YesIntent');

    expect([...skill.store.orders.values()].map((item) => (JSON.parse(item) as Order).state)).toEqual([
      'ABANDONED',
      'AWAITING_PAYMENT',
    ]);
    expect(left.speech).toBe(LEFT);
    expect(again.speech).toMatch(/お支払いページは、11月24日の12時までご利用いただけます。$/);
    expect(codeNow(skill)).not.toBe(old);
  });

  it('and the background was not there yet, the goods are offered again all the same', async () => {
    const skill = await waiting();
    const old = codeNow(skill);
    skill.clock.advance(DAY_MS);

    const left = await skill.shopper.launch();
    await skill.shopper.says('AMAZON.YesIntent');

    expect(left.speech).toBe(LEFT);
    expect(skill.store.orders.size).toBe(1);
    expect(newestOrder(skill)).toMatchObject({ state: 'AWAITING_PAYMENT', checkout: { no: 2 } });
    await expect(findOrderByCode(skill.deps, old)).resolves.toBeUndefined();
  });
});
