import { json, type Request, type RequestHandler } from 'express';
import { createFixedAnswers } from './answers';
import { noteArrival, waitForPlainAnswer } from './arrival';
import { limitCodes } from './code-limiter';
import { callFault } from './same-origin';
import { findVisit, isKnownBrowser, type Visit } from './visit';
import { type WebDeps } from './web-deps';

/** What stands before everything that has a code in its address. */
export interface Gate {
  /** Counts wrong codes; before every route with a code. */
  readonly count: readonly RequestHandler[];
  /** Lets in who has the code of an order that may be seen; everybody else gets the plain answer, later. */
  readonly open: RequestHandler;
  /** After `open`: lets in only calls of our own page, and reads their JSON. */
  readonly ownCall: readonly RequestHandler[];
  /** Sends the plain answer after its constant time. */
  readonly shut: RequestHandler;
  /** The visit of a request that `open` let in. */
  readonly visitOf: (request: Request) => Visit;
}

/** No call of the page is larger. */
const MAX_BODY = '16kb';

/**
 * Makes the gate. What it answers to a code that opens nothing does not depend on the request: same status, same bytes,
 * same time.
 * @see issue "web checkout", "Bad input"
 */
export function createGate(deps: WebDeps): Gate {
  const { plain, tooMany } = createFixedAnswers(deps.shop);
  const visits = new WeakMap<Request, Visit>();

  const shut: RequestHandler = async (request, response) => {
    await waitForPlainAnswer(deps, request);
    plain(request, response);
  };
  const open: RequestHandler = async (request, response, next) => {
    const visit = await findVisit(deps, request);
    if (visit === undefined) {
      await shut(request, response, next);
      return;
    }
    visits.set(request, visit);
    next();
  };
  const visitOf = (request: Request): Visit => {
    const visit = visits.get(request);
    if (visit === undefined) throw new Error('the route does not stand behind the gate');
    return visit;
  };
  const ownOnly: RequestHandler = (request, response, next) => {
    const visit = visitOf(request);
    const fault = callFault(request, visit, deps.web.shopUrl);
    if (fault === undefined) {
      next();
      return;
    }
    deps.log.warn({ step: 'pageCallRefused', orderId: visit.order.orderId, reason: fault });
    response.status(400).json({ error: 'bad_request' });
  };
  return {
    count: [noteArrival(deps), limitCodes(deps, (request) => isKnownBrowser(deps, request), tooMany)],
    open,
    ownCall: [ownOnly, json({ limit: MAX_BODY })],
    shut,
    visitOf,
  };
}
