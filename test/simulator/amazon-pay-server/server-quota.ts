/** The documented quotas of the server APIs, kept per operation. */
import type { ServerQuota } from './server-account';

/** Counts a request of an operation at `nowMs` (epoch milliseconds); true when it is above the quota. */
export type QuotaGuard = (operation: string, quota: ServerQuota, nowMs: number) => boolean;

/** Makes a guard whose buckets start full. */
export function createQuotaGuard(): QuotaGuard {
  const levels = new Map<string, { tokens: number; atMs: number }>();
  return (operation, quota, nowMs) => {
    const level = levels.get(operation) ?? { tokens: quota.burst, atMs: nowMs };
    const refilled = level.tokens + ((nowMs - level.atMs) / 1000) * quota.perSecond;
    const tokens = Math.min(quota.burst, refilled);
    // A little short of one token is one token: fractions of seconds do not add up exactly.
    const isAbove = tokens < 0.999;
    levels.set(operation, { tokens: isAbove ? tokens : tokens - 1, atMs: nowMs });
    return isAbove;
  };
}
