import { type CodeRow } from '../code-row';

/** The widgets of the CV1 page, by the name under which their errors are reported. */
export type WidgetName = 'button' | 'addressBook' | 'wallet' | 'consent';

/** Keys of the messages that the source prescribes for widget errors; the words stand in `voice/`. */
export type WidgetMessage =
  | 'widgetAddressFixed'
  | 'widgetSessionInvalid'
  | 'widgetSessionExpired'
  | 'widgetConsentHidden'
  | 'widgetPaymentTrouble'
  | 'widgetPaymentFixed'
  | 'widgetPaymentProblem'
  | 'widgetAgreementStale'
  | 'widgetContactMerchant';

/**
 * What the page does about an error.
 * `removeSpinner`: nothing but take away what covers the widgets. `showAddressReadOnly`: the address can be seen only.
 * `signInAgain`: back to the button on this page. `backToCart`: the page of the order with its button.
 * `hideConsent`: the agreement has its consent already. `startAgain`: the page anew, with a new agreement.
 * `readThenStartAgain`: the server reads the agreement first. `reloadOnce`: the page anew, once.
 * `keepPaymentMethod`: the buyer may go on with the method that is there. `hideAmazonPay`: nothing can be ordered on this
 * page any more; the widgets go, the contact and another way are offered.
 */
export type WidgetPageAction =
  | 'removeSpinner'
  | 'showAddressReadOnly'
  | 'signInAgain'
  | 'backToCart'
  | 'hideConsent'
  | 'startAgain'
  | 'readThenStartAgain'
  | 'reloadOnce'
  | 'keepPaymentMethod'
  | 'hideAmazonPay';

/**
 * One row of the outcome table for an error code of the widgets. `message`: prescribed, null for none.
 * `hiddenOnButton`: the source says that the button shows nothing then.
 */
export interface WidgetRow extends Pick<
  CodeRow,
  'row' | 'code' | 'source' | 'handledBy' | 'class' | 'afterwards' | 'effect' | 'alert' | 'action'
> {
  readonly message: WidgetMessage | null;
  readonly hiddenOnButton: boolean;
  readonly pageAction: WidgetPageAction;
}

const base = {
  source: 'seed 001, widgets',
  handledBy: 'Amazon Pay',
  // Nothing has left while widgets are filled in: the order keeps waiting for its payment.
  effect: 'keep',
  alert: 'never',
  hiddenOnButton: false,
} as const;
const signIn = { ...base, class: 'buyerMustAct' } as const;
const merchant = { ...base, class: 'merchantMustFix', alert: 'each' } as const;
const integration = {
  ...merchant,
  message: 'widgetPaymentTrouble',
  hiddenOnButton: true,
  pageAction: 'hideAmazonPay',
} as const;

/**
 * Every error code of the CV1 widgets.
 * @see seed 001 (errors of the widgets); outcome-table.md, rows b06-b21
 */
export const WIDGET_CODES = {
  AddressNotModifiable: {
    ...base,
    row: 'b06',
    code: 'AddressNotModifiable',
    class: 'terminal',
    message: 'widgetAddressFixed',
    pageAction: 'showAddressReadOnly',
    action: 'The agreement allows no other address: the page shows it read-only and names the contact.',
  },
  BuyerNotAssociated: {
    ...signIn,
    row: 'b07',
    code: 'BuyerNotAssociated',
    message: 'widgetSessionInvalid',
    pageAction: 'signInAgain',
    action: 'The buyer signs in again with the button.',
  },
  BuyerSessionExpired: {
    ...signIn,
    row: 'b08',
    code: 'BuyerSessionExpired',
    message: 'widgetSessionExpired',
    pageAction: 'backToCart',
    action: 'The page goes back to the order with its button; the skill can send a new link.',
  },
  ConfirmedBillingAgreement: {
    ...base,
    row: 'b09',
    code: 'ConfirmedBillingAgreement',
    class: 'ok',
    effect: 'none',
    message: 'widgetConsentHidden',
    pageAction: 'hideConsent',
    action: 'The agreement is confirmed already: the consent widget is hidden, the buyer goes on.',
  },
  InvalidAccountStatus: {
    ...merchant,
    row: 'b10',
    code: 'InvalidAccountStatus',
    message: 'widgetPaymentTrouble',
    hiddenOnButton: true,
    pageAction: 'hideAmazonPay',
    action: 'The seller account is suspended or its registration is not finished: ask Amazon Pay support.',
  },
  InvalidBillingAgreementId: {
    ...merchant,
    row: 'b11',
    code: 'InvalidBillingAgreementId',
    message: 'widgetPaymentTrouble',
    pageAction: 'startAgain',
    action: 'Amazon Pay does not know the agreement of the page: it starts again with a new one.',
  },
  InvalidParameterValue: {
    ...integration,
    row: 'b12',
    code: 'InvalidParameterValue',
    action: 'A parameter of a widget is wrong: correct the page (lambda/src/web/client/widgets.ts).',
  },
  InvalidSellerId: {
    ...integration,
    row: 'b13',
    code: 'InvalidSellerId',
    action: 'Set AMAZON_PAY_SELLER_ID to the seller (merchant) ID shown in Seller Central.',
  },
  ITP: {
    ...base,
    row: 'b14',
    code: 'ITP',
    class: 'amazonHandles',
    afterwards: 'buyerMustAct',
    effect: 'none',
    message: null,
    pageAction: 'removeSpinner',
    action:
      'Nothing to do: Amazon Pay asks the buyer to allow the cookie; a refusal comes as BuyerSessionExpired.',
  },
  MissingParameter: {
    ...integration,
    row: 'b15',
    code: 'MissingParameter',
    action: 'A parameter of a widget is missing: correct the page (lambda/src/web/client/widgets.ts).',
  },
  PaymentMethodNotModifiable: {
    ...base,
    row: 'b16',
    code: 'PaymentMethodNotModifiable',
    class: 'terminal',
    message: 'widgetPaymentFixed',
    pageAction: 'keepPaymentMethod',
    action: 'The agreement allows no other payment method: the page goes on with it and names the contact.',
  },
  ReleaseEnvironmentMismatch: {
    ...merchant,
    row: 'b17',
    code: 'ReleaseEnvironmentMismatch',
    message: 'widgetPaymentProblem',
    pageAction: 'hideAmazonPay',
    action: 'Sandbox and live are mixed: check AMAZON_PAY_SANDBOX.',
  },
  StaleBillingAgreement: {
    ...base,
    row: 'b18',
    code: 'StaleBillingAgreement',
    class: 'terminal',
    afterwards: 'buyerMustAct',
    message: 'widgetAgreementStale',
    pageAction: 'signInAgain',
    action: 'The agreement was not confirmed in time and is cancelled: the buyer starts again at the button.',
  },
  WidgetNotApplicable: {
    ...merchant,
    row: 'b19',
    code: 'WidgetNotApplicable',
    message: 'widgetContactMerchant',
    pageAction: 'hideAmazonPay',
    action: 'The seller account is not enabled for Billing Agreements: ask Amazon Pay support.',
  },
  InvalidBillingAgreementStatus: {
    ...base,
    row: 'b20',
    code: 'InvalidBillingAgreementStatus',
    class: 'newAttemptAfterStateCheck',
    alert: 'counted',
    message: 'widgetContactMerchant',
    pageAction: 'readThenStartAgain',
    action: 'The state of the agreement is read (GetBillingAgreementDetails); then a new agreement.',
  },
  UnknownError: {
    ...base,
    row: 'b21',
    code: 'UnknownError',
    class: 'sameKeyRetry',
    afterwards: 'merchantMustFix',
    alert: 'counted',
    message: 'widgetContactMerchant',
    pageAction: 'reloadOnce',
    action: 'The page is loaded once more; when it comes again, another way is offered.',
  },
} as const satisfies Record<string, WidgetRow>;

/** Any other code: the page does what it does for UnknownError, and the merchant is told each time. */
export const UNKNOWN_WIDGET_ROW: WidgetRow = {
  ...WIDGET_CODES.UnknownError,
  row: 'x90',
  code: '(any code without a row)',
  source: 'this product',
  alert: 'each',
  action: 'A code without a row: add it to the table after reading what it means.',
};
