/** What the sheet of checkout.js does to a checkout session at Amazon Pay. */
import { isWishName } from '../amazon-pay-browser/wished-results-table';
import type { CheckoutSession } from '../amazon-pay/ledger-records';
import { readRequestYen } from '../amazon-pay/yen';
import type { BrowserBody, BrowserResult } from './browser-bodies';
import { cancelSession, presentSession } from './cv2-session';
import { openSession } from './open-objects';
import type { World } from './world';

const MAX_CHARGE_YEN = 10_000_000;

/** Opens the session of a click on the button; its amount is known only when the buyer pays. */
export function beginSession(world: World, body: BrowserBody<'openSession'>): BrowserResult {
  const { sellerId, storeId, accountOpen } = world.account();
  if (body.merchantId !== sellerId || body.storeId !== storeId) return refuse(400, 'InvalidParameterValue');
  if (!accountOpen) return refuse(403, 'InvalidAccountStatus');
  const isRecurring = body.chargePermissionType === 'Recurring';
  if (isRecurring !== (body.recurringMetadata !== undefined)) return refuse(400, 'InvalidParameterValue');
  const monthly = body.recurringMetadata?.amount?.amount;
  const checkoutSessionId = openSession(world, {
    environment: body.sandbox ? 'SANDBOX' : 'LIVE',
    productType: body.productType,
    paymentIntent: body.paymentIntent,
    canHandlePendingAuthorization: body.canHandlePendingAuthorization,
    storeId: body.storeId,
    chargePermissionType: body.chargePermissionType,
    ...(monthly === undefined ? {} : { monthlyYen: Number(monthly) }),
    merchantReferenceId: body.merchantReferenceId,
    merchantStoreName: body.merchantStoreName,
    address: body.address,
    chargeYen: undefined,
  });
  return { ok: true, json: { checkoutSessionId } };
}

/** Writes down what the buyer chose, what the page's handlers said it costs, and the result that was wished for. */
export function changeSession(
  world: World,
  id: string,
  { chargeAmount, totalOrderAmount, ...changes }: BrowserBody<'changeSession'>,
): BrowserResult {
  const session = openOne(world, id);
  if (session === undefined) return refuse(404, 'ResourceNotFound');
  if (session.state !== 'Open') return refuse(422, 'InvalidCheckoutSessionStatus');
  if (changes.wish !== undefined && !isWishName(changes.wish)) return refuse(400, 'InvalidParameterValue');
  const amounts = { chargeYen: readYen(chargeAmount), totalOrderYen: readYen(totalOrderAmount) };
  if (amounts.chargeYen === 'unreadable' || amounts.totalOrderYen === 'unreadable') {
    return refuse(400, 'InvalidParameterValue');
  }
  const { chargeYen = session.chargeYen, totalOrderYen = session.totalOrderYen } = amounts;
  if (chargeYen !== undefined && chargeYen > MAX_CHARGE_YEN) return refuse(400, 'TransactionAmountExceeded');
  const record: CheckoutSession = {
    ...session,
    chargeYen,
    totalOrderYen,
    address: changes.address ?? session.address,
    deliveryOptionId: changes.deliveryOptionId ?? session.deliveryOptionId,
    wish: changes.wish ?? session.wish,
  };
  world.ledger.books.commit([{ kind: 'checkoutSession', record }]);
  return { ok: true, json: { checkoutSessionId: id, state: record.state } };
}

/** The buyer closed the sheet. */
export function endSession(world: World, id: string): BrowserResult {
  const session = openOne(world, id);
  if (session?.state === 'Open') cancelSession(world, session, 'BuyerCanceled');
  return session === undefined ? refuse(404, 'ResourceNotFound') : { ok: true, json: {} };
}

function openOne(world: World, id: string): CheckoutSession | undefined {
  return presentSession(world, id, 'SANDBOX') ?? presentSession(world, id, 'LIVE');
}

function readYen(price: BrowserBody<'changeSession'>['chargeAmount']): number | undefined | 'unreadable' {
  if (price === undefined) return undefined;
  const yen = price.currencyCode === 'JPY' ? readRequestYen(price.amount) : undefined;
  return yen ?? 'unreadable';
}

function refuse(status: number, code: string): BrowserResult {
  return { ok: false, status, code };
}
