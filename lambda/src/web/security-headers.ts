import { type RequestHandler } from 'express';
import helmet from 'helmet';
import { type WebConfig } from '../config';
import { allowedHosts } from './amazon-hosts';

const HSTS_SEC = 365 * 24 * 60 * 60;

/**
 * The headers of every page and answer: a Content-Security-Policy with Amazon's hosts and no inline script, no frames
 * around the page, no address of the page for other sites, no cache, no search engine. HSTS only where the shop is https.
 * Styles may be inline: Amazon's script sets them on its button. The page may keep its hold on the window that Amazon's
 * script opens.
 * @see endpoint-security.md, section 4 (12); issue "web checkout", item 6
 */
export function securityHeaders(web: Pick<WebConfig, 'shopUrl' | 'scriptsUrl'>): readonly RequestHandler[] {
  const hosts = allowedHosts(web);
  const isHttps = web.shopUrl.startsWith('https://');
  const policy = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", ...hosts.script],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", ...hosts.image],
        connectSrc: ["'self'", ...hosts.connect],
        frameSrc: hosts.frame,
        formAction: ["'self'", ...hosts.form],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginOpenerPolicy: { policy: 'same-origin-allow-popups' },
    referrerPolicy: { policy: 'strict-origin' },
    strictTransportSecurity: isHttps ? { maxAge: HSTS_SEC, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
  });
  const frames = hosts.frame.map((origin) => `"${origin}"`).join(' ');
  const others: RequestHandler = (_request, response, next) => {
    response.set({
      'Permissions-Policy': `camera=(), geolocation=(), microphone=(), payment=(self ${frames})`,
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex, nofollow',
    });
    next();
  };
  return [policy, others];
}
