import { type ServerRow } from '../server-row';

const SOURCE = 'seed 001, API';
const PRODUCT = 'this product';

const again = {
  source: SOURCE,
  handledBy: 'merchant',
  class: 'sameKeyRetry',
  prompt: null,
  pageMessage: null,
  effect: 'hold',
  next: 'sayChecking',
  alert: 'counted',
  move: 'retrySameKey',
} as const;

/**
 * Answers that are told by the HTTP status alone: a gateway page, an empty body, a body without a code.
 * @see outcome-table.md, rows b01-b05; amazon-pay-server-apis.md, section 7
 */
export const STATUS_ROWS = {
  '408': {
    ...again,
    row: 'x20',
    code: '(408)',
    httpStatus: '408',
    source: PRODUCT,
    action: 'Same key again.',
  },
  '425': {
    ...again,
    row: 'x20',
    code: '(425)',
    httpStatus: '425',
    source: PRODUCT,
    action: 'Same key again.',
  },
  '429': {
    ...again,
    row: 'x21',
    code: '(429)',
    httpStatus: '429',
    source: PRODUCT,
    action: 'Same key again, slower: lower the request rate.',
  },
  '500': {
    ...again,
    row: 'b01',
    code: 'InternalServerError',
    httpStatus: '500',
    afterwards: 'merchantMustFix',
    setting: 'AMAZON_PAY_SANDBOX',
    action:
      'Same key at 1, 2, 4, 10, 30 s, then a person. When it persists: a sandbox object was sent to the live endpoint or the reverse, check AMAZON_PAY_SANDBOX.',
  },
  '502': {
    ...again,
    row: 'b02',
    code: 'Bad Gateway',
    httpStatus: '502',
    action: 'Same key at 1, 2, 4, 10, 30 s, then a person. When it persists: ask the network administrator.',
  },
  '503': {
    ...again,
    row: 'b03',
    code: 'ServiceUnavailable',
    httpStatus: '503',
    action: 'Same key at 1, 2, 4, 10, 30 s, then a person.',
  },
  '504': {
    ...again,
    row: 'b05',
    code: 'Gateway Timeout',
    httpStatus: '504',
    action: 'Same key at 1, 2, 4, 10, 30 s, then a person; read the object before telling anything.',
  },
} as const satisfies Record<string, ServerRow>;

/** The throttle of the CV1 API, which shares its HTTP status with ServiceUnavailable. @see outcome-table.md, row b04 */
export const REQUEST_THROTTLED: ServerRow = {
  ...again,
  row: 'b04',
  code: 'RequestThrottled',
  httpStatus: '503',
  action: 'Same key at 1, 2, 4, 10, 30 s, then a person; lower the request rate.',
};

const notSent = {
  source: PRODUCT,
  httpStatus: '-',
  handledBy: 'merchant',
  prompt: null,
  pageMessage: null,
  effect: 'keepNotProcessed',
  next: 'apologise',
} as const;

/** What happens without an answer that can be read. @see amazon-pay-server-apis.md, section 7 (last row) */
export const FAULT_ROWS = {
  timedOut: {
    ...again,
    row: 'x22',
    code: '(time-out)',
    httpStatus: '-',
    source: PRODUCT,
    action: 'Same key again; a time-out of a write is unknown, never failed.',
  },
  socket: {
    ...again,
    row: 'x23',
    code: '(socket fault)',
    httpStatus: '-',
    source: PRODUCT,
    action: 'Same key again; the request may have arrived.',
  },
  tooLarge: {
    ...again,
    row: 'x24',
    code: '(answer too large)',
    httpStatus: 'any',
    source: PRODUCT,
    action: 'Same key again; the answer was cut off at the size limit.',
  },
  unreadable: {
    ...again,
    row: 'x25',
    code: '(answer not understood)',
    httpStatus: '2xx',
    source: PRODUCT,
    action: 'Same key again: the answer was damaged or had another form; never taken for paid.',
  },
  unknownCode: {
    ...again,
    row: 'x26',
    code: '(any code without a row)',
    httpStatus: 'any',
    source: PRODUCT,
    class: 'terminal',
    alert: 'each',
    move: 'handToPerson',
    action: 'A code without a row: add it to the tables after reading what it means. Nothing is sent again.',
  },
  answerDiffers: {
    ...again,
    row: 'x27',
    code: '(answer differs from the request)',
    httpStatus: '2xx',
    source: PRODUCT,
    class: 'terminal',
    effect: 'human',
    alert: 'each',
    move: 'handToPerson',
    action: "Id, amount or currency of the answer is not the request's: compare with Seller Central.",
  },
  invalidRequest: {
    ...notSent,
    row: 'x28',
    code: '(request not sent)',
    class: 'merchantMustFix',
    alert: 'each',
    move: 'handToPerson',
    isWrongId: true,
    action: 'An id, key or amount has not the documented form: a defect of the program or of stored data.',
  },
  otherEnvironment: {
    ...notSent,
    row: 'x29',
    code: '(id of the other environment)',
    class: 'merchantMustFix',
    alert: 'each',
    move: 'mendSetting',
    setting: 'AMAZON_PAY_SANDBOX',
    isWrongId: true,
    action:
      'The id belongs to the other environment: sandbox ids begin with S or C, live ids with P or B. Check AMAZON_PAY_SANDBOX.',
  },
  notAllowed: {
    ...notSent,
    row: 'x30',
    code: '(operation not allowed in this state)',
    class: 'terminal',
    effect: 'none',
    alert: 'never',
    move: 'readObject',
    action: 'The state that was read does not allow the operation; nothing was sent.',
  },
  permissionMissing: {
    ...notSent,
    row: 'x45',
    code: '(permission not granted)',
    class: 'buyerMustAct',
    effect: 'none',
    alert: 'never',
    move: 'askBuyer',
    action: 'The buyer has not granted payments:autopay_consent: go on without, or send the consent card.',
  },
  quota: {
    ...notSent,
    row: 'x31',
    code: '(own request limit)',
    class: 'sameKeyRetry',
    alert: 'counted',
    move: 'retrySameKey',
    action: 'Our own limit held the request back: it stays below the documented quota. Same key later.',
  },
  clockSkew: {
    ...notSent,
    row: 'x32',
    code: '(clock differs)',
    httpStatus: '403',
    class: 'merchantMustFix',
    alert: 'each',
    move: 'mendSetting',
    setting: 'the clock of this computer',
    action:
      'The signature was refused and the clock differs from Amazon Pay’s by more than five minutes: set the clock (NTP).',
  },
} as const satisfies Record<string, ServerRow>;
