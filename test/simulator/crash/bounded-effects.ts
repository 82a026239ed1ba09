/** The other effects of the shop's process, each with a boundary before and after it. */
import { type ServerResponse } from 'node:http';
import { type ChargeReader, type Mailer, type Reading } from '../../../lambda/src/worker/worker-deps';
import { type Boundaries } from './boundaries';

/** Mails of one buyer's order. */
export function boundedMailer(mailer: Mailer, boundaries: Boundaries, buyerKey: string | undefined): Mailer {
  return {
    async send(mail) {
      await boundaries.pass(buyerKey, 'before the mail');
      await mailer.send(mail);
      await boundaries.pass(buyerKey, 'after the mail');
    },
  };
}

/** Questions to Amazon Pay about one buyer's order. */
export function boundedReader(
  reader: ChargeReader,
  boundaries: Boundaries,
  buyerKey: string | undefined,
): ChargeReader {
  const around = async (ask: () => Promise<Reading>): Promise<Reading> => {
    await boundaries.pass(buyerKey, 'before the question to Amazon Pay');
    const reading = await ask();
    await boundaries.pass(buyerKey, 'after the question to Amazon Pay');
    return reading;
  };
  return {
    readAuthorization: (id) => around(() => reader.readAuthorization(id)),
    repeatCharge: (content) => around(() => reader.repeatCharge(content)),
  };
}

/** The customer profile API; the simulated device's token names the buyer. */
export function boundedFetch(send: typeof fetch, boundaries: Boundaries): typeof fetch {
  return async (input, init) => {
    const authorization = new Headers(init?.headers).get('authorization');
    const buyerKey = /^Bearer simulated-access-(\w+)$/.exec(authorization ?? '')?.[1];
    await boundaries.pass(buyerKey, 'before the profile API');
    const answer = await send(input, init);
    await boundaries.pass(buyerKey, 'after the profile API');
    return answer;
  };
}

/** Puts a boundary before the answer leaves and one after the last byte is with the operating system. */
export function boundResponse(response: ServerResponse, boundaries: Boundaries, buyerKey: string): void {
  const end = response.end.bind(response);
  const heldEnd = (body?: unknown): ServerResponse => {
    void boundaries.pass(buyerKey, 'before the answer leaves').then(() => end(body));
    return response;
  };
  // `end` has several forms; Express uses the first two arguments, and the body is already encoded.
  response.end = heldEnd as typeof response.end;
  response.once('finish', () => {
    void boundaries.pass(buyerKey, 'after the answer left');
  });
}
