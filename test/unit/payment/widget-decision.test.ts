import fc from 'fast-check';
import { WIDGET_CODES } from '../../../lambda/src/payment/codes/widget-codes';
import { widgetReaction, widgetRowOf } from '../../../lambda/src/payment/widget-decision';

const FIRST = { reloadedOnce: false };
const WIDGETS = ['button', 'addressBook', 'wallet', 'consent'] as const;

describe('what the page does about an error of a widget', () => {
  it.each(WIDGETS)('takes no action on ITP of the %s: says nothing, takes away what covers it', (widget) => {
    expect(widgetReaction('ITP', widget, FIRST)).toEqual({ message: null, action: 'removeSpinner' });
  });

  it('goes back to the cart with its button when the session has expired', () => {
    expect(widgetReaction('BuyerSessionExpired', 'wallet', FIRST)).toEqual({
      message: 'widgetSessionExpired',
      action: 'backToCart',
    });
  });

  it.each(['InvalidAccountStatus', 'InvalidParameterValue', 'InvalidSellerId', 'MissingParameter'])(
    'says nothing of %s for the button, and the message for the other widgets',
    (code) => {
      expect(widgetReaction(code, 'button', FIRST).message).toBeNull();
      expect(widgetReaction(code, 'addressBook', FIRST).message).toBe('widgetPaymentTrouble');
      expect(widgetReaction(code, 'wallet', FIRST).message).toBe('widgetPaymentTrouble');
      expect(widgetReaction(code, 'consent', FIRST).message).toBe('widgetPaymentTrouble');
    },
  );

  it.each([
    ['AddressNotModifiable', 'addressBook', 'showAddressReadOnly'],
    ['BuyerNotAssociated', 'addressBook', 'signInAgain'],
    ['StaleBillingAgreement', 'wallet', 'signInAgain'],
    ['ConfirmedBillingAgreement', 'consent', 'hideConsent'],
    ['InvalidAccountStatus', 'button', 'hideAmazonPay'],
    ['InvalidBillingAgreementId', 'wallet', 'startAgain'],
    ['InvalidParameterValue', 'wallet', 'hideAmazonPay'],
    ['InvalidSellerId', 'button', 'hideAmazonPay'],
    ['MissingParameter', 'consent', 'hideAmazonPay'],
    ['PaymentMethodNotModifiable', 'wallet', 'keepPaymentMethod'],
    ['ReleaseEnvironmentMismatch', 'addressBook', 'hideAmazonPay'],
    ['WidgetNotApplicable', 'consent', 'hideAmazonPay'],
    ['InvalidBillingAgreementStatus', 'consent', 'readThenStartAgain'],
    ['UnknownError', 'button', 'reloadOnce'],
  ] as const)('%s of the %s: %s', (code, widget, action) => {
    expect(widgetReaction(code, widget, FIRST).action).toBe(action);
  });

  it.each(['InvalidBillingAgreementId', 'InvalidBillingAgreementStatus', 'UnknownError'])(
    'offers another way when %s comes again after the page was loaded anew',
    (code) => {
      expect(widgetReaction(code, 'wallet', { reloadedOnce: true }).action).toBe('hideAmazonPay');
    },
  );

  it('does everything else after a reload as before it', () => {
    expect(widgetReaction('BuyerSessionExpired', 'wallet', { reloadedOnce: true }).action).toBe('backToCart');
    expect(widgetReaction('ITP', 'wallet', { reloadedOnce: true }).action).toBe('removeSpinner');
  });

  it('treats a code that nobody knows as UnknownError, and tells the merchant', () => {
    expect(widgetReaction('SomethingNew', 'wallet', FIRST)).toEqual({
      message: 'widgetContactMerchant',
      action: 'reloadOnce',
    });
    expect(widgetRowOf('SomethingNew')).toMatchObject({ row: 'x90', alert: 'each' });
  });

  it('finds no row by a name that every object has, nor by any other word', () => {
    const words = fc.oneof(
      fc.string(),
      fc.constantFrom('constructor', '__proto__', 'toString', 'hasOwnProperty', 'itp'),
    );

    fc.assert(
      fc.property(words, (word) => {
        fc.pre(!Object.keys(WIDGET_CODES).includes(word));
        expect(widgetRowOf(word).row).toBe('x90');
      }),
    );
  });
});
