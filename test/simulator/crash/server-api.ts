/** The merchant's server API of the simulated Amazon Pay over loopback HTTP: the two questions of the background. */
import { createServer, type Server } from 'node:http';
import { json } from 'node:stream/consumers';
import * as z from 'zod';
import { type ChargeReader, type Reading } from '../../../lambda/src/worker/worker-deps';

const READING = z.custom<Reading>((value) => typeof value === 'object' && value !== null && 'type' in value);
const QUESTION = z.union([
  z.object({ amazonAuthorizationId: z.string() }),
  z.object({ content: z.custom<Parameters<ChargeReader['repeatCharge']>[0]>() }),
]);

/** Serves the questions. The caller listens with it on loopback. */
export function createServerApi(reader: ChargeReader): Server {
  return createServer((request, response) => {
    json(request)
      .then((body) => {
        const question = QUESTION.parse(body);
        return 'content' in question
          ? reader.repeatCharge(question.content)
          : reader.readAuthorization(question.amazonAuthorizationId);
      })
      .then(
        (reading) => response.end(JSON.stringify(reading)),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
  });
}

/** Asks the questions; an answer that does not come is `noAnswer`. */
export function httpChargeReader(url: string): ChargeReader {
  const ask = async (question: z.input<typeof QUESTION>): Promise<Reading> => {
    try {
      const response = await fetch(url, { method: 'POST', body: JSON.stringify(question) });
      return READING.parse(await response.json());
    } catch {
      return { type: 'noAnswer', reason: 'unreachable' };
    }
  };
  return {
    readAuthorization: (amazonAuthorizationId) => ask({ amazonAuthorizationId }),
    repeatCharge: (content) => ask({ content }),
  };
}
