import { setTimeout as sleep } from 'node:timers/promises';
import { type RequestHandler } from 'express';
import { type Config } from './config';
import { type WorkStore } from './orders/store';
import { type Log } from './telemetry/log';
import { takeCheckoutNotification } from './worker/take-checkout-notification';
import { takeNotification } from './worker/take-notification';
import { createCertificateSource } from './amazon-pay/ipn/certificates';
import { createIpnRouter } from './amazon-pay/ipn/ipn-router';
import { type Cv2Client, createCv2Client } from './amazon-pay/cv2/client';
import { createMwsClient, type MwsClient } from './amazon-pay/mws/client';

/** What access to Amazon Pay's server side is made of. `trustAnchors`: PEM roots of a simulated SNS. */
export interface AccessParts {
  readonly config: Config;
  readonly store: WorkStore;
  readonly log: Log;
  readonly now: () => number;
  readonly random: () => number;
  readonly fetch: typeof fetch;
  readonly trustAnchors?: readonly string[] | undefined;
}

/** One send per question: the background has a ladder of its own, and a notification comes again. */
const ONE_SEND = { timeoutMs: 10_000, maxBytes: 262_144, budgetMs: 0 } as const;
/** A buyer waits before the page: a synchronous authorization takes up to 30 s, and little time is left to repeat. */
const WHILE_A_BUYER_WAITS = { timeoutMs: 31_000, maxBytes: 262_144, budgetMs: 8000 } as const;

/**
 * The CV1 client of the settings; undefined when no keys are set. `waiting`: as for `createCv2`.
 * @throws AmazonPayConfigError naming every setting that can never work
 */
export function createMws(
  { config, log, now, random, fetch }: AccessParts,
  waiting: 'page' | 'background' = 'background',
): MwsClient | undefined {
  if (config.mws === undefined) return undefined;
  const access = { ...config.mws, environment: config.releaseEnvironment, sellerId: config.sellerId };
  return createMwsClient(
    access,
    { fetch, now, random, log, sleep: (delayMs: number) => sleep(delayMs) },
    waiting === 'page' ? WHILE_A_BUYER_WAITS : ONE_SEND,
  );
}

/**
 * The CV2 client of the settings; undefined when the web checkout is not set up. `waiting`: `page` repeats while a buyer
 * waits, `background` sends once, because the background has a ladder of its own.
 * @throws AmazonPayConfigError naming every setting that can never work
 */
export function createCv2(
  { config, log, now, random, fetch }: AccessParts,
  waiting: 'page' | 'background',
): Cv2Client | undefined {
  if (config.web === undefined) return undefined;
  const { publicKeyId, privateKey, baseUrl } = config.web;
  return createCv2Client(
    { environment: config.releaseEnvironment, region: 'jp', publicKeyId, privateKey, baseUrl },
    { fetch, now, random, log, sleep: (delayMs: number) => sleep(delayMs) },
    waiting === 'page' ? WHILE_A_BUYER_WAITS : ONE_SEND,
  );
}

/** `POST /ipn` of the settings; undefined when no topics are set. */
export function createIpn(
  parts: AccessParts & { readonly mws: MwsClient | undefined; readonly cv2?: Cv2Client | undefined },
): RequestHandler | undefined {
  const { config, mws, cv2, log, now, fetch, trustAnchors } = parts;
  if (config.ipnTopicArns.length === 0) return undefined;
  return createIpnRouter({
    topicArns: config.ipnTopicArns,
    sellerId: config.sellerId,
    certificateOf: createCertificateSource({ fetch, now, trustAnchors }),
    onNotification: (notification) => {
      if (notification.api === 'cv2' && cv2 !== undefined)
        return takeCheckoutNotification({ ...parts, cv2 }, notification);
      if (notification.api === 'mws' && mws !== undefined)
        return takeNotification({ ...parts, mws }, notification);
      return Promise.resolve('ignored');
    },
    fetch,
    now,
    log,
  });
}
