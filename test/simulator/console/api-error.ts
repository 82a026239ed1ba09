import type { ErrorRequestHandler, RequestHandler } from 'express';
import * as z from 'zod';
import { UnknownScenarioError } from '../amazon-pay/scenario';
import { ConsoleRefusal } from './console';
import { DialogExistsError } from './save-dialog';

/** An answer that is no success, in the console's one shape. */
interface ApiError {
  readonly httpStatus: number;
  readonly code: string;
  readonly message: string;
  readonly fields?: readonly string[];
}

/** A request the server refuses before it is read. */
export class RequestRefusedError extends Error {
  constructor(
    readonly httpStatus: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'RequestRefusedError';
  }
}

/** Answers what no route took. */
export const notFound: RequestHandler = (request) => {
  throw new RequestRefusedError(404, 'notFound', `There is no ${request.method} ${request.path}.`);
};

/** Turns whatever a route threw into `{error: {code, message, fields?}}`. Four parameters: Express counts them. */
export function answerErrors(report: (error: unknown) => void): ErrorRequestHandler {
  // eslint-disable-next-line max-params
  return (error: unknown, _request, response, next) => {
    const { httpStatus, ...body } = readError(error);
    if (httpStatus === 500) report(error);
    if (response.headersSent) next(error);
    else response.status(httpStatus).json({ error: body });
  };
}

function readError(error: unknown): ApiError {
  if (error instanceof z.ZodError) {
    const fields = error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
    return { httpStatus: 400, code: 'badRequest', message: 'The request is not in order.', fields };
  }
  if (error instanceof RequestRefusedError) return pick(error, error.httpStatus);
  if (error instanceof UnknownScenarioError) return pick(error, 400);
  if (error instanceof ConsoleRefusal || error instanceof DialogExistsError) return pick(error, 409);
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : 500;
  if (status === 413) return { httpStatus: 413, code: 'tooLarge', message: 'The request is too large.' };
  if (typeof status === 'number' && status >= 400 && status < 500)
    return { httpStatus: 400, code: 'badRequest', message: 'The body is not readable JSON.' };
  return { httpStatus: 500, code: 'defect', message: 'The console failed; the terminal says how.' };
}

function pick({ code, message }: { code: string; message: string }, httpStatus: number): ApiError {
  return { httpStatus, code, message };
}
