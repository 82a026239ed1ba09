import { randomUUID } from 'node:crypto';
import { type CheckoutCalls } from '../checkout/checkout-deps';
import { type Config } from '../config';
import { type WorkStore } from '../orders/store';
import { type Shop } from '../shop/shop';
import { type Log } from '../telemetry/log';
import { createSmtpMailer } from './smtp-mailer';
import { type ChargeReader, type WorkerDeps } from './worker-deps';

/** What the background shares with the skill. */
export interface WorkerParts {
  readonly config: Config;
  readonly store: WorkStore;
  readonly shop: Shop;
  readonly log: Log;
  readonly now: () => number;
  readonly chargeReader?: ChargeReader | undefined;
  readonly checkoutCalls?: CheckoutCalls | undefined;
}

/** The background's dependencies from the settings. Each process is another owner of leases. */
export function createWorkerDeps(parts: WorkerParts): WorkerDeps {
  const { config, store, shop, log, now, chargeReader, checkoutCalls } = parts;
  return {
    store,
    shop,
    log,
    now,
    chargeReader,
    checkoutCalls,
    payPage: { tokenSecret: config.tokenSecret, web: config.web },
    owner: randomUUID(),
    mayRepeatCharge: config.mayRepeatCharge,
    mailer: config.mail === undefined ? undefined : createSmtpMailer(config.mail),
  };
}
