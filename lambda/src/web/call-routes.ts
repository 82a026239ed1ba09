import { Router } from 'express';
import type * as z from 'zod/mini';
import { priceCheckout, type PricedCheckout } from '../checkout/price-checkout';
import { type PromptKey } from '../voice/prompts';
import { BODIES } from './api-bodies';
import { cartDetails } from './cart-details';
import { type Gate } from './gate';
import { createOwnCalls } from './own-call';
import { createSay } from './page-text';
import { pageError } from './page-error';
import { type Visit } from './visit';
import { type WebDeps } from './web-deps';

/** Why a total cannot be given, with what the page says. */
const NO_TOTAL = {
  notJapan: 'pageAddressNotJapan',
  unknownPrefecture: 'pageAddressUnknown',
  noGoods: 'pageNotPayable',
  notPayable: 'pageNotPayable',
} as const satisfies Record<string, PromptKey>;

/**
 * What the page's script calls: totals for an address, completing, cancelling, errors of Amazon's script; and where the
 * order is now. None of the bodies holds an amount, and only completing changes anything.
 * @see issue "web checkout", items 2 and 3; amazon-pay-server-apis.md, section 13
 */
export function createCallRoutes(deps: WebDeps, gate: Gate): Router {
  const { shop, log } = deps;
  const say = createSay(shop);
  const router = Router();
  const route = createOwnCalls(router, gate, log);
  const refused = (reason: keyof typeof NO_TOTAL): object => ({
    status: 'error',
    reasonCode: reason,
    message: say(NO_TOTAL[reason]),
  });

  route('cart', BODIES.cart, (visit, { address }) => {
    if (visit.view.kind !== 'payable') return refused('notPayable');
    const priced = priceFor(deps, visit, address);
    return priced.ok ? cartDetails(priced.quote, say('pageDeliveryStandard')) : refused(priced.reason);
  });
  route('complete', BODIES.complete, async ({ order }, { checkoutSessionId }) => {
    const { status, state } = await deps.complete(deps, order, checkoutSessionId);
    log.info({ step: 'checkoutCompleted', orderId: order.orderId, state, effect: status });
    return { status };
  });
  route('cancel', BODIES.cancel, ({ order }) => {
    log.info({ step: 'checkoutCancelled', orderId: order.orderId, state: order.state });
    return { status: 'ok' };
  });
  route('errors', BODIES.errors, ({ order }, error) => {
    pageError(log, order.orderId, error);
    return { status: 'ok' };
  });
  router.get('/checkout/:code/status', gate.open, (request, response) => {
    response.json({ view: gate.visitOf(request).view.kind });
  });
  return router;
}

/** The total for an address; without one, what the page shows before an address is chosen. */
function priceFor(
  { shop, now }: WebDeps,
  { order }: Visit,
  address: z.infer<typeof BODIES.cart>['address'],
): PricedCheckout {
  const { quote } = order;
  if (address === null && quote !== undefined) return { ok: true, quote };
  return priceCheckout(order, { address: address ?? undefined, nowMs: now() }, shop);
}
