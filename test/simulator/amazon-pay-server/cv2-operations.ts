/** The operations of the simulated CV2 on the shared ledger. */
import type { Authorization, Capture, ReleaseEnvironment } from '../amazon-pay/ledger-records';
import { createMerchantOperations } from '../amazon-pay/merchant-operations';
import { readRequestYen } from '../amazon-pay/yen';
import { CV2_BODIES, readBody } from './cv2-bodies';
import { charge, chargesOf } from './cv2-charge';
import { finalize } from './cv2-finalize';
import { chargeIdOf, chargeJson, chargeState, permissionJson, refundJson, sessionJson } from './cv2-objects';
import { presentSession } from './cv2-session';
import { beginRefund, refundedYen, refundsOf } from './refund';
import type { ServerRefusal, World } from './world';

/** A checked request. `id`: from the path, empty where the path has none. */
export interface Cv2Request {
  readonly id: string;
  readonly environment: ReleaseEnvironment;
  readonly key: string;
  readonly simulationCode: string | undefined;
  readonly rawBody: string;
}

/** The object of a success with its HTTP status, or a refusal. */
export type Cv2Result =
  | { readonly ok: true; readonly status: number; readonly json: Readonly<Record<string, unknown>> }
  | ServerRefusal;

/** Carries out one operation. */
export type Cv2Operation = (request: Cv2Request) => Cv2Result;

/** Makes the operations. */
export function createCv2Operations(world: World): Readonly<Record<string, Cv2Operation>> {
  const { ledger } = world;
  const merchant = createMerchantOperations(ledger, world.effects);

  const capturesOf = ({ captureIds }: Authorization): readonly Capture[] =>
    captureIds.flatMap((id) => ledger.captures.get(id) ?? []);
  const showCharge = (authorization: Authorization, status = 200): Cv2Result => {
    const paidBack = capturesOf(authorization).flatMap(({ amazonCaptureId }) =>
      refundsOf(world, amazonCaptureId),
    );
    return { ok: true, status, json: chargeJson(authorization, refundedYen(paidBack)) };
  };
  const findCharge = (chargeId: string, environment: ReleaseEnvironment): Authorization | undefined => {
    const found = ledger.authorizations.get(chargeId.replace(/-C(\d{6})$/, '-A$1'));
    return found?.environment === environment ? found : undefined;
  };
  const showPermission = (id: string, environment: ReleaseEnvironment): Cv2Result => {
    const permission = ledger.billingAgreements.get(id);
    if (permission?.environment !== environment) return refuse(404, 'ResourceNotFound');
    const isCharging = chargesOf(world, id).some((one) => one.state === 'Pending');
    const leftYen = world.account().periodLimitYen - permission.periodYen;
    return { ok: true, status: 200, json: permissionJson(permission, isCharging, leftYen) };
  };

  return {
    getCheckoutSession: ({ id, environment }) => {
      const session = presentSession(world, id, environment);
      return session === undefined
        ? refuse(404, 'ResourceNotFound')
        : { ok: true, status: 200, json: sessionJson(session) };
    },
    finalizeCheckoutSession: (request) => finalize(world, request),
    createCharge: ({ environment, key, simulationCode, rawBody }) => {
      const read = readBody(CV2_BODIES.createCharge, rawBody);
      if (!read.ok) return read;
      const amountYen = readRequestYen(read.body.chargeAmount.amount);
      if (amountYen === undefined) return refuse(400, 'InvalidParameterValue');
      if (read.body.chargeAmount.currencyCode !== 'JPY') return refuse(400, 'CurrencyMismatch');
      const canHandlePending = read.body.canHandlePendingAuthorization === true;
      const result = charge(world, {
        environment,
        permissionId: read.body.chargePermissionId,
        reference: key,
        amountYen,
        captureNow: read.body.captureNow === true,
        canHandlePending,
        simulationCode,
      });
      return result.ok ? showCharge(result.authorization, canHandlePending ? 202 : 201) : result;
    },
    getCharge: ({ id, environment }) => {
      const found = findCharge(id, environment);
      return found === undefined ? refuse(404, 'ResourceNotFound') : showCharge(found);
    },
    captureCharge: ({ id, environment, rawBody }) => {
      const found = findCharge(id, environment);
      if (found === undefined) return refuse(404, 'ResourceNotFound');
      const read = readBody(CV2_BODIES.captureCharge, rawBody);
      if (!read.ok) return read;
      const amountYen = readRequestYen(read.body.captureAmount.amount);
      if (amountYen === undefined) return refuse(400, 'InvalidParameterValue');
      if (found.state === 'Open' && amountYen > found.amountYen)
        return refuse(400, 'TransactionAmountExceeded');
      const result = merchant.capture(found.amazonAuthorizationId, amountYen);
      return result.ok ? showCharge(result.value) : refuse(422, 'InvalidChargeStatus');
    },
    cancelCharge: ({ id, environment, rawBody }) => {
      const found = findCharge(id, environment);
      if (found === undefined) return refuse(404, 'ResourceNotFound');
      const read = readBody(CV2_BODIES.cancelCharge, rawBody);
      if (!read.ok) return read;
      const result = merchant.closeAuthorization(found.amazonAuthorizationId);
      return result.ok ? showCharge(result.value) : refuse(422, 'InvalidChargeStatus');
    },
    createRefund: ({ environment, key, rawBody }) => {
      const read = readBody(CV2_BODIES.createRefund, rawBody);
      if (!read.ok) return read;
      const found = findCharge(read.body.chargeId, environment);
      if (found === undefined) return refuse(404, 'ResourceNotFound');
      const [capture] = capturesOf(found);
      if (chargeState(found).state !== 'Captured' || capture === undefined) {
        return refuse(422, 'InvalidChargeStatus');
      }
      const amountYen = readRequestYen(read.body.refundAmount.amount);
      if (amountYen === undefined) return refuse(400, 'InvalidParameterValue');
      const result = beginRefund(world, { capture, reference: key, amountYen });
      if (result.ok) return { ok: true, status: 201, json: refundJson(result.refund, chargeIdOf(found)) };
      return result.why === 'amountExceeded'
        ? refuse(400, 'TransactionAmountExceeded')
        : refuse(422, 'TransactionCountExceeded');
    },
    getRefund: ({ id, environment }) => {
      const refund = ledger.refunds.get(id);
      const capture = ledger.captures.get(refund?.amazonCaptureId ?? '');
      const found = ledger.authorizations.get(capture?.amazonAuthorizationId ?? '');
      if (refund?.environment !== environment || found === undefined) return refuse(404, 'ResourceNotFound');
      return { ok: true, status: 200, json: refundJson(refund, chargeIdOf(found)) };
    },
    getChargePermission: ({ id, environment }) => showPermission(id, environment),
    closeChargePermission: ({ id, environment, rawBody }) => {
      const read = readBody(CV2_BODIES.closeChargePermission, rawBody);
      if (!read.ok) return read;
      const shown = showPermission(id, environment);
      if (!shown.ok) return shown;
      const pending = chargesOf(world, id).filter((one) => one.state === 'Pending');
      if (pending.length > 0 && read.body.cancelPendingCharges !== true) {
        return refuse(422, 'InvalidChargePermissionStatus');
      }
      pending.forEach(({ amazonAuthorizationId }) => merchant.closeAuthorization(amazonAuthorizationId));
      const result = merchant.closeBillingAgreement(id);
      return result.ok ? showPermission(id, environment) : refuse(422, 'ChargePermissionNotModifiable');
    },
  };
}

function refuse(status: number, code: string): ServerRefusal {
  return { ok: false, status, code };
}
