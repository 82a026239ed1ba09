import { refuseOperation } from '../../payment/object-machine';
import { classifyFault } from '../../payment/server-classify';
import { type CallResult } from '../call-result';
import { idFault, isAmountYen, isKey } from '../object-id';
import { bucketsOf, CV2_QUOTAS } from '../quotas-table';
import { type ClientEffects, type ClientLimits, notSent, sendCall } from '../sender';
import { buildRequest } from './build-request';
import { type Cv2Config, readCv2Config } from './config';
import { CV2_ENDPOINTS, type Endpoint } from './endpoints-table';
import { readJson, readJsonError } from '../json-answer';
import { type Charge, type ChargePermission, type CheckoutSession, type Refund } from './objects';
import * as requests from './requests';

/** The CV2 API of Amazon Pay. No method throws; a value says what Amazon answered, not that anything is paid. */
export interface Cv2Client {
  getCheckoutSession(checkoutSessionId: string): Promise<CallResult<CheckoutSession>>;
  finalizeCheckoutSession(request: requests.FinalizeRequest): Promise<CallResult<CheckoutSession>>;
  createCharge(request: requests.CreateChargeRequest): Promise<CallResult<Charge>>;
  getCharge(chargeId: string): Promise<CallResult<Charge>>;
  captureCharge(request: requests.CaptureChargeRequest): Promise<CallResult<Charge>>;
  cancelCharge(request: requests.CancelChargeRequest): Promise<CallResult<Charge>>;
  createRefund(request: requests.CreateRefundRequest): Promise<CallResult<Refund>>;
  getRefund(refundId: string): Promise<CallResult<Refund>>;
  getChargePermission(chargePermissionId: string): Promise<CallResult<ChargePermission>>;
  closeChargePermission(request: requests.ClosePermissionRequest): Promise<CallResult<ChargePermission>>;
}

/** One call before it is checked. */
interface Asked extends requests.Cv2CallOptions {
  readonly id: string;
  readonly key?: string;
  readonly body?: () => string;
  readonly amountsYen?: readonly (number | undefined)[];
}

/**
 * Makes the CV2 client.
 * @throws AmazonPayConfigError when a setting can never work.
 * @see amazon-pay-server-apis.md, sections 3 to 8
 */
export function createCv2Client(config: Cv2Config, effects: ClientEffects, limits: ClientLimits): Cv2Client {
  const access = readCv2Config(config);
  const wire = { channel: 'cv2', readError: readJsonError, effects, limits } as const;
  const buckets = bucketsOf(CV2_QUOTAS[access.environment], effects.now);

  async function send<Value>(endpoint: Endpoint<Value>, asked: Asked): Promise<CallResult<Value>> {
    const { operation, kind, about, machine } = endpoint;
    const badId = idFault(about, asked.id, access.environment);
    const badAmount = asked.amountsYen?.some((yen) => yen !== undefined && !isAmountYen(yen)) === true;
    const badKey = endpoint.hasKey && !isKey(asked.key ?? '');
    if (badId !== undefined || badAmount || badKey) {
      const failure = notSent(operation, classifyFault(badId ?? 'invalidRequest', kind));
      return { ok: false, failure };
    }
    const operationRefusal = asked.seen && refuseOperation(machine, asked.seen, operation);
    if (operationRefusal !== undefined) {
      const failure = notSent(operation, classifyFault('notAllowed', kind), { operationRefusal });
      return { ok: false, failure };
    }
    const body = asked.body?.();
    return sendCall(
      {
        operation,
        kind,
        bucket: buckets.get(kind === 'read' ? 'read' : operation),
        build: () => buildRequest(endpoint, { ...asked, body }, { access, nowMs: effects.now() }),
        read: (answer) => endpoint.read(readJson(answer)),
        fits: (value) => endpoint.idOf(value) === asked.id,
      },
      wire,
    );
  }

  return {
    getCheckoutSession: (id) => send(CV2_ENDPOINTS.getCheckoutSession, { id }),
    finalizeCheckoutSession: (request) =>
      send(CV2_ENDPOINTS.finalizeCheckoutSession, {
        ...request,
        id: request.checkoutSessionId,
        amountsYen: [request.amountYen, request.totalOrderYen],
        body: () => requests.finalizeBody(request),
      }),
    createCharge: (request) =>
      send(CV2_ENDPOINTS.createCharge, {
        ...request,
        id: request.chargePermissionId,
        amountsYen: [request.amountYen],
        body: () => requests.createChargeBody(request),
      }),
    getCharge: (id) => send(CV2_ENDPOINTS.getCharge, { id }),
    captureCharge: (request) =>
      send(CV2_ENDPOINTS.captureCharge, {
        ...request,
        id: request.chargeId,
        amountsYen: [request.amountYen],
        body: () => requests.captureBody(request),
      }),
    cancelCharge: (request) =>
      send(CV2_ENDPOINTS.cancelCharge, {
        ...request,
        id: request.chargeId,
        body: () => requests.cancelBody(request),
      }),
    createRefund: (request) =>
      send(CV2_ENDPOINTS.createRefund, {
        ...request,
        id: request.chargeId,
        amountsYen: [request.amountYen],
        body: () => requests.refundBody(request),
      }),
    getRefund: (id) => send(CV2_ENDPOINTS.getRefund, { id }),
    getChargePermission: (id) => send(CV2_ENDPOINTS.getChargePermission, { id }),
    closeChargePermission: (request) =>
      send(CV2_ENDPOINTS.closeChargePermission, {
        ...request,
        id: request.chargePermissionId,
        body: () => requests.closeBody(request),
      }),
  };
}
