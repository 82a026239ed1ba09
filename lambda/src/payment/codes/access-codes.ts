import { type CodeRow } from '../code-row';

const SOURCE = 'seed 000, access permission';

const notGranted = {
  source: SOURCE,
  httpStatus: '403',
  handledBy: 'merchant',
  class: 'buyerMustAct',
  prompt: 'enableAmazonPay',
  effect: 'keep',
  next: 'sendConsentCard',
  alert: 'never',
  action: 'The buyer grants payments:autopay_consent on the consent card.',
} as const;

/** Access errors of Setup and Charge. @see outcome-table.md, rows a17-a20 */
export const ACCESS_CODES = {
  MissingPermissionsToAccessResource: {
    row: 'a17',
    code: 'MissingPermissionsToAccessResource',
    source: SOURCE,
    httpStatus: '403',
    handledBy: 'Amazon Pay',
    class: 'amazonHandles',
    afterwards: 'buyerMustAct',
    prompt: null,
    effect: 'keep',
    next: 'pointToAmazonsCard',
    alert: 'never',
    action: 'Amazon Pay sends its own card; the buyer enables voice shopping and the permission.',
  },
  FORBIDDEN: {
    row: 'a18',
    code: 'FORBIDDEN',
    source: SOURCE,
    httpStatus: '403',
    handledBy: 'merchant',
    class: 'merchantMustFix',
    prompt: null,
    effect: 'keep',
    next: 'apologise',
    alert: 'each',
    offersWeb: true,
    action: 'Declare payments:autopay_consent in the skill manifest (developer console, permissions).',
  },
  ACCESS_NOT_REQUESTED: { ...notGranted, row: 'a19', code: 'ACCESS_NOT_REQUESTED' },
  ACCESS_DENIED: { ...notGranted, row: 'a20', code: 'ACCESS_DENIED' },
} as const satisfies Record<string, CodeRow>;
