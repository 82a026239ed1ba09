import { classify } from '../../lambda/src/payment/classify';
import { parseConnectionsResponse } from '../../lambda/src/payment/parse-connections-response';
import { readConfig } from '../../lambda/src/config';
import { parseShop } from '../../lambda/src/shop/shop';
import { errorFields } from '../../lambda/src/telemetry/error-fields';
import { type Order } from '../../lambda/src/orders/order';
import { chargeAnswer, errorAnswer, PAID, setupAnswer } from '../support/payment-answers';
import { createTestSkill, type TestSkill } from '../support/test-skill';

/** Defects that were reported and mended: each test failed before its mending. */
async function toCharge({ shopper }: TestSkill): Promise<void> {
  await shopper.launch();
  await shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
  await shopper.says('CheckoutIntent');
  await shopper.answers(setupAnswer());
  await shopper.says('AMAZON.YesIntent');
}
const stateOf = ({ store }: TestSkill): string => JSON.parse([...store.orders.values()][0]!).state;

it('D1 an authorization without any amount is read all the same', () => {
  const details = { authorizationStatus: { state: 'Declined', reasonCode: 'AmazonRejected' } };
  const response = parseConnectionsResponse({
    status: { code: '200' },
    payload: { authorizationDetails: details },
  });
  const expected = {
    operation: 'Charge',
    amountYen: 3192,
    authorizationReferenceId: 'r',
    paymentAction: 'AuthorizeAndCapture',
  } as const;

  expect(classify(response, expected)).toMatchObject({ effect: 'declinedHard', row: { row: 'a48' } });
});
it('D2 a yes to a refund of a paid order never hears that the order is not placed', async () => {
  const skill = createTestSkill();
  await toCharge(skill);
  await skill.shopper.answers(PAID);
  await skill.shopper.launch();
  await skill.shopper.says('RefundIntent');
  skill.deps.store.readOrder = () => Promise.reject(new Error('down'));

  expect((await skill.shopper.says('AMAZON.YesIntent')).speech).not.toContain('確定していません');
});
it('D3 a decline that comes after Open is stored', async () => {
  const skill = createTestSkill();
  await toCharge(skill);
  await skill.shopper.answers(chargeAnswer({ state: 'Open' }));
  await skill.shopper.answers(chargeAnswer({ state: 'Declined', reasonCode: 'AmazonRejected' }));

  expect(stateOf(skill)).toBe('DECLINED_HARD');
});
it('D3 an unknown state after Pending breaks no turn', async () => {
  const skill = createTestSkill();
  await toCharge(skill);
  await skill.shopper.answers(chargeAnswer({ state: 'Pending' }));
  await skill.shopper.answers(chargeAnswer({ state: 'Weird' }));

  expect(skill.log.alerts.map(({ step }) => step)).not.toContain('turnFailed');
});
it('D5 the secret of .env.example is refused', () => {
  expect(() =>
    readConfig({
      SKILL_ID: 'amzn1.ask.skill.00000000-0000-4000-8000-0000000000aa',
      AMAZON_PAY_SELLER_ID: 'A1KOEMISELIVE',
      ORDERS_TABLE: 'orders',
      AWS_REGION: 'ap-northeast-1',
      TOKEN_SECRET: 'replace-me-with-32-random-bytes-or-more',
    }),
  ).toThrow('TOKEN_SECRET: still the placeholder of .env.example');
});
it('D6 a merchant reads what is wrong with the shop file', () => {
  expect(() => parseShop({})).toThrow(/merchantName: a text is missing\n.*seller: this part is missing/s);
});
it('D8 a message of several lines stays out of the frames', () => {
  expect(errorFields(new Error('x\n  at 見本 太郎')).frames).not.toContain('見本');
});

describe('defects that the fault simulation found', () => {
  it('a yes to one quote never fits the quote that another device was read', async () => {
    const skill = createTestSkill();
    const other = skill.shopperNamed('amzn1.ask.account.TARO');
    await skill.shopper.says('OrderIntent', { product: 'blend', quantity: '1' });
    await skill.shopper.says('CheckoutIntent');
    await skill.shopper.answers(setupAnswer());
    await other.says('OrderIntent', { product: 'drip', quantity: '1' });
    await other.says('CheckoutIntent');
    await other.answers(setupAnswer());

    const heard = await skill.shopper.says('AMAZON.YesIntent');

    expect(heard.sent).toBeUndefined();
    expect(heard.speech).toMatch(/^カートにはこえみせブレンドが1袋、ドリップバッグが1箱入っています。/);
  });

  it('a Charge that left twice, because an answer was delivered twice, is not undone by the refusal of one copy', async () => {
    const skill = createTestSkill();
    await toCharge(skill);
    await skill.shopper.answers(errorAnswer('Charge', '400', ['InvalidBillingAgreementId']));
    const setup = setupAnswer({ billingAgreementId: 'C03-9999999-9999999' });
    const first = await skill.shopper.answers(setup);
    const second = await skill.shopper.answersAgain();
    const token = second.sent!.token;

    const refused = await skill.shopper.answers({
      ...errorAnswer('Charge', '429', ['RequestThrottled']),
      token,
    });
    const paid = await skill.shopper.answers({ ...PAID, token });

    expect(second.sent).toEqual(first.sent);
    expect(refused.speech).toContain('お支払いの結果を確認しています。');
    expect(paid.speech).toMatch(/^お支払いが完了し、/);
    expect(stateOf(skill)).toBe('PAID');
  });

  it('an order whose consent never left can be paid after another device set it up again', async () => {
    const skill = createTestSkill();
    await skill.shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
    await skill.shopper.says('CheckoutIntent');
    await skill.shopper.answers(setupAnswer());
    const other = skill.shopperNamed('amzn1.ask.account.TARO');
    await other.launch();
    await other.says('CheckoutIntent');
    const order = JSON.parse([...skill.store.orders.values()][0]!) as Order;
    const replaceOrder = skill.store.replaceOrder.bind(skill.store);
    skill.deps.store.replaceOrder = (next) =>
      next.state === 'CHARGE_SENT' ? Promise.reject(new Error('died here')) : replaceOrder(next);
    await skill.shopper.says('AMAZON.YesIntent');
    skill.deps.store.replaceOrder = replaceOrder;

    await other.answers(setupAnswer());
    const yes = await other.says('AMAZON.YesIntent');
    await other.answers(PAID);

    expect(order.state).toBe('QUOTED');
    expect(yes.sent?.name).toBe('Charge');
    expect(stateOf(skill)).toBe('PAID');
  });

  it('a no on the second device does not deny a payment that the first device made', async () => {
    const skill = createTestSkill();
    const other = skill.shopperNamed('amzn1.ask.account.TARO');
    await skill.shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
    await other.says('CheckoutIntent');
    await other.answers(setupAnswer());
    await skill.shopper.says('CheckoutIntent');
    await skill.shopper.answers(setupAnswer());
    await skill.shopper.says('AMAZON.YesIntent');
    await skill.shopper.answers(PAID);

    const heard = await other.says('AMAZON.NoIntent');

    expect(heard.speech).toMatch(/は、3192円のお支払いが完了しています。$/);
  });

  it('a state nobody knows, with money captured, is asked about before a person has to', async () => {
    const skill = createTestSkill();
    await toCharge(skill);

    await skill.shopper.answers(
      chargeAnswer({ state: 'Completed' }, { capturedAmount: { amount: '3192.00', currencyCode: 'JPY' } }),
    );

    expect(stateOf(skill)).toBe('UNKNOWN');
  });
});

it('an old refusal that comes again while a new charge is under way does not deny it', async () => {
  const skill = createTestSkill();
  await toCharge(skill);
  await skill.shopper.answers(errorAnswer('Charge', '403', ['CustomerApprovalFailure']));
  await skill.shopper.says('AMAZON.YesIntent');
  const charge = await skill.shopper.says('AMAZON.YesIntent');

  const again = await skill.shopper.answersAgain();
  const paid = await skill.shopper.answers(PAID);

  expect(charge.sent?.name).toBe('Charge');
  expect(again.speech).toBe(
    '申し訳ございません、エラーが発生しました。しばらくたってからもう一度お試しください。',
  );
  expect(paid.speech).toMatch(/^お支払いが完了し、/);
});
