import * as z from 'zod';
import { UnknownScenarioError } from '../amazon-pay/scenario';
import { ConsoleRefusal } from './console-types';
import { DialogExistsError } from './save-dialog';

/** A request that is refused with an HTTP status of its own. */
export class HttpError extends Error {
  constructor(
    readonly httpStatus: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'HttpError';
  }
}

/** The console's one shape of an answer that is no success; `fields` say what is wrong where. */
export interface ErrorAnswer {
  readonly httpStatus: number;
  readonly error: { readonly code: string; readonly message: string; readonly fields?: readonly string[] };
}

/** Reads whatever a route threw. 500 is a defect whose words stay in the terminal. */
export function readError(thrown: unknown): ErrorAnswer {
  if (thrown instanceof z.ZodError) {
    const fields = thrown.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
    return {
      httpStatus: 400,
      error: { code: 'badRequest', message: 'The request is not in order.', fields },
    };
  }
  if (thrown instanceof HttpError) return errorOf(thrown, thrown.httpStatus);
  if (thrown instanceof UnknownScenarioError) return errorOf(thrown, 400);
  if (thrown instanceof ConsoleRefusal || thrown instanceof DialogExistsError) return errorOf(thrown, 409);
  const message = 'The console failed; the terminal says how.';
  return { httpStatus: 500, error: { code: 'defect', message } };
}

function errorOf({ code, message }: { code: string; message: string }, httpStatus: number): ErrorAnswer {
  return { httpStatus, error: { code, message } };
}
