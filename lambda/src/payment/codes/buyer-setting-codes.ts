import { type CodeRow } from '../code-row';

const PIN = 'seed 000, PIN';
const ONE_CLICK = 'seed 000, 1-Click';

const amazon = {
  handledBy: 'Amazon Pay',
  class: 'amazonHandles',
  afterwards: 'buyerMustAct',
  effect: 'keepRefused',
  next: 'sayCartKept',
  alert: 'never',
} as const;
const oneClick = { ...amazon, source: ONE_CLICK, httpStatus: '400' } as const;

/** Voice PIN errors. @see outcome-table.md, rows a39-a40 */
export const PIN_CODES = {
  CustomerApprovalFailure: {
    ...amazon,
    row: 'a39',
    code: 'CustomerApprovalFailure',
    source: PIN,
    httpStatus: '403',
    prompt: 'checkConfirmationCode',
    next: 'askToTryAgain',
    action:
      'The buyer checks or resets the voice code in the Alexa app; the skill asks whether to try again.',
  },
  VoicePurchaseNotEnabled: {
    ...amazon,
    row: 'a40',
    code: 'VoicePurchaseNotEnabled',
    source: PIN,
    httpStatus: '403',
    prompt: 'enableVoiceShopping',
    action: 'The buyer enables voice shopping in the Alexa app.',
  },
} as const satisfies Record<string, CodeRow>;

/** 1-Click errors by what the message speaks of; one code has three prompts. @see outcome-table.md, rows a41-a45 */
export const ONE_CLICK_ROWS = {
  shippingAddress: {
    ...oneClick,
    row: 'a41',
    code: 'InvalidShippingAddress',
    prompt: 'enableOneClick',
    effect: 'keep',
    action: 'The buyer sets up 1-Click; Amazon Pay sends the link; Setup again at the next launch.',
  },
  paymentMethod: {
    ...oneClick,
    row: 'a42',
    code: 'InvalidPaymentMethod',
    prompt: 'updateDefaultPaymentMethod',
    action: 'The buyer updates the default 1-Click payment method; Amazon Pay sends the link.',
  },
  billingAddress: {
    ...oneClick,
    row: 'a43',
    code: 'InvalidPaymentMethod',
    prompt: 'addBillingAddress',
    action:
      'The buyer adds a billing address to the default 1-Click payment method; Amazon Pay sends the link.',
  },
  methodNotAllowed: {
    ...oneClick,
    row: 'a44',
    code: 'InvalidPaymentMethod',
    prompt: 'changePaymentMethod',
    action: 'The merchant does not take the default 1-Click payment method: the buyer chooses another one.',
  },
  customerAccount: {
    ...oneClick,
    row: 'a45',
    code: 'UnsupportedCustomerAccount',
    prompt: 'registerEmail',
    action: 'The buyer registers an e-mail address with the Amazon account.',
  },
} as const satisfies Record<string, CodeRow>;
