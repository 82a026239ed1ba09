/** A documented quota: so many requests at once, so many more each second. */
export interface Quota {
  readonly burst: number;
  readonly perSecond: number;
}

/** Keeps requests below a quota. */
export interface TokenBucket {
  /**
   * Takes one request's place. Returns the milliseconds to wait before sending, 0 for at once; undefined when that
   * would be longer than `maxWaitMs`, and then no place is taken.
   */
  reserve(maxWaitMs: number): number | undefined;
}

/** Makes a bucket that starts full. `now`: milliseconds, never going back. */
export function createTokenBucket({ burst, perSecond }: Quota, now: () => number): TokenBucket {
  let tokens = burst;
  let atMs = now();
  return {
    reserve(maxWaitMs) {
      const nowMs = Math.max(now(), atMs);
      tokens = Math.min(burst, tokens + ((nowMs - atMs) / 1000) * perSecond);
      atMs = nowMs;
      const waitMs = tokens >= 1 ? 0 : Math.ceil(((1 - tokens) / perSecond) * 1000);
      if (waitMs > maxWaitMs) return undefined;
      tokens -= 1;
      return waitMs;
    },
  };
}
