/** The other effects of the shop's process, each with a boundary before it. */
import { type ServerResponse } from 'node:http';
import { type ChargeReader, type Mailer, type Reading } from '../../../lambda/src/worker/worker-deps';
import { type Boundaries } from './boundaries';

/** Mails of one buyer's order. */
export function boundedMailer(mailer: Mailer, boundaries: Boundaries, buyerKey: string | undefined): Mailer {
  return {
    async send(mail) {
      await boundaries.comesTo(buyerKey, 'the mail');
      await mailer.send(mail);
    },
  };
}

/** Questions to Amazon Pay about one buyer's order. */
export function boundedReader(
  reader: ChargeReader,
  boundaries: Boundaries,
  buyerKey: string | undefined,
): ChargeReader {
  const before = async (ask: () => Promise<Reading>): Promise<Reading> => {
    await boundaries.comesTo(buyerKey, 'the question to Amazon Pay');
    return ask();
  };
  return {
    readAuthorization: (id) => before(() => reader.readAuthorization(id)),
    repeatCharge: (content) => before(() => reader.repeatCharge(content)),
  };
}

/** The customer profile API; the simulated device's token names the buyer. */
export function boundedFetch(send: typeof fetch, boundaries: Boundaries): typeof fetch {
  return async (input, init) => {
    const authorization = new Headers(init?.headers).get('authorization');
    const buyerKey = /^Bearer simulated-access-(\w+)$/.exec(authorization ?? '')?.[1];
    await boundaries.comesTo(buyerKey, 'the profile API');
    return send(input, init);
  };
}

/** Puts a boundary before the answer leaves and one after the last byte is with the operating system. */
export function boundResponse(response: ServerResponse, boundaries: Boundaries, buyerKey: string): void {
  const end = response.end.bind(response);
  const heldEnd = (body?: unknown): ServerResponse => {
    void boundaries.comesTo(buyerKey, 'the answer leaves').then(() => end(body));
    return response;
  };
  // `end` has several forms; Express uses the first two arguments, and the body is already encoded.
  response.end = heldEnd as typeof response.end;
  response.once('finish', () => {
    void boundaries.comesTo(buyerKey, 'anything else');
  });
}
