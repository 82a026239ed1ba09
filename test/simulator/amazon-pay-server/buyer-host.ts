/** The simulated Buyer ID and Buyer address hosts. */
import type { Arrival, Host } from './host';
import { TOKYO_DESTINATION } from './open-objects';
import type { ServerAnswer } from './wire-fault';
import type { World } from './world';

/** Makes the endpoint. */
export function createBuyerHost(world: World): Host {
  function carryOut({ path, headers }: Arrival): ServerAnswer {
    const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
    if (token === undefined) return error(400, 'invalid_request');
    const known = world.account().buyerTokens.get(token);
    if (known === undefined) return error(400, 'invalid_token');
    if (!known.hasScope) return error(401, 'InsufficientScope');
    if (!world.account().accountOpen) return error(403, 'Forbidden');
    if (path.includes('/buyer/id')) return json(200, { buyerId: known.buyerId });
    return json(200, {
      addresses: [
        {
          addressType: 'DefaultOneClickShippingAddress',
          address: TOKYO_DESTINATION,
        },
      ],
    });
  }

  return {
    takes: ({ path }) => /^\/(?:live|sandbox)\/v1\/buyer\/(?:id|addresses)/.test(path),
    describe: ({ path }) => ({
      operation: path.includes('/buyer/id') ? 'buyerId' : 'buyerAddresses',
      key: undefined,
    }),
    carryOut,
    refuse: error,
    fabricate: (_arrival, _operation, { state }) => json(200, { buyerId: state }),
  };
}

function error(status: number, errorCode: string): ServerAnswer {
  return json(status, {
    errorCode,
    errorMessage: 'The request could not be answered.',
    requestId: '00000000-0000-4000-8000-00000000b0de',
  });
}

function json(status: number, value: Readonly<Record<string, unknown>>): ServerAnswer {
  return { status, contentType: 'application/json', body: JSON.stringify(value) };
}
