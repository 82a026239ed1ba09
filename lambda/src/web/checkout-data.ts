/**
 * What the checkout page hands to its script, as `data-` attributes: settings and the sentences it may have to say.
 * All of it is text. `shopPath`: the page's own path, without a slash at the end. `…Text`: sentences, some with a
 * placeholder that the script fills.
 */
export interface CheckoutData {
  readonly shopPath: string;
  readonly csrfToken: string;
  readonly scriptUrl: string;
  readonly merchantId: string;
  readonly storeId: string;
  readonly storeName: string;
  readonly orderId: string;
  readonly sandbox: 'true' | 'false';
  readonly productType: 'PayAndShip' | 'PayOnly';
  readonly paymentIntent: string;
  readonly canHandlePending: 'true' | 'false';
  readonly estimatedYen: string;
  /** `Recurring`: something of the order comes, and is paid, each month. */
  readonly chargePermissionType: 'OneTime' | 'Recurring';
  /** Whole yen that each month costs; empty: nothing comes monthly, or what it costs depends on the delivery place. */
  readonly monthlyYen: string;
  readonly yenText: string;
  readonly freeText: string;
  readonly placeChosenText: string;
  readonly loadingText: string;
  readonly missingText: string;
  readonly payingText: string;
  readonly cancelledText: string;
  readonly faultText: string;
}

/** The elements that page and script share, by id. */
export const ELEMENT_IDS = {
  pay: 'pay',
  button: 'amazon-pay-button',
  status: 'pay-status',
  shipping: 'summary-shipping',
  total: 'summary-total',
  checking: 'checking',
} as const;
