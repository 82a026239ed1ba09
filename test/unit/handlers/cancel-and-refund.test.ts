import { PAID, setupAnswer } from '../../support/payment-answers';
import { createTestSkill, type TestSkill } from '../../support/test-skill';
import { answering, newestOrder, putInto, tokenOf } from './answering';

async function fillCart(skill: TestSkill): Promise<void> {
  await skill.shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
}

async function pay(skill: TestSkill): Promise<void> {
  await fillCart(skill);
  await skill.shopper.says('CheckoutIntent');
  await skill.shopper.answers(setupAnswer());
  await skill.shopper.says('AMAZON.YesIntent');
  await skill.shopper.answers(PAID);
}

const APOLOGY = /^申し訳ございません、エラーが発生しました。しばらくたってからもう一度お試しください。/;

describe('a shopper who wants to cancel', () => {
  it('hears that there is nothing to cancel when nothing was ever ordered', async () => {
    const { shopper } = createTestSkill();

    const heard = await shopper.says('CancelOrderIntent');

    expect(heard.speech).toBe('キャンセルできるご注文はありません。');
  });

  it('is asked about the cart, and the cart is empty after yes', async () => {
    const skill = createTestSkill();
    await fillCart(skill);

    const asked = await skill.shopper.says('CancelOrderIntent');
    const done = await skill.shopper.says('AMAZON.YesIntent');

    expect(asked.speech).toBe('お支払いは行われていません。カートの商品をすべて取り消しますか。');
    expect(done.speech).toBe('ご注文を取り消しました。お支払いは行われていません。');
    expect(newestOrder(skill)).toMatchObject({ state: 'CART', lines: [] });
  });

  it('keeps the cart after no', async () => {
    const skill = createTestSkill();
    await fillCart(skill);
    await skill.shopper.says('CancelOrderIntent');

    const heard = await skill.shopper.says('AMAZON.NoIntent');

    expect(heard.speech).toBe('承知しました。ご注文はそのままにします。');
    expect(newestOrder(skill).lines).toEqual([{ productId: 'blend', quantity: 2 }]);
  });

  it('hears where the order stands when another device paid it before the yes', async () => {
    const skill = createTestSkill();
    await fillCart(skill);
    await skill.shopper.says('CancelOrderIntent');
    putInto(skill, { state: 'CHARGE_SENT' });

    const heard = await skill.shopper.says('AMAZON.YesIntent');

    expect(heard.speech).toMatch(/は、お支払いの結果を確認しています。二重に請求されることはありません。$/);
    expect(newestOrder(skill)).toMatchObject({ state: 'CHARGE_SENT', lines: [{ quantity: 2 }] });
  });

  it('takes back a consent whose directive never left', async () => {
    const skill = createTestSkill();
    await pay(skill);
    const [attempt] = newestOrder(skill).attempts;
    const { orderId } = putInto(skill, {
      state: 'CONSENTED',
      attempts: [{ ...attempt!, result: undefined }],
    });
    const token = tokenOf(skill, orderId, { use: 'cancel', no: 0 });

    const heard = await answering(skill, 'AMAZON.YesIntent', { kind: 'cancelCart', token });

    expect(heard.speech).toBe('ご注文を取り消しました。お支払いは行われていません。');
    expect(newestOrder(skill)).toMatchObject({
      state: 'CART',
      attempts: [{ result: { effect: 'keep', reason: 'directiveNeverLeft' } }],
    });
  });

  it('of a paid order is asked, and a person gets it after yes, once', async () => {
    const skill = createTestSkill();
    await pay(skill);

    const asked = await skill.shopper.says('CancelOrderIntent');
    const done = await skill.shopper.says('AMAZON.YesIntent');
    const again = await skill.shopper.says('CancelOrderIntent');

    expect(asked.speech).toMatch(/、合計3192円のご注文をキャンセルなさいますか。$/);
    expect(done.speech).toMatch(/^お支払いが済んでいるため、キャンセルは担当者が行います。/);
    expect(again.speech).toMatch(/は、3192円のお支払いが完了しています。キャンセルのご依頼を承っています。$/);
    expect(newestOrder(skill).followUps).toMatchObject([{ kind: 'cancelRequest', reason: 'askedByVoice' }]);
    expect(skill.log.alerts.map(({ step }) => step)).toEqual(['buyerRequest']);
  });

  it('while the result is being checked hears that a person cancels, and that nothing is known yet', async () => {
    const skill = createTestSkill();
    await pay(skill);
    putInto(skill, { state: 'UNKNOWN' });
    await skill.shopper.says('CancelOrderIntent');

    const heard = await skill.shopper.says('AMAZON.YesIntent');

    expect(heard.speech).toMatch(/^お支払いの結果を確認しているため、キャンセルは担当者が行います。/);
    expect(newestOrder(skill)).toMatchObject({ state: 'UNKNOWN', requests: [{ kind: 'cancel' }] });
  });

  it.each([
    ['ABANDONED', /は、取り消されています。お支払いは行われていません。$/],
    ['CANCELLED', /は、取り消されています。お支払いは行われていません。$/],
    ['REFUNDED', /は、返金の手続きが済んでいます。$/],
  ] as const)('of an order that is %s hears that it is over already', async (state, status) => {
    const skill = createTestSkill();
    await pay(skill);
    putInto(skill, { state });

    const heard = await skill.shopper.says('CancelOrderIntent');

    expect(heard.speech).toMatch(status);
    expect(newestOrder(skill).requests).toEqual([]);
  });

  it.each([
    ['cancelOrder', 'another question', 'refund'],
    ['cancelCart', 'another question', 'refund'],
    ['refundOrder', 'another question', 'cancel'],
  ] as const)('with a token of %s made for %s changes nothing', async (kind, _title, use) => {
    const skill = createTestSkill();
    await pay(skill);
    const before = newestOrder(skill);
    const token = tokenOf(skill, before.orderId, { use, no: 0 });

    const heard = await answering(skill, 'AMAZON.YesIntent', { kind, token });

    expect(heard.speech).toMatch(APOLOGY);
    expect(newestOrder(skill)).toEqual(before);
  });

  it.each(['cancelOrder', 'cancelCart', 'refundOrder'] as const)(
    'with a forged token of %s changes nothing',
    async (kind) => {
      const skill = createTestSkill();
      await pay(skill);
      const before = newestOrder(skill);
      const token = `${before.orderId}.x0.AAAAAAAAAAAAAAAAAAAAAA`;

      const heard = await answering(skill, 'AMAZON.YesIntent', { kind, token });

      expect(heard.speech).toMatch(APOLOGY);
      expect(newestOrder(skill)).toEqual(before);
    },
  );
});

describe('a shopper who wants the money back', () => {
  it('hears that there is nothing to refund when nothing was paid', async () => {
    const skill = createTestSkill();
    await fillCart(skill);

    const heard = await skill.shopper.says('RefundIntent');

    expect(heard.speech).toBe('返金の対象となるお支払いはありません。');
  });

  it('hears where the order stands when it was not paid yet', async () => {
    const skill = createTestSkill();
    await pay(skill);
    putInto(skill, { state: 'PENDING' });

    const heard = await skill.shopper.says('RefundIntent');

    expect(heard.speech).toMatch(/は、お支払いの結果を待っています。/);
  });

  it('asks once: the second time hears that a person has it', async () => {
    const skill = createTestSkill();
    await pay(skill);
    putInto(skill, { state: 'CONFIRMED' });

    const asked = await skill.shopper.says('RefundIntent');
    const done = await skill.shopper.says('AMAZON.YesIntent');
    const again = await skill.shopper.says('RefundIntent');

    expect(asked.speech).toMatch(/、3192円の返金を依頼なさいますか。$/);
    expect(done.speech).toMatch(
      /^まだ返金は行われていません。返金のご依頼を記録し、担当者に引き継ぎました。/,
    );
    expect(again.speech).toMatch(/返金のご依頼を承っています。$/);
    expect(newestOrder(skill).requests).toHaveLength(1);
  });

  it('is recorded once when the yes comes twice', async () => {
    const skill = createTestSkill();
    await pay(skill);
    const token = tokenOf(skill, newestOrder(skill).orderId, { use: 'refund', no: 0 });

    await answering(skill, 'AMAZON.YesIntent', { kind: 'refundOrder', token });
    const second = await answering(skill, 'AMAZON.YesIntent', { kind: 'refundOrder', token });

    expect(second.speech).toMatch(/^まだ返金は行われていません。/);
    expect(newestOrder(skill)).toMatchObject({ requests: [{ kind: 'refund' }], followUps: [{ no: 1 }] });
    expect(skill.log.alerts).toHaveLength(1);
  });
});
