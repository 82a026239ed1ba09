import { createServer, type Server } from 'node:http';

/** Where the customer profile API answers, and what. */
export interface ProfileApiOptions {
  /** The buyer's e-mail address; undefined: none is set, answered 204 as Alexa does. */
  readonly email: () => string | undefined;
}

/**
 * The simulated device's customer profile API: `GET /v2/accounts/~current/settings/Profile.email` with the bearer token
 * of an envelope. The caller listens with it on loopback.
 */
export function createProfileApi({ email }: ProfileApiOptions): Server {
  return createServer((request, response) => {
    const isPermitted = request.headers.authorization?.startsWith('Bearer simulated-access-') === true;
    const isProfile =
      request.method === 'GET' && request.url === '/v2/accounts/~current/settings/Profile.email';
    const address = isPermitted && isProfile ? email() : undefined;
    response.statusCode = isProfile ? (isPermitted ? (address === undefined ? 204 : 200) : 403) : 404;
    response.setHeader('content-type', 'application/json');
    response.end(address === undefined ? undefined : JSON.stringify(address));
  });
}
