import { join } from 'node:path';
import { type BuildSources } from './source-faults';

/** Where this repository keeps what a build is made from. `root`: the repository's folder. */
export function projectSources(root: string): BuildSources {
  return {
    shopFile: join(root, 'lambda/src/shop/shop.json'),
    lambdaEntry: join(root, 'lambda/src/index.ts'),
    workerEntry: join(root, 'lambda/src/worker.ts'),
    webEntry: join(root, 'lambda/src/web-lambda.ts'),
    webClient: join(root, 'lambda/src/web/client'),
    serverEntry: join(root, 'lambda/src/serve.ts'),
    skillPackage: join(root, 'skill-package'),
    interactionModels: join(root, 'interactionModels'),
  };
}
