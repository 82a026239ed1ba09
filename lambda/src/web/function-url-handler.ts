import { setImmediate as afterMicrotasks } from 'node:timers/promises';
import express, { type Express } from 'express';
import serverless from 'serverless-http';
import * as z from 'zod/mini';
import { createCv2, createIpn, createMws } from '../amazon-pay-access';
import { ConfigError, readConfig } from '../config';
import { WEB_SETTINGS } from '../config-contradictions';
import { createDependencies } from '../dependencies';
import { type Environment, fetchFromSecretsManager, type FetchSecret, keepBuilt } from '../secret-settings';
import { createTableTries, createWeb, type WebParts } from '../web-access';
import { type WebAssets } from './assets';
import { errorAnswer } from './error-answer';

/** A handler behind a function URL. Two parameters on purpose: `nodejs24.x` refuses three. */
export type FunctionUrlHandler = (event: unknown, context: unknown) => Promise<object>;

/** The event is no request of a function URL: something else calls the function. Nothing was run. */
class NoUrlRequestError extends Error {
  readonly code = 'noUrlRequest';
}

/** What the adapter relies on, of a request in payload format 2.0; further fields pass. */
const EVENT = z.looseObject({
  version: z.literal('2.0'),
  rawPath: z.string(),
  rawQueryString: z.string(),
  headers: z.record(z.string(), z.string()),
  requestContext: z.looseObject({ http: z.looseObject({ method: z.string(), sourceIp: z.string() }) }),
});

/** Where the handler's settings, secrets and assets come from. */
export interface FunctionUrlParts {
  readonly environment: Environment;
  readonly fetchSecret?: FetchSecret;
  readonly assets: WebAssets;
  /** What stands in place of the real clock, random numbers, log and waiting. */
  readonly effects?: Partial<Pick<WebParts, 'now' | 'random' | 'log' | 'wait'>>;
}

/**
 * Makes the Lambda handler of the shop's pages and of `POST /ipn`: the same Express handlers as the server's, behind an
 * adapter. The handler rejects with NoUrlRequestError for any other event.
 * @throws ConfigError when the environment is not complete or lacks the web checkout; with `SECRETS_ID` the first call
 * rejects with it instead
 * @see issue "web checkout", item 7
 */
export function createFunctionUrlHandler(parts: FunctionUrlParts): FunctionUrlHandler {
  const { environment, fetchSecret = fetchFromSecretsManager } = parts;
  const builtNow = keepBuilt({
    environment,
    fetchSecret,
    now: Date.now,
    build: (settings) => buildPages(settings, parts),
  });
  return async (event, _context) => {
    const request = z.safeParse(EVENT, event);
    if (!request.success) throw new NoUrlRequestError('not a function URL request in payload format 2.0');
    const { answer, settled } = await builtNow();
    const response = await answer(request.data, {});
    // What follows an answer is begun by its end, and has to be over before this process is put to sleep.
    await afterMicrotasks();
    await settled();
    return response;
  };
}

interface BuiltPages {
  readonly answer: serverless.Handler;
  readonly settled: () => Promise<void>;
}

function buildPages(settings: Environment, { assets, effects }: FunctionUrlParts): BuiltPages {
  const deps = { ...createDependencies(readConfig(settings)), ...effects };
  const limiterStore = createTableTries(deps);
  const web = createWeb({ ...deps, assets, limiterStore });
  if (web === undefined)
    throw new ConfigError(WEB_SETTINGS.map((name) => `${name}: the pages of the web checkout need it`));
  const app: Express = express();
  app.disable('x-powered-by');
  const ipn = createIpn({ ...deps, mws: createMws(deps), cv2: createCv2(deps, 'page') });
  if (ipn !== undefined) app.use(ipn);
  app.use(web);
  app.use(errorAnswer(deps.log));
  return { answer: serverless(app), settled: () => limiterStore.settled() };
}
