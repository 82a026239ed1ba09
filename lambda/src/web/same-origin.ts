import { type Request } from 'express';
import { hasCsrfToken } from './browser-cookie';
import { type Visit } from './visit';

/** Why a call of the page is refused. */
export type CallFault = 'notJson' | 'otherOrigin' | 'noToken';

/**
 * Whether a page is opened from another page of ours, not from a link in a mail or on another site.
 * `shopUrl`: our origin, without a slash at the end.
 */
export function comesFromOwnPage(request: Pick<Request, 'get'>, shopUrl: string): boolean {
  const site = request.get('sec-fetch-site');
  // A browser too old to say so names the origin of the page before, as our Referrer-Policy asks.
  return site === undefined ? request.get('referer') === `${shopUrl}/` : site === 'same-origin';
}

/**
 * Whether a call was made by our own page: JSON, from our own origin as far as the browser says, and with the token of
 * this very browser and link. Undefined: it was.
 * @see issue "web checkout", item 6 (CSRF protection)
 */
export function callFault(
  request: Pick<Request, 'get' | 'is'>,
  visit: Visit,
  shopUrl: string,
): CallFault | undefined {
  if (request.is('application/json') !== 'application/json') return 'notJson';
  const site = request.get('sec-fetch-site');
  // A browser too old to say so names its origin at least.
  const isOurs = site === undefined ? (request.get('origin') ?? shopUrl) === shopUrl : site === 'same-origin';
  if (!isOurs) return 'otherOrigin';
  return hasCsrfToken(request.get('x-csrf-token'), visit.browser, visit.link) ? undefined : 'noToken';
}
