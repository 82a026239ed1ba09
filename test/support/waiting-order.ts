import { type Order } from '../../lambda/src/orders/order';
import { chargeAnswer, setupAnswer } from './payment-answers';
import { createTestSkill, type TestSkill } from './test-skill';
import { WEB_SETTINGS } from './web-settings';

/** A hard decline: never tried again by voice. */
export const REJECTED = chargeAnswer({ state: 'Declined', reasonCode: 'AmazonRejected' });

const profile: typeof fetch = () => Promise.resolve(new Response('"taro@example.jp"'));

/** What the page leaves in an order whose payment it sent off, for one of the three intents. */
export const finalized = (
  paymentIntent: 'AuthorizeWithCapture' | 'Authorize' | 'Confirm',
): Partial<Order> => ({
  chargedOn: 'checkoutSession',
  finalizations: [
    {
      n: 1,
      content: {
        checkoutSessionId: '11111111-1111-4111-8111-111111111111',
        idempotencyKey: '0123456789abcdef0123456789abcdef',
        amountYen: 3192,
        paymentIntent,
        productType: 'PayAndShip',
        canHandlePendingAuthorization: false,
      },
      sentAtMs: Date.parse('2026-11-22T03:00:00Z'),
    },
  ],
});

/**
 * A buyer whose order of two bags of blend waits for its payment on the page; by `voice` it came there after a hard decline.
 * The address may be read only once `shopper.emailConsent` is set.
 */
export async function waiting(channel: 'web' | 'voice' = 'web'): Promise<TestSkill> {
  const environment = { ...WEB_SETTINGS, PAYMENT_CHANNEL: channel };
  const skill = createTestSkill({ environment, fetch: profile });
  await skill.shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
  await skill.shopper.says('CheckoutIntent');
  if (channel === 'voice') {
    await skill.shopper.answers(setupAnswer());
    await skill.shopper.says('AMAZON.YesIntent');
    await skill.shopper.answers(REJECTED);
  }
  return skill;
}
