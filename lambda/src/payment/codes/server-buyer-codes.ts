import { type ServerRow } from '../server-row';

const buyer = {
  source: 'seed 000, Buyer ID',
  handledBy: 'merchant',
  prompt: null,
  pageMessage: null,
  effect: 'none',
  next: 'apologise',
} as const;

/**
 * Errors of Buyer ID and Buyer address, by the code without `_` and in lower case. None of them stops the order.
 * @see outcome-table.md, rows a52-a56 and rule 5
 */
export const BUYER_CODES = {
  forbidden: {
    ...buyer,
    row: 'a52',
    code: 'Forbidden',
    httpStatus: '403',
    class: 'merchantMustFix',
    alert: 'each',
    move: 'mendSetting',
    setting: 'AMAZON_PAY_SELLER_ID',
    action:
      'The seller account may not ask for the buyer id: register the skill ID in the production Seller Central of AMAZON_PAY_SELLER_ID.',
  },
  invalidrequest: {
    ...buyer,
    row: 'a53',
    code: 'InvalidRequest',
    httpStatus: '400',
    class: 'merchantMustFix',
    alert: 'each',
    move: 'handToPerson',
    action: 'A parameter is missing or misshapen: a defect of the program.',
  },
  invalidtoken: {
    ...buyer,
    row: 'a54',
    code: 'InvalidToken',
    httpStatus: '400',
    class: 'sameKeyRetry',
    alert: 'never',
    move: 'wait',
    action: "Go on without the id; ask again in the next turn with that request's apiAccessToken.",
  },
  insufficientscope: {
    ...buyer,
    row: 'a55',
    code: 'InsufficientScope',
    httpStatus: '401',
    class: 'buyerMustAct',
    alert: 'never',
    move: 'askBuyer',
    action: 'Go on without the id; a consent card only when it is really needed.',
  },
  servererror: {
    ...buyer,
    row: 'a56',
    code: 'ServerError',
    httpStatus: '500',
    class: 'sameKeyRetry',
    alert: 'counted',
    move: 'retrySameKey',
    action: 'Once more within the turn, then go on without the id.',
  },
} as const satisfies Record<string, ServerRow>;
