import { type RequestHandler, type Response, type Router } from 'express';
import * as z from 'zod/mini';
import { type Log } from '../telemetry/log';
import { type Gate } from './gate';
import { type Visit } from './visit';

/** Answers one call of the page: its result is the answer's JSON; `response` is there for another status than 200. */
type AnswerCall<Body> = (visit: Visit, body: Body, response: Response) => object | Promise<object>;

/** Adds a route for a call of our own page. `name`: below the page's own path. */
type AddCall = <Schema extends z.ZodMiniType>(
  name: string,
  schema: Schema,
  handle: AnswerCall<z.infer<Schema>>,
) => void;

/**
 * Makes routes for calls of our own page with a body of a known form; anything else is 400 and changes nothing.
 * @see issue "web checkout", "Bad input" (any tampered form)
 */
export function createOwnCalls(router: Router, gate: Gate, log: Log): AddCall {
  return (name, schema, handle) => {
    const handler: RequestHandler = async (request, response) => {
      const visit = gate.visitOf(request);
      const body = z.safeParse(schema, request.body);
      if (!body.success) {
        log.warn({ step: 'pageCallRefused', orderId: visit.order.orderId, reason: 'unreadableBody' });
        response.status(400).json({ error: 'bad_request' });
        return;
      }
      const answer = await handle(visit, body.data, response);
      response.json(answer);
    };
    router.post(`/checkout/:code/${name}`, gate.open, ...gate.ownCall, handler);
  };
}
