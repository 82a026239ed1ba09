/** What the simulated server APIs know about the merchant: keys, and the quotas they keep. */
import { generateKeyPairSync } from 'node:crypto';

/** A burst and how many requests per second refill it. */
export interface ServerQuota {
  readonly burst: number;
  readonly perSecond: number;
}

/** The merchant's access to CV2 and MWS. `publicKeys`: public key id → PEM. */
export interface ServerAccount {
  readonly sellerId: string;
  /** The application that the page names; its origin is the shop's. */
  readonly storeId: string;
  readonly publicKeys: ReadonlyMap<string, string>;
  readonly mwsAccessKeyId: string;
  readonly mwsSecretKey: string;
  /** False: the account is suspended (InvalidAccountStatus). */
  readonly accountOpen: boolean;
  /** Whole yen that one agreement may be authorized for in one calendar month. */
  readonly periodLimitYen: number;
  readonly quotas: { readonly read: ServerQuota; readonly write: ServerQuota };
  /** Alexa access tokens that the Buyer APIs take, and whose buyer they stand for. */
  readonly buyerTokens: ReadonlyMap<string, { readonly buyerId: string; readonly hasScope: boolean }>;
}

/** A merchant in good order, with `changes` laid over it; the keys are those of `TEST_KEYS`. */
export function serverAccount(changes: Partial<ServerAccount> = {}): ServerAccount {
  return {
    sellerId: 'A1KOEMISE',
    storeId: 'amzn1.application-oa2-client.0123456789abcdef0123456789abcdef',
    publicKeys: new Map([
      ['SANDBOX-AKOEMISEKEY', testKeys().publicKey],
      ['LIVE-AKOEMISEKEY', testKeys().publicKey],
      ['AKOEMISEKEY', testKeys().publicKey],
    ]),
    mwsAccessKeyId: 'AKIAKOEMISELOCAL',
    mwsSecretKey: 'local-only-mws-secret',
    accountOpen: true,
    periodLimitYen: 100_000,
    quotas: { read: { burst: 1000, perSecond: 1000 }, write: { burst: 1000, perSecond: 1000 } },
    buyerTokens: new Map([
      ['token-of-taro', { buyerId: 'amzn1.account.TARO', hasScope: true }],
      ['token-without-scope', { buyerId: 'amzn1.account.HANA', hasScope: false }],
    ]),
    ...changes,
  };
}

/** The documented sandbox quotas. @see amazon-pay-server-apis.md, sections 12 and 14.3 */
export const SANDBOX_QUOTAS = {
  read: { burst: 5, perSecond: 1 },
  write: { burst: 2, perSecond: 0.5 },
} as const satisfies ServerAccount['quotas'];

/** A key pair made once per process: it protects nothing. */
export function testKeys(): { readonly publicKey: string; readonly privateKey: string } {
  keys ??= generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return keys;
}

let keys: { readonly publicKey: string; readonly privateKey: string } | undefined;
