import { createTokenBucket, type Quota, type TokenBucket } from './token-bucket';

/**
 * Documented request quotas, by environment. The Japanese CV2 pages name none: the US ones are assumed, and for sandbox
 * reads the CV1 figure.
 * @see amazon-pay-server-apis.md, sections 12 and 14.3
 */
export const CV2_QUOTAS = {
  LIVE: {
    read: { burst: 20, perSecond: 4 },
    createCharge: { burst: 10, perSecond: 4 },
    captureCharge: { burst: 20, perSecond: 4 },
    cancelCharge: { burst: 10, perSecond: 2 },
    createRefund: { burst: 10, perSecond: 4 },
    finalizeCheckoutSession: { burst: 20, perSecond: 4 },
    closeChargePermission: { burst: 10, perSecond: 2 },
  },
  SANDBOX: {
    read: { burst: 5, perSecond: 1 },
    createCharge: { burst: 2, perSecond: 1 },
    captureCharge: { burst: 2, perSecond: 1 },
    cancelCharge: { burst: 2, perSecond: 1 },
    createRefund: { burst: 2, perSecond: 1 },
    finalizeCheckoutSession: { burst: 2, perSecond: 1 },
    closeChargePermission: { burst: 2, perSecond: 1 },
  },
} as const satisfies Record<'LIVE' | 'SANDBOX', Readonly<Record<string, Quota>>>;

/** Quotas of each CV1 operation: the same for all reads, the same for all writes. */
export const MWS_QUOTAS = {
  LIVE: { read: { burst: 20, perSecond: 2 }, write: { burst: 10, perSecond: 1 } },
  SANDBOX: { read: { burst: 5, perSecond: 1 }, write: { burst: 2, perSecond: 0.5 } },
} as const satisfies Record<'LIVE' | 'SANDBOX', Readonly<Record<string, Quota>>>;

/** One bucket for each named quota. `now`: milliseconds. */
export function bucketsOf(
  quotas: Readonly<Record<string, Quota>>,
  now: () => number,
): ReadonlyMap<string, TokenBucket> {
  return new Map(Object.entries(quotas).map(([name, quota]) => [name, createTokenBucket(quota, now)]));
}
