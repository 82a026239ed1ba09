import { type CodeRow } from '../code-row';

const BY_AMAZON = 'seed 000, Charge / Amazon';
const BY_MERCHANT = 'seed 000, Charge / merchant';

const amazon = {
  source: BY_AMAZON,
  handledBy: 'Amazon Pay',
  class: 'amazonHandles',
  effect: 'keepRefused',
  next: 'sayCartKept',
} as const;
const integration = {
  source: BY_MERCHANT,
  handledBy: 'merchant',
  class: 'merchantMustFix',
  prompt: null,
  effect: 'keepRefused',
  next: 'apologise',
  alert: 'each',
} as const;
const serverFault = {
  source: BY_MERCHANT,
  handledBy: 'merchant',
  class: 'sameKeyRetry',
  httpStatus: '500',
  prompt: null,
  effect: 'hold',
  next: 'resendOnce',
  alert: 'counted',
  action:
    'Send the same Charge directive again, once in the turn, same AuthorizationReferenceId; then reconcile.',
} as const;

/** Charge errors: 4 handled by Amazon Pay, 13 by the merchant. @see outcome-table.md, rows a22-a38 */
export const CHARGE_CODES = {
  UnsupportedClientPlatform: {
    ...amazon,
    row: 'a22',
    code: 'UnsupportedClientPlatform',
    httpStatus: '403',
    afterwards: 'buyerMustAct',
    prompt: 'somethingWentWrong',
    effect: 'keep',
    next: 'offerOtherWay',
    alert: 'never',
    offersWeb: true,
    action: 'The buyer updates the software of the Alexa device, or pays another way.',
  },
  InvalidPaymentMethod: {
    ...amazon,
    row: 'a23',
    code: 'InvalidPaymentMethod',
    httpStatus: '400',
    afterwards: 'buyerMustAct',
    prompt: 'updatePaymentMethod',
    alert: 'never',
    action: 'The buyer corrects the payment method of the Amazon account; new consent, then Charge again.',
  },
  InvalidAccountStatus: {
    ...amazon,
    row: 'a24',
    code: 'InvalidAccountStatus',
    httpStatus: '403',
    afterwards: 'merchantMustFix',
    prompt: 'merchantUnavailable',
    alert: 'each',
    action:
      'The seller account is suspended or its registration is not finished: ask Amazon Pay merchant support.',
  },
  RequestThrottled: {
    ...amazon,
    row: 'a25',
    code: 'RequestThrottled',
    httpStatus: '429',
    afterwards: 'sameKeyRetry',
    prompt: 'tryAgainLater',
    effect: 'keepNotProcessed',
    alert: 'counted',
    action:
      'The request rate is over the limit: not again in this turn; later the same reference and amount.',
  },
  InvalidSellerId: {
    ...integration,
    row: 'a26',
    code: 'InvalidSellerId',
    httpStatus: '400',
    action:
      'Set AMAZON_PAY_SELLER_ID to the seller (merchant) ID shown in Seller Central, Integration > MWS Access Key.',
  },
  InvalidParameterValue: {
    ...integration,
    row: 'a27',
    code: 'InvalidParameterValue',
    httpStatus: '400',
    action: 'Correct the parameter named by Amazon Pay in the Charge payload.',
  },
  UnauthorizedAccess: {
    ...integration,
    row: 'a28',
    code: 'UnauthorizedAccess',
    httpStatus: '403',
    action: 'Connect the skill ID to this seller account in Seller Central (sandbox and production apart).',
  },
  ReleaseEnvironmentNotAllowed: {
    ...integration,
    row: 'a29',
    code: 'ReleaseEnvironmentNotAllowed',
    httpStatus: '403',
    action:
      'The sandbox is allowed in the development stage only: set AMAZON_PAY_SANDBOX=false for the live skill.',
  },
  InvalidBillingAgreementId: {
    ...integration,
    row: 'a30',
    code: 'InvalidBillingAgreementId',
    httpStatus: '400',
    class: 'newAttemptAfterStateCheck',
    next: 'setUpAgainOnce',
    alert: 'counted',
    action:
      'Setup once more, then Charge with the new BillingAgreement and a new reference; twice: check the seller ID and environment.',
  },
  InvalidBillingAgreementStatus: {
    ...integration,
    row: 'a31',
    code: 'InvalidBillingAgreementStatus',
    httpStatus: '400',
    class: 'buyerMustAct',
    next: 'askForUpdate',
    alert: 'never',
    action: 'The buyer updates the payment method at Amazon so that the BillingAgreement is Open again.',
  },
  InvalidPaymentAction: {
    ...integration,
    row: 'a32',
    code: 'InvalidPaymentAction',
    httpStatus: '400',
    action: 'paymentAction must be Authorize or AuthorizeAndCapture.',
  },
  InvalidAuthorizationAmount: {
    ...integration,
    row: 'a33',
    code: 'InvalidAuthorizationAmount',
    httpStatus: '400',
    action: 'The amount must be whole yen above 0 in JPY.',
  },
  PeriodicAmountExceeded: {
    ...integration,
    row: 'a34',
    code: 'PeriodicAmountExceeded',
    httpStatus: '400',
    class: 'terminal',
    next: 'offerOtherWay',
    alert: 'counted',
    offersWeb: true,
    action: 'The limit of the period is reached: never split the amount, offer another way to pay.',
  },
  ProviderNotAuthorized: {
    ...integration,
    row: 'a35',
    code: 'ProviderNotAuthorized',
    httpStatus: '403',
    action: 'The provider ID may not process this transaction: send no providerAttributes.',
  },
  DuplicateRequest: {
    ...integration,
    row: 'a36',
    code: 'DuplicateRequest',
    httpStatus: '400',
    effect: 'human',
    next: 'sayChecking',
    action:
      'Another request used this AuthorizationReferenceId with other content: read the stored result, a person decides.',
  },
  InternalServerError: { ...serverFault, row: 'a37', code: 'InternalServerError' },
  ServiceUnavailable: { ...serverFault, row: 'a38', code: 'ServiceUnavailable' },
} as const satisfies Record<string, CodeRow>;
