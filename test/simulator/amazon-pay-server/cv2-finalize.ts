/** Finalize Checkout Session: everything the server repeats must equal what the page agreed on. */
import type { BillingAgreement, CheckoutSession } from '../amazon-pay/ledger-records';
import { newObjectId } from '../amazon-pay/object-ids';
import { japaneseMonth } from '../amazon-pay/yen';
import { CV2_BODIES, readBody } from './cv2-bodies';
import { charge } from './cv2-charge';
import { chargeIdOf, sessionJson } from './cv2-objects';
import type { Cv2Request, Cv2Result } from './cv2-operations';
import type { ServerRefusal, World } from './world';

type FinalizeBody = ReturnType<(typeof CV2_BODIES)['finalizeCheckoutSession']['parse']>;

const THIRTY_DAYS_MS = 2_592_000_000;
const ONE_DAY_MS = 86_400_000;

/** Finalizes a session and, by its paymentIntent, charges. @see seed 002 */
export function finalize(world: World, request: Cv2Request): Cv2Result {
  const { ledger, effects } = world;
  const session = ledger.checkoutSessions.get(request.id);
  if (session?.environment !== request.environment) return refuse(404, 'ResourceNotFound');
  const ageMs = effects.now() - session.createdAtMs;
  if (ageMs > THIRTY_DAYS_MS) return refuse(404, 'ResourceNotFound');
  if (session.state === 'Canceled') return refuse(422, 'CheckoutSessionCanceled');
  if (session.state === 'Completed') return refuse(422, 'InvalidCheckoutSessionStatus');
  if (ageMs > ONE_DAY_MS)
    return cancel(world, session, { reasonCode: 'Expired', code: 'CheckoutSessionCanceled' });
  const read = readBody(CV2_BODIES.finalizeCheckoutSession, request.rawBody);
  if (!read.ok) return read;
  const mismatch = findMismatch(session, read.body);
  if (mismatch !== undefined) return mismatch;
  return complete(world, session, request);
}

function findMismatch(session: CheckoutSession, body: FinalizeBody): ServerRefusal | undefined {
  const { chargeAmount, totalOrderAmount } = body;
  if (chargeAmount.currencyCode !== 'JPY') return refuse(400, 'CurrencyMismatch');
  if (Number(chargeAmount.amount) !== session.chargeYen) return refuse(409, 'ChargeAmountMismatch');
  const totalYen = totalOrderAmount === undefined ? undefined : Number(totalOrderAmount.amount);
  if (totalYen !== session.totalOrderYen) return refuse(409, 'TotalOrderAmountMismatch');
  if (body.paymentIntent !== session.paymentIntent) return refuse(409, 'PaymentIntentMismatch');
  if ((body.canHandlePendingAuthorization ?? false) !== session.canHandlePendingAuthorization) {
    return refuse(409, 'CanHandlePendingAuthorizationMismatch');
  }
  const ships = session.productType === 'PayAndShip';
  const given = (ships ? body.shippingAddress : body.billingAddress) ?? {};
  if (JSON.stringify(given) !== JSON.stringify(session.address)) {
    return refuse(409, ships ? 'ShippingAddressMismatch' : 'BillingAddressMismatch');
  }
  const isSale = session.paymentIntent === 'AuthorizeWithCapture';
  if (isSale && session.canHandlePendingAuthorization) return refuse(422, 'InvalidChargeStatus');
  return undefined;
}

function complete(world: World, session: CheckoutSession, request: Cv2Request): Cv2Result {
  const { ledger, effects } = world;
  const nowMs = effects.now();
  const permission: BillingAgreement = {
    billingAgreementId: newObjectId('orderReference', session.environment, {
      random: effects.random,
      isUsed: (id) => ledger.billingAgreements.has(id) || ledger.orderReferences.has(id),
    }),
    userId: session.userId,
    environment: session.environment,
    status: 'OPEN',
    createdAtMs: nowMs,
    billingAgreementType: 'OneTime',
    periodMonth: japaneseMonth(nowMs),
    periodYen: 0,
  };
  ledger.books.commit([{ kind: 'billingAgreement', record: permission }]);
  const completed: CheckoutSession = {
    ...session,
    state: 'Completed',
    chargePermissionId: permission.billingAgreementId,
  };
  if (session.paymentIntent === 'Confirm') return keep(world, completed, 200);
  const result = charge(world, {
    environment: session.environment,
    permissionId: permission.billingAgreementId,
    reference: request.key,
    amountYen: session.chargeYen,
    captureNow: session.paymentIntent === 'AuthorizeWithCapture',
    canHandlePending: session.canHandlePendingAuthorization,
    simulationCode: request.simulationCode,
  });
  if (!result.ok) return cancel(world, session, { reasonCode: 'Declined', ...result });
  const isPending = result.authorization.state === 'Pending';
  return keep(world, { ...completed, chargeId: chargeIdOf(result.authorization) }, isPending ? 202 : 200);
}

function keep({ ledger }: World, record: CheckoutSession, status: number): Cv2Result {
  ledger.books.commit([{ kind: 'checkoutSession', record }]);
  return { ok: true, status, json: sessionJson(record) };
}

function cancel(
  { ledger }: World,
  session: CheckoutSession,
  { reasonCode, code, status = 422 }: { reasonCode: string; code: string; status?: number },
): ServerRefusal {
  const record: CheckoutSession = { ...session, state: 'Canceled', reasonCode };
  ledger.books.commit([{ kind: 'checkoutSession', record }]);
  return refuse(status, code);
}

function refuse(status: number, code: string): ServerRefusal {
  return { ok: false, status, code };
}
