/**
 * The simulated Amazon Pay as a buyer's browser meets it: the two page scripts and what they ask for. Only the shop's own
 * pages may ask (CORS), and nothing is cached.
 */
import type * as z from 'zod';
import { BROWSER_BODIES, type BrowserResult } from './browser-bodies';
import type { BrowserScripts } from './browser-scripts';
import { beginSession, changeSession, endSession } from './browser-sessions';
import { changeAgreement, openWidget } from './browser-widgets';
import type { Arrival } from './host';
import type { ServerAnswer } from './wire-fault';
import type { World } from './world';

/** Where Amazon's scripts stand on their own host; ours stand at the same paths. @see amazon-pay-server-apis.md, section 13 */
const SCRIPT_PATHS: Readonly<Record<string, keyof BrowserScripts>> = {
  '/checkout.js': 'checkout',
  '/OffAmazonPayments/jp/lpa/js/Widgets.js': 'widgets',
  '/OffAmazonPayments/jp/sandbox/lpa/js/Widgets.js': 'widgets',
};
const API = '/simulated/';
const SESSION_PATH = /^\/simulated\/checkoutSessions\/([0-9a-f-]{1,64})$/;
const AGREEMENT_PATH = /^\/simulated\/billingAgreements\/([0-9A-Z-]{1,64})$/;

/** The part of the simulated servers that browsers use. */
export interface BrowserHost {
  takes(arrival: Arrival): boolean;
  answer(arrival: Arrival): Promise<ServerAnswer>;
}

/** What it is made of. `shopOrigins`: origins of the pages that may ask. */
export interface BrowserHostParts {
  readonly world: World;
  readonly scripts: BrowserScripts;
  readonly shopOrigins: readonly string[];
}

/** Makes it. */
export function createBrowserHost({ world, scripts, shopOrigins }: BrowserHostParts): BrowserHost {
  return {
    takes: ({ method, path }) => path.startsWith(API) || (method === 'GET' && scriptOf(path) !== undefined),
    async answer(arrival) {
      const script = scriptOf(arrival.path);
      if (script !== undefined) {
        return scriptAnswer(scripts[script]);
      }
      const headers = { ...NOT_CACHED, ...corsOf(arrival, shopOrigins) };
      if (arrival.method === 'OPTIONS') return { status: 204, contentType: 'text/plain', body: '', headers };
      const result = carryOut(world, arrival);
      const json = result.ok ? result.json : { errorCode: result.code };
      const status = result.ok ? 200 : result.status;
      return { status, contentType: 'application/json', body: JSON.stringify(json), headers };
    },
  };
}

const NOT_CACHED = { 'cache-control': 'no-store' } as const;

/** A script that cannot be bundled says why in its place, where a developer looks. */
async function scriptAnswer(bundled: () => Promise<string>): Promise<ServerAnswer> {
  const headers = { ...NOT_CACHED, 'cross-origin-resource-policy': 'cross-origin' };
  const contentType = 'text/javascript; charset=utf-8';
  return bundled().then(
    (body) => ({ status: 200, contentType, body, headers }),
    (error: unknown) => ({ status: 500, contentType, body: `/* ${String(error)} */`, headers }),
  );
}

function scriptOf(path: string): keyof BrowserScripts | undefined {
  const [pathname = ''] = path.split('?');
  return Object.hasOwn(SCRIPT_PATHS, pathname) ? SCRIPT_PATHS[pathname] : undefined;
}

/** Read by the browser, not by us: a page from elsewhere gets no header, and so no answer. */
function corsOf({ headers }: Arrival, origins: readonly string[]): Readonly<Record<string, string>> {
  const origin = headers.origin ?? '';
  if (!origins.includes(origin)) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'POST, PATCH, DELETE',
    'access-control-allow-headers': 'content-type',
    vary: 'origin',
  };
}

function carryOut(world: World, { method, path, rawBody }: Arrival): BrowserResult {
  const sessionId = SESSION_PATH.exec(path)?.[1];
  const agreementId = AGREEMENT_PATH.exec(path)?.[1];
  if (method === 'POST' && path === '/simulated/checkoutSessions') {
    return withBody(BROWSER_BODIES.openSession, rawBody, (body) => beginSession(world, body));
  }
  if (method === 'PATCH' && sessionId !== undefined) {
    return withBody(BROWSER_BODIES.changeSession, rawBody, (body) => changeSession(world, sessionId, body));
  }
  if (method === 'DELETE' && sessionId !== undefined) return endSession(world, sessionId);
  if (method === 'POST' && path === '/simulated/widgets') {
    return withBody(BROWSER_BODIES.openWidget, rawBody, (body) => openWidget(world, body));
  }
  if (method === 'PATCH' && agreementId !== undefined) {
    return withBody(BROWSER_BODIES.changeAgreement, rawBody, (body) =>
      changeAgreement(world, agreementId, body),
    );
  }
  return { ok: false, status: 404, code: 'ResourceNotFound' };
}

function withBody<Body>(
  schema: z.ZodType<Body>,
  rawBody: string,
  work: (body: Body) => BrowserResult,
): BrowserResult {
  const parsed = schema.safeParse(parseJson(rawBody));
  return parsed.success ? work(parsed.data) : { ok: false, status: 400, code: 'InvalidParameterValue' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
