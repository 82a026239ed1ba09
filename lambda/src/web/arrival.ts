import { type Request, type RequestHandler } from 'express';
import { type WebDeps } from './web-deps';

/**
 * A code that opens nothing is answered this long after it came, or at the next multiple when the store was slower: the
 * time tells nothing about why.
 * @see issue "web checkout", "Bad input" (the same plain page, after a constant time)
 */
const PLAIN_ANSWER_MS = 400;

const ARRIVALS = new WeakMap<Request, number>();

/** Notes when a request came, before anything else is done with it. */
export function noteArrival({ now }: Pick<WebDeps, 'now'>): RequestHandler {
  return (request, _response, next) => {
    ARRIVALS.set(request, now());
    next();
  };
}

/** Waits until the constant time of a plain answer is over. */
export async function waitForPlainAnswer(
  { now, wait }: Pick<WebDeps, 'now' | 'wait'>,
  request: Request,
): Promise<void> {
  const elapsedMs = Math.max(0, now() - (ARRIVALS.get(request) ?? now()));
  const answerAtMs = Math.max(1, Math.ceil(elapsedMs / PLAIN_ANSWER_MS)) * PLAIN_ANSWER_MS;
  await wait(answerAtMs - elapsedMs);
}
