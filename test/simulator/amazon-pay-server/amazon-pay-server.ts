/** The simulated server APIs of Amazon Pay on real HTTP, over the ledger that the simulated Setup and Charge use. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createLedger, type Ledger } from '../amazon-pay/ledger';
import type { SimulatorEffects } from '../contract';
import { closeServer, listenOnLoopback } from '../local-dynamo';
import { createBrowserHost } from './browser-host';
import { createBrowserScripts } from './browser-scripts';
import { createBuyerHost } from './buyer-host';
import { isAnswerLost } from './cv2-finalize';
import { createCv2Host } from './cv2-host';
import { createForcedAnswers, type ForcedAnswer } from './forced-answer';
import type { Arrival, Host } from './host';
import { createMwsHost } from './mws-host';
import { openWidgetAgreement, type WidgetAgreementAsk } from './browser-widgets';
import { openPermission, openSession, type PermissionAsk, type SessionAsk } from './open-objects';
import { serverAccount, type ServerAccount } from './server-account';
import { spoil, write, type ServerAnswer } from './wire-fault';
import { letTimePass, type World } from './world';

/** One call that arrived. `key`: its idempotency key or reference. `status`: undefined when no answer was sent. */
interface SeenCall {
  readonly operation: string;
  readonly key: string | undefined;
  readonly atMs: number;
  readonly status: number | undefined;
  readonly rawBody: string;
}

/** The running servers. */
export interface AmazonPayServer {
  /** `http://127.0.0.1:port`, the base URL of CV2, MWS, Buyer ID and Buyer address alike. */
  readonly url: string;
  readonly ledger: Ledger;
  readonly calls: readonly SeenCall[];
  /** The next call of the operation is answered so (`createCharge`, `Refund`, `buyerId`, …). */
  force(operation: string, forced: ForcedAnswer, times?: number): void;
  clearForced(): void;
  /** A checkout session as the page would have made it. */
  openSession(ask: SessionAsk): string;
  /** An agreement or charge permission as the buyer would have given it. */
  openPermission(ask?: PermissionAsk): string;
  /** A draft as the widgets of CV1 would have left it, with everything chosen unless `ask` says otherwise. */
  openWidgetAgreement(ask?: WidgetAgreementAsk): string;
  close(): Promise<void>;
}

/** What the servers are made of. */
export interface AmazonPayServerOptions {
  readonly effects: SimulatorEffects;
  readonly ledger?: Ledger;
  readonly account?: ServerAccount | (() => ServerAccount);
  /** 0 lets the system choose. */
  readonly port?: number;
  /** Origins of the shop's pages, whose scripts may ask from a browser; absent: none. */
  readonly shopOrigins?: readonly string[];
}

/** Starts the servers on loopback. */
export async function startAmazonPayServer(options: AmazonPayServerOptions): Promise<AmazonPayServer> {
  const { effects, ledger = createLedger(), account = serverAccount(), port = 0, shopOrigins = [] } = options;
  const world: World = { ledger, effects, account: typeof account === 'function' ? account : () => account };
  const hosts: readonly Host[] = [createCv2Host(world), createMwsHost(world), createBuyerHost(world)];
  const browserHost = createBrowserHost({ world, scripts: createBrowserScripts(), shopOrigins });
  const forced = createForcedAnswers();
  const calls: SeenCall[] = [];

  function respond(arrival: Arrival, response: ServerResponse): void {
    const host = hosts.find((one) => one.takes(arrival));
    if (host === undefined) {
      write(response, { status: 404, contentType: 'text/html', body: '<html><body>404</body></html>' });
      return;
    }
    letTimePass(world);
    const { operation, key } = host.describe(arrival);
    const plan = forced.next(operation) ?? (isAnswerLost(ledger, arrival) ? LOST : undefined);
    const note = (status: number | undefined): void => {
      calls.push({ operation, key, atMs: arrival.nowMs, status, rawBody: arrival.rawBody });
    };
    if (plan?.as === 'wire') {
      const answer = plan.lost === true ? NOTHING : host.carryOut(arrival);
      note(undefined);
      spoil(response, answer, plan.fault);
      return;
    }
    const answer =
      plan === undefined ? host.carryOut(arrival) : forcedAnswer(host, arrival, { operation, plan });
    note(answer.status);
    write(response, {
      ...answer,
      headers: { date: new Date(arrival.nowMs).toUTCString(), ...answer.headers },
    });
  }

  const server = createServer((request, response) => {
    void readArrival(request, effects.now).then(async (arrival) => {
      if (browserHost.takes(arrival)) write(response, await browserHost.answer(arrival));
      else respond(arrival, response);
    });
  });
  const boundPort = await listenOnLoopback(server, port);
  return {
    url: `http://127.0.0.1:${boundPort}`,
    ledger,
    calls,
    force: (...args) => {
      forced.force(...args);
    },
    clearForced: () => {
      forced.clear();
    },
    openSession: (ask) => openSession(world, ask),
    openPermission: (ask = {}) => openPermission(world, ask),
    openWidgetAgreement: (ask = {}) => openWidgetAgreement(world, ask),
    close: async () => {
      server.closeAllConnections();
      await closeServer(server);
    },
  };
}

/** A finalization whose sender never hears what came of it. */
const LOST: ForcedAnswer = { as: 'wire', fault: 'reset' };
const NOTHING: ServerAnswer = { status: 500, contentType: 'text/plain', body: '' };

function forcedAnswer(
  host: Host,
  arrival: Arrival,
  { operation, plan }: { readonly operation: string; readonly plan: Exclude<ForcedAnswer, { as: 'wire' }> },
): ServerAnswer {
  switch (plan.as) {
    case 'raw':
      return plan.answer;
    case 'object':
      return host.fabricate(arrival, operation, plan);
    case 'error': {
      const answer = host.refuse(plan.status, plan.code);
      const retryAfter = plan.retryAfter;
      return retryAfter === undefined
        ? answer
        : { ...answer, headers: { ...answer.headers, 'retry-after': retryAfter } };
    }
  }
}

async function readArrival(request: IncomingMessage, now: () => number): Promise<Arrival> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    headers: request.headers,
    rawBody: Buffer.concat(chunks).toString('utf8'),
    nowMs: now(),
  };
}
