import { type OutcomeLine } from '../../payment/prompt-keys';

/** The product's own sentences on what happened to the money and the order. */
export const OUTCOME_LINES = {
  orderNotPlaced: 'Your order has not been placed.',
  cartKept: 'Your cart has been kept.',
  resultBeingChecked: 'I am checking the result of your payment. You will not be charged twice.',
  pendingResult:
    'I am checking the result of your payment. Please do not order again, and wait until you hear the result.',
  updatePaymentFirst:
    'Your payment method needs an update. Please check it in your Amazon account, and then say "continue".',
  otherPaymentNeeded: 'This payment method could not be used.',
  permissionNeeded: 'Permission for Amazon Pay is needed. I have sent a card to the Alexa app.',
} as const satisfies Record<OutcomeLine, string>;
