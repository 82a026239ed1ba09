import { findOrderByCode } from '../../lambda/src/checkout/find-order';
import { codeOf } from '../../lambda/src/checkout/issue-link';
import { chargeAnswer, errorAnswer, PAID, setupAnswer } from '../support/payment-answers';
import { createTestSkill, type TestSkill } from '../support/test-skill';
import { finalized, REJECTED, waiting } from '../support/waiting-order';
import { WEB_SETTINGS } from '../support/web-settings';
import { newestOrder, putInto } from '../unit/handlers/answering';

const NUMBER = '<say-as interpret-as="digits">261122-513870</say-as>';
const ASK_AGAIN =
  'お支払いページは、11月23日の12時までご利用いただけます。お支払いページのコードを、もう一度お送りしましょうか。';

const codeNow = (skill: TestSkill): string => codeOf(newestOrder(skill), skill.deps.config.tokenSecret)!;

describe('paying by voice while a page is open', () => {
  it('closes the page when the order is read back, and charges once', async () => {
    const skill = await waiting('voice');
    const code = codeNow(skill);
    await skill.shopper.says('CheckoutIntent');
    const stillOpen = await findOrderByCode(skill.deps, code);

    const quote = await skill.shopper.answers(setupAnswer());
    await skill.shopper.says('AMAZON.YesIntent');
    const paid = await skill.shopper.answers(PAID);

    expect(stillOpen).toBeDefined();
    expect(quote.speech).toMatch(/^先にご案内したお支払いページは閉じました。販売元は株式会社こえみせです。/);
    expect(paid.speech).toMatch(/^お支払いが完了し、ご注文を承りました。/);
    await expect(findOrderByCode(skill.deps, code)).resolves.toBeUndefined();
  });

  it('is asked about the code when another device was led to the page before the yes', async () => {
    const skill = createTestSkill({ environment: WEB_SETTINGS });
    const other = skill.shopperNamed('amzn1.ask.account.TARO');
    await skill.shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
    await skill.shopper.says('CheckoutIntent');
    await skill.shopper.answers(setupAnswer());
    await other.says('CheckoutIntent');
    await other.answers(errorAnswer('Setup', '403', ['UnsupportedClientPlatform']));

    const heard = await skill.shopper.says('AMAZON.YesIntent');

    expect(heard.directives).toEqual([]);
    expect(heard.speech).toBe(
      `ご注文番号${NUMBER}は、お支払いをお待ちしています。ご注文は確定していません。${ASK_AGAIN}`,
    );
    expect(newestOrder(skill)).toMatchObject({ state: 'AWAITING_PAYMENT', attempts: [] });
  });
});

describe('an answer of Amazon Pay by voice that comes after the page went on', () => {
  it('a Setup answer changes nothing while the page is being paid', async () => {
    const skill = await waiting('voice');
    await skill.shopper.says('CheckoutIntent');
    const before = putInto(skill, { ...finalized('AuthorizeWithCapture'), state: 'CHARGE_SENT' });

    const heard = await skill.shopper.answers(setupAnswer());

    expect(heard.speech).toBe(
      `ご注文番号${NUMBER}は、お支払いの結果を確認しています。二重に請求されることはありません。`,
    );
    expect(heard.isOpen).toBe(false);
    expect(newestOrder(skill)).toEqual(before);
    expect(skill.log.alerts).toEqual([]);
  });

  it('an old decline delivered again does not deny what was paid on the page', async () => {
    const skill = await waiting('voice');
    const before = putInto(skill, { ...finalized('AuthorizeWithCapture'), state: 'PAID' });

    const heard = await skill.shopper.answersAgain();

    expect(heard.speech).toBe(`ご注文番号${NUMBER}は、3192円のお支払いが完了しています。`);
    expect(heard.card).toBeUndefined();
    expect(newestOrder(skill)).toEqual(before);
  });

  it.each([
    ['another decline', chargeAnswer({ state: 'Declined', reasonCode: 'ProcessingFailure' }), 'spentToken'],
    ['a payment', PAID, 'spentTokenButPaid'],
  ])(
    '%s does not settle what the page is waiting for, and the merchant is told',
    async (_title, late, reason) => {
      const skill = await waiting('voice');
      const before = putInto(skill, { ...finalized('AuthorizeWithCapture'), state: 'UNKNOWN' });

      await skill.shopper.answers(late);

      expect(newestOrder(skill)).toEqual(before);
      expect(skill.log.alerts.at(-1)).toMatchObject({ step: 'answerRefused', reason });
    },
  );
});

describe('a link that cannot be made', () => {
  it('takes nothing from the result of the voice payment; the same answer again may still offer it', async () => {
    const skill = createTestSkill({ environment: WEB_SETTINGS });
    const { store, shopper } = skill;
    await shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
    await shopper.says('CheckoutIntent');
    await shopper.answers(setupAnswer());
    await shopper.says('AMAZON.YesIntent');
    const works = store.createPointer.bind(store);
    store.createPointer = () => Promise.reject(new Error('down'));

    const first = await shopper.answers(REJECTED);
    const stored = newestOrder(skill);
    store.createPointer = works;
    const second = await shopper.answersAgain();

    expect(first.speech).toBe(
      '現在、お支払いを処理できません。後でもう一度試してください。ご注文は確定していません。カートは残してあります。',
    );
    expect(stored).toMatchObject({ state: 'DECLINED_HARD', attempts: [{ result: { row: 'a48' } }] });
    expect(skill.log.alerts).toMatchObject([{ step: 'linkNotIssued', orderId: '261122-513870' }]);
    expect(second.speech).toMatch(/別のお支払い方法をウェブページからお選びいただけます。/);
    expect(newestOrder(skill).state).toBe('AWAITING_PAYMENT');
  });
});
