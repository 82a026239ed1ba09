import { type ConnectionsDirective } from '../alexa/directive';
import { type Answer } from '../alexa/respond';
import { goodsTotalYen, isShipped, priceCart } from '../orders/cart';
import { type Change, changeOrder, moveTo } from '../orders/change-order';
import { type Order, type SentDirective } from '../orders/order';
import { ACCESS_CODES } from '../payment/codes/access-codes';
import { decide } from '../payment/decide';
import { setupPayload, setupPayloadFaults } from '../payment/setup-payload';
import { line } from '../voice/line';
import { cartSummary } from '../voice/replies/cart';
import { renderText } from '../voice/render';
import { outcomeReply } from '../voice/replies/outcome';
import { type Visit } from './handler';
import { alertPayloadFaults } from './alerts';
import { cartOf, dropUnsentConsent, frozenAnswer, tokenFor } from './present-order';

/**
 * Sends Setup for an order, always: it returns the current BillingAgreement and, for goods that are shipped, the
 * address. Without the permission the buyer gets the prescribed prompt and the consent card instead; the cart is kept.
 * The order is stored with the directive's number before the directive leaves.
 * @see DESIGN.md, the conversation (checkout); alexa-amazon-pay.md, section 2
 */
export async function startSetup(visit: Visit, order: Order): Promise<Answer> {
  const { store } = visit.deps;
  return changeOrder(store, order, (current): Change<Answer> => {
    const stop = frozenAnswer(current) ?? emptyCartAnswer(visit, current) ?? permissionAnswer(visit);
    return stop === undefined ? setupChange(visit, current) : { result: stop };
  });
}

function emptyCartAnswer(visit: Visit, order: Order): Answer | undefined {
  return cartOf(order, visit.deps).length === 0 ? cartSummary([]) : undefined;
}

/** The check by hand that the source asks for before Setup. @see outcome-table.md, row a19 */
function permissionAnswer({ turn, deps }: Visit): Answer | undefined {
  if (turn.consentGranted) return undefined;
  const row = ACCESS_CODES.ACCESS_NOT_REQUESTED;
  const outcome = { type: 'error', row, effect: row.effect, reason: 'checkedBeforeSetup' } as const;
  const situation = {
    operation: 'Setup',
    amazonPrompts: deps.config.amazonPrompts,
    resent: false,
    setUpAgain: false,
    webCheckout: deps.config.web !== undefined,
  } as const;
  return outcomeReply(decide(outcome, situation), deps.shop);
}

function setupChange(visit: Visit, order: Order): Change<Answer> {
  const { deps } = visit;
  const nowMs = deps.now();
  const awaiting = nextDirective(order, { operation: 'Setup', resent: false, setUpAgain: false });
  const directive = setupDirective(visit, order, awaiting);
  const faults = setupPayloadFaults(directive.payload);
  if (faults.length > 0) return { result: alertPayloadFaults(visit, order, { operation: 'Setup', faults }) };
  const settled = dropUnsentConsent(order, nowMs);
  const state = order.state === 'CONSENTED' ? 'QUOTED' : order.state;
  return {
    order: moveTo(settled, state, { awaiting, directivesSent: awaiting.no, nowMs }),
    result: { speech: [line('preparingCheckout')], directive },
  };
}

/** The next directive of an order: every one has a number of its own, and the token names it. */
export function nextDirective(order: Order, directive: Omit<SentDirective, 'no'>): SentDirective {
  return { ...directive, no: order.directivesSent + 1 };
}

/** The Setup directive of an order; the same order and number give the same directive. */
export function setupDirective(
  visit: Visit,
  order: Order,
  { no }: SentDirective,
): Extract<ConnectionsDirective, { name: 'Setup' }> {
  const { config, shop } = visit.deps;
  const cart = priceCart(order.lines, shop);
  const monthly = cart.filter(({ product }) => product.plan === 'monthly');
  const payload = setupPayload({
    ships: isShipped(cart),
    sellerId: config.sellerId,
    storeName: shop.merchantName,
    sellerNote: renderText([line('sellerNote')], shop),
    orderId: order.orderId,
    subscriptionYen: monthly.length === 0 ? undefined : goodsTotalYen(monthly),
    sandboxCustomerEmailId: config.sandboxCustomerEmailId,
  });
  return {
    type: 'Connections.SendRequest',
    name: 'Setup',
    payload,
    token: tokenFor(visit, { orderId: order.orderId, use: 'setup', no }),
  };
}
