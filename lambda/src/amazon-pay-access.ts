import { setTimeout as sleep } from 'node:timers/promises';
import { type RequestHandler } from 'express';
import { type Config } from './config';
import { type WorkStore } from './orders/store';
import { type Log } from './telemetry/log';
import { takeNotification } from './worker/take-notification';
import { createCertificateSource } from './amazon-pay/ipn/certificates';
import { createIpnRouter } from './amazon-pay/ipn/ipn-router';
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

/**
 * The CV1 client of the settings; undefined when no keys are set.
 * @throws AmazonPayConfigError naming every setting that can never work
 */
export function createMws({ config, log, now, random, fetch }: AccessParts): MwsClient | undefined {
  if (config.mws === undefined) return undefined;
  const access = { ...config.mws, environment: config.releaseEnvironment, sellerId: config.sellerId };
  return createMwsClient(
    access,
    { fetch, now, random, log, sleep: (delayMs: number) => sleep(delayMs) },
    ONE_SEND,
  );
}

/** `POST /ipn` of the settings; undefined when no topics are set. */
export function createIpn(
  parts: AccessParts & { readonly mws: MwsClient | undefined },
): RequestHandler | undefined {
  const { config, mws, log, now, fetch, trustAnchors } = parts;
  if (mws === undefined || config.ipnTopicArns.length === 0) return undefined;
  return createIpnRouter({
    topicArns: config.ipnTopicArns,
    sellerId: config.sellerId,
    certificateOf: createCertificateSource({ fetch, now, trustAnchors }),
    onNotification: (notification) => takeNotification({ ...parts, mws }, notification),
    fetch,
    now,
    log,
  });
}
