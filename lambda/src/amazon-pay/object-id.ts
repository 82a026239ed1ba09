/** Sandbox and live are two worlds: an object of one is unknown in the other. */
export type Environment = 'SANDBOX' | 'LIVE';

/** Forms of Amazon Pay's ids; 01 is the US, 02 Europe, 03 Japan. @see amazon-pay-server-apis.md, section 3 */
const FORMS = {
  checkoutSession: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  chargePermission: /^[BCPS]\d{2}-\d{7}-\d{7}$/,
  charge: /^[BCPS]\d{2}-\d{7}-\d{7}-C\d{6}$/,
  refund: /^[BCPS]\d{2}-\d{7}-\d{7}-R\d{6}$/,
  billingAgreement: /^[BC]\d{2}-\d{7}-\d{7}$/,
  orderReference: /^[PS]\d{2}-\d{7}-\d{7}$/,
  authorization: /^[PS]\d{2}-\d{7}-\d{7}-A\d{6}$/,
  capture: /^[PS]\d{2}-\d{7}-\d{7}-C\d{6}$/,
  mwsRefund: /^[PS]\d{2}-\d{7}-\d{7}-R\d{6}$/,
} as const;

/** A kind of object that has an id. */
export type ObjectKind = keyof typeof FORMS;

/** Tells whether a text has the form of an id of this kind. */
export function isId(kind: ObjectKind, text: string): boolean {
  return FORMS[kind].test(text);
}

/** Why an id is not sent: it has not the documented form, or its first letter names the other environment. */
export type IdFault = 'invalidRequest' | 'otherEnvironment';

/** Checks an id before it enters a path or a form; undefined when it is good. Session ids carry no environment. */
export function idFault(kind: ObjectKind, id: string, environment: Environment): IdFault | undefined {
  if (!isId(kind, id)) return 'invalidRequest';
  if (kind === 'checkoutSession') return undefined;
  const isSandbox = id.startsWith('S') || id.startsWith('C');
  return isSandbox === (environment === 'SANDBOX') ? undefined : 'otherEnvironment';
}

/** Tells whether a reference or idempotency key has the documented form: 1 to 32 letters, digits, `_` or `-`. */
export function isKey(key: string): boolean {
  return /^[A-Za-z0-9_-]{1,32}$/.test(key);
}

/** Tells whether an amount may be sent: whole yen, 1 to 10,000,000. @see amazon-pay-server-apis.md, section 12 */
export function isAmountYen(amountYen: number): boolean {
  return Number.isSafeInteger(amountYen) && amountYen >= 1 && amountYen <= 10_000_000;
}
