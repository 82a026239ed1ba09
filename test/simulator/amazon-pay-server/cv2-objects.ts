/** The JSON objects of the simulated CV2, made from the ledger's records. */
import type { Authorization, BillingAgreement, CheckoutSession, Refund } from '../amazon-pay/ledger-records';

/** A JSON object as CV2 writes it. */
export type Cv2Json = Readonly<Record<string, unknown>>;

/** State and reason of a charge, as CV2 names what the ledger has. */
export interface ChargeState {
  readonly state: string;
  readonly reasonCode: string | null;
}

const CLOSED = {
  MaxCapturesProcessed: { state: 'Captured', reasonCode: null },
  ExpiredUnused: { state: 'Canceled', reasonCode: 'ExpiredUnused' },
  SellerClosed: { state: 'Canceled', reasonCode: 'MerchantCanceled' },
  AmazonClosed: { state: 'Canceled', reasonCode: 'AmazonCanceled' },
  OrderReferenceCanceled: { state: 'Canceled', reasonCode: 'ChargePermissionCanceled' },
  InvalidPaymentMethod: { state: 'Canceled', reasonCode: 'ChargePermissionCanceled' },
} as const satisfies Record<string, ChargeState>;

/** Note on an authorization whose capture takes its time (simulation code CaptureInitiated). */
export const CAPTURE_INITIATED_NOTE = 'cv2:CaptureInitiated';

/** State and reason of the charge that an authorization is in CV2. */
export function chargeState(authorization: Authorization): ChargeState {
  const { state, reasonCode, softDecline, sellerAuthorizationNote } = authorization;
  switch (state) {
    case 'Pending': {
      const isCapturing = sellerAuthorizationNote === CAPTURE_INITIATED_NOTE;
      return { state: isCapturing ? 'CaptureInitiated' : 'AuthorizationInitiated', reasonCode: null };
    }
    case 'Open':
      return { state: 'Authorized', reasonCode: null };
    case 'Declined': {
      const declined = softDecline ? 'SoftDeclined' : 'HardDeclined';
      const reason = reasonCode === 'InvalidPaymentMethod' ? declined : (reasonCode ?? 'ProcessingFailure');
      return { state: 'Declined', reasonCode: reason };
    }
    case 'Closed':
      return Object.entries(CLOSED).find(([reason]) => reason === reasonCode)?.[1] ?? CLOSED.AmazonClosed;
  }
}

/** The charge's id: the authorization's, with a C for the A. @see amazon-pay-server-apis.md, section 15 */
export function chargeIdOf({ amazonAuthorizationId }: Pick<Authorization, 'amazonAuthorizationId'>): string {
  return amazonAuthorizationId.replace(/-A(\d{6})$/, '-C$1');
}

/** A charge. `refundedYen`: whole yen paid back so far. */
export function chargeJson(authorization: Authorization, refundedYen: number): Cv2Json {
  const { amountYen, capturedYen, environment } = authorization;
  return {
    chargeId: chargeIdOf(authorization),
    chargePermissionId: authorization.amazonOrderReferenceId,
    chargeAmount: cv2Price(amountYen),
    captureAmount: cv2Price(capturedYen),
    refundedAmount: cv2Price(refundedYen),
    statusDetails: statusDetails(chargeState(authorization), authorization.updatedAtMs),
    creationTimestamp: cv2Time(authorization.createdAtMs),
    expirationTimestamp: cv2Time(authorization.expiresAtMs),
    releaseEnvironment: environmentName(environment),
    merchantMetadata: null,
  };
}

const REFUND_STATES = { Pending: 'RefundInitiated', Completed: 'Refunded', Declined: 'Declined' } as const;

/** A refund. */
export function refundJson(refund: Refund, chargeId: string): Cv2Json {
  const reasonCode = refund.state === 'Declined' ? (refund.reasonCode ?? null) : null;
  return {
    refundId: refund.amazonRefundId,
    chargeId,
    refundAmount: cv2Price(refund.amountYen),
    statusDetails: statusDetails({ state: REFUND_STATES[refund.state], reasonCode }, refund.decidedAtMs),
    // One recorded refund had a number of milliseconds here.
    creationTimestamp: refund.createdAtMs,
    releaseEnvironment: environmentName(refund.environment),
  };
}

/** A charge permission. `isCharging`: a charge of it is being decided. */
export function permissionJson(agreement: BillingAgreement, isCharging: boolean, leftYen: number): Cv2Json {
  return {
    chargePermissionId: agreement.billingAgreementId,
    chargePermissionType: agreement.billingAgreementType ?? 'PaymentMethodOnFile',
    limits: { amountLimit: cv2Price(leftYen + agreement.periodYen), amountBalance: cv2Price(leftYen) },
    statusDetails: { ...permissionState(agreement, isCharging), lastUpdatedTimestamp: null },
    merchantMetadata: metadata(agreement),
    releaseEnvironment: environmentName(agreement.environment),
  };
}

/** State of a permission: what stops a charge is a list of reasons. */
function permissionState(
  { status }: BillingAgreement,
  isCharging: boolean,
): { readonly state: string; readonly reasons: readonly Cv2Json[] | null } {
  const because = (state: string, reasonCode: string) => ({
    state,
    reasons: [{ reasonCode, reasonDescription: 'simulated' }],
  });
  switch (status) {
    case 'OPEN':
      return isCharging
        ? because('NonChargeable', 'ChargeInProgress')
        : { state: 'Chargeable', reasons: null };
    case 'SUSPENDED':
      return because('NonChargeable', 'PaymentMethodInvalid');
    case 'DRAFT':
      return because('NonChargeable', 'PaymentMethodNotSet');
    case 'CANCELED':
      return because('Closed', 'AmazonCanceled');
    case 'CLOSED':
      return because('Closed', 'MerchantCanceled');
  }
}

/** A checkout session; a completed one has lost almost all of its fields. */
export function sessionJson(session: CheckoutSession): Cv2Json {
  const isOpen = session.state === 'Open';
  return {
    checkoutSessionId: session.checkoutSessionId,
    webCheckoutDetails: null,
    chargePermissionType: session.chargePermissionType ?? 'OneTime',
    recurringMetadata:
      session.chargePermissionType === 'Recurring'
        ? {
            frequency: { unit: 'Month', value: '1' },
            amount: session.monthlyYen === undefined ? null : cv2Price(session.monthlyYen),
          }
        : null,
    productType: isOpen ? session.productType : null,
    paymentDetails: isOpen ? paymentDetails(session) : null,
    merchantMetadata: isOpen ? metadata(session) : null,
    // The scopes of the page ask for nothing but the address.
    buyer: null,
    paymentPreferences: [null],
    shippingAddress: isOpen && session.productType === 'PayAndShip' ? session.address : null,
    billingAddress: isOpen && session.productType === 'PayOnly' ? session.address : null,
    supplementaryData: null,
    platformId: null,
    storeId: isOpen ? (session.storeId ?? null) : null,
    deliverySpecifications: null,
    providerMetadata: null,
    checkoutButtonText: null,
    statusDetails: statusDetails(
      { state: session.state, reasonCode: session.reasonCode ?? null },
      session.createdAtMs,
    ),
    constraints: [null],
    chargePermissionId: session.chargePermissionId ?? null,
    chargeId: session.chargeId ?? null,
    creationTimestamp: cv2Time(session.createdAtMs),
    expirationTimestamp: isOpen ? cv2Time(session.createdAtMs + 86_400_000) : null,
    releaseEnvironment: isOpen ? environmentName(session.environment) : null,
  };
}

/** The merchant's own order number and store name, as the page gave them along; null when it gave none. */
function metadata(given: {
  readonly merchantReferenceId?: string | undefined;
  readonly merchantStoreName?: string | undefined;
}): Cv2Json | null {
  const { merchantReferenceId, merchantStoreName } = given;
  if (merchantReferenceId === undefined && merchantStoreName === undefined) return null;
  return {
    merchantReferenceId: merchantReferenceId ?? null,
    merchantStoreName: merchantStoreName ?? null,
    noteToBuyer: null,
    customInformation: null,
  };
}

/** Amount as CV2 writes it. */
export function cv2Price(yen: number): Cv2Json {
  return { amount: String(yen), currencyCode: 'JPY' };
}

/** Time as CV2 writes it: `20261122T122633Z`. */
function cv2Time(atMs: number): string {
  return new Date(atMs).toISOString().replace(/[-:]|\.\d+/g, '');
}

function paymentDetails(session: CheckoutSession): Cv2Json {
  const { chargeYen, totalOrderYen, paymentIntent, canHandlePendingAuthorization } = session;
  return {
    paymentIntent,
    canHandlePendingAuthorization,
    chargeAmount: chargeYen === undefined ? null : cv2Price(chargeYen),
    totalOrderAmount: totalOrderYen === undefined ? null : cv2Price(totalOrderYen),
  };
}

function statusDetails({ state, reasonCode }: ChargeState, atMs: number): Cv2Json {
  return { state, reasonCode, reasonDescription: null, lastUpdatedTimestamp: cv2Time(atMs) };
}

function environmentName(environment: 'SANDBOX' | 'LIVE'): string {
  return environment === 'SANDBOX' ? 'Sandbox' : 'Live';
}
