import { refuseOperation } from '../../payment/object-machine';
import { classifyFault } from '../../payment/server-classify';
import { type CallResult } from '../call-result';
import { idFault, isAmountYen, isKey } from '../object-id';
import { bucketsOf, MWS_QUOTAS } from '../quotas-table';
import { type ClientEffects, type ClientLimits, notSent, sendCall } from '../sender';
import { buildForm } from './build-form';
import { type MwsConfig, readMwsConfig } from './config';
import type * as objects from './objects';
import { MWS_OPERATIONS, type MwsOperation } from './operations-table';
import { readMwsAnswer, readMwsError } from './read-answer';
import * as requests from './requests';

/** The CV1 API (MWS OffAmazonPayments). No method throws; a value says what Amazon answered, not that it is paid. */
export interface MwsClient {
  authorizeOnBillingAgreement(r: requests.AuthorizeRequest): Promise<CallResult<objects.MwsAuthorization>>;
  getAuthorizationDetails(authorizationId: string): Promise<CallResult<objects.MwsAuthorization>>;
  closeAuthorization(request: requests.CloseRequest): Promise<CallResult<objects.MwsDone>>;
  capture(request: requests.MwsCaptureRequest): Promise<CallResult<objects.MwsCapture>>;
  getCaptureDetails(captureId: string): Promise<CallResult<objects.MwsCapture>>;
  refund(request: requests.MwsRefundRequest): Promise<CallResult<objects.MwsRefund>>;
  getRefundDetails(refundId: string): Promise<CallResult<objects.MwsRefund>>;
  getBillingAgreementDetails(
    agreementId: string,
    options?: requests.ReadOptions,
  ): Promise<CallResult<objects.MwsBillingAgreement>>;
  setBillingAgreementDetails(
    request: requests.SetAgreementRequest,
  ): Promise<CallResult<objects.MwsBillingAgreement>>;
  confirmBillingAgreement(agreementId: string): Promise<CallResult<objects.MwsDone>>;
  validateBillingAgreement(agreementId: string): Promise<CallResult<objects.MwsValidation>>;
  closeBillingAgreement(request: requests.CloseRequest): Promise<CallResult<objects.MwsDone>>;
  getOrderReferenceDetails(orderReferenceId: string): Promise<CallResult<objects.MwsOrderReference>>;
  cancelOrderReference(request: requests.CloseRequest): Promise<CallResult<objects.MwsDone>>;
  closeOrderReference(request: requests.CloseRequest): Promise<CallResult<objects.MwsDone>>;
}

/** One call before it is checked. */
interface Asked extends requests.MwsCallOptions, requests.ReadOptions {
  readonly id: string;
  readonly reference?: string;
  readonly amountYen?: number;
  readonly parameters?: requests.FormParameters;
}

/**
 * Makes the CV1 client.
 * @throws AmazonPayConfigError when a setting can never work.
 * @see amazon-pay-server-apis.md, section 14
 */
export function createMwsClient(config: MwsConfig, effects: ClientEffects, limits: ClientLimits): MwsClient {
  const access = readMwsConfig(config);
  const wire = { channel: 'mws', readError: readMwsError, effects, limits } as const;
  const quotas = MWS_QUOTAS[access.environment];
  const buckets = new Map(
    Object.keys(MWS_OPERATIONS).map((action) => [action, bucketsOf(quotas, effects.now)]),
  );

  async function send<Value>(operation: MwsOperation<Value>, asked: Asked): Promise<CallResult<Value>> {
    const { action, kind, about, machine, referenceName } = operation;
    const { idFrom } = asked;
    const badId = idFault(about, asked.id, access.environment);
    const badAmount = asked.amountYen !== undefined && !isAmountYen(asked.amountYen);
    const badReference = referenceName !== undefined && !isKey(asked.reference ?? '');
    if (badId !== undefined || badAmount || badReference) {
      return {
        ok: false,
        failure: notSent(action, classifyFault(badId ?? 'invalidRequest', kind), { idFrom }),
      };
    }
    const operationRefusal = asked.seen && refuseOperation(machine, asked.seen, action);
    if (operationRefusal !== undefined) {
      return { ok: false, failure: notSent(action, classifyFault('notAllowed', kind), { operationRefusal }) };
    }
    return sendCall(
      {
        operation: action,
        kind,
        idFrom,
        bucket: buckets.get(action)?.get(kind),
        build: () => buildForm(operation, asked, { access, nowMs: effects.now() }),
        read: (answer) => readMwsAnswer(operation, answer),
        fits: (value) => {
          const identity = operation.identity(value);
          return identity === undefined || identity === (asked.reference ?? asked.id);
        },
      },
      wire,
    );
  }

  const close = <Value>(operation: MwsOperation<Value>, name: string) => {
    return ({ id, reason, seen }: requests.CloseRequest): Promise<CallResult<Value>> =>
      send(operation, { id, seen, parameters: { [name]: reason } });
  };

  return {
    authorizeOnBillingAgreement: (request) =>
      send(MWS_OPERATIONS.AuthorizeOnBillingAgreement, {
        ...request,
        id: request.billingAgreementId,
        parameters: requests.authorizeParameters(request),
      }),
    getAuthorizationDetails: (id) => send(MWS_OPERATIONS.GetAuthorizationDetails, { id }),
    closeAuthorization: close(MWS_OPERATIONS.CloseAuthorization, 'ClosureReason'),
    capture: (request) =>
      send(MWS_OPERATIONS.Capture, {
        ...request,
        id: request.authorizationId,
        parameters: requests.captureParameters(request),
      }),
    getCaptureDetails: (id) => send(MWS_OPERATIONS.GetCaptureDetails, { id }),
    refund: (request) =>
      send(MWS_OPERATIONS.Refund, {
        ...request,
        id: request.captureId,
        parameters: requests.refundParameters(request),
      }),
    getRefundDetails: (id) => send(MWS_OPERATIONS.GetRefundDetails, { id }),
    getBillingAgreementDetails: (id, options) =>
      send(MWS_OPERATIONS.GetBillingAgreementDetails, { ...options, id }),
    setBillingAgreementDetails: (request) =>
      send(MWS_OPERATIONS.SetBillingAgreementDetails, {
        seen: request.seen,
        id: request.billingAgreementId,
        parameters: requests.agreementParameters(request),
      }),
    confirmBillingAgreement: (id) => send(MWS_OPERATIONS.ConfirmBillingAgreement, { id }),
    validateBillingAgreement: (id) => send(MWS_OPERATIONS.ValidateBillingAgreement, { id }),
    closeBillingAgreement: close(MWS_OPERATIONS.CloseBillingAgreement, 'ClosureReason'),
    getOrderReferenceDetails: (id) => send(MWS_OPERATIONS.GetOrderReferenceDetails, { id }),
    cancelOrderReference: close(MWS_OPERATIONS.CancelOrderReference, 'CancelationReason'),
    closeOrderReference: close(MWS_OPERATIONS.CloseOrderReference, 'ClosureReason'),
  };
}
