import { setupAnswer, PAID } from '../support/payment-answers';
import { createTestSkill } from '../support/test-skill';
import { newestOrder } from '../unit/handlers/answering';

const NO_PLACE = setupAnswer({ destination: undefined });

describe('a gift code by voice', () => {
  it.each([
    ['alone asks Amazon Pay for no address', ['gift'], false],
    ['beside coffee asks for one', ['gift', 'blend'], true],
  ])('%s', async (_title, products, needAmazonShippingAddress) => {
    const { shopper } = createTestSkill();
    for (const product of products) await shopper.says('OrderIntent', { product, quantity: '1' });

    const heard = await shopper.says('CheckoutIntent');

    expect(heard.sent?.payload).toMatchObject({ needAmazonShippingAddress });
  });

  it('asks for an address again once coffee is put in', async () => {
    const { shopper } = createTestSkill();
    await shopper.says('OrderIntent', { product: 'gift', quantity: '1' });
    await shopper.says('CheckoutIntent');
    await shopper.answers(NO_PLACE);
    await shopper.says('OrderIntent', { product: 'blend', quantity: '1' });

    const heard = await shopper.says('CheckoutIntent');

    expect(heard.sent?.payload).toMatchObject({ needAmazonShippingAddress: true });
  });

  it('is charged without shipping, and no address is taken over', async () => {
    const skill = createTestSkill();
    const { shopper } = skill;
    await shopper.says('OrderIntent', { product: 'gift', quantity: '1' });
    await shopper.says('CheckoutIntent');
    await shopper.answers(NO_PLACE);

    const heard = await shopper.says('AMAZON.YesIntent');

    expect(heard.sent?.payload).toMatchObject({
      authorizeAttributes: { authorizationAmount: { amount: '3000', currencyCode: 'JPY' } },
    });
    expect(newestOrder(skill).quote).toMatchObject({ ships: false, shippingYen: 0, totalYen: 3000 });
    expect(newestOrder(skill).attempts).toMatchObject([
      { content: { amountYen: 3000, inheritShippingAddress: false } },
    ]);
  });

  it('leaves the address of goods to the agreement', async () => {
    const skill = createTestSkill();
    await skill.shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
    await skill.shopper.says('CheckoutIntent');
    await skill.shopper.answers(setupAnswer());
    await skill.shopper.says('AMAZON.YesIntent');
    await skill.shopper.answers(PAID);

    expect(newestOrder(skill).attempts[0]?.content).not.toHaveProperty('inheritShippingAddress');
  });
});
