/** Keys of the prompts that the source documents prescribe; the words stand in `voice/`. */
export type PrescribedPrompt =
  | 'somethingWentWrong'
  | 'updateShippingAddress'
  | 'merchantUnavailable'
  | 'tryAgainLater'
  | 'enableAmazonPay'
  | 'genericApology'
  | 'updatePaymentMethod'
  | 'checkConfirmationCode'
  | 'enableVoiceShopping'
  | 'enableOneClick'
  | 'updateDefaultPaymentMethod'
  | 'addBillingAddress'
  | 'changePaymentMethod'
  | 'registerEmail'
  | 'cannotProcessPayment';

/** Keys of the product's own sentences about what happened to the money and the order. */
export type OutcomeLine =
  | 'orderNotPlaced'
  | 'cartKept'
  | 'resultBeingChecked'
  | 'pendingResult'
  | 'updatePaymentFirst'
  | 'otherPaymentNeeded'
  | 'permissionNeeded';

/** Any sentence a payment decision may choose. */
export type OutcomePrompt = PrescribedPrompt | OutcomeLine;
