import { type CodeRow } from '../code-row';

const BY_AMAZON = 'seed 000, Setup / Amazon';
const BY_MERCHANT = 'seed 000, Setup / merchant';

const amazon = {
  source: BY_AMAZON,
  handledBy: 'Amazon Pay',
  class: 'amazonHandles',
  effect: 'keep',
  next: 'sayCartKept',
} as const;
const integration = {
  source: BY_MERCHANT,
  handledBy: 'merchant',
  class: 'merchantMustFix',
  prompt: null,
  effect: 'keep',
  next: 'apologise',
  alert: 'each',
} as const;
const serverFault = {
  source: BY_MERCHANT,
  handledBy: 'merchant',
  class: 'sameKeyRetry',
  httpStatus: '500',
  prompt: null,
  effect: 'keep',
  next: 'resendOnce',
  alert: 'counted',
  action: 'Send the same Setup directive again, once in the turn; then the buyer tries later.',
} as const;

/** Setup errors: 4 handled by Amazon Pay, 12 by the merchant. @see outcome-table.md, rows a01-a16 */
export const SETUP_CODES = {
  UnsupportedClientPlatform: {
    ...amazon,
    row: 'a01',
    code: 'UnsupportedClientPlatform',
    httpStatus: '403',
    afterwards: 'buyerMustAct',
    prompt: 'somethingWentWrong',
    next: 'offerOtherWay',
    alert: 'never',
    offersWeb: true,
    action: 'The buyer updates the software of the Alexa device, or pays another way.',
  },
  InvalidShippingAddress: {
    ...amazon,
    row: 'a02',
    code: 'InvalidShippingAddress',
    httpStatus: '400',
    afterwards: 'buyerMustAct',
    prompt: 'updateShippingAddress',
    alert: 'never',
    action: 'The buyer corrects the delivery address of the Amazon account; Setup again at the next launch.',
  },
  InvalidMerchantAccountStatus: {
    ...amazon,
    row: 'a03',
    code: 'InvalidMerchantAccountStatus',
    httpStatus: '403',
    afterwards: 'merchantMustFix',
    prompt: 'merchantUnavailable',
    alert: 'each',
    action:
      'The seller account is suspended or its registration is not finished: ask Amazon Pay merchant support.',
  },
  RequestThrottled: {
    ...amazon,
    row: 'a04',
    code: 'RequestThrottled',
    httpStatus: '429',
    afterwards: 'sameKeyRetry',
    prompt: 'tryAgainLater',
    alert: 'counted',
    action: 'The request rate is over the limit: not again in this turn, Setup again at the next launch.',
  },
  InvalidSellerId: {
    ...integration,
    row: 'a05',
    code: 'InvalidSellerId',
    httpStatus: '400',
    action:
      'Set AMAZON_PAY_SELLER_ID to the seller (merchant) ID shown in Seller Central, Integration > MWS Access Key.',
  },
  UnsupportedCurrency: {
    ...integration,
    row: 'a06',
    code: 'UnsupportedCurrency',
    httpStatus: '400',
    action: 'ledgerCurrency must be JPY in Japan.',
  },
  UnsupportedCountryOfEstablishment: {
    ...integration,
    row: 'a07',
    code: 'UnsupportedCountryOfEstablishment',
    httpStatus: '400',
    action: 'countryOfEstablishment must be the country chosen when registering with Amazon Pay (JP).',
  },
  InvalidParameterValue: {
    ...integration,
    row: 'a08',
    code: 'InvalidParameterValue',
    httpStatus: '400',
    action: 'Correct the parameter named by Amazon Pay in the Setup payload.',
  },
  BuyerEqualsSeller: {
    ...integration,
    row: 'a09',
    code: 'BuyerEqualsSeller',
    httpStatus: '400',
    action: 'The buyer account is the seller account: test with a separate test account.',
  },
  UnauthorizedAccess: {
    ...integration,
    row: 'a10',
    code: 'UnauthorizedAccess',
    httpStatus: '403',
    action: 'Connect the skill ID to this seller account in Seller Central (sandbox and production apart).',
  },
  InvalidBillingAgreementType: {
    ...integration,
    row: 'a11',
    code: 'InvalidBillingAgreementType',
    httpStatus: '400',
    action: 'billingAgreementType must be CustomerInitiatedTransaction or MerchantInitiatedTransaction.',
  },
  InvalidSubscriptionAmount: {
    ...integration,
    row: 'a12',
    code: 'InvalidSubscriptionAmount',
    httpStatus: '400',
    action: 'Correct amount and currency of subscriptionAmount.',
  },
  ReleaseEnvironmentNotAllowed: {
    ...integration,
    row: 'a13',
    code: 'ReleaseEnvironmentNotAllowed',
    httpStatus: '403',
    action:
      'The sandbox is allowed in the development stage only: set AMAZON_PAY_SANDBOX=false for the live skill.',
  },
  InvalidSandboxCustomerEmail: {
    ...integration,
    row: 'a14',
    code: 'InvalidSandboxCustomerEmail',
    httpStatus: '400',
    action: 'Set AMAZON_PAY_SANDBOX_EMAIL to the e-mail of a test account made in Seller Central.',
  },
  InternalServerError: { ...serverFault, row: 'a15', code: 'InternalServerError' },
  ServiceUnavailable: { ...serverFault, row: 'a16', code: 'ServiceUnavailable' },
} as const satisfies Record<string, CodeRow>;
