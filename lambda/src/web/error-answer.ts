import { type ErrorRequestHandler } from 'express';
import { errorFields } from '../telemetry/error-fields';
import { type Log } from '../telemetry/log';

/**
 * The last answer of a server: whatever nobody else answered is a body that could not be read. One plain shape, no text of
 * the error. Four parameters on purpose: Express tells error handlers by their number.
 * @see endpoint-security.md, section 4 (10)
 */
export function errorAnswer(log: Log): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    const statusCode = statusOf(error);
    log.warn({ step: 'requestRefused', reason: 'unreadableBody', ...errorFields(error) });
    response.status(statusCode).type('json').send(refusal(statusCode));
  };
}

/** The body of every refusal. */
export function refusal(statusCode: number): string {
  return JSON.stringify({ error: statusCode === 413 ? 'too_large' : 'bad_request' });
}

function statusOf(error: unknown): number {
  const status: unknown =
    typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return status === 413 ? 413 : 400;
}
