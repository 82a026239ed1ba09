import { parseOrder, type Order } from '../../lambda/src/orders/order';
import { type OrderStore, StoreUnavailableError } from '../../lambda/src/orders/store';
import { createBackground } from '../support/background';
import { memoryStore } from '../support/memory-store';
import { chargeAnswer, PAID, setupAnswer } from '../support/payment-answers';
import { createTestSkill, type TestSkill, type TestSkillOptions } from '../support/test-skill';
import { createSkill } from '../../lambda/src/skill';
import { createShopper } from '../support/shopper';
import { WEB_SETTINGS } from '../support/web-settings';
import { answering } from '../unit/handlers/answering';

const WEB = { ...WEB_SETTINGS, PAYMENT_CHANNEL: 'web' } as const;
const TO_THE_PAGE =
  'お支払いはまだ行われていません。音声でのお支払いは終了しましたので、ウェブページでのお支払いをお願いいたします。お支払いページのアドレスとコードを、Alexaアプリのカードにお送りしました。お支払いページは、11月23日の12時までご利用いただけます。';
const TO_THE_PAGE_AND_MAIL =
  'お支払いはまだ行われていません。音声でのお支払いは終了しましたので、ウェブページでのお支払いをお願いいたします。お支払いページのアドレスとコードを、Alexaアプリのカードにお送りしました。お支払いページのリンクは、メールでもお送りします。お支払いページは、11月23日の12時までご利用いただけます。';
const AMAZON_REJECTED = chargeAnswer({ state: 'Declined', reasonCode: 'AmazonRejected' });

const webSkill = (options: TestSkillOptions = {}): TestSkill =>
  createTestSkill({ environment: WEB, ...options });

function storedOrder({ store }: TestSkill): Order {
  return parseOrder(JSON.parse([...store.orders.values()].at(-1)!))!;
}

async function fillCart({ shopper }: TestSkill): Promise<void> {
  await shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
}

/** Alexa's customer profile with the buyer's address in it; counts how often it is asked. */
function profile(): { readonly fetch: typeof fetch; readonly asked: () => number } {
  let count = 0;
  return {
    asked: () => count,
    fetch: () => {
      count += 1;
      return Promise.resolve(new Response('"taro@example.jp"'));
    },
  };
}

/** The same shop before and after the merchant switched voice payment off. */
function switchedOff(skill: TestSkill): TestSkill {
  const deps = { ...skill.deps, config: webSkill().deps.config };
  const later = createSkill(deps);
  const shopper = createShopper({
    userId: 'amzn1.ask.account.TARO',
    skillId: deps.config.skillId,
    send: (envelope) => later.invoke(envelope as never),
  });
  return { ...skill, deps, shopper };
}

describe('with PAYMENT_CHANNEL=web', () => {
  it.each([
    ['asks to check out', ['CheckoutIntent']],
    ['says yes to the checkout', ['AMAZON.YesIntent']],
  ])('a buyer who %s is led to the page: no Setup, no Charge', async (_title, intents) => {
    const skill = webSkill();
    await fillCart(skill);

    const heard = await skill.shopper.says(intents[0]!);

    expect(heard.speech).toBe(TO_THE_PAGE);
    expect(heard.directives).toEqual([]);
    expect(heard.isOpen).toBe(false);
    expect(heard.card).toMatchObject({
      type: 'Simple',
      title: 'お支払いページのご案内（まだ確定していません）',
      content: expect.stringMatching(/\nコード: [0-9A-Z]{4}-[0-9A-Z]{4}\n/),
    });
    expect(storedOrder(skill)).toMatchObject({ state: 'AWAITING_PAYMENT', directivesSent: 0, attempts: [] });
  });

  it('needs no permission of Amazon Pay', async () => {
    const skill = webSkill();
    skill.shopper.consent = undefined;
    await fillCart(skill);

    expect((await skill.shopper.says('CheckoutIntent')).speech).toBe(TO_THE_PAGE);
  });

  it('a buyer who goes on with a cart of an earlier visit is led to the page', async () => {
    const skill = webSkill();
    await fillCart(skill);
    await skill.shopper.launch();

    expect((await skill.shopper.says('AMAZON.YesIntent')).speech).toBe(TO_THE_PAGE);
  });

  it('an empty cart has no page', async () => {
    const skill = webSkill();

    const never = await skill.shopper.says('CheckoutIntent');
    await fillCart(skill);
    await skill.shopper.says('AMAZON.StartOverIntent');
    const emptied = await skill.shopper.says('CheckoutIntent');

    expect(never.speech).toBe('カートは空です。何をご用意しましょうか。');
    expect(emptied.speech).toBe('カートは空です。何をご用意しましょうか。');
    expect(storedOrder(skill).state).toBe('CART');
  });

  it('asked for twice it is the same page', async () => {
    const skill = webSkill();
    await fillCart(skill);
    const first = await skill.shopper.says('CheckoutIntent');
    const before = storedOrder(skill);

    const second = await skill.shopper.says('CheckoutIntent');

    expect(second.speech).toBe(first.speech);
    expect(second.card).toEqual(first.card);
    expect(storedOrder(skill)).toEqual(before);
  });

  it('the link is mailed once where the address may be read, and the buyer hears so', async () => {
    const { fetch, asked } = profile();
    const skill = webSkill({ fetch });
    skill.shopper.emailConsent = 'GRANTED';
    const background = createBackground(skill);
    await fillCart(skill);

    const first = await skill.shopper.says('CheckoutIntent');
    await background.after(1000);
    const second = await skill.shopper.says('CheckoutIntent');
    await background.after(1000);

    expect([first.speech, second.speech]).toEqual([TO_THE_PAGE_AND_MAIL, TO_THE_PAGE_AND_MAIL]);
    expect(asked()).toBe(1);
    expect(background.mails.map(({ to, subject }) => [to, subject])).toEqual([
      ['taro@example.jp', '【こえみせ珈琲】お支払いページのご案内（ご注文番号 261122-513870）'],
    ]);
    expect(background.mails[0]!.text).toMatch(
      /\nお支払いページ: https:\/\/shop\.koemise\.example\/checkout\/[0-9A-Z]{8}\n/,
    );
  });

  it('a yes to trying again leads to the page as well', async () => {
    const skill = webSkill();
    await fillCart(skill);

    const heard = await answering(skill, 'AMAZON.YesIntent', { kind: 'tryAgain' });

    expect(heard.speech).toBe(TO_THE_PAGE);
  });

  it('an order that another device paid while the link was made is told as paid', async () => {
    const skill = webSkill();
    await fillCart(skill);
    const { store } = skill;
    const createPointer = store.createPointer.bind(store);
    store.createPointer = (pointer) => {
      const order = storedOrder(skill);
      store.put({ ...order, state: 'PAID', version: order.version + 1 });
      return createPointer(pointer);
    };

    const heard = await skill.shopper.says('CheckoutIntent');

    expect(heard.speech).toMatch(/のお支払いが完了しています。$/);
    expect(heard.card).toBeUndefined();
    expect(storedOrder(skill).state).toBe('PAID');
  });

  it('the code is on the card alone: neither the store nor the log nor the session holds it', async () => {
    const skill = webSkill();
    await fillCart(skill);

    const { card, envelope } = await skill.shopper.says('CheckoutIntent');

    const kept = JSON.stringify([
      [...skill.store.orders.values()],
      skill.log.lines,
      envelope.sessionAttributes ?? {},
    ]);
    expect(JSON.stringify(card)).toContain('コード: YPDR-HFCG');
    expect(kept).not.toMatch(/YPDR-?HFCG/);
    expect(skill.log.lines).toContainEqual(
      expect.objectContaining({ step: 'linkIssued', orderId: '261122-513870' }),
    );
  });

  it('a subscription is waited for on the page as well', async () => {
    const skill = webSkill();
    await skill.shopper.says('SubscribeIntent');

    const heard = await skill.shopper.says('AMAZON.YesIntent');

    expect(heard.speech).toBe(TO_THE_PAGE);
    expect(JSON.stringify(heard.card)).toContain('毎月の定期便 1か月 2480円');
  });

  it('a gift code has its total on the card, and no place', async () => {
    const skill = webSkill();
    await skill.shopper.says('OrderIntent', { product: 'gift', quantity: '2' });

    const heard = await skill.shopper.says('AMAZON.YesIntent');

    expect(JSON.stringify(heard.card)).toContain(
      'ギフトコード 2枚 6000円\\n送料: かかりません\\n合計（消費税込み）: 6000円\\nお届け先: ありません\\nお渡し方法: ',
    );
    expect(storedOrder(skill).quote).toMatchObject({ ships: false, shippingYen: 0, totalYen: 6000 });
  });

  it('nothing is said to be sent while the store is down', async () => {
    const store = memoryStore();
    let isDown = false;
    const failing: OrderStore = {
      ...store,
      createPointer: (pointer) =>
        isDown ? Promise.reject(new StoreUnavailableError('down')) : store.createPointer(pointer),
    };
    const skill = { ...webSkill({ store: failing }), store };
    await fillCart(skill);
    isDown = true;

    const heard = await skill.shopper.says('CheckoutIntent');

    expect(heard.speech).toBe(
      '申し訳ございません、エラーが発生しました。しばらくたってからもう一度お試しください。このお手続きでは、ご注文は確定していません。',
    );
    expect(heard.card).toBeUndefined();
    expect(storedOrder(skill).state).toBe('CART');
  });
});

describe('after voice payment was switched off in the middle of a purchase', () => {
  async function quotedByVoice(): Promise<TestSkill> {
    const skill = createTestSkill();
    await fillCart(skill);
    await skill.shopper.says('CheckoutIntent');
    await skill.shopper.answers(setupAnswer());
    return skill;
  }

  /** Hands the session of one skill to the other, as Alexa does. */
  async function yesAfterSwitch(skill: TestSkill): Promise<string> {
    const later = createSkill({ ...skill.deps, config: webSkill().deps.config });
    const voice = createSkill(skill.deps);
    let isSwitched = false;
    const shopper = createShopper({
      userId: 'amzn1.ask.account.TARO',
      skillId: skill.deps.config.skillId,
      send: (envelope) => (isSwitched ? later : voice).invoke(envelope as never),
    });
    await shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
    await shopper.says('CheckoutIntent');
    await shopper.answers(setupAnswer());
    isSwitched = true;
    const heard = await shopper.says('AMAZON.YesIntent');
    expect(heard.directives).toEqual([]);
    return heard.speech;
  }

  it('a yes to the quote that was read back charges nothing and leads to the page', async () => {
    const skill = createTestSkill();

    expect(await yesAfterSwitch(skill)).toBe(TO_THE_PAGE);
    expect(storedOrder(skill)).toMatchObject({ state: 'AWAITING_PAYMENT', attempts: [] });
  });

  it('a late answer of Charge is still taken: the order is paid', async () => {
    const skill = await quotedByVoice();
    const yes = await skill.shopper.says('AMAZON.YesIntent');
    const later = switchedOff(skill);

    const heard = await later.shopper.answers({ ...PAID, token: yes.sent!.token });

    expect(heard.speech).toMatch(/^お支払いが完了し、ご注文を承りました。/);
    expect(storedOrder(skill).state).toBe('PAID');
  });

  it('a late decline offers the page', async () => {
    const skill = await quotedByVoice();
    const yes = await skill.shopper.says('AMAZON.YesIntent');
    const later = switchedOff(skill);

    const heard = await later.shopper.answers({ ...AMAZON_REJECTED, token: yes.sent!.token });

    expect(heard.speech).toMatch(/別のお支払い方法をウェブページからお選びいただけます。/);
    expect(storedOrder(skill).state).toBe('AWAITING_PAYMENT');
  });

  it('a wish to pay while that charge is open hears that the result is being checked', async () => {
    const skill = await quotedByVoice();
    await skill.shopper.says('AMAZON.YesIntent');
    const later = switchedOff(skill);

    const heard = await later.shopper.says('CheckoutIntent');

    expect(heard.speech).toMatch(/は、お支払いの結果を確認しています。二重に請求されることはありません。$/);
    expect(storedOrder(skill).state).toBe('CHARGE_SENT');
  });

  it('a consent whose directive never left is taken back before the link is made', async () => {
    const skill = await quotedByVoice();
    await skill.shopper.says('AMAZON.YesIntent');
    const sent = storedOrder(skill);
    skill.store.put({ ...sent, state: 'CONSENTED', awaiting: undefined });

    const heard = await switchedOff(skill).shopper.says('CheckoutIntent');

    expect(heard.speech).toBe(TO_THE_PAGE);
    expect(storedOrder(skill)).toMatchObject({
      state: 'AWAITING_PAYMENT',
      attempts: [{ result: { effect: 'keep', reason: 'directiveNeverLeft' } }],
    });
  });
});
