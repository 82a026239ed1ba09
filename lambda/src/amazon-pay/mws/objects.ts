import { readAmount, type ReadAmount } from '../../payment/money';
import { type Destination } from '../../payment/outcome';
import { type SeenState } from '../../payment/object-machine';
import { listAt, nodeAt, textAt, type XmlNode } from './parse-xml';

/** An authorization of the CV1 API, as far as it could be read. `reference`: our AuthorizationReferenceId. */
export interface MwsAuthorization extends SeenState {
  readonly amazonAuthorizationId: string;
  readonly amazonOrderReferenceId: string | undefined;
  readonly reference: string | undefined;
  readonly amount: ReadAmount;
  readonly capturedAmount: ReadAmount;
  readonly captureIds: readonly string[];
  readonly softDecline: boolean | undefined;
  readonly updatedAtMs: number | undefined;
}

/** A capture. `reference`: our CaptureReferenceId. */
export interface MwsCapture extends SeenState {
  readonly amazonCaptureId: string;
  readonly reference: string | undefined;
  readonly amount: ReadAmount;
  readonly refundedAmount: ReadAmount;
}

/** A refund. `reference`: our RefundReferenceId. */
export interface MwsRefund extends SeenState {
  readonly amazonRefundId: string;
  readonly reference: string | undefined;
  readonly amount: ReadAmount;
}

/**
 * A billing agreement; `amountLeft`: what the period still allows. `destination`: before the agreement is confirmed no
 * more than city, region, postal code and country; absent until the buyer chose an address.
 */
export interface MwsBillingAgreement extends SeenState {
  readonly amazonBillingAgreementId: string;
  readonly constraintIds: readonly string[];
  readonly destination: Destination | undefined;
  readonly releaseEnvironment: string | undefined;
  readonly amountLeft: ReadAmount;
}

/** An order reference. */
export interface MwsOrderReference extends SeenState {
  readonly amazonOrderReferenceId: string;
  readonly constraintIds: readonly string[];
  readonly sellerOrderId: string | undefined;
}

/** What ValidateBillingAgreement found; only `Success` is a success. */
export interface MwsValidation {
  readonly validationResult: string;
  readonly failureReasonCode: string | undefined;
}

/** The answer of an operation that has no result of its own. */
export interface MwsDone {
  readonly done: true;
}

/** Reads AuthorizationDetails; undefined without an id or a status. */
export function readAuthorization(result: XmlNode): MwsAuthorization | undefined {
  const details = nodeAt(result, 'AuthorizationDetails');
  const amazonAuthorizationId = textAt(details, 'AmazonAuthorizationId');
  const status = readStatus(details, 'AuthorizationStatus');
  if (amazonAuthorizationId === undefined || status === undefined) return undefined;
  return {
    amazonAuthorizationId,
    amazonOrderReferenceId: textAt(result, 'AmazonOrderReferenceId'),
    reference: textAt(details, 'AuthorizationReferenceId'),
    amount: amountAt(details, 'AuthorizationAmount'),
    capturedAmount: amountAt(details, 'CapturedAmount'),
    captureIds: listAt(details, 'IdList', 'member').filter((id) => typeof id === 'string'),
    softDecline: readFlag(textAt(details, 'SoftDecline')),
    ...status,
  };
}

/** Reads CaptureDetails; undefined without an id or a status. */
export function readCapture(result: XmlNode): MwsCapture | undefined {
  const details = nodeAt(result, 'CaptureDetails');
  const amazonCaptureId = textAt(details, 'AmazonCaptureId');
  const status = readStatus(details, 'CaptureStatus');
  if (amazonCaptureId === undefined || status === undefined) return undefined;
  return {
    amazonCaptureId,
    reference: textAt(details, 'CaptureReferenceId'),
    amount: amountAt(details, 'CaptureAmount'),
    refundedAmount: amountAt(details, 'RefundedAmount'),
    ...status,
  };
}

/** Reads RefundDetails; undefined without an id or a status. */
export function readMwsRefund(result: XmlNode): MwsRefund | undefined {
  const details = nodeAt(result, 'RefundDetails');
  const amazonRefundId = textAt(details, 'AmazonRefundId');
  const status = readStatus(details, 'RefundStatus');
  if (amazonRefundId === undefined || status === undefined) return undefined;
  return {
    amazonRefundId,
    reference: textAt(details, 'RefundReferenceId'),
    amount: amountAt(details, 'RefundAmount'),
    ...status,
  };
}

/** Reads BillingAgreementDetails; undefined without an id or a status. */
export function readBillingAgreement(result: XmlNode): MwsBillingAgreement | undefined {
  const details = nodeAt(result, 'BillingAgreementDetails');
  const amazonBillingAgreementId = textAt(details, 'AmazonBillingAgreementId');
  const status = readStatus(details, 'BillingAgreementStatus');
  if (amazonBillingAgreementId === undefined || status === undefined) return undefined;
  return {
    amazonBillingAgreementId,
    constraintIds: readConstraints(details),
    destination: readDestination(details),
    releaseEnvironment: textAt(details, 'ReleaseEnvironment'),
    amountLeft: amountAt(nodeAt(details, 'BillingAgreementLimits'), 'CurrentRemainingBalance'),
    ...status,
  };
}

/** Reads OrderReferenceDetails; undefined without an id or a status. */
export function readOrderReference(result: XmlNode): MwsOrderReference | undefined {
  const details = nodeAt(result, 'OrderReferenceDetails');
  const amazonOrderReferenceId = textAt(details, 'AmazonOrderReferenceId');
  const status = readStatus(details, 'OrderReferenceStatus');
  if (amazonOrderReferenceId === undefined || status === undefined) return undefined;
  return {
    amazonOrderReferenceId,
    constraintIds: readConstraints(details),
    sellerOrderId: textAt(details, 'SellerOrderAttributes', 'SellerOrderId'),
    ...status,
  };
}

/** Reads the result of ValidateBillingAgreement; undefined without a ValidationResult. */
export function readValidation(result: XmlNode): MwsValidation | undefined {
  const validationResult = textAt(result, 'ValidationResult');
  if (validationResult === undefined) return undefined;
  return { validationResult, failureReasonCode: textAt(result, 'FailureReasonCode') };
}

/** Reads a result that says no more than that the call was carried out. */
export function readDone(): MwsDone {
  return { done: true };
}

/** Authorizations have LastUpdateTimestamp, agreements LastUpdatedTimestamp. */
function readStatus(
  details: XmlNode,
  name: string,
): { state: string; reasonCode: string | undefined; updatedAtMs: number | undefined } | undefined {
  const state = textAt(details, name, 'State');
  if (state === undefined) return undefined;
  const updatedAt =
    textAt(details, name, 'LastUpdateTimestamp') ?? textAt(details, name, 'LastUpdatedTimestamp') ?? '';
  const updatedAtMs = Date.parse(updatedAt);
  return {
    state,
    reasonCode: textAt(details, name, 'ReasonCode'),
    updatedAtMs: Number.isNaN(updatedAtMs) ? undefined : updatedAtMs,
  };
}

function readConstraints(details: XmlNode): readonly string[] {
  return listAt(details, 'Constraints', 'Constraint').flatMap((one) => textAt(one, 'ConstraintID') ?? []);
}

function readDestination(details: XmlNode): Destination | undefined {
  const place = nodeAt(details, 'Destination', 'PhysicalDestination');
  if (place === undefined || place === '') return undefined;
  return {
    name: textAt(place, 'Name'),
    addressLine1: textAt(place, 'AddressLine1'),
    addressLine2: textAt(place, 'AddressLine2'),
    addressLine3: textAt(place, 'AddressLine3'),
    city: textAt(place, 'City'),
    stateOrRegion: textAt(place, 'StateOrRegion'),
    postalCode: textAt(place, 'PostalCode'),
    countryCode: textAt(place, 'CountryCode'),
    phone: textAt(place, 'Phone'),
  };
}

function amountAt(node: XmlNode, name: string): ReadAmount {
  const price = nodeAt(node, name);
  if (price === undefined || price === '') return { kind: 'absent' };
  return readAmount({ amount: textAt(price, 'Amount'), currencyCode: textAt(price, 'CurrencyCode') });
}

function readFlag(text: string | undefined): boolean | undefined {
  if (text === 'true') return true;
  return text === 'false' ? false : undefined;
}
