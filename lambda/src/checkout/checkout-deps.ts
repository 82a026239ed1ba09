import { type Cv2Client } from '../amazon-pay/cv2/client';
import { type Config, type WebConfig } from '../config';
import { type OrderStore } from '../orders/store';
import { type Shop } from '../shop/shop';
import { type Log } from '../telemetry/log';

/** The calls of CV2 that a checkout needs. */
export type CheckoutCalls = Pick<
  Cv2Client,
  'getCheckoutSession' | 'finalizeCheckoutSession' | 'getCharge' | 'getChargePermission'
>;

/** Everything the web checkout works with. `web`: the settings that make it one. */
export interface CheckoutDeps {
  readonly config: Config;
  readonly web: WebConfig;
  readonly shop: Shop;
  readonly store: OrderStore;
  readonly cv2: CheckoutCalls;
  readonly log: Log;
  /** Epoch milliseconds. */
  readonly now: () => number;
}
