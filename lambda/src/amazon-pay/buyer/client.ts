import { classifyFault } from '../../payment/server-classify';
import { type CallResult } from '../call-result';
import { isSafeBaseUrl } from '../config-error';
import { readJson, readJsonError } from '../json-answer';
import { type Environment } from '../object-id';
import { type ClientEffects, type ClientLimits, notSent, sendCall } from '../sender';
import { type BuyerAddress, readBuyerAddress, readBuyerId } from './objects';

/** One question in a turn. Token and endpoint are those of this very request; the permission was checked by hand. */
interface BuyerQuestion {
  readonly apiEndpoint: string;
  readonly apiAccessToken: string;
  readonly isPermissionGranted: boolean;
}

/** The Buyer ID and Buyer address APIs. Whatever fails, the order goes on without the answer. */
export interface BuyerClient {
  /** The buyer's id; always of the live environment, there is no sandbox. */
  getBuyerId(question: BuyerQuestion): Promise<CallResult<string>>;
  /** The default 1-Click address; `undefined` when the buyer has none. */
  getBuyerAddress(question: BuyerQuestion): Promise<CallResult<BuyerAddress | 'none'>>;
}

/** Settings. `sandboxEmail`: the test account, sandbox only. `baseUrl`: the simulated server. */
export interface BuyerConfig {
  readonly sellerId: string;
  readonly environment: Environment;
  readonly sandboxEmail?: string | undefined;
  readonly baseUrl?: string | undefined;
}

/** Amazon Pay's host by Alexa's endpoint: the token goes nowhere else. @see alexa-amazon-pay.md, section 9 */
const HOSTS: Readonly<Record<string, string>> = {
  'https://api.fe.amazonalexa.com': 'https://pay-api.amazon.jp',
  'https://api.eu.amazonalexa.com': 'https://pay-api.amazon.eu',
  'https://api.amazonalexa.com': 'https://pay-api.amazon.com',
};
/** One attempt of 2 s in a turn. */
const LIMITS = { timeoutMs: 2000, maxBytes: 65_536, budgetMs: 0 } as const;

/** Makes the client. `limits` of the sends: one of 2 s unless given. */
export function createBuyerClient(
  config: BuyerConfig,
  effects: ClientEffects,
  limits: ClientLimits = LIMITS,
): BuyerClient {
  const wire = { channel: 'buyer', readError: readJsonError, effects, limits } as const;

  async function ask<Value>(question: BuyerQuestion, asked: Asked<Value>): Promise<CallResult<Value>> {
    const { operation, path, read } = asked;
    if (!question.isPermissionGranted) {
      return { ok: false, failure: notSent(operation, classifyFault('permissionMissing', 'read')) };
    }
    const host = hostOf(question.apiEndpoint, config.baseUrl);
    if (host === undefined || !/^[\x21-\x7e]{1,8192}$/.test(question.apiAccessToken)) {
      return { ok: false, failure: notSent(operation, classifyFault('invalidRequest', 'read')) };
    }
    const headers = {
      accept: 'application/json',
      authorization: `Bearer ${question.apiAccessToken}`,
      ...asked.headers,
    };
    return sendCall(
      {
        operation,
        kind: 'read',
        bucket: undefined,
        build: () => ({ url: `${host}${path}`, method: 'GET', headers }),
        read: (answer) => read(readJson(answer)),
        fits: () => true,
      },
      wire,
    );
  }

  return {
    getBuyerId: (question) =>
      ask(question, { operation: 'buyerId', path: '/live/v1/buyer/id', headers: {}, read: readBuyerId }),
    getBuyerAddress: (question) => {
      const { environment, sellerId, sandboxEmail } = config;
      const isSandbox = environment === 'SANDBOX' && sandboxEmail !== undefined;
      return ask(question, {
        operation: 'buyerAddresses',
        path: `/${environment.toLowerCase()}/v1/buyer/addresses?sellerId=${encodeURIComponent(sellerId)}`,
        headers: isSandbox ? { 'x-amz-pay-sandbox-email-id': sandboxEmail } : {},
        read: readBuyerAddress,
      });
    },
  };
}

interface Asked<Value> {
  readonly operation: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly read: (json: unknown) => Value | undefined;
}

function hostOf(apiEndpoint: string, baseUrl: string | undefined): string | undefined {
  const host = Object.hasOwn(HOSTS, apiEndpoint) ? HOSTS[apiEndpoint] : undefined;
  if (host === undefined || baseUrl === undefined) return host;
  return isSafeBaseUrl(baseUrl) ? new URL(baseUrl).origin : undefined;
}
