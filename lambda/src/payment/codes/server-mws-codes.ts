import { type ServerRow } from '../server-row';
import { REQUEST_THROTTLED, STATUS_ROWS } from './server-fault-rows';

const own = {
  source: 'Amazon Pay CV1 (MWS), error codes',
  httpStatus: '400',
  handledBy: 'merchant',
  prompt: null,
  pageMessage: null,
  class: 'merchantMustFix',
  effect: 'keepRefused',
  next: 'apologise',
  alert: 'each',
  move: 'handToPerson',
} as const;
const form = {
  ...own,
  action: 'The request has not the documented form: a defect of the program, report it with the request id.',
} as const;
const setting = { ...own, httpStatus: '403', move: 'mendSetting' } as const;
const limit = {
  ...own,
  class: 'terminal',
  next: 'offerOtherWay',
  alert: 'counted',
  move: 'otherWay',
} as const;
const duplicate = {
  ...own,
  effect: 'human',
  next: 'sayChecking',
  action:
    'Other data was sent under this reference: read the stored result, a person decides. Never a new one.',
} as const;
const constraints = {
  ...own,
  class: 'buyerMustAct',
  next: 'askForUpdate',
  alert: 'counted',
  move: 'readObject',
  action: 'Read the object: its constraints name what the buyer or the merchant still has to set.',
} as const;
const unknownId = {
  ...own,
  httpStatus: '404',
  setting: 'AMAZON_PAY_SANDBOX',
  isWrongId: true,
  action: 'Amazon Pay does not know this id: wrong id or wrong environment (AMAZON_PAY_SANDBOX).',
} as const;
const status = {
  ...own,
  httpStatus: '405',
  class: 'newAttemptAfterStateCheck',
  effect: 'hold',
  next: 'sayChecking',
  alert: 'counted',
  move: 'readObject',
  action: 'Read the object and decide on its state: it may be done already.',
} as const;

/** Every error code of the CV1 (MWS) server API. @see outcome-table.md, rows b01-b05; amazon-pay-server-apis.md, 14.4 */
export const MWS_CODES = {
  InternalServerError: { ...STATUS_ROWS['500'] },
  ServiceUnavailable: { ...STATUS_ROWS['503'] },
  RequestThrottled: { ...REQUEST_THROTTLED },
  DuplicateRequest: { ...duplicate, row: 'x50', code: 'DuplicateRequest' },
  DuplicateReferenceId: { ...duplicate, row: 'x50', code: 'DuplicateReferenceId' },
  BillingAgreementConstraintsExist: { ...constraints, row: 'x51', code: 'BillingAgreementConstraintsExist' },
  ConstraintsExist: { ...constraints, row: 'x51', code: 'ConstraintsExist' },
  InvalidParameterValue: { ...form, row: 'x52', code: 'InvalidParameterValue' },
  MissingParameter: { ...form, row: 'x52', code: 'MissingParameter' },
  InvalidAddress: { ...form, row: 'x52', code: 'InvalidAddress' },
  CurrencyMismatch: { ...form, row: 'x52', code: 'CurrencyMismatch' },
  CurrencyUnsupported: { ...form, row: 'x52', code: 'CurrencyUnsupported' },
  InvalidSandboxSimulationSpecified: {
    ...form,
    row: 'x52',
    code: 'InvalidSandboxSimulationSpecified',
    setting: 'AMAZON_PAY_SANDBOX_SIMULATION',
    action: 'The simulation string does not fit the call: see AMAZON_PAY_SANDBOX_SIMULATION.',
  },
  TransactionAmountExceeded: {
    ...limit,
    row: 'x53',
    code: 'TransactionAmountExceeded',
    action: 'The amount limit of the object is reached: never split the amount.',
  },
  PeriodicAmountExceeded: {
    ...limit,
    row: 'x53',
    code: 'PeriodicAmountExceeded',
    action: 'The limit of the period is reached: never split the amount, offer another way to pay.',
  },
  TransactionCountExceeded: {
    ...limit,
    row: 'x53',
    code: 'TransactionCountExceeded',
    action: 'The number of authorizations or refunds of this object is used up.',
  },
  OrderReferenceCountExceeded: {
    ...limit,
    row: 'x53',
    code: 'OrderReferenceCountExceeded',
    action: 'The agreement had its number of order references: a new agreement of the buyer.',
  },
  PaymentMethodNotUpdated: {
    ...own,
    row: 'x54',
    code: 'PaymentMethodNotUpdated',
    class: 'buyerMustAct',
    next: 'askForUpdate',
    alert: 'never',
    move: 'askBuyer',
    action: 'The buyer has to update the payment method at Amazon first.',
  },
  InvalidAccountStatus: {
    ...setting,
    row: 'x55',
    code: 'InvalidAccountStatus',
    setting: 'the seller account',
    action:
      'The seller account is suspended or its registration is not finished: ask Amazon Pay merchant support.',
  },
  UnauthorizedAccess: {
    ...setting,
    row: 'x55',
    code: 'UnauthorizedAccess',
    setting: 'AMAZON_PAY_SELLER_ID',
    action:
      'The access key may not act for AMAZON_PAY_SELLER_ID: take both from the same Seller Central account.',
  },
  AccessDenied: {
    ...setting,
    row: 'x55',
    code: 'AccessDenied',
    setting: 'AMAZON_PAY_SELLER_ID',
    action:
      'The access key may not act for AMAZON_PAY_SELLER_ID: take both from the same Seller Central account.',
  },
  InvalidAccessKeyId: {
    ...setting,
    row: 'x56',
    code: 'InvalidAccessKeyId',
    setting: 'MWS_ACCESS_KEY_ID',
    action:
      'Amazon Pay does not know MWS_ACCESS_KEY_ID (a key of another region, or removed after 90 unused days).',
  },
  SignatureDoesNotMatch: {
    ...setting,
    row: 'x56',
    code: 'SignatureDoesNotMatch',
    setting: 'MWS_SECRET_KEY',
    action: 'MWS_SECRET_KEY does not belong to MWS_ACCESS_KEY_ID.',
  },
  RequestExpired: {
    ...setting,
    row: 'x56',
    code: 'RequestExpired',
    httpStatus: '400',
    setting: 'the clock of this computer',
    action: "The request's time is too far from Amazon Pay's: set the clock of this computer (NTP).",
  },
  InvalidAddressConsentToken: { ...unknownId, row: 'x57', code: 'InvalidAddressConsentToken' },
  InvalidAuthorizationId: { ...unknownId, row: 'x57', code: 'InvalidAuthorizationId' },
  InvalidBillingAgreementId: { ...unknownId, row: 'x57', code: 'InvalidBillingAgreementId' },
  InvalidCaptureId: { ...unknownId, row: 'x57', code: 'InvalidCaptureId' },
  InvalidRefundId: { ...unknownId, row: 'x57', code: 'InvalidRefundId' },
  InvalidOrderReferenceId: { ...unknownId, row: 'x57', code: 'InvalidOrderReferenceId' },
  BillingAgreementNotModifiable: { ...status, row: 'x58', code: 'BillingAgreementNotModifiable' },
  OrderReferenceNotModifiable: { ...status, row: 'x58', code: 'OrderReferenceNotModifiable' },
  CaptureNotRefundable: { ...status, row: 'x58', code: 'CaptureNotRefundable' },
  InvalidAuthorizationStatus: { ...status, row: 'x58', code: 'InvalidAuthorizationStatus' },
  InvalidOrderReferenceStatus: { ...status, row: 'x58', code: 'InvalidOrderReferenceStatus' },
  InvalidBillingAgreementStatus: { ...status, row: 'x58', code: 'InvalidBillingAgreementStatus' },
} as const satisfies Record<string, ServerRow>;
