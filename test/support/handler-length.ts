import { LOCAL_DEFAULTS } from '../../lambda/src/config';

/** How many parameters the Lambda handler has; `nodejs24.x` refuses three. */
export async function handlerLength(): Promise<number> {
  const before = { ...process.env };
  Object.assign(process.env, LOCAL_DEFAULTS);
  const { handler } = await import('../../lambda/src/index');
  process.env = before;
  return handler.length;
}
