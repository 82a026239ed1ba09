import { json, Router } from 'express';
import * as z from 'zod';
import { AwsError } from './aws-error';

const FUNCTION = z.object({
  FunctionName: z.string(),
  Runtime: z.string(),
  Handler: z.string(),
  Role: z.string(),
  Code: z.object({ ZipFile: z.string() }),
});
const PERMISSION = z.object({ Principal: z.string(), EventSourceToken: z.string() });
const LARGEST_CODE = '50mb';

/** A function that the lambda-deployer made. */
export interface LambdaFunction {
  readonly runtime: string;
  readonly handler: string;
  readonly role: string;
  readonly zip: Buffer;
  /** Who may call it: principal and the skill it is bound to. */
  readonly permissions: { readonly principal: string; readonly skillId: string }[];
}

/** The endpoints of Lambda that `@ask-cli/lambda-deployer` needs for a first deploy. */
export function lambdaRoutes(functions: Map<string, LambdaFunction>): Router {
  const router = Router();
  router.use(json({ limit: LARGEST_CODE }));

  router.post('/2015-03-31/functions', ({ body }, response) => {
    const { FunctionName, Runtime, Handler, Role, Code } = FUNCTION.parse(body);
    const zip = Buffer.from(Code.ZipFile, 'base64');
    functions.set(FunctionName, { runtime: Runtime, handler: Handler, role: Role, zip, permissions: [] });
    response.status(201).json(configurationOf(FunctionName));
  });

  router.get('/2015-03-31/functions/:arn', ({ params }, response) => {
    const name = nameOf(params.arn, functions);
    response.json({ Configuration: configurationOf(name) });
  });

  router.post('/2015-03-31/functions/:arn/policy', ({ params, body }, response) => {
    const { Principal, EventSourceToken } = PERMISSION.parse(body);
    const name = nameOf(params.arn, functions);
    functions.get(name)?.permissions.push({ principal: Principal, skillId: EventSourceToken });
    response.status(201).json({ Statement: '{}' });
  });
  return router;
}

function nameOf(arn: string, functions: ReadonlyMap<string, LambdaFunction>): string {
  const name = arn.split(':').at(-1) ?? '';
  if (!functions.has(name))
    throw new AwsError('ResourceNotFoundException', `Function not found: ${arn}`, 404);
  return name;
}

function configurationOf(name: string): object {
  return {
    FunctionName: name,
    FunctionArn: `arn:aws:lambda:ap-northeast-1:000000000000:function:${name}`,
    Role: 'arn:aws:iam::000000000000:role/simulated',
    RevisionId: '00000000-0000-4000-8000-0000000000bb',
    LastModified: '2026-01-01T00:00:00.000+0000',
    State: 'Active',
    LastUpdateStatus: 'Successful',
  };
}
