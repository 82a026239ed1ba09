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
      ...permissionOf(data('monthlyYen')),
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
 * A subscription needs a permission that outlives its first charge; the frequency is for Amazon's own words to the buyer
 * and for the permission's end. @see amazon-pay-server-apis.md, section 18 (3)
 */
function permissionOf(monthlyYen: string): object {
  if (monthlyYen === '') return { chargePermissionType: 'OneTime' };
  return {
    chargePermissionType: 'Recurring',
    recurringMetadata: {
      frequency: { unit: 'Month', value: '1' },
      amount: { amount: monthlyYen, currencyCode: 'JPY' },
    },
  };
}
