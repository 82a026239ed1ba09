import { type Request } from 'express';
import { findOrderByCode } from '../checkout/find-order';
import { hasOpenLink } from '../checkout/issue-link';
import { codeKeyOf, parseCheckoutCode } from '../orders/checkout-code';
import { type Order } from '../orders/order';
import { type Browser, cookieName, knowsLink, type LinkKey, readBrowser } from './browser-cookie';
import { type View, viewOf } from './view-of';
import { type WebDeps } from './web-deps';

/** Somebody with the code of an order that may be seen. `code`: as it stands in addresses, 8 signs. */
export interface Visit {
  readonly code: string;
  readonly link: LinkKey;
  readonly browser: Browser | undefined;
  readonly order: Order;
  readonly view: Exclude<View, { readonly kind: 'plain' }>;
}

/** What a request shows before anything is looked up. Undefined: what was typed is no code. */
interface Caller {
  readonly code: string;
  readonly link: LinkKey;
  readonly browser: Browser | undefined;
}

/** Reads code and cookie of a request. */
function callerOf({ config, web }: Pick<WebDeps, 'config' | 'web'>, request: Request): Caller | undefined {
  const typed = request.params['code'];
  const code = typeof typed === 'string' ? parseCheckoutCode(typed) : undefined;
  if (code === undefined) return undefined;
  const link = { codeKey: codeKeyOf(code, config.tokenSecret), secret: config.tokenSecret };
  return { code, link, browser: readBrowser(request.headers.cookie, cookieName(web.shopUrl)) };
}

/** Whether the request comes from a browser that had its link open; decided without the store. */
export function isKnownBrowser(deps: Pick<WebDeps, 'config' | 'web'>, request: Request): boolean {
  const caller = callerOf(deps, request);
  return caller !== undefined && knowsLink(caller.browser, caller.link);
}

/**
 * Finds what a request's code leads to. Undefined: the plain page, whatever the reason.
 * @throws StoreUnavailableError, StoreItemError as the store does
 */
export async function findVisit(deps: WebDeps, request: Request): Promise<Visit | undefined> {
  const caller = callerOf(deps, request);
  if (caller === undefined) return undefined;
  const order = await findOrderByCode(deps, caller.code);
  const view = viewOf(order, {
    hasOpenLink: order !== undefined && hasOpenLink(order, deps.now()),
    knownBrowser: knowsLink(caller.browser, caller.link),
  });
  return order === undefined || view.kind === 'plain' ? undefined : { ...caller, order, view };
}
