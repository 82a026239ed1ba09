import { createHmac } from 'node:crypto';
import { type Request, type RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { TRIES_WINDOW_MS } from './tries-store';
import { type WebDeps } from './web-deps';

/** Wrong codes an address may try in a minute. @see issue "web checkout", "Bad input" */
const MAX_TRIES = 10;
/** One household or server has a network of this size in IPv6. */
const IPV6_SUBNET = 64;

/**
 * Counts codes that open nothing, by address, and refuses every code of an address that tried too many. A browser that
 * knows the link already is not counted, so its polling and paying cannot be cut off.
 * `isKnown`: whether the request comes from such a browser. `refuse`: answers 429.
 */
export function limitCodes(
  { config, limiterStore }: Pick<WebDeps, 'config' | 'limiterStore'>,
  isKnown: (request: Request) => boolean,
  refuse: RequestHandler,
): RequestHandler {
  return rateLimit({
    windowMs: TRIES_WINDOW_MS,
    limit: MAX_TRIES,
    store: limiterStore,
    skip: isKnown,
    skipSuccessfulRequests: true,
    // Only a code that opened nothing, or came after too many of those, is a wrong one.
    requestWasSuccessful: (_request, { statusCode }) => statusCode !== 404 && statusCode !== 429,
    // With trusted proxies the first of `ips` is the caller, on each host; the Lambda adapter sets `ip` past Express.
    keyGenerator: ({ ip, ips }) => addressKey(ips[0] ?? ip, config.tokenSecret),
    handler: (request, response, next) => {
      void refuse(request, response, next);
    },
    legacyHeaders: false,
    standardHeaders: false,
    // Its checks write to the console, addresses among it; what they look for is fixed here.
    validate: false,
  });
}

/** An address is counted and stored only as a keyed hash. */
function addressKey(ip: string | undefined, secret: string): string {
  const network = ipKeyGenerator(ip ?? 'unknown', IPV6_SUBNET);
  return createHmac('sha256', secret)
    .update(`address of tries\n${network}`, 'utf8')
    .digest('hex')
    .slice(0, 32);
}
