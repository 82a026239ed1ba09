/** Finalize Checkout Session: everything the server repeats must equal what the page agreed on. */
import { isWishName, WISHED_RESULTS, type WishedAct } from '../amazon-pay-browser/wished-results-table';
import type { Ledger } from '../amazon-pay/ledger';
import type { BillingAgreement, CheckoutSession } from '../amazon-pay/ledger-records';
import { newObjectId } from '../amazon-pay/object-ids';
import { japaneseMonth } from '../amazon-pay/yen';
import { CV2_BODIES, readBody } from './cv2-bodies';
import { charge } from './cv2-charge';
import { chargeIdOf, sessionJson } from './cv2-objects';
import type { Cv2Request, Cv2Result } from './cv2-operations';
import { cancelSession, presentSession } from './cv2-session';
import type { ServerRefusal, World } from './world';

type FinalizeBody = ReturnType<(typeof CV2_BODIES)['finalizeCheckoutSession']['parse']>;

/** Finalizes a session and, by its paymentIntent, charges; a result that was wished for in the sheet is acted out. @see seed 002 */
export function finalize(world: World, request: Cv2Request): Cv2Result {
  const session = presentSession(world, request.id, request.environment);
  if (session === undefined) return refuse(404, 'ResourceNotFound');
  if (session.state === 'Canceled') return refuse(422, 'CheckoutSessionCanceled');
  if (session.state === 'Completed') return refuse(422, 'InvalidCheckoutSessionStatus');
  const read = readBody(CV2_BODIES.finalizeCheckoutSession, request.rawBody);
  if (!read.ok) return read;
  return findMismatch(session, read.body) ?? actOut(world, session, request);
}

const FINALIZE_PATH = /\/checkoutSessions\/([^/]+)\/finalize$/;

/** Whether the result wished for is that the sender hears nothing: the work is done all the same. */
export function isAnswerLost(
  { checkoutSessions }: Pick<Ledger, 'checkoutSessions'>,
  { path }: { readonly path: string },
): boolean {
  const wish = checkoutSessions.get(FINALIZE_PATH.exec(path)?.[1] ?? '')?.wish ?? '';
  return isWishName(wish) && WISHED_RESULTS[wish].act === 'lose';
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
  if (!isSameAddress(given, session.address)) {
    return refuse(409, ships ? 'ShippingAddressMismatch' : 'BillingAddressMismatch');
  }
  const isSale = session.paymentIntent === 'AuthorizeWithCapture';
  if (isSale && session.canHandlePendingAuthorization) return refuse(422, 'InvalidChargeStatus');
  return undefined;
}

type Address = CheckoutSession['address'];

/** Field by field: a store between page and server may bring the fields back in another order. */
function isSameAddress(one: Address, other: Address): boolean {
  const fields = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...fields].every((field) => (one[field] ?? null) === (other[field] ?? null));
}

/** How a charge is made. `canHandlePending`: it is decided later. */
interface ChargePlan {
  readonly canHandlePending: boolean;
  readonly simulationCode: string | undefined;
}

function actOut(world: World, session: CheckoutSession, request: Cv2Request): Cv2Result {
  const wish = session.wish ?? '';
  const ordinary = { canHandlePending: session.canHandlePendingAuthorization };
  if (!isWishName(wish)) {
    return complete(world, session, { request, ...ordinary, simulationCode: request.simulationCode });
  }
  const wished: WishedAct = WISHED_RESULTS[wish];
  switch (wished.act) {
    case 'charge':
      return complete(world, session, { request, ...planOf(wished, session) });
    case 'end':
      cancelSession(world, session, wished.reasonCode);
      return refuse(wished.status, wish);
    case 'refuse':
      return refuse(wished.status, wish);
    case 'failCharge': {
      const { billingAgreementId } = permissionOf(world, session);
      write(world, { ...session, chargePermissionId: billingAgreementId });
      return refuse(wished.status, wish);
    }
    case 'failOnce':
      write(world, { ...session, wish: 'success' });
      return refuse(500, 'InternalServerError');
    case 'lose':
      return complete(world, session, { request, canHandlePending: false, simulationCode: undefined });
  }
}

/** A decision that comes later than the merchant can wait for is a time-out. @see seed 002 (TransactionTimedOut) */
function planOf(
  { decision, simulationCode }: Extract<WishedAct, { readonly act: 'charge' }>,
  { canHandlePendingAuthorization }: CheckoutSession,
): ChargePlan {
  if (decision === 'atOnce') return { canHandlePending: false, simulationCode };
  return canHandlePendingAuthorization
    ? { canHandlePending: true, simulationCode }
    : { canHandlePending: false, simulationCode: 'TransactionTimedOut' };
}

function complete(
  world: World,
  session: CheckoutSession,
  { request, canHandlePending, simulationCode }: ChargePlan & { readonly request: Cv2Request },
): Cv2Result {
  const permission = permissionOf(world, session);
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
    amountYen: session.chargeYen ?? 0,
    captureNow: session.paymentIntent === 'AuthorizeWithCapture',
    canHandlePending,
    simulationCode,
  });
  if (!result.ok) {
    cancelSession(world, session, 'Declined');
    return result;
  }
  const isPending = result.authorization.state === 'Pending';
  return keep(world, { ...completed, chargeId: chargeIdOf(result.authorization) }, isPending ? 202 : 200);
}

/** The permission that the session gives; a charge that failed at Amazon has left it there. */
function permissionOf(world: World, session: CheckoutSession): BillingAgreement {
  const { ledger, effects } = world;
  const given = ledger.billingAgreements.get(session.chargePermissionId ?? '');
  if (given !== undefined) return given;
  const nowMs = effects.now();
  const record: BillingAgreement = {
    billingAgreementId: newObjectId('orderReference', session.environment, {
      random: effects.random,
      isUsed: (id) => ledger.billingAgreements.has(id) || ledger.orderReferences.has(id),
    }),
    userId: session.userId,
    environment: session.environment,
    status: 'OPEN',
    createdAtMs: nowMs,
    billingAgreementType: session.chargePermissionType ?? 'OneTime',
    merchantReferenceId: session.merchantReferenceId,
    periodMonth: japaneseMonth(nowMs),
    periodYen: 0,
  };
  ledger.books.commit([{ kind: 'billingAgreement', record }]);
  return record;
}

function keep(world: World, record: CheckoutSession, status: number): Cv2Result {
  write(world, record);
  return { ok: true, status, json: sessionJson(record) };
}

function write({ ledger }: World, record: CheckoutSession): void {
  ledger.books.commit([{ kind: 'checkoutSession', record }]);
}

function refuse(status: number, code: string): ServerRefusal {
  return { ok: false, status, code };
}
