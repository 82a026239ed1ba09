import { join } from 'node:path';
import { createFunctionUrlHandler } from './web/function-url-handler';
import { readAssets } from './web/read-assets';

/** The Lambda handler of the shop's pages, behind a function URL; made once per instance from the environment. */
export const handler = createFunctionUrlHandler({
  environment: process.env,
  assets: readAssets(join(__dirname, 'public')),
});
