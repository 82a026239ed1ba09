/** Defects in what is sent to Amazon Pay. */
import { authorizationReferenceId } from '../../../lambda/src/payment/reference-id';
import { chargePayload, type ChargeContent } from '../../../lambda/src/payment/charge-payload';
import { orderIdOf } from './household';
import type { Variant, VariantWorld } from './variant';

type OnDirective = NonNullable<Variant['onDirective']>;

/** Each Charge goes out under a reference of its own. */
export const drawsEachReference: OnDirective = (directive, _userId, world) =>
  withContent(directive, world, (content) => ({
    ...content,
    authorizationReferenceId: otherReference(content, Math.floor(world.random() * 2 ** 32)),
  }));

/** A Charge that is repeated after a server error goes out under a new reference. */
export const newReferenceAfterServerError: OnDirective = (directive, _userId, world) => {
  const order = world.orderOf(orderIdOf(directive.token) ?? '');
  if (order?.state !== 'RETRY') return directive;
  return withContent(directive, world, (content) => ({
    ...content,
    authorizationReferenceId: otherReference(content, order.directivesSent),
  }));
};

/** The amount is worked out from the goods at today's prices, not taken from the quote. */
export const amountAtTodaysPrices: OnDirective = (directive, userId, world) => {
  const quote = world.orderOf(orderIdOf(directive.token) ?? '')?.quote;
  if (quote === undefined) return directive;
  const goodsYen = quote.lines.reduce(
    (sum, { productId, quantity }) => sum + quantity * world.priceYen(userId, productId),
    0,
  );
  return withContent(directive, world, (content) => ({
    ...content,
    amountYen: goodsYen + quote.shippingYen,
  }));
};

function withContent(
  directive: Parameters<OnDirective>[0],
  world: VariantWorld,
  change: (content: ChargeContent) => ChargeContent,
): ReturnType<OnDirective> {
  const attempt = world.orderOf(orderIdOf(directive.token) ?? '')?.attempts.at(-1);
  if (directive.name !== 'Charge' || attempt === undefined) return directive;
  return { ...directive, payload: chargePayload(change(attempt.content)) };
}

function otherReference({ sellerId, orderId }: ChargeContent, salt: number): string {
  const source = { merchantId: sellerId, orderId, operation: 'charge', attempt: 1000 + salt } as const;
  return authorizationReferenceId(source);
}
