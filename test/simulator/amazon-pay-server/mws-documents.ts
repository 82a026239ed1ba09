/** The XML documents of the simulated CV1 API. */
import type {
  Authorization,
  BillingAgreement,
  Capture,
  OrderReference,
  Refund,
} from '../amazon-pay/ledger-records';
import type { ServerAnswer } from './wire-fault';

const NAMESPACE = 'http://mws.amazonservices.com/schema/OffAmazonPayments/2013-01-01';

/** An object as a document shows it; `reasonCode` undefined leaves the element out. */
export interface Shown {
  readonly state: string;
  readonly reasonCode?: string | undefined;
  readonly atMs: number;
}

/** An element; `undefined` content leaves it out. Text is escaped, nested elements come ready. */
export function element(name: string, content: string | undefined): string {
  return content === undefined ? '' : `<${name}>${content}</${name}>`;
}

/** Escapes text for an element. */
function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A successful answer of an action. */
export function mwsResponse(action: string, result: string, requestId: string): ServerAnswer {
  const meta = element('ResponseMetadata', element('RequestId', requestId));
  return {
    status: 200,
    contentType: 'text/xml',
    body: `<?xml version="1.0"?><${action}Response xmlns="${NAMESPACE}">${element(`${action}Result`, result)}${meta}</${action}Response>`,
  };
}

/** An error answer; a throttled one has an empty Type and a RequestID with a capital D. */
export function mwsError(status: number, code: string, requestId: string): ServerAnswer {
  const isThrottled = code === 'RequestThrottled';
  const type = isThrottled ? '<Type/>' : element('Type', status >= 500 ? 'Receiver' : 'Sender');
  const error = element('Error', `${type}${element('Code', code)}${element('Message', `About ${code}.`)}`);
  const id = element(isThrottled ? 'RequestID' : 'RequestId', requestId);
  return {
    status,
    contentType: 'text/xml',
    body: `<ErrorResponse xmlns="${NAMESPACE}">${error}${id}</ErrorResponse>`,
  };
}

/** AuthorizationDetails, and the order reference it stands under. */
export function authorizationXml(
  authorization: Authorization,
  shown: Shown = shownOf(authorization),
): string {
  const details = [
    element('AmazonAuthorizationId', authorization.amazonAuthorizationId),
    element('AuthorizationReferenceId', authorization.authorizationReferenceId),
    element('AuthorizationAmount', price(authorization.amountYen)),
    element('CapturedAmount', price(authorization.capturedYen)),
    element('IdList', authorization.captureIds.map((id) => element('member', id)).join('')),
    element('SoftDecline', String(authorization.softDecline)),
    element('AuthorizationStatus', statusXml(shown, 'LastUpdateTimestamp')),
    element('CaptureNow', String(authorization.captureNow)),
  ];
  const order = element('AmazonOrderReferenceId', authorization.amazonOrderReferenceId);
  return element('AuthorizationDetails', details.join('')) + order;
}

/** CaptureDetails. `refundedYen`: whole yen paid back so far. */
export function captureXml(
  capture: Capture,
  reference: string,
  shown: Shown & { refundedYen: number },
): string {
  const details = [
    element('AmazonCaptureId', capture.amazonCaptureId),
    element('CaptureReferenceId', reference),
    element('CaptureAmount', price(capture.amountYen)),
    element('RefundedAmount', price(shown.refundedYen)),
    element('CaptureStatus', statusXml(shown, 'LastUpdateTimestamp')),
  ];
  return element('CaptureDetails', details.join(''));
}

/** RefundDetails. */
export function refundXml(refund: Refund, shown: Shown = refundShown(refund)): string {
  const details = [
    element('AmazonRefundId', refund.amazonRefundId),
    element('RefundReferenceId', refund.refundReferenceId),
    element('RefundAmount', price(refund.amountYen)),
    element('RefundStatus', statusXml(shown, 'LastUpdateTimestamp')),
  ];
  return element('RefundDetails', details.join(''));
}

/** A billing agreement as a document shows it. `leftYen`: what the period still allows. */
type ShownAgreement = Shown & { readonly leftYen: number; readonly constraintIds: readonly string[] };

/** BillingAgreementDetails; the destination is whole only after the confirmation. */
export function agreementXml(agreement: BillingAgreement, shown: ShownAgreement): string {
  const constraints = shown.constraintIds.map((id) =>
    element(
      'Constraint',
      element('ConstraintID', id) + element('Description', 'Something is still to be chosen.'),
    ),
  );
  const details = [
    element('AmazonBillingAgreementId', agreement.billingAgreementId),
    element('BillingAgreementStatus', statusXml(shown, 'LastUpdatedTimestamp')),
    element('BillingAgreementLimits', element('CurrentRemainingBalance', price(shown.leftYen))),
    element('ReleaseEnvironment', agreement.environment === 'SANDBOX' ? 'Sandbox' : 'Live'),
    destinationXml(agreement),
    consentXml(agreement),
    constraints.length === 0 ? '' : element('Constraints', constraints.join('')),
  ];
  return element('BillingAgreementDetails', details.join(''));
}

/** Each part of a place and its element: what a draft shows too, and what only a confirmed agreement shows. */
const PLACE_ELEMENTS = [
  ['city', 'City'],
  ['stateOrRegion', 'StateOrRegion'],
  ['postalCode', 'PostalCode'],
  ['countryCode', 'CountryCode'],
] as const;
const PERSON_ELEMENTS = [
  ['name', 'Name'],
  ['addressLine1', 'AddressLine1'],
  ['addressLine2', 'AddressLine2'],
  ['addressLine3', 'AddressLine3'],
  ['phone', 'Phone'],
] as const;

function destinationXml({ widgets, status }: BillingAgreement): string {
  const destination = widgets?.destination;
  if (destination === undefined) return '';
  const shown = status === 'DRAFT' ? PLACE_ELEMENTS : [...PERSON_ELEMENTS, ...PLACE_ELEMENTS];
  const parts = shown.map(([field, name]) => {
    const text = destination[field];
    return element(name, text === undefined ? undefined : escape(text));
  });
  return element(
    'Destination',
    element('DestinationType', 'Physical') + element('PhysicalDestination', parts.join('')),
  );
}

function consentXml({ widgets }: BillingAgreement): string {
  if (widgets === undefined) return '';
  return element('BillingAgreementConsent', element('ConsentStatus', String(widgets.hasConsent)));
}

/** OrderReferenceDetails. */
export function orderReferenceXml(order: OrderReference, shown: Shown = orderShown(order)): string {
  const seller = element('SellerOrderId', order.sellerOrderId && escape(order.sellerOrderId));
  const details = [
    element('AmazonOrderReferenceId', order.amazonOrderReferenceId),
    element('SellerOrderAttributes', seller),
    element('OrderReferenceStatus', statusXml(shown, 'LastUpdateTimestamp')),
  ];
  return element('OrderReferenceDetails', details.join(''));
}

/** Amount in yen with two decimals, as CV1 writes it. */
export function price(yen: number): string {
  return element('CurrencyCode', 'JPY') + element('Amount', `${yen}.00`);
}

function statusXml({ state, reasonCode, atMs }: Shown, timeName: string): string {
  const time = element(timeName, new Date(atMs).toISOString());
  return element('State', state) + element('ReasonCode', reasonCode) + time;
}

function shownOf({ state, reasonCode, updatedAtMs }: Authorization): Shown {
  return { state, reasonCode, atMs: updatedAtMs };
}

function refundShown({ state, reasonCode, decidedAtMs }: Refund): Shown {
  return { state, reasonCode: state === 'Declined' ? reasonCode : undefined, atMs: decidedAtMs };
}

function orderShown({ state, reasonCode, createdAtMs }: OrderReference): Shown {
  return { state, reasonCode, atMs: createdAtMs };
}
