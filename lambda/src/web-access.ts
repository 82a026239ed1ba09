import { setTimeout as sleep } from 'node:timers/promises';
import { type RequestHandler } from 'express';
import { type AccessParts, createCv2 } from './amazon-pay-access';
import { completeCheckout } from './checkout/complete-checkout';
import { createDocumentClient } from './dependencies';
import { type Shop } from './shop/shop';
import { type WebAssets } from './web/assets';
import { createTriesStore } from './web/tries-store';
import { createWebRouter } from './web/web-router';

/** What the shop's pages are composed of. */
export interface WebParts extends AccessParts {
  readonly shop: Shop;
  readonly assets: WebAssets;
}

/**
 * The shop's pages of the settings; undefined when the web checkout is not set up.
 * @throws AmazonPayConfigError naming every setting that can never work
 */
export function createWeb(parts: WebParts): RequestHandler | undefined {
  const { config, log, now } = parts;
  const cv2 = createCv2(parts, 'page');
  if (config.web === undefined || cv2 === undefined) return undefined;
  const client = createDocumentClient(config);
  return createWebRouter({
    ...parts,
    web: config.web,
    cv2,
    complete: completeCheckout,
    limiterStore: createTriesStore({ client, tableName: config.ordersTable, now, log }),
    wait: (delayMs) => sleep(delayMs),
  });
}
