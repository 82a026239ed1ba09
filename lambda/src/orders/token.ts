import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a token allows. `setup` and `charge` lead an answer to its directive; the others a はい to its question. */
export type TokenUse = 'setup' | 'charge' | 'quote' | 'cancel' | 'refund';

/** What a token points to. `no`: number of the directive or of the quote; 0 where there is none. */
export interface TokenClaim {
  readonly orderId: string;
  readonly use: TokenUse;
  readonly no: number;
}

/** Who a token is for: the buyer's key goes into the signature, so another user's token does not verify. */
export interface TokenKey {
  readonly secret: string;
  readonly buyerKey: string;
}

/** One letter per use keeps the token short. */
const LETTERS = { setup: 's', charge: 'c', quote: 'q', cancel: 'x', refund: 'r' } as const satisfies Record<
  TokenUse,
  string
>;
const FORM = /^([0-9A-Za-z-]{1,40})\.([a-z])(\d{1,6})\.([\w-]{22})$/;

/**
 * Signs a token: order, use and number, readable, with 128 bits of HMAC-SHA256 behind them.
 * @see money-safety.md, section 4 (token of the directive)
 */
export function signToken({ orderId, use, no }: TokenClaim, key: TokenKey): string {
  const claim = `${orderId}.${LETTERS[use]}${no}`;
  return `${claim}.${signature(claim, key)}`;
}

/** Reads a token. Undefined: forged, garbled, or another user's; nothing may be changed then. */
export function verifyToken(token: string | undefined, key: TokenKey): TokenClaim | undefined {
  const [, orderId, letter, no, given] = FORM.exec(token ?? '') ?? [];
  if (orderId === undefined || letter === undefined || no === undefined || given === undefined)
    return undefined;
  const use = USES.find((candidate) => LETTERS[candidate] === letter);
  const expected = signature(`${orderId}.${letter}${no}`, key);
  const genuine = timingSafeEqual(Buffer.from(given, 'utf8'), Buffer.from(expected, 'utf8'));
  return use !== undefined && genuine ? { orderId, use, no: Number(no) } : undefined;
}

const USES: readonly TokenUse[] = ['setup', 'charge', 'quote', 'cancel', 'refund'];

function signature(claim: string, { secret, buyerKey }: TokenKey): string {
  return createHmac('sha256', secret)
    .update(`${buyerKey}\n${claim}`, 'utf8')
    .digest('base64url')
    .slice(0, 22);
}

/**
 * The key under which a buyer's orders are stored: an HMAC of Alexa's user id, so that the id itself is nowhere.
 * 32 lower-case hex characters.
 * @see endpoint-security.md, section 6
 */
export function buyerKeyOf(userId: string, secret: string): string {
  return createHmac('sha256', secret).update(`buyer\n${userId}`, 'utf8').digest('hex').slice(0, 32);
}
