import { createLambdaHandler } from './lambda-handler';

/** The Lambda handler, made once per instance from the environment. */
export const handler = createLambdaHandler(process.env);
