import { setupAnswer } from '../../support/payment-answers';
import { createTestSkill, type TestSkill } from '../../support/test-skill';
import { answering, newestOrder, putInto } from './answering';

const CHECKING = /は、お支払いの結果を確認しています。二重に請求されることはありません。$/;
const ASK = '何をご用意しましょうか。';

async function fillCart(skill: TestSkill): Promise<void> {
  await skill.shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
}

async function frozen(): Promise<TestSkill> {
  const skill = createTestSkill();
  await fillCart(skill);
  putInto(skill, { state: 'UNKNOWN' });
  return skill;
}

describe('while money may be moving', () => {
  it.each([
    ['wants to start over', 'AMAZON.StartOverIntent', {}],
    ['takes goods out', 'RemoveItemIntent', { product: 'blend' }],
    ['puts goods in', 'OrderIntent', { product: 'drip', quantity: '1' }],
    ['subscribes', 'SubscribeIntent', {}],
    ['asks for the cart', 'CartIntent', {}],
    ['goes to the checkout', 'CheckoutIntent', {}],
    ['says yes to nothing', 'AMAZON.YesIntent', {}],
  ])('a shopper who %s hears where the order stands, and nothing changes', async (_title, intent, slots) => {
    const skill = await frozen();
    const before = newestOrder(skill);
    skill.shopper.leaves();

    const heard = await skill.shopper.says(intent, slots);

    expect(heard.speech).toMatch(CHECKING);
    expect(heard.directives).toEqual([]);
    expect(newestOrder(skill)).toEqual(before);
  });

  it('a cart that froze between reading and writing is not emptied', async () => {
    const skill = createTestSkill();
    await fillCart(skill);
    const { store } = skill.deps;
    let isFirst = true;
    const replaceOrder: typeof store.replaceOrder = (order) => {
      if (!isFirst) return store.replaceOrder(order);
      isFirst = false;
      putInto(skill, { state: 'CHARGE_SENT', version: order.version });
      return Promise.resolve(false);
    };
    const raced = { ...skill, deps: { ...skill.deps, store: { ...store, replaceOrder } } };

    const heard = await answering(raced, 'AMAZON.StartOverIntent', undefined);

    expect(heard.speech).toMatch(CHECKING);
    expect(newestOrder(skill).lines).toEqual([{ productId: 'blend', quantity: 2 }]);
  });
});

describe('starting over', () => {
  it('with nothing ordered asks what to order, and stores nothing', async () => {
    const skill = createTestSkill();

    const heard = await skill.shopper.says('AMAZON.StartOverIntent');

    expect(heard.speech).toBe(`カートを空にしました。${ASK}`);
    expect(skill.store.orders.size).toBe(0);
  });

  it('with an empty cart writes nothing', async () => {
    const skill = createTestSkill();
    await fillCart(skill);
    await skill.shopper.says('AMAZON.StartOverIntent');
    const before = newestOrder(skill);

    const heard = await skill.shopper.says('AMAZON.StartOverIntent');

    expect(heard.speech).toBe(`カートを空にしました。${ASK}`);
    expect(newestOrder(skill)).toEqual(before);
  });
});

describe('taking goods out', () => {
  it('asks which when the product was not understood', async () => {
    const { shopper } = createTestSkill();

    const heard = await shopper.says('RemoveItemIntent', { product: '紅茶' });

    expect(heard.speech).toContain('申し訳ございません、紅茶はお取り扱いしておりません。');
    expect(heard.directives).toMatchObject([{ type: 'Dialog.ElicitSlot', slotToElicit: 'product' }]);
  });

  it.each([
    ['nothing was ever ordered', []],
    ['the cart was emptied', ['AMAZON.StartOverIntent']],
  ])('hears that the cart is empty when %s', async (_title, before) => {
    const skill = createTestSkill();
    if (before.length > 0) await fillCart(skill);
    for (const intent of before) await skill.shopper.says(intent);

    const heard = await skill.shopper.says('RemoveItemIntent', { product: 'blend' });

    expect(heard.speech).toBe(`カートは空です。${ASK}`);
  });

  it('of a product that is not in the cart says so and reads the cart', async () => {
    const skill = createTestSkill();
    await fillCart(skill);

    const heard = await skill.shopper.says('RemoveItemIntent', { product: 'dark' });

    expect(heard.speech).toBe(
      '深煎りブレンドはカートに入っていません。カートにはこえみせブレンドが2袋入っています。商品の合計は2592円です。お会計に進みますか。',
    );
    expect(newestOrder(skill).lines).toEqual([{ productId: 'blend', quantity: 2 }]);
  });

  it('after the order was read back takes the quote along: the old yes counts no more', async () => {
    const skill = createTestSkill();
    await fillCart(skill);
    await skill.shopper.says('OrderIntent', { product: 'drip', quantity: '1' });
    await skill.shopper.says('CheckoutIntent');
    await skill.shopper.answers(setupAnswer());

    await skill.shopper.says('RemoveItemIntent', { product: 'drip' });

    expect(newestOrder(skill)).toMatchObject({ state: 'CART', lines: [{ productId: 'blend', quantity: 2 }] });
    expect(newestOrder(skill).quote).toBeUndefined();
  });
});

describe('yes and no without a question', () => {
  it('yes reads the cart when there is one', async () => {
    const skill = createTestSkill();
    await fillCart(skill);

    const heard = await answering(skill, 'AMAZON.YesIntent', undefined);

    expect(heard.speech).toBe(
      'カートにはこえみせブレンドが2袋入っています。商品の合計は2592円です。お会計に進みますか。',
    );
  });

  it('yes asks what to order when there is nothing', async () => {
    const heard = await answering(createTestSkill(), 'AMAZON.YesIntent', undefined);

    expect(heard.speech).toBe(ASK);
  });

  it('no says goodbye', async () => {
    const heard = await answering(createTestSkill(), 'AMAZON.NoIntent', undefined);

    expect(heard.speech).toBe('承知しました。ご用の際は、またお声がけください。');
    expect(heard.isOpen).toBe(false);
  });

  it.each([
    ['change', 'AMAZON.YesIntent', ASK],
    ['order', 'AMAZON.YesIntent', ASK],
    ['checkout', 'AMAZON.NoIntent', ASK],
    ['change', 'AMAZON.NoIntent', '承知しました。ご用の際は、またお声がけください。'],
    ['order', 'AMAZON.NoIntent', '承知しました。ご用の際は、またお声がけください。'],
    ['tryAgain', 'AMAZON.YesIntent', `カートは空です。${ASK}`],
    ['tryAgain', 'AMAZON.NoIntent', 'お支払いは行われませんでした。'],
    ['checkout', 'AMAZON.YesIntent', `カートは空です。${ASK}`],
  ])('to %s: %s leads on', async (kind, intent, speech) => {
    const heard = await answering(createTestSkill(), intent, { kind });

    expect(heard.speech.startsWith(speech)).toBe(true);
  });

  it('a question that is none of ours is no question', async () => {
    const heard = await answering(createTestSkill(), 'AMAZON.YesIntent', { kind: 'chargeNow' });

    expect(heard.speech).toBe(ASK);
    expect(heard.sent).toBeUndefined();
  });
});

describe('words of every day', () => {
  it.each(['AMAZON.HelpIntent', 'AMAZON.FallbackIntent', 'AMAZON.SomethingNewIntent'])(
    '%s comes back to the open question',
    async (intent) => {
      const skill = createTestSkill();
      await fillCart(skill);

      const heard = await skill.shopper.says(intent);
      const yes = await skill.shopper.says('AMAZON.YesIntent');

      expect(heard.speech).toMatch(
        /お会計に進む場合は「はい」、ほかの商品を選ぶ場合は「いいえ」とお話しください。$/,
      );
      expect(heard.isOpen).toBe(true);
      expect(yes.sent?.name).toBe('Setup');
    },
  );

  it('a request of a kind nobody knows is answered politely and ends', async () => {
    const { shopper } = createTestSkill();

    const heard = await shopper.sends({ type: 'AlexaSkillEvent.SomethingNew' });

    expect(heard.speech).toBe('すみません、そのご用件は承ることができません。');
    expect(heard.isOpen).toBe(false);
  });

  it('repeat with nothing said asks what to order', async () => {
    const heard = await answering(createTestSkill(), 'AMAZON.RepeatIntent', undefined);

    expect(heard.speech).toBe(ASK);
  });
});
