import { createServer } from 'node:http';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import { closeServer, listenOnLoopback } from '../local-dynamo';
import { AwsError } from './aws-error';
import { createCloudFormation, type Stack } from './cloudformation';
import { lambdaRoutes, type LambdaFunction } from './lambda-routes';
import { queryRoutes } from './query-routes';
import { actionError, xml } from './query-xml';
import { s3Routes } from './s3-routes';

/** A local stand-in of the AWS services that ask-cli's deployers call. */
export interface Aws {
  readonly url: string;
  /** All stacks by id, uploaded objects by `bucket/key?version`, functions and roles by name. */
  readonly stacks: ReadonlyMap<string, Stack>;
  readonly objects: ReadonlyMap<string, Buffer>;
  readonly functions: ReadonlyMap<string, LambdaFunction>;
  readonly roles: readonly string[];
  /** Calls that were refused, method, path and reason. */
  readonly refused: readonly string[];
  close(): Promise<void>;
}

/** Starts the stand-in on loopback; ask-cli finds it through AWS_ENDPOINT_URL. */
export async function startAws(): Promise<Aws> {
  const functions = new Map<string, LambdaFunction>();
  const roles: string[] = [];
  const refused: string[] = [];
  const buckets = s3Routes();
  const cloudFormation = createCloudFormation((object) => buckets.objects.has(object));
  const app = express();
  app.disable('x-powered-by');
  app.use(needsSignature);
  app.use(queryRoutes(cloudFormation, roles));
  app.use('/', lambdaOnly(lambdaRoutes(functions)));
  app.use(buckets.router);
  app.use(tellErrors(refused));
  const server = createServer(app);
  const port = await listenOnLoopback(server, 0);
  return {
    url: `http://127.0.0.1:${port}`,
    stacks: cloudFormation.stacks,
    objects: buckets.objects,
    functions,
    roles,
    refused,
    close: () => closeServer(server),
  };
}

/** The SDK signs every call; a call that does not is not from it. */
const needsSignature: RequestHandler = (request, _response, next) => {
  if (request.get('authorization')?.startsWith('AWS4-HMAC-SHA256') === true) next();
  else throw new AwsError('MissingAuthenticationToken', 'The call is not signed', 403);
};

/** Lambda's paths begin with the date of its API; everything else is a bucket. */
function lambdaOnly(router: express.Router): RequestHandler {
  return (request, response, next) => {
    if (request.path.startsWith('/2015-03-31/')) void router(request, response, next);
    else next();
  };
}

function tellErrors(refused: string[]): ErrorRequestHandler {
  return (error: unknown, { method, path }, response, _next) => {
    const { code, message, status } =
      error instanceof AwsError ? error : new AwsError('InternalFailure', String(error), 500);
    // ask-cli asks for a bucket to learn whether it is there.
    refused.push(`${method} ${path}: ${code} ${message}`);
    if (path === '/') response.status(status).type('text/xml').send(actionError(code, message));
    else
      response
        .status(status)
        .type('application/xml')
        .send(xml({ Error: { Code: code, Message: message } }));
  };
}
