import { findOrderByCode } from '../../lambda/src/checkout/find-order';
import { type Order, parseOrder } from '../../lambda/src/orders/order';
import { OUTCOME_ROWS, type ExpectedRow } from '../fixtures/outcome-rows';
import { setupAnswer } from '../support/payment-answers';
import { type Heard } from '../support/shopper';
import { createTestSkill, type TestSkill } from '../support/test-skill';
import { WEB_SETTINGS } from '../support/web-settings';

const OFFER =
  '別のお支払い方法をウェブページからお選びいただけます。お支払いページのアドレスとコードを、Alexaアプリのカードにお送りしました。お支払いページは、11月23日の12時までご利用いただけます。';
const OFFERING = OUTCOME_ROWS.filter(({ offersWeb }) => offersWeb === true);
const OTHERS = OUTCOME_ROWS.filter(({ offersWeb }) => offersWeb !== true);

const titled = (rows: readonly ExpectedRow[]) =>
  rows.map((row) => [`${row.operation}: ${row.title}`, row] as const);

async function play(skill: TestSkill, { operation, answers }: ExpectedRow): Promise<Heard> {
  const { shopper } = skill;
  await shopper.launch();
  await shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
  await shopper.says('CheckoutIntent');
  if (operation === 'Charge') {
    await shopper.answers(setupAnswer());
    await shopper.says('AMAZON.YesIntent');
  }
  const heard: Heard[] = [];
  for (const answer of answers) heard.push(await shopper.answers(answer));
  return heard.at(-1)!;
}

function storedOrder({ store }: TestSkill): Order {
  return parseOrder(JSON.parse([...store.orders.values()][0]!))!;
}

const withWeb = () => createTestSkill({ environment: WEB_SETTINGS });

describe('where the web checkout is set up', () => {
  it('thirteen answers of Amazon Pay offer it', () => {
    expect(OFFERING.map(({ title }) => title.slice(0, 3))).toEqual([
      'a01',
      'a18',
      'a18',
      'a22',
      'a34',
      'a46',
      'a46',
      'a48',
      'd14',
      'd14',
      'd11',
      'd12',
      'd13',
    ]);
  });

  it.each(titled(OFFERING))('a link is offered, and the order waits: %s', async (_title, row) => {
    const skill = withWeb();

    const heard = await play(skill, row);

    expect(heard.speech).toBe(`${row.speech}${OFFER}`);
    expect(heard.isOpen).toBe(false);
    expect(heard.directives).toEqual([]);
    expect(heard.card).toEqual({
      type: 'Simple',
      title: 'お支払いページのご案内（まだ確定していません）',
      content: [
        'お支払いはまだ行われていません。ご注文は確定していません。',
        'ブラウザーで次のアドレスを開き、コードを入力してお支払いください。',
        'アドレス: https://shop.koemise.example/checkout',
        'コード: YPDR-HFCG',
        '期限: 2026年11月23日 12時00分まで',
        'ご注文番号: 261122-513870',
        '販売元: 株式会社こえみせ',
        'こえみせブレンド 2袋 2592円',
        '商品の合計（消費税込み）: 2592円',
        '送料: お届け先に応じて、お支払いページで加わります',
        'お問い合わせ: 03-1234-5678 support@koemise.example（平日の10時から17時まで）',
      ].join('\n'),
    });
    expect(storedOrder(skill)).toMatchObject({
      state: 'AWAITING_PAYMENT',
      checkout: { no: 1, expiresAtMs: Date.parse('2026-11-23T03:00:00Z') },
      mails: [],
    });
    await expect(findOrderByCode(skill.deps, 'YPDR-HFCG')).resolves.toEqual(storedOrder(skill));
  });

  it.each(titled(OFFERING))(
    'the same answer again has the same words and card and no second effect: %s',
    async (_title, row) => {
      const skill = withWeb();
      const first = await play(skill, row);
      const before = storedOrder(skill);

      const second = await skill.shopper.answersAgain();

      expect(second.speech).toBe(first.speech);
      expect(second.card).toEqual(first.card);
      expect(storedOrder(skill)).toEqual(before);
    },
  );

  it.each(titled(OTHERS))('nothing else changes: %s', async (_title, row) => {
    const skill = withWeb();

    const heard = await play(skill, row);

    expect(heard.speech).toBe(row.speech);
    expect(storedOrder(skill).state).toBe(row.state);
    expect(storedOrder(skill).checkout).toBeUndefined();
  });

  it('the merchant is told as ever', async () => {
    const skill = withWeb();

    await play(
      skill,
      OFFERING.find(({ title }) => title.startsWith('a18'))!,
    );

    expect(skill.log.alerts).toMatchObject([{ step: 'merchantAlert', row: 'a18' }]);
  });
});
