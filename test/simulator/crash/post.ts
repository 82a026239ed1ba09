/** One POST to the shop's process, over connections that stay open: thousands go by in a test. */
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';

/** The process did not answer: it died, refused the request, or took too long. */
export class NoAnswerError extends Error {}

/** What is sent. */
export interface Posted {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const AGENT = new Agent({ keepAlive: true });
/** Real time; a loaded machine is slow, and nothing waits this long when all is well. */
const PATIENCE_MS = 60_000;

/** Sends it; rejects with NoAnswerError when no whole answer comes. */
export async function post(
  url: string,
  { headers, body }: Posted,
): Promise<{ readonly statusCode: number; readonly text: string }> {
  try {
    return await new Promise((resolve, reject) => {
      const options = {
        method: 'POST',
        agent: AGENT,
        timeout: PATIENCE_MS,
        headers: { 'content-type': 'application/json', ...headers },
      };
      const sent = request(url, options, (response) => {
        text(response).then((whole) => {
          resolve({ statusCode: response.statusCode ?? 0, text: whole });
        }, reject);
      });
      sent.once('error', reject);
      sent.once('timeout', () => sent.destroy(new Error('too late')));
      sent.end(body);
    });
  } catch (error) {
    throw new NoAnswerError('no answer', { cause: error });
  }
}
