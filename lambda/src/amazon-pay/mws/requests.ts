import { type SeenState } from '../../payment/object-machine';
import { type IdSource } from '../call-result';

/** What every call may carry. `seen`: state read before; an operation it does not allow is not sent. */
export interface MwsCallOptions {
  readonly seen?: SeenState | undefined;
}

/** A read. `idFrom`: who named the id. */
export interface ReadOptions {
  readonly idFrom?: IdSource | undefined;
}

/**
 * AuthorizeOnBillingAgreement. `transactionTimeoutMinutes`: 0 decides in the answer, above 0 asynchronously.
 * `reference`: AuthorizationReferenceId, the idempotency key.
 */
export interface AuthorizeRequest extends MwsCallOptions {
  readonly billingAgreementId: string;
  readonly reference: string;
  readonly amountYen: number;
  readonly captureNow: boolean;
  readonly transactionTimeoutMinutes: number;
  readonly sellerAuthorizationNote?: string | undefined;
  readonly sellerOrderId?: string | undefined;
  readonly inheritShippingAddress?: boolean | undefined;
}

/** Capture. `reference`: CaptureReferenceId. `note`: SellerCaptureNote. */
export interface MwsCaptureRequest extends MwsCallOptions {
  readonly authorizationId: string;
  readonly reference: string;
  readonly amountYen: number;
  readonly note?: string | undefined;
}

/** Refund. `reference`: RefundReferenceId. `note`: SellerRefundNote. */
export interface MwsRefundRequest extends MwsCallOptions {
  readonly captureId: string;
  readonly reference: string;
  readonly amountYen: number;
  readonly note?: string | undefined;
}

/**
 * Details that SetBillingAgreementDetails may set; absent ones stay as they are. `subscriptionYen`: what is charged each
 * month, whole yen; it makes the agreement one that the merchant charges on its own. 0: the buyer begins each charge.
 */
export interface SetAgreementRequest extends MwsCallOptions {
  readonly billingAgreementId: string;
  readonly sellerNote?: string | undefined;
  readonly sellerBillingAgreementId?: string | undefined;
  readonly storeName?: string | undefined;
  readonly customInformation?: string | undefined;
  readonly subscriptionYen?: number | undefined;
}

/** A close or cancel. `reason`: for the merchant's records. */
export interface CloseRequest extends MwsCallOptions {
  readonly id: string;
  readonly reason: string;
}

/** Parameters before absent ones are dropped. */
export type FormParameters = Readonly<Record<string, string | undefined>>;

/** Parameters of AuthorizeOnBillingAgreement beside id and reference. */
export function authorizeParameters(request: AuthorizeRequest): FormParameters {
  return {
    ...amount('AuthorizationAmount', request.amountYen),
    CaptureNow: String(request.captureNow),
    TransactionTimeout: String(request.transactionTimeoutMinutes),
    SellerAuthorizationNote: request.sellerAuthorizationNote,
    'SellerOrderAttributes.SellerOrderId': request.sellerOrderId,
    InheritShippingAddress:
      request.inheritShippingAddress === undefined ? undefined : String(request.inheritShippingAddress),
  };
}

/** Parameters of Capture beside id and reference. */
export function captureParameters({ amountYen, note }: MwsCaptureRequest): FormParameters {
  return { ...amount('CaptureAmount', amountYen), SellerCaptureNote: note };
}

/** Parameters of Refund beside id and reference. */
export function refundParameters({ amountYen, note }: MwsRefundRequest): FormParameters {
  return { ...amount('RefundAmount', amountYen), SellerRefundNote: note };
}

/** Parameters of SetBillingAgreementDetails beside the id. */
export function agreementParameters(request: SetAgreementRequest): FormParameters {
  const seller = 'BillingAgreementAttributes.SellerBillingAgreementAttributes';
  return {
    'BillingAgreementAttributes.SellerNote': request.sellerNote,
    [`${seller}.SellerBillingAgreementId`]: request.sellerBillingAgreementId,
    [`${seller}.StoreName`]: request.storeName,
    [`${seller}.CustomInformation`]: request.customInformation,
    ...subscription(request.subscriptionYen),
  };
}

function subscription(subscriptionYen: number | undefined): FormParameters {
  if (subscriptionYen === undefined) return {};
  const type = 'BillingAgreementAttributes.BillingAgreementType';
  if (subscriptionYen === 0) return { [type]: 'CustomerInitiatedTransaction' };
  return {
    [type]: 'MerchantInitiatedTransaction',
    ...amount('BillingAgreementAttributes.SubscriptionAmount', subscriptionYen),
  };
}

function amount(name: string, amountYen: number): FormParameters {
  return { [`${name}.Amount`]: String(amountYen), [`${name}.CurrencyCode`]: 'JPY' };
}
