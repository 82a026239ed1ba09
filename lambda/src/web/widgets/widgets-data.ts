import { type CheckoutData } from '../checkout-data';

/**
 * What the widget page hands to its script, as `data-` attributes; all of it is text. What the checkout page has too has
 * its name there. `policy`: what is said and done about errors, as JSON. `needsConsent`: the order holds a subscription.
 */
export interface WidgetsData extends Pick<
  CheckoutData,
  | 'shopPath'
  | 'csrfToken'
  | 'scriptUrl'
  | 'merchantId'
  | 'storeId'
  | 'productType'
  | 'yenText'
  | 'freeText'
  | 'placeChosenText'
  | 'missingText'
  | 'payingText'
  | 'faultText'
> {
  readonly needsConsent: 'true' | 'false';
  readonly policy: string;
}

/** The elements that the widget page and its script share, by id; the summary and the status line beside them. */
export const WIDGET_IDS = {
  root: 'widgets',
  errorBox: 'widget-error',
  errorMessage: 'widget-error-message',
  errorHint: 'widget-error-hint',
  errorContact: 'widget-error-contact',
  errorOtherWay: 'widget-error-other-way',
  debug: 'widget-debug',
  debugCode: 'widget-debug-code',
  debugMessage: 'widget-debug-message',
  spinner: 'widgets-spinner',
  signIn: 'sign-in',
  signInTitle: 'sign-in-title',
  button: 'amazon-sign-in-button',
  choices: 'widget-choices',
  choicesTitle: 'address-or-wallet-title',
  addressBook: 'address-book-widget',
  wallet: 'wallet-widget',
  consentPart: 'consent-part',
  consent: 'consent-widget',
  orderPart: 'order-part',
  order: 'order-button',
} as const;
