/**
 * The shop as a process of its own: the real skill on the real Express server and the real background, on the store that
 * the environment names. It prints its port as one JSON line. With a boundary in the environment it dies there.
 */
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { LOCAL_DEFAULTS, readConfig } from '../../../lambda/src/config';
import { createDependencies } from '../../../lambda/src/dependencies';
import { createServer } from '../../../lambda/src/server';
import { createSkill } from '../../../lambda/src/skill';
import { type Log } from '../../../lambda/src/telemetry/log';
import { createWorkerDeps } from '../../../lambda/src/worker/create-worker';
import { runPass } from '../../../lambda/src/worker/run-worker';
import { type WorkerDeps } from '../../../lambda/src/worker/worker-deps';
import { createBoundaries } from './boundaries';
import { boundResponse, boundedFetch, boundedMailer, boundedReader } from './bounded-effects';
import { boundedStore } from './bounded-store';
import { withPlantedDefect } from './planted-defect';
import { httpChargeReader } from './server-api';
import { CRASH_ENVIRONMENT, HEADERS, ROUTES } from './wire';

const { env } = process;
const config = readConfig({ ...LOCAL_DEFAULTS, ...env });
const killAt = Number(env[CRASH_ENVIRONMENT.killAt] ?? '0');
const boundaries = createBoundaries({
  buyerKeys: (env[CRASH_ENVIRONMENT.buyerKeys] ?? '').split(',').filter((key) => key !== ''),
  killAt: killAt === 0 ? undefined : killAt,
  die: () => process.kill(process.pid, 'SIGKILL'),
});
const clock = { nowMs: Number(env[CRASH_ENVIRONMENT.nowMs]) };
const silent = (): void => undefined;
const log: Log = {
  info: silent,
  warn: silent,
  alert: (fields) => process.stderr.write(`${JSON.stringify(fields)}\n`),
};

const real = createDependencies(config);
const store = withPlantedDefect(real.store, env[CRASH_ENVIRONMENT.defect]);
const parts = { store, boundaries, buyers: new Map<string, string>() };
const deps = {
  ...real,
  log,
  now: () => clock.nowMs,
  store: boundedStore(parts),
  fetch: boundedFetch(fetch, boundaries),
};
const app = createServer({
  skill: createSkill(deps),
  skillId: config.skillId,
  verifySignature: false,
  log,
});

const serverApi = env[CRASH_ENVIRONMENT.serverApi];
const chargeReader = serverApi === undefined ? undefined : httpChargeReader(serverApi);

/** The background as it is, or that of one order with its boundaries. */
function background(orderId?: string): WorkerDeps {
  const worker = createWorkerDeps({ ...deps, chargeReader });
  if (orderId === undefined) return { ...worker, store };
  const buyerKey = parts.buyers.get(orderId);
  if (buyerKey !== undefined) boundaries.begin(buyerKey, 'background');
  const { mailer } = worker;
  return {
    ...worker,
    store: boundedStore(parts, orderId),
    mailer: mailer === undefined ? undefined : boundedMailer(mailer, boundaries, buyerKey),
    chargeReader: chargeReader === undefined ? undefined : boundedReader(chargeReader, boundaries, buyerKey),
  };
}

async function pass(request: IncomingMessage): Promise<unknown> {
  const orderIds: unknown = await json(request);
  if (!Array.isArray(orderIds) || orderIds.length === 0) return runPass(background());
  return Promise.all(orderIds.map((orderId) => runPass(background(String(orderId)))));
}

function reply(response: ServerResponse, answer: Promise<unknown>): void {
  answer.then(
    (value) => response.end(JSON.stringify(value)),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
}

const server = createHttpServer((request, response) => {
  const header = (name: string): string => String(request.headers[name] ?? '');
  clock.nowMs = Number(header(HEADERS.nowMs)) || clock.nowMs;
  if (request.url === ROUTES.pass) {
    reply(response, pass(request));
    return;
  }
  if (request.url === ROUTES.boundaries) {
    reply(response, Promise.resolve(boundaries.passed()));
    return;
  }
  const buyerKey = header(HEADERS.buyerKey);
  boundaries.begin(buyerKey, header(HEADERS.step));
  boundResponse(response, boundaries, buyerKey);
  app(request, response);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  process.stdout.write(`${JSON.stringify({ port })}\n`);
});
