import { ELEMENT_IDS } from '../checkout-data';
import { createHandlers } from './handlers';
import { type PageData } from './page';
import { type PageEffects } from './page-effects';

/** What the shop wants to know of a buyer: no more than the delivery, or the bill, needs. */
const SCOPES = {
  PayAndShip: ['name', 'phoneNumber', 'shippingAddress'],
  PayOnly: ['name', 'billingAddress'],
} as const;

const JAPAN_ONLY = { addressRestrictions: { type: 'Allowed', restrictions: { JP: {} } } } as const;

/** Puts Amazon's button into its place, or says that it could not be loaded. */
export async function showButton(data: PageData, effects: PageEffects): Promise<void> {
  const { say, call } = effects;
  say(data('loadingText'), 'progress');
  const pay = await effects.loadAmazonPay();
  if (pay === undefined) {
    say(data('missingText'), 'problem');
    void call('errors', { source: 'checkout', code: 'scriptNotLoaded' });
    return;
  }
  const ships = data('productType') === 'PayAndShip';
  pay.renderJSButton(`#${ELEMENT_IDS.button}`, {
    merchantId: data('merchantId'),
    ledgerCurrency: 'JPY',
    sandbox: data('sandbox') === 'true',
    checkoutLanguage: 'ja_JP',
    productType: data('productType'),
    placement: 'Checkout',
    buttonColor: 'Gold',
    estimatedOrderAmount: { amount: data('estimatedYen'), currencyCode: 'JPY' },
    checkoutSessionConfig: {
      storeId: data('storeId'),
      scopes: ships ? SCOPES.PayAndShip : SCOPES.PayOnly,
      ...permissionOf(data),
      paymentDetails: {
        paymentIntent: data('paymentIntent'),
        canHandlePendingAuthorization: data('canHandlePending') === 'true',
      },
      merchantMetadata: {
        merchantReferenceId: data('orderId'),
        merchantStoreName: data('storeName'),
      },
      ...(ships ? { deliverySpecifications: JAPAN_ONLY } : {}),
    },
    ...createHandlers(data, effects),
  });
  say('', 'progress');
}

/**
 * A subscription needs a permission that outlives its first charge; frequency and amount are for Amazon's own words to the
 * buyer and for the permission's end. The amount stays away where it varies, as it does with shipping: Amazon would name
 * the goods alone as what each month costs.
 * @see amazon-pay-server-apis.md, section 18 (3); Amazon Pay API v2, recurringMetadata ("null if amount varies")
 */
function permissionOf(data: PageData): object {
  const chargePermissionType = data('chargePermissionType');
  const amount = data('monthlyYen');
  if (chargePermissionType !== 'Recurring') return { chargePermissionType };
  return {
    chargePermissionType,
    recurringMetadata: {
      frequency: { unit: 'Month', value: '1' },
      ...(amount === '' ? {} : { amount: { amount, currencyCode: 'JPY' } }),
    },
  };
}
