import { type Store } from 'express-rate-limit';
import { type AgreementCalls } from '../checkout/agreement-deps';
import { type CheckoutDeps } from '../checkout/checkout-deps';
import { type completeCheckout } from '../checkout/complete-checkout';
import { type WebAssets } from './assets';

/** Everything the shop's pages work with. */
export interface WebDeps extends CheckoutDeps {
  readonly assets: WebAssets;
  /** The CV1 API; absent: there is no widget page. */
  readonly mws?: AgreementCalls | undefined;
  /** Counts wrong codes by address. */
  readonly limiterStore: Store;
  /** What a buyer's "pay" does: `completeCheckout`, unless a test puts something in its place. */
  readonly complete: typeof completeCheckout;
  /** Resolves after so many milliseconds. */
  readonly wait: (delayMs: number) => Promise<unknown>;
  /** A number in [0, 1). */
  readonly random: () => number;
}
