/** The operations of the simulated CV1 API on the shared ledger; each gives the XML of its result, or a refusal. */
import type { Capture } from '../amazon-pay/ledger-records';
import { createMerchantOperations } from '../amazon-pay/merchant-operations';
import { readSandboxSimulation } from '../amazon-pay/sandbox-simulation';
import { readRequestYen } from '../amazon-pay/yen';
import { authorize } from './authorize';
import { createAgreementOperations } from './mws-agreements';
import * as documents from './mws-documents';
import { beginRefund, refundedYen, refundsOf } from './refund';
import type { ServerRefusal, World } from './world';

/** A checked form, with the environment of the endpoint it came to. */
export interface MwsRequest {
  readonly form: ReadonlyMap<string, string>;
  readonly environment: 'SANDBOX' | 'LIVE';
}

/** The result element's content, or a refusal. */
export type MwsResult = { readonly ok: true; readonly xml: string } | ServerRefusal;

/** Carries out one Action. */
export type MwsOperation = (request: MwsRequest) => MwsResult;

/** HTTP status of the codes that the ledger's own operations give. */
const STATUS_OF_CODE = {
  InvalidAuthorizationId: 404,
  InvalidOrderReferenceId: 404,
  InvalidBillingAgreementId: 404,
  InvalidAuthorizationStatus: 405,
  InvalidOrderReferenceStatus: 405,
  InvalidBillingAgreementStatus: 405,
  InvalidParameterValue: 400,
} as const;

const WHY_NOT = {
  unknownAgreement: [404, 'InvalidBillingAgreementId'],
  agreementStatus: [405, 'InvalidBillingAgreementStatus'],
  periodExceeded: [400, 'PeriodicAmountExceeded'],
  amountExceeded: [400, 'TransactionAmountExceeded'],
  countExceeded: [400, 'TransactionCountExceeded'],
} as const;

/** Makes the fifteen operations. Our references of captures are kept beside the ledger, which has no place for them. */
export function createMwsOperations(world: World): Readonly<Record<string, MwsOperation>> {
  const { ledger } = world;
  const merchant = createMerchantOperations(ledger, world.effects);
  const captureReferences = new Map<string, string>();

  const showCapture = (capture: Capture): MwsResult => {
    const reference = captureReferences.get(capture.amazonCaptureId) ?? capture.authorizationReferenceId;
    const paidBackYen = refundedYen(refundsOf(world, capture.amazonCaptureId));
    const isOver = paidBackYen >= capture.amountYen;
    const shown = {
      state: isOver ? 'Closed' : 'Completed',
      reasonCode: isOver ? 'MaxAmountRefunded' : undefined,
      atMs: capture.capturedAtMs,
      refundedYen: paidBackYen,
    };
    return done(documents.captureXml(capture, reference, shown));
  };
  const onAuthorization =
    (work: (id: string, request: MwsRequest) => MwsResult) =>
    (request: MwsRequest): MwsResult => {
      const id = request.form.get('AmazonAuthorizationId') ?? '';
      const isHere = ledger.authorizations.get(id)?.environment === request.environment;
      return isHere ? work(id, request) : refuse(404, 'InvalidAuthorizationId');
    };
  const onCapture =
    (work: (capture: Capture, request: MwsRequest) => MwsResult) =>
    (request: MwsRequest): MwsResult => {
      const capture = ledger.captures.get(request.form.get('AmazonCaptureId') ?? '');
      return capture?.environment === request.environment
        ? work(capture, request)
        : refuse(404, 'InvalidCaptureId');
    };

  return {
    AuthorizeOnBillingAgreement: ({ form, environment }) => {
      const amountYen = readRequestYen(form.get('AuthorizationAmount.Amount') ?? '');
      const reference = form.get('AuthorizationReferenceId');
      if (form.get('AuthorizationAmount.CurrencyCode') !== 'JPY') return refuse(400, 'CurrencyUnsupported');
      if (amountYen === undefined) return refuse(400, 'InvalidParameterValue');
      if (reference === undefined) return refuse(400, 'MissingParameter');
      const note = form.get('SellerAuthorizationNote');
      if (environment === 'SANDBOX' && readSandboxSimulation(note) === 'invalid') {
        return refuse(400, 'InvalidSandboxSimulationSpecified');
      }
      const result = authorize(world, {
        environment,
        agreementId: form.get('AmazonBillingAgreementId') ?? '',
        reference,
        amountYen,
        captureNow: form.get('CaptureNow') === 'true',
        timeoutMinutes: Number(form.get('TransactionTimeout') ?? '1440'),
        note,
        sellerOrderId: form.get('SellerOrderAttributes.SellerOrderId'),
      });
      return result.ok ? done(documents.authorizationXml(result.authorization)) : refuseFor(result.why);
    },
    GetAuthorizationDetails: onAuthorization((id) => {
      const authorization = ledger.authorizations.get(id);
      return authorization === undefined
        ? refuse(404, 'InvalidAuthorizationId')
        : done(documents.authorizationXml(authorization));
    }),
    CloseAuthorization: onAuthorization((id) => emptyOr(merchant.closeAuthorization(id))),
    Capture: onAuthorization((id, { form }) => {
      const amountYen = readRequestYen(form.get('CaptureAmount.Amount') ?? '') ?? 0;
      const result = merchant.capture(id, amountYen);
      if (!result.ok) return refuse(STATUS_OF_CODE[result.code], result.code);
      const capture = ledger.captures.get(result.value.captureIds.at(-1) ?? '');
      if (capture === undefined) return refuse(500, 'InternalServerError');
      captureReferences.set(capture.amazonCaptureId, form.get('CaptureReferenceId') ?? '');
      return showCapture(capture);
    }),
    GetCaptureDetails: onCapture(showCapture),
    Refund: onCapture((capture, { form }) => {
      const amountYen = readRequestYen(form.get('RefundAmount.Amount') ?? '');
      if (amountYen === undefined) return refuse(400, 'InvalidParameterValue');
      const failsWith = /"ReasonCode":"(AmazonRejected|ProcessingFailure)"/.exec(
        form.get('SellerRefundNote') ?? '',
      )?.[1];
      const reference = form.get('RefundReferenceId') ?? '';
      const result = beginRefund(world, { capture, reference, amountYen, failsWith });
      return result.ok ? done(documents.refundXml(result.refund)) : refuseFor(result.why);
    }),
    GetRefundDetails: ({ form, environment }) => {
      const refund = ledger.refunds.get(form.get('AmazonRefundId') ?? '');
      return refund?.environment === environment
        ? done(documents.refundXml(refund))
        : refuse(404, 'InvalidRefundId');
    },
    ...createAgreementOperations(world, (id) => merchant.closeBillingAgreement(id)),
    GetOrderReferenceDetails: ({ form }) => {
      const order = ledger.orderReferences.get(form.get('AmazonOrderReferenceId') ?? '');
      return order === undefined
        ? refuse(404, 'InvalidOrderReferenceId')
        : done(documents.orderReferenceXml(order));
    },
    CancelOrderReference: ({ form }) =>
      emptyOr(merchant.cancelOrderReference(form.get('AmazonOrderReferenceId') ?? '')),
    CloseOrderReference: ({ form }) => {
      const order = ledger.orderReferences.get(form.get('AmazonOrderReferenceId') ?? '');
      if (order === undefined) return refuse(404, 'InvalidOrderReferenceId');
      if (order.state !== 'Open' && order.state !== 'Suspended')
        return refuse(405, 'InvalidOrderReferenceStatus');
      const record = { ...order, state: 'Closed', reasonCode: 'SellerClosed' } as const;
      ledger.books.commit([{ kind: 'orderReference', record }]);
      return done('');
    },
  };
}

function emptyOr(
  result: { readonly ok: true } | { readonly ok: false; readonly code: keyof typeof STATUS_OF_CODE },
): MwsResult {
  return result.ok ? done('') : refuse(STATUS_OF_CODE[result.code], result.code);
}

function done(xml: string): MwsResult {
  return { ok: true, xml };
}

function refuse(status: number, code: string): ServerRefusal {
  return { ok: false, status, code };
}

function refuseFor(why: keyof typeof WHY_NOT): ServerRefusal {
  const [status, code] = WHY_NOT[why];
  return refuse(status, code);
}
