import { ExpressAdapter, type Verifier } from 'ask-sdk-express-adapter';
import { type Skill } from 'ask-sdk-core';
import express, { type Express, type RequestHandler } from 'express';
import { InvalidEnvelopeError, parseEnvelope } from './alexa/parse-envelope';
import { type Log } from './telemetry/log';
import { errorAnswer, refusal } from './web/error-answer';

/** What the skill endpoint needs. `verifySignature` is off only on loopback with the simulated Alexa. */
export interface ServerOptions {
  readonly skill: Skill;
  readonly skillId: string;
  readonly verifySignature: boolean;
  /** The endpoint of Amazon Pay's notifications; absent: none is configured. */
  readonly ipn?: RequestHandler | undefined;
  /** The shop's own pages; absent: the web checkout is not set up. */
  readonly web?: RequestHandler | undefined;
  readonly log: Log;
}

/**
 * The Express application: `POST /ipn` where notifications are configured, and `POST /alexa` through the ASK adapter, with its signature and timestamp checks and our own
 * check of envelope and skill ID in front. No body parser stands before the adapter: it verifies the raw body.
 * @see endpoint-security.md, sections 2, 4 and 5
 */
export function createServer(options: ServerOptions): Express {
  const { skill, verifySignature } = options;
  const app = express();
  app.disable('x-powered-by');
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  const adapter = new ExpressAdapter(skill, verifySignature, verifySignature, [envelopeVerifier(options)]);
  app.post('/alexa', plainAnswer, ...adapter.getRequestHandlers());
  app.all('/alexa', (_request, response) => {
    response.status(405).set('Allow', 'POST').json({ error: 'method_not_allowed' });
  });
  if (options.ipn !== undefined) app.use(options.ipn);
  if (options.web !== undefined) app.use(options.web);
  app.use(errorAnswer(options.log));
  return app;
}

/** Refuses what is no Alexa request for this skill before any handler runs; the adapter answers 400 then. */
function envelopeVerifier({ skillId, log }: ServerOptions): Verifier {
  return {
    verify(body) {
      try {
        parseEnvelope(JSON.parse(body), skillId);
      } catch (error) {
        const reason = error instanceof InvalidEnvelopeError ? error.reason : 'notJson';
        log.warn({ step: 'requestRefused', reason });
        return Promise.reject(new Error(reason));
      }
      return Promise.resolve();
    },
  };
}

/** The adapter writes internal error texts into its refusals; the caller gets one plain shape instead. */
const plainAnswer: RequestHandler = (_request, response, next) => {
  const send = response.send.bind(response);
  response.send = (body) => (response.statusCode >= 400 ? send(refusal(response.statusCode)) : send(body));
  next();
};
