import { type WebConfig } from '../config';

/** Origins that the pages may reach beside their own, by directive of the Content-Security-Policy. */
export interface AllowedHosts {
  readonly script: readonly string[];
  readonly connect: readonly string[];
  readonly frame: readonly string[];
  readonly image: readonly string[];
  readonly form: readonly string[];
}

/**
 * Amazon Pay's hosts for Japan. The script's address is documented. The others are what a merchant's page needs by the
 * policy that Amazon publishes with its own shop plug-in, cut down to Japan; no page of Amazon promises them, and nothing
 * here can verify them: watch the browser's console in the sandbox before going live.
 * @see amazon-pay-server-apis.md, section 13 (script for Japan) and section 19 (not verified)
 */
const AMAZON_HOSTS = {
  script: ['https://static-fe.payments-amazon.com'],
  connect: [
    'https://static-fe.payments-amazon.com',
    'https://*.amazon.co.jp',
    'https://*.amazon.com',
    'https://*.media-amazon.com',
  ],
  frame: ['https://static-fe.payments-amazon.com', 'https://*.amazon.co.jp'],
  image: ['https://*.payments-amazon.com', 'https://*.media-amazon.com', 'https://*.ssl-images-amazon.com'],
  form: ['https://*.amazon.co.jp'],
} as const satisfies AllowedHosts;

/** The hosts that the settings allow: Amazon's, or, with a simulated Amazon Pay, that one origin in their place. */
export function allowedHosts({ scriptsUrl }: Pick<WebConfig, 'scriptsUrl'>): AllowedHosts {
  if (scriptsUrl === undefined) return AMAZON_HOSTS;
  const simulated = [scriptsUrl];
  return { script: simulated, connect: simulated, frame: simulated, image: simulated, form: simulated };
}

const PRODUCTION_SCRIPTS = 'https://static-fe.payments-amazon.com';

/** Address of checkout.js for Japan. @see amazon-pay-server-apis.md, section 13 */
export function checkoutScriptUrl({ scriptsUrl }: Pick<WebConfig, 'scriptsUrl'>): string {
  return `${scriptsUrl ?? PRODUCTION_SCRIPTS}/checkout.js`;
}
