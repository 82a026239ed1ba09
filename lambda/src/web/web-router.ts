import express, { type ErrorRequestHandler, type Express } from 'express';
import { errorFields } from '../telemetry/error-fields';
import { createFixedAnswers } from './answers';
import { createAssetRoutes } from './asset-routes';
import { createCallRoutes } from './call-routes';
import { createGate } from './gate';
import { unreadableIsNoCode } from './no-code';
import { createPageRoutes } from './page-routes';
import { securityHeaders } from './security-headers';
import { type WebDeps } from './web-deps';
import { createWidgetRoutes } from './widgets/widget-routes';

/** Addresses that are the shop's pages; others pass through to whoever comes next. */
const OWN_PATHS = ['/checkout', '/legal', '/assets'];

/**
 * Makes the shop's pages: an application of its own, so that how many proxies it believes is its own affair.
 * @see issue "web checkout", items 2, 3, 5 and 6
 */
export function createWebRouter(deps: WebDeps): Express {
  const gate = createGate(deps);
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', deps.config.trustedProxies);
  app.use(OWN_PATHS, ...securityHeaders(deps.web));
  app.use(createAssetRoutes(deps.assets));
  app.use('/checkout', unreadableIsNoCode);
  app.use('/checkout/:code', ...gate.count);
  app.use(createPageRoutes(deps, gate));
  app.use(createCallRoutes(deps, gate));
  if (deps.mws !== undefined) app.use(createWidgetRoutes({ ...deps, mws: deps.mws }, gate));
  // Whatever else stands under a code is as unknown as the code itself.
  app.use('/checkout/:code', gate.shut);
  app.use(OWN_PATHS, faultAnswer(deps));
  return app;
}

/** Four parameters on purpose: Express tells error handlers by their number. */
function faultAnswer({ shop, log }: WebDeps): ErrorRequestHandler {
  const { fault, unreadable } = createFixedAnswers(shop);
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    if (isUnreadable(error)) {
      log.warn({ step: 'requestRefused', reason: 'unreadableBody' });
      unreadable(request, response);
      return;
    }
    log.warn({ step: 'pageFault', ...errorFields(error) });
    fault(request, response);
  };
}

/** Whether a body parser gave up; it names a status of the caller's making. */
function isUnreadable(error: unknown): boolean {
  return (
    error instanceof Error &&
    'status' in error &&
    typeof error.status === 'number' &&
    error.status >= 400 &&
    error.status < 500
  );
}
