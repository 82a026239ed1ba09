import { createHmac } from 'node:crypto';

/** Digits and letters that are not taken for one another: no I, L, O and U. 32 signs, 5 bits each. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 8;
const CODE = /^[0-9A-HJKMNP-TV-Z]{8}$/;

/** Which link a code belongs to. `no`: 1 for the first link of the order. */
export interface CodeSource {
  readonly orderId: string;
  readonly no: number;
}

/**
 * The code of a link: 8 signs, 40 bits, derived from order, link number and secret. It is never stored, cannot be guessed
 * without the secret, and can be told again at any time.
 * @see issue "web checkout": 8 characters, single order, unguessable; amazon-pay-server-apis.md, section 18 (path 2)
 */
export function checkoutCode({ orderId, no }: CodeSource, secret: string): string {
  const digest = createHmac('sha256', secret).update(`checkout code\n${orderId}\n${no}`, 'utf8').digest();
  let bits = digest.readUIntBE(0, 5);
  let code = '';
  for (let place = 0; place < CODE_LENGTH; place += 1) {
    code = (SIGNS[bits % SIGNS.length] ?? '') + code;
    bits = Math.floor(bits / SIGNS.length);
  }
  return code;
}

/** The code as it is shown to a person: two groups of four. */
export function writeCheckoutCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** Reads what a person typed: any width, case, blanks and hyphens; O is 0, I and L are 1. Undefined: no code at all. */
export function parseCheckoutCode(typed: string): string | undefined {
  const code = typed
    .slice(0, 64)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-ー‐−]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return CODE.test(code) ? code : undefined;
}

/** The key under which a code's pointer is stored: a keyed hash, so that the table holds no code. */
export function codeKeyOf(code: string, secret: string): string {
  return `code:${createHmac('sha256', secret).update(`code key\n${code}`, 'utf8').digest('hex').slice(0, 32)}`;
}
