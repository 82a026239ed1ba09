/** What processing a directive came to, before it is worded as a Connections.Response. */
import type { ConnectionAnswer } from '../contract';
import type { Change, JsonObject } from './ledger-records';
import type { Refusal } from './refusal';

/** Done: the payload of the answer and the changes of the books; refused: nothing to write. */
export type Result =
  | {
      readonly ok: true;
      readonly payload: JsonObject;
      readonly changes: readonly Change[];
      /** In a few words for the list of requests: `OPEN`, `Closed MaxCapturesProcessed`, `replayed …`. */
      readonly summary: string;
    }
  | { readonly ok: false; readonly refusal: Refusal };

/** The answer to a processed directive: status 200 with the payload, or the error in both of its places. */
export function answerResult(name: string, token: string, result: Result): ConnectionAnswer {
  if (result.ok) return { name, status: { code: '200', message: 'OK' }, payload: result.payload, token };
  return answerRefusal(name, token, result.refusal);
}

/** An error answer: the code in `status.message` and in `payload.errorCode`. @see alexa-amazon-pay.md 4.2 */
export function answerRefusal(
  name: string,
  token: string,
  { status, code, message }: Refusal,
): ConnectionAnswer {
  return {
    name,
    status: { code: status, message: code },
    payload: { errorCode: code, errorMessage: message },
    token,
  };
}

/**
 * The Connections layer's own refusal: a sentence with the paths of the wrong fields, and no payload.
 * @see alexa-amazon-pay.md 4.3
 */
export function answerValidationFailure(
  name: string,
  token: string | undefined,
  fieldPaths: readonly string[],
): ConnectionAnswer {
  const message = `Connections validation failed; these fields do not fit the schema: [${fieldPaths.join(', ')}]`;
  return { name, status: { code: '400', message }, ...(token === undefined ? {} : { token }) };
}
