import { classify } from '../../lambda/src/payment/classify';
import { parseConnectionsResponse } from '../../lambda/src/payment/parse-connections-response';
import { readConfig } from '../../lambda/src/config';
import { parseShop } from '../../lambda/src/shop/shop';
import { errorFields } from '../../lambda/src/telemetry/error-fields';
import { chargeAnswer, PAID, setupAnswer } from '../support/payment-answers';
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
