import { type ResponseEnvelope } from 'ask-sdk-model';
import { LOCAL_DEFAULTS, readConfig } from '../../lambda/src/config';
import { createDependencies } from '../../lambda/src/dependencies';
import { type OrderStore } from '../../lambda/src/orders/store';
import { createLambdaHandler } from '../../lambda/src/lambda-handler';
import { createServer } from '../../lambda/src/server';
import { createSkill } from '../../lambda/src/skill';
import { createServer as createHttpServer } from 'node:http';
import { closeServer, listenOnLoopback, startLocalDynamo } from '../simulator/local-dynamo';
import { recordingLog } from './recording-log';

/** The skill behind one of its two hosts, on a real DynamoDB protocol. */
export interface Host {
  /** Delivers an envelope; rejects when the host refuses it. */
  readonly send: (envelope: unknown) => Promise<ResponseEnvelope>;
  readonly store: OrderStore;
  readonly skillId: string;
  close(): Promise<void>;
}

/** The host did not take the request. `httpStatus`: what Express answered; absent on Lambda. */
export class RefusedError extends Error {
  constructor(
    readonly httpStatus: number | undefined,
    readonly body: string,
  ) {
    super('refused');
  }
}

/** The skill on Express over real HTTP. */
export async function expressHost(): Promise<Host & { readonly url: string }> {
  const { dynamo, config } = await localStore();
  const deps = { ...createDependencies(config), log: recordingLog() };
  const app = createServer({
    skill: createSkill(deps),
    skillId: config.skillId,
    verifySignature: false,
    log: deps.log,
  });
  const server = createHttpServer(app);
  const port = await listenOnLoopback(server, 0);
  const url = `http://127.0.0.1:${port}/alexa`;
  return {
    url,
    skillId: config.skillId,
    store: deps.store,
    async send(envelope) {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(envelope) });
      if (response.status !== 200) throw new RefusedError(response.status, await response.text());
      return (await response.json()) as ResponseEnvelope;
    },
    async close() {
      await closeServer(server);
      await dynamo.close();
    },
  };
}

/** The skill as the Lambda handler. */
export async function lambdaHost(): Promise<Host> {
  const { dynamo, config } = await localStore();
  const handler = createLambdaHandler({ ...LOCAL_DEFAULTS, AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint });
  return {
    skillId: config.skillId,
    store: createDependencies(config).store,
    send(envelope) {
      // Lambda hands over what came as JSON.
      const event: unknown = JSON.parse(JSON.stringify(envelope));
      return handler(event, {}).catch((error: unknown) => {
        throw new RefusedError(undefined, String(error));
      });
    },
    close: () => dynamo.close(),
  };
}

async function localStore() {
  const dynamo = await startLocalDynamo({ tableName: LOCAL_DEFAULTS.ORDERS_TABLE });
  return { dynamo, config: readConfig({ ...LOCAL_DEFAULTS, AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint }) };
}
