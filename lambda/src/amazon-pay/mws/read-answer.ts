import { type WireAnswer } from '../exchange';
import { cleanRequestId, type ErrorBody } from '../sender';
import { type MwsOperation } from './operations-table';
import { nodeAt, parseXml, textAt } from './parse-xml';

/**
 * Reads the result of an operation. Undefined when the document is damaged, has another root (an HTML page), lacks the
 * result element, or says nothing that the operation's reader understands.
 */
export function readMwsAnswer<Value>(
  { action, read }: MwsOperation<Value>,
  { text }: Pick<WireAnswer, 'text'>,
): Value | undefined {
  const document = parseXml(text);
  if (document?.root !== `${action}Response`) return undefined;
  const result = nodeAt(document.content, `${action}Result`);
  return result === undefined ? undefined : read(result);
}

/** Reads an error document; both spellings of the request id. Messages are dropped. */
export function readMwsError({ text }: Pick<WireAnswer, 'text'>): ErrorBody {
  const document = parseXml(text);
  const content = document?.content;
  const requestId =
    textAt(content, 'RequestId') ??
    textAt(content, 'RequestID') ??
    textAt(content, 'ResponseMetadata', 'RequestId');
  const code = document?.root === 'ErrorResponse' ? textAt(content, 'Error', 'Code') : undefined;
  return { code, requestId: cleanRequestId(requestId) };
}
