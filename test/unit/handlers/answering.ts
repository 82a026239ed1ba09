import { parseOrder, type Order } from '../../../lambda/src/orders/order';
import { signToken, type TokenUse, buyerKeyOf } from '../../../lambda/src/orders/token';
import { createSkill } from '../../../lambda/src/skill';
import { createShopper, type Heard } from '../../support/shopper';
import { type TestSkill } from '../../support/test-skill';

const USER_ID = 'amzn1.ask.account.TARO';

/** Says an intent in a session whose open question is the given one, as Alexa would hand it back. */
export function answering({ deps }: TestSkill, intent: string, question: unknown): Promise<Heard> {
  const skill = createSkill(deps);
  const shopper = createShopper({
    userId: USER_ID,
    skillId: deps.config.skillId,
    send: (envelope) => {
      const { session } = envelope as { session: Record<string, unknown> };
      session['new'] = false;
      session['attributes'] = { question };
      return skill.invoke(envelope as never);
    },
  });
  return shopper.says(intent);
}

/** A genuine token of the buyer for an order. */
export function tokenOf(
  { deps }: TestSkill,
  orderId: string,
  { use, no }: { use: TokenUse; no: number },
): string {
  const secret = deps.config.tokenSecret;
  return signToken({ orderId, use, no }, { secret, buyerKey: buyerKeyOf(USER_ID, secret) });
}

/** The newest order of the test skill's store. */
export function newestOrder({ store }: TestSkill): Order {
  const order = parseOrder(JSON.parse([...store.orders.values()].at(-1) ?? 'null'));
  if (order === undefined) throw new Error('no order was stored');
  return order;
}

/** Puts the newest order into another state, as another process would have. */
export function putInto(skill: TestSkill, changes: Partial<Order>): Order {
  const order = { ...newestOrder(skill), ...changes };
  skill.store.put(order);
  return order;
}
