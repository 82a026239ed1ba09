/** The request limit of the service. */

/**
 * Makes a counter of requests per second. The returned function counts one request at `nowMs` (epoch
 * milliseconds) and tells whether it is above the limit.
 */
export function createThrottle(): (nowMs: number, requestsPerSecond: number) => boolean {
  let second = Number.NaN;
  let count = 0;
  return (nowMs, requestsPerSecond) => {
    const now = Math.floor(nowMs / 1000);
    count = now === second ? count + 1 : 1;
    second = now;
    return count > requestsPerSecond;
  };
}
