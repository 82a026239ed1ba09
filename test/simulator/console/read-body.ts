import type { IncomingMessage } from 'node:http';
import { HttpError } from './http-error';

const MOST_BYTES = 16 * 1024;

/**
 * Reads a JSON body.
 * @throws HttpError 415 for another content type, 413 above 16 KB, 400 for what is no JSON
 */
export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
    throw new HttpError(415, 'notJson', 'Send the body as application/json.');
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new HttpError(413, 'tooLarge', 'The body has more than 16 KB.');
    chunks.push(chunk);
  }
  try {
    return JSON.parse(
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks)),
    );
  } catch {
    throw new HttpError(400, 'notJson', 'The body is no JSON in UTF-8.');
  }
}
