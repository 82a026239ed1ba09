import { AUTHORIZATION_MACHINE } from '../../payment/authorization-machine-table';
import { type Machine } from '../../payment/object-machine';
import {
  BILLING_AGREEMENT_MACHINE,
  CAPTURE_MACHINE,
  ORDER_REFERENCE_MACHINE,
  REFUND_MACHINE,
} from '../../payment/object-machine-table';
import { type CallKind } from '../../payment/server-row';
import { type ObjectKind } from '../object-id';
import {
  type MwsAuthorization,
  type MwsBillingAgreement,
  type MwsCapture,
  type MwsDone,
  type MwsOrderReference,
  type MwsRefund,
  type MwsValidation,
  readAuthorization,
  readBillingAgreement,
  readCapture,
  readDone,
  readMwsRefund,
  readOrderReference,
  readValidation,
} from './objects';
import { type XmlNode } from './parse-xml';

/**
 * One operation of the CV1 API; the key in the table is its Action. `idName`: the parameter of the id it is about.
 * `referenceName`: the parameter of its own idempotency key, where the id is not the key.
 * `identity`: the id (or our reference) in the answer; undefined where the answer has none.
 */
export interface MwsOperation<Value> {
  readonly action: string;
  readonly about: ObjectKind;
  readonly idName: string;
  readonly referenceName?: string;
  readonly machine: Machine;
  readonly kind: CallKind;
  readonly read: (result: XmlNode) => Value | undefined;
  readonly identity: (value: Value) => string | undefined;
}

const none = (): undefined => undefined;
const read = { kind: 'read' } as const;
const write = { kind: 'write' } as const;

const agreement = {
  about: 'billingAgreement',
  idName: 'AmazonBillingAgreementId',
  machine: BILLING_AGREEMENT_MACHINE,
} as const;
const agreementDetails = {
  ...agreement,
  read: readBillingAgreement,
  identity: (value: MwsBillingAgreement) => value.amazonBillingAgreementId,
} as const;
const order = {
  about: 'orderReference',
  idName: 'AmazonOrderReferenceId',
  machine: ORDER_REFERENCE_MACHINE,
} as const;
const authorization = {
  about: 'authorization',
  idName: 'AmazonAuthorizationId',
  machine: AUTHORIZATION_MACHINE,
} as const;
const capture = { about: 'capture', idName: 'AmazonCaptureId', machine: CAPTURE_MACHINE } as const;
const done = { ...write, read: readDone, identity: none } as const;

/** The operations that the product uses. @see amazon-pay-server-apis.md, section 14.3 */
export const MWS_OPERATIONS = {
  AuthorizeOnBillingAgreement: {
    ...write,
    ...agreement,
    action: 'AuthorizeOnBillingAgreement',
    referenceName: 'AuthorizationReferenceId',
    read: readAuthorization,
    identity: (value: MwsAuthorization) => value.reference,
  },
  GetAuthorizationDetails: {
    ...read,
    ...authorization,
    action: 'GetAuthorizationDetails',
    read: readAuthorization,
    identity: (value: MwsAuthorization) => value.amazonAuthorizationId,
  },
  CloseAuthorization: { ...done, ...authorization, action: 'CloseAuthorization' },
  Capture: {
    ...write,
    ...authorization,
    action: 'Capture',
    referenceName: 'CaptureReferenceId',
    read: readCapture,
    identity: (value: MwsCapture) => value.reference,
  },
  GetCaptureDetails: {
    ...read,
    ...capture,
    action: 'GetCaptureDetails',
    read: readCapture,
    identity: (value: MwsCapture) => value.amazonCaptureId,
  },
  Refund: {
    ...write,
    ...capture,
    action: 'Refund',
    referenceName: 'RefundReferenceId',
    read: readMwsRefund,
    identity: (value: MwsRefund) => value.reference,
  },
  GetRefundDetails: {
    ...read,
    action: 'GetRefundDetails',
    about: 'mwsRefund',
    idName: 'AmazonRefundId',
    machine: REFUND_MACHINE,
    read: readMwsRefund,
    identity: (value: MwsRefund) => value.amazonRefundId,
  },
  GetBillingAgreementDetails: { ...read, ...agreementDetails, action: 'GetBillingAgreementDetails' },
  SetBillingAgreementDetails: { ...write, ...agreementDetails, action: 'SetBillingAgreementDetails' },
  ConfirmBillingAgreement: { ...done, ...agreement, action: 'ConfirmBillingAgreement' },
  ValidateBillingAgreement: {
    ...write,
    ...agreement,
    action: 'ValidateBillingAgreement',
    read: readValidation,
    identity: none,
  },
  CloseBillingAgreement: { ...done, ...agreement, action: 'CloseBillingAgreement' },
  GetOrderReferenceDetails: {
    ...read,
    ...order,
    action: 'GetOrderReferenceDetails',
    read: readOrderReference,
    identity: (value: MwsOrderReference) => value.amazonOrderReferenceId,
  },
  CancelOrderReference: { ...done, ...order, action: 'CancelOrderReference' },
  CloseOrderReference: { ...done, ...order, action: 'CloseOrderReference' },
} as const satisfies Record<
  string,
  | MwsOperation<MwsAuthorization>
  | MwsOperation<MwsCapture>
  | MwsOperation<MwsRefund>
  | MwsOperation<MwsBillingAgreement>
  | MwsOperation<MwsOrderReference>
  | MwsOperation<MwsValidation>
  | MwsOperation<MwsDone>
>;
