/** What the test and the shop's process say to each other besides envelopes. */

/** Headers of a request: the time of the test, whose purchase it is, and what the buyer does. */
export const HEADERS = { nowMs: 'x-now-ms', buyerKey: 'x-buyer-key', step: 'x-step' } as const;

/** Environment of the shop's process, beside the settings of the shop itself. */
export const CRASH_ENVIRONMENT = {
  /** Number of the boundary at which the process kills itself. */
  killAt: 'CRASH_AT',
  /** Keys of the buyers whose boundaries count, with commas. */
  buyerKeys: 'CRASH_BUYERS',
  /** Time at the start, epoch milliseconds; each request brings the time that it is then. */
  nowMs: 'CRASH_NOW_MS',
  /** A defect that a test plants; absent: none. */
  defect: 'CRASH_DEFECT',
  /** Where the merchant's server API is. */
  serverApi: 'CRASH_SERVER_API',
} as const;

/** Routes beside `/alexa`. */
export const ROUTES = {
  /** POST, body: order numbers to work on at once, each in a pass of its own; empty: one pass over what is due. */
  pass: '/crash/pass',
  /** GET: names of the boundaries passed, by buyer. */
  boundaries: '/crash/boundaries',
} as const;
