import * as z from 'zod/mini';
import { type WireAnswer } from './exchange';
import { cleanRequestId, type ErrorBody } from './sender';

const text = z.catch(z.optional(z.string()), undefined);
const ERROR = z.object({ reasonCode: text, errorCode: text, requestId: text });

/** The body as JSON, or undefined when it is none (a gateway page, an empty or cut-off body). */
export function readJson({ text: body }: Pick<WireAnswer, 'text'>): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** What a JSON error body says: CV2 has `reasonCode`, the Buyer APIs `errorCode`. Messages are dropped. */
export function readJsonError(answer: Pick<WireAnswer, 'text'>): ErrorBody {
  const parsed = z.safeParse(ERROR, readJson(answer));
  if (!parsed.success) return { code: undefined, requestId: undefined };
  const { reasonCode, errorCode, requestId } = parsed.data;
  return { code: nonEmpty(reasonCode) ?? nonEmpty(errorCode), requestId: cleanRequestId(requestId) };
}

function nonEmpty(code: string | undefined): string | undefined {
  const trimmed = code?.trim();
  return trimmed === '' ? undefined : trimmed;
}
