import { setTimeout as sleep } from 'node:timers/promises';
import { type RequestHandler } from 'express';
import { type Store } from 'express-rate-limit';
import { type AccessParts, createCv2, createMws } from './amazon-pay-access';
import { completeCheckout } from './checkout/complete-checkout';
import { createDocumentClient } from './dependencies';
import { type Shop } from './shop/shop';
import { type WebAssets } from './web/assets';
import { createTriesStore, type TriesStore } from './web/tries-store';
import { createWebRouter } from './web/web-router';

/** What the shop's pages are composed of. */
export interface WebParts extends AccessParts {
  readonly shop: Shop;
  readonly assets: WebAssets;
  /** Counts wrong codes; absent: the order table does. */
  readonly limiterStore?: Store | undefined;
  /** Resolves after so many milliseconds; absent: real time. */
  readonly wait?: ((delayMs: number) => Promise<unknown>) | undefined;
}

/**
 * The shop's pages of the settings; undefined when the web checkout is not set up.
 * @throws AmazonPayConfigError naming every setting that can never work
 */
export function createWeb(parts: WebParts): RequestHandler | undefined {
  const { config } = parts;
  const cv2 = createCv2(parts, 'page');
  if (config.web === undefined || cv2 === undefined) return undefined;
  return createWebRouter({
    ...parts,
    web: config.web,
    cv2,
    mws: createMws(parts, 'page'),
    complete: completeCheckout,
    limiterStore: parts.limiterStore ?? createTableTries(parts),
    wait: parts.wait ?? ((delayMs) => sleep(delayMs)),
  });
}

/** Counts wrong codes in the order table. */
export function createTableTries({
  config,
  now,
  log,
}: Pick<AccessParts, 'config' | 'now' | 'log'>): TriesStore {
  return createTriesStore({ client: createDocumentClient(config), tableName: config.ordersTable, now, log });
}
