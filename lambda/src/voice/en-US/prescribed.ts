import { type PrescribedPrompt } from '../../payment/prompt-keys';

/**
 * The sources prescribe these prompts in Japanese only; here is what each of them asks of the buyer, in our own English.
 * @see outcome-table.md, section 8
 */
export const PRESCRIBED = {
  somethingWentWrong: 'Sorry, there was a problem.',
  updateShippingAddress:
    'There is a problem with the delivery address in your Amazon account. Please correct it there.',
  merchantUnavailable: 'Sorry, {merchantName} cannot take orders right now.',
  tryAgainLater: 'Sorry, there was a problem. Please try again later.',
  enableAmazonPay:
    'Amazon Pay is not enabled for this skill yet. I have sent a card to the Alexa app, where you can enable it.',
  genericApology: 'Sorry, something went wrong. Please try again in a little while.',
  updatePaymentMethod:
    'There is a problem with a payment method in your Amazon account. Please correct your payment details there.',
  checkConfirmationCode:
    'Sorry, the problem is still there. In {activeUser} Alexa app, please check or reset the confirmation code for voice shopping.',
  enableVoiceShopping:
    'To go on with the payment, please turn on voice shopping in the settings of {activeUser} Alexa app.',
  enableOneClick:
    'To go on with the payment, 1-Click has to be enabled in {activeUser} Amazon account. I have sent a link about it to the Alexa app. Please try again when it is enabled.',
  updateDefaultPaymentMethod:
    'The default payment method for 1-Click has to be updated. I have sent a link about it to {activeUser} Alexa app. Please try again when it is updated.',
  addBillingAddress:
    'The default payment method for 1-Click has no billing address. I have sent a link about it to {activeUser} Alexa app. Please try again when the address is set.',
  changePaymentMethod:
    'This merchant cannot use the default payment method for 1-Click. I have sent a link about changing it to {activeUser} Alexa app. Please try again when it is changed.',
  registerEmail:
    'No email address is registered. In {activeUser} Amazon account, please open Login and Security and register one. Then try again.',
  cannotProcessPayment: 'The payment cannot be processed right now. Please try again later.',
} as const satisfies Record<PrescribedPrompt, string>;
