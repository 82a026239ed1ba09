import { createServer as createHttpServer } from 'node:http';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { createIpn } from '../../lambda/src/amazon-pay-access';
import { codeOf, issueLink } from '../../lambda/src/checkout/issue-link';
import { type Config, LOCAL_DEFAULTS, readConfig } from '../../lambda/src/config';
import { createDependencies, createDocumentClient } from '../../lambda/src/dependencies';
import { type Order } from '../../lambda/src/orders/order';
import { createServer } from '../../lambda/src/server';
import { createSkill } from '../../lambda/src/skill';
import { createWeb } from '../../lambda/src/web-access';
import { createFunctionUrlHandler } from '../../lambda/src/web/function-url-handler';
import { closeServer, listenOnLoopback, startLocalDynamo } from '../simulator/local-dynamo';
import { type Bench, CV2_SETTINGS, startBench } from '../unit/amazon-pay/server-bench';
import { anOrder } from '../unit/orders/an-order';
import { type CountingProxy, startCountingProxy } from './counting-proxy';
import { functionUrlEvent, readFunctionUrlAnswer } from './function-url-event';
import { recordingLog, type RecordingLog } from './recording-log';

/** A request of a browser. `from`: its address as a trusted proxy names it. */
export interface WebRequest {
  readonly path: string;
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly from?: string;
}

/** What a host answered; headers without those that only a connection has. */
export interface WebAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: string;
}

/** The shop's pages on both hosts: one store, one simulated Amazon Pay, one clock that stands still. */
export interface WebHosts {
  readonly express: (request: WebRequest) => Promise<WebAnswer>;
  /** `sourceIp`: the address that AWS itself saw. */
  readonly lambda: (request: WebRequest & { readonly sourceIp?: string }) => Promise<WebAnswer>;
  /** The Lambda handler itself, for events no browser sends. */
  readonly handler: (event: unknown, context: unknown) => Promise<object>;
  readonly bench: Bench;
  readonly log: RecordingLog;
  /** A waiting order with the code that leads to it. */
  waiting(orderId: string): Promise<{ readonly order: Order; readonly code: string }>;
  /** The Lambda function's way to the store. */
  readonly lambdaStore: CountingProxy;
  /** Counts of tries in the table, by the keyed hash of the address. */
  tries(): Promise<readonly unknown[]>;
  close(): Promise<void>;
}

/** Settings of both hosts. */
export const WEB_ENVIRONMENT = {
  ...LOCAL_DEFAULTS,
  SHOP_URL: 'https://shop.koemise.example',
  AMAZON_PAY_STORE_ID: 'amzn1.application-oa2-client.0123456789abcdef0123456789abcdef',
  AMAZON_PAY_PUBLIC_KEY_ID: CV2_SETTINGS.publicKeyId,
  AMAZON_PAY_PRIVATE_KEY: CV2_SETTINGS.privateKey,
  IPN_TOPIC_ARNS: 'arn:aws:sns:ap-northeast-1:111122223333:koemise',
} as const;

const ASSETS = {
  checkoutJs: "document.title = 'お支払い';",
  widgetsJs: '/* widgets */',
  styleCss: 'main { color: black; }',
};

/** Starts both hosts. `trustedProxies`: how many proxies each believes. */
export async function openWebHosts({ trustedProxies }: { trustedProxies: number }): Promise<WebHosts> {
  const dynamo = await startLocalDynamo({ tableName: WEB_ENVIRONMENT.ORDERS_TABLE });
  const lambdaStore = await startCountingProxy(dynamo.endpoint);
  const bench = await startBench();
  const log = recordingLog();
  const environment = {
    ...WEB_ENVIRONMENT,
    AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint,
    AMAZON_PAY_BASE_URL: bench.server.url,
    TRUSTED_PROXIES: String(trustedProxies),
  };
  const config = readConfig(environment);
  const effects = {
    now: bench.effects.now,
    random: () => 0.5,
    log,
    wait: () => Promise.resolve(),
  };
  const deps = { ...createDependencies(config), ...effects };
  const app = createServer({
    skill: createSkill(deps),
    skillId: config.skillId,
    verifySignature: true,
    log,
    ipn: createIpn({ ...deps, mws: undefined }),
    web: createWeb({ ...deps, assets: ASSETS }),
  });
  const server = createHttpServer(app);
  const port = await listenOnLoopback(server, 0);
  const handler = createFunctionUrlHandler({
    environment: { ...environment, AWS_ENDPOINT_URL_DYNAMODB: lambdaStore.url },
    assets: ASSETS,
    effects,
  });
  return {
    express: (request) => sendHttp(`http://127.0.0.1:${port}`, request),
    lambda: async (request) => readFunctionUrlAnswer(await handler(functionUrlEvent(request), {})),
    handler,
    bench,
    log,
    lambdaStore,
    waiting: async (orderId) => {
      const nowMs = effects.now();
      const begun = anOrder({ orderId, createdAtMs: nowMs, updatedAtMs: nowMs });
      await deps.store.createOrder(begun);
      const order = await issueLink(deps, begun);
      const code = order && codeOf(order, config.tokenSecret);
      if (order === undefined || code === undefined) throw new Error('the order has no link');
      return { order, code };
    },
    tries: () => readTries(config),
    close: async () => {
      await closeServer(server);
      await bench.close();
      await lambdaStore.close();
      await dynamo.close();
    },
  };
}

/** Headers of the connection, not of the answer. */
const CONNECTION_HEADERS: readonly string[] = ['connection', 'date', 'keep-alive', 'set-cookie'];

async function sendHttp(
  shop: string,
  { path, method, headers = {}, body, from }: WebRequest,
): Promise<WebAnswer> {
  const response = await fetch(shop + path, {
    redirect: 'manual',
    headers: { ...headers, ...(from === undefined ? {} : { 'x-forwarded-for': from }) },
    ...(method === undefined ? {} : { method }),
    ...(body === undefined ? {} : { body }),
  });
  return {
    status: response.status,
    headers: Object.fromEntries(
      [...response.headers.entries()].filter(([name]) => !CONNECTION_HEADERS.includes(name)),
    ),
    cookies: response.headers.getSetCookie(),
    body: await response.text(),
  };
}

async function readTries(config: Config): Promise<readonly unknown[]> {
  const client = createDocumentClient(config);
  const { Items = [] } = await client.send(new ScanCommand({ TableName: config.ordersTable }));
  client.destroy();
  return Items.filter(({ pk }) => String(pk).startsWith('tries#'));
}
