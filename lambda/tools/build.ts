/** `npm run build`: writes build/lambda, build/server and build/skill-package, or says everything that is wrong. */
import { join } from 'node:path';
import { endQuietly } from './output/end-quietly';
import { buildProject } from './packaging/build-project';
import { projectSources } from './packaging/project-sources';
import { findShopFaults } from './packaging/shop-faults';

const root = join(__dirname, '../..');

async function main(): Promise<void> {
  const result = await buildProject({
    sources: projectSources(root),
    outDir: join(root, 'build'),
    checkShop: findShopFaults,
  });
  if (result.kind === 'refused') {
    console.error(['Nothing was built:', ...result.faults.map((fault) => `  - ${fault}`)].join('\n'));
    process.exitCode = 1;
    return;
  }
  for (const { path, sizeBytes } of result.files) {
    console.log(`${(sizeBytes / 1024).toFixed(1).padStart(9)} KiB  build/${path}`);
  }
}

endQuietly();
void main();
