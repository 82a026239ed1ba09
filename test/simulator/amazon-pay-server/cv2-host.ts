/** The simulated CV2 endpoint: signature, environment, quota, idempotency, operation, JSON. */
import { checkCv2Request } from './cv2-signature';
import { cv2Price } from './cv2-objects';
import { createCv2Operations, type Cv2Operation } from './cv2-operations';
import type { Arrival, Host } from './host';
import { createQuotaGuard } from './server-quota';
import { type ServerAnswer } from './wire-fault';
import { firstAnswerOf, keepFirstAnswer, type World } from './world';

/** Method and path pattern of each operation, after `/v2/`. */
const ROUTES = [
  ['getCheckoutSession', 'GET', /^checkoutSessions\/([^/]+)$/],
  ['finalizeCheckoutSession', 'POST', /^checkoutSessions\/([^/]+)\/finalize$/],
  ['createCharge', 'POST', /^charges()$/],
  ['getCharge', 'GET', /^charges\/([^/]+)$/],
  ['captureCharge', 'POST', /^charges\/([^/]+)\/capture$/],
  ['cancelCharge', 'DELETE', /^charges\/([^/]+)\/cancel$/],
  ['createRefund', 'POST', /^refunds()$/],
  ['getRefund', 'GET', /^refunds\/([^/]+)$/],
  ['getChargePermission', 'GET', /^chargePermissions\/([^/]+)$/],
  ['closeChargePermission', 'DELETE', /^chargePermissions\/([^/]+)\/close$/],
] as const;

const PREFIX = /^\/(?:(sandbox|live)\/)?v2\//;

/** Makes the endpoint. */
export function createCv2Host(world: World): Host {
  const operations: Readonly<Record<string, Cv2Operation>> = createCv2Operations(world);
  const isAbove = createQuotaGuard();
  let requests = 0;

  function carryOut(arrival: Arrival): ServerAnswer {
    requests += 1;
    const answered = decide(arrival);
    return { ...answered, headers: { 'x-amz-pay-request-id': `cv2-${requests}`, ...answered.headers } };
  }

  function decide(arrival: Arrival): ServerAnswer {
    const refusal = checkCv2Request(arrival, world.account());
    if (refusal !== undefined) return error(refusal.status, refusal.code);
    const route = routeOf(arrival);
    const operation = route === undefined ? undefined : operations[route.operation];
    if (route === undefined || operation === undefined) return error(405, 'UnsupportedOperation');
    const { read, write } = world.account().quotas;
    if (isAbove(route.operation, arrival.method === 'GET' ? read : write, arrival.nowMs)) {
      return error(429, 'TooManyRequests');
    }
    const key = headerOf(arrival, 'x-amz-pay-idempotency-key') ?? '';
    const environment = environmentOf(arrival);
    const simulationCode = headerOf(arrival, 'x-amz-pay-simulation-code');
    const run = (): ServerAnswer => {
      const { rawBody } = arrival;
      const result = operation({ id: route.id, environment, key, simulationCode, rawBody });
      return result.ok ? json(result.status, result.json) : error(result.status, result.code);
    };
    if (arrival.method !== 'POST') return run();
    if (key === '') return error(400, 'MissingHeader');
    const keyed = { environment, key: `cv2/${key}`, content: `${arrival.path}\n${arrival.rawBody}` };
    const first = firstAnswerOf(world, keyed);
    if (first === 'changed') return error(400, 'DuplicateIdempotencyKey');
    if (first !== undefined) return first;
    const fresh = run();
    // A decline is an answer too; a refusal of the request leaves the key unused.
    const isDecision = fresh.status < 300 || fresh.status === 422;
    if (isDecision) world.ledger.books.commit([keepFirstAnswer(keyed, fresh)]);
    return fresh;
  }

  return {
    takes: ({ path }) => PREFIX.test(path),
    describe: (arrival) => ({
      operation: routeOf(arrival)?.operation ?? '',
      key: headerOf(arrival, 'x-amz-pay-idempotency-key'),
    }),
    carryOut,
    refuse: error,
    fabricate: (arrival, operation, forced) =>
      json(forced.status ?? 200, fabricateJson(arrival, operation, forced)),
  };
}

function fabricateJson(
  arrival: Arrival,
  operation: string,
  { state, reasonCode }: { readonly state: string; readonly reasonCode?: string },
): Readonly<Record<string, unknown>> {
  const id = routeOf(arrival)?.id ?? '';
  const sent = arrival.rawBody === '' ? {} : (JSON.parse(arrival.rawBody) as Record<string, unknown>);
  const statusDetails = { state, reasonCode: reasonCode ?? null };
  switch (operation) {
    case 'createCharge': {
      const chargeId = `${String(sent['chargePermissionId'])}-C111111`;
      const captured = state === 'Captured' ? sent['chargeAmount'] : cv2Price(0);
      return { ...sent, chargeId, captureAmount: captured, statusDetails };
    }
    case 'createRefund':
      return { ...sent, refundId: `${String(sent['chargeId']).slice(0, -8)}-R111111`, statusDetails };
    case 'getRefund':
      return { refundId: id, refundAmount: cv2Price(3980), statusDetails };
    case 'getChargePermission':
    case 'closeChargePermission': {
      const reasons = reasonCode === undefined ? null : [{ reasonCode }];
      return { chargePermissionId: id, statusDetails: { state, reasons } };
    }
    case 'getCheckoutSession':
    case 'finalizeCheckoutSession':
      return { checkoutSessionId: id, chargeId: 'S03-1111111-1111111-C111111', statusDetails };
    default: {
      const captureAmount = cv2Price(state === 'Captured' ? 3980 : 0);
      return { chargeId: id, chargeAmount: cv2Price(3980), captureAmount, statusDetails };
    }
  }
}

function routeOf({ method, path }: Arrival): { readonly operation: string; readonly id: string } | undefined {
  const rest = path.replace(PREFIX, '');
  for (const [operation, routeMethod, pattern] of ROUTES) {
    const match = routeMethod === method ? pattern.exec(rest) : null;
    if (match !== null) return { operation, id: match[1] ?? '' };
  }
  return undefined;
}

/** By the path, else by the public key's prefix. */
function environmentOf({ path, headers }: Arrival): 'SANDBOX' | 'LIVE' {
  const named = PREFIX.exec(path)?.[1];
  if (named !== undefined) return named === 'sandbox' ? 'SANDBOX' : 'LIVE';
  return headers.authorization?.includes('PublicKeyId=SANDBOX') === true ? 'SANDBOX' : 'LIVE';
}

function headerOf({ headers }: Arrival, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}

function error(status: number, reasonCode: string): ServerAnswer {
  return json(status, { reasonCode, message: `About ${reasonCode}.` });
}

function json(status: number, value: Readonly<Record<string, unknown>>): ServerAnswer {
  return { status, contentType: 'application/json', body: JSON.stringify(value) };
}
