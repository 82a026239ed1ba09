/**
 * The errors that Amazon Pay for Alexa gives: status and a message in the sense of the documents.
 * `%` stands for the parameter concerned. The 1-Click messages use the words that outcome-table.md section 6
 * tells them apart by; the plain ones avoid these words.
 * @see seed 000, outcome-table.md section 2
 */

/** One error: HTTP number as text, and the errorMessage. */
export interface ErrorRow {
  readonly status: '400' | '403' | '429' | '500';
  readonly message: string;
}

/** Every documented code, by its name; codes with several messages are in `ERROR_MESSAGES`. */
export const ERRORS = {
  UnsupportedClientPlatform: {
    status: '403',
    message: 'This Alexa device cannot be used for payments until its software is updated.',
  },
  InvalidShippingAddress: {
    status: '400',
    message: 'The delivery address in the account of the buyer is not valid.',
  },
  InvalidMerchantAccountStatus: {
    status: '403',
    message: 'The merchant account is suspended or its registration is incomplete.',
  },
  InvalidAccountStatus: {
    status: '403',
    message: 'The merchant account is suspended or its registration is incomplete.',
  },
  RequestThrottled: { status: '429', message: 'The request rate is above the limit of this service.' },
  InvalidSellerId: { status: '400', message: 'sellerId is not the ID of a merchant account.' },
  UnsupportedCurrency: {
    status: '400',
    message: 'ledgerCurrency is not a currency that this account supports.',
  },
  UnsupportedCountryOfEstablishment: {
    status: '400',
    message: 'countryOfEstablishment is not the country this account was registered in.',
  },
  InvalidParameterValue: {
    status: '400',
    message: '1 validation error detected: the value of % does not meet its constraint.',
  },
  BuyerEqualsSeller: { status: '400', message: 'The buyer of this transaction is the merchant itself.' },
  UnauthorizedAccess: { status: '403', message: 'This skill has no right to act for the merchant account.' },
  InvalidBillingAgreementType: {
    status: '400',
    message: 'billingAgreementType must be CustomerInitiatedTransaction or MerchantInitiatedTransaction.',
  },
  InvalidSubscriptionAmount: {
    status: '400',
    message:
      'subscriptionAmount has a wrong amount or currency, or does not go with this billingAgreementType.',
  },
  ReleaseEnvironmentNotAllowed: {
    status: '403',
    message: 'Sandbox requests are allowed in the development stage of the skill only.',
  },
  InvalidSandboxCustomerEmail: {
    status: '400',
    message: 'No sandbox test account has the address given in sandboxCustomerEmailId.',
  },
  InternalServerError: { status: '500', message: 'The service failed while it worked on this request.' },
  ServiceUnavailable: { status: '500', message: 'The service is out of order for the moment.' },
  MissingPermissionsToAccessResource: {
    status: '403',
    message: 'Voice shopping and the Amazon Pay permission are not enabled.',
  },
  FORBIDDEN: { status: '403', message: 'The skill does not declare the permission for this resource.' },
  ACCESS_NOT_REQUESTED: { status: '403', message: 'Access to this resource has not been asked for.' },
  ACCESS_DENIED: { status: '403', message: 'Access to this resource was refused.' },
  MissingSkillManifestData: { status: '400', message: 'The skill manifest has no privacy policy URL.' },
  InvalidPaymentMethod: {
    status: '400',
    message: 'The payment method in the account of the buyer is not valid.',
  },
  InvalidBillingAgreementId: {
    status: '400',
    message: 'billingAgreementId is not an agreement of this buyer; call Setup for the current one.',
  },
  InvalidBillingAgreementStatus: {
    status: '400',
    message: 'The billing agreement is in a state that cannot be charged.',
  },
  InvalidPaymentAction: { status: '400', message: 'paymentAction must be Authorize or AuthorizeAndCapture.' },
  InvalidAuthorizationAmount: {
    status: '400',
    message: 'authorizationAmount has a wrong amount or currency.',
  },
  PeriodicAmountExceeded: {
    status: '400',
    message: 'The amount is above what is left of this agreement in the present period.',
  },
  ProviderNotAuthorized: {
    status: '403',
    message: 'The provider given is not authorized for this transaction.',
  },
  DuplicateRequest: {
    status: '400',
    message: 'This authorizationReferenceId was already processed with other parameters.',
  },
  CustomerApprovalFailure: {
    status: '403',
    message: 'The buyer did not approve the payment with the voice code.',
  },
  VoicePurchaseNotEnabled: { status: '403', message: 'The buyer has not enabled voice shopping.' },
  UnsupportedCustomerAccount: { status: '400', message: 'The account of the buyer has no e-mail address.' },
  InvalidSandboxSimulationSpecified: {
    status: '400',
    message: 'The SandboxSimulation in sellerAuthorizationNote is not one that exists.',
  },
} as const satisfies Record<string, ErrorRow>;

/** Name of a documented error. */
export type ErrorCode = keyof typeof ERRORS;

/** Other messages of the same codes, which tell the rows of the 1-Click table apart (a41–a44). */
export const ONE_CLICK_MESSAGES = {
  address: 'The buyer has not set up 1-Click: there is no default shipping address.',
  method: 'The default 1-Click payment method of the buyer has to be updated.',
  billingAddress: 'The 1-Click payment method of the buyer has no billing address.',
  notAllowed: 'The 1-Click payment method of the buyer is not accepted by this merchant.',
} as const;
