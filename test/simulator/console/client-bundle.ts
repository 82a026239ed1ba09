import { join } from 'node:path';
import { bundleOnce } from '../bundle-once';

/** Bundles the page's script on the first call; a failed build is tried again. Rejects with esbuild's own words. */
export function createClientBundle(): () => Promise<string> {
  return bundleOnce(join(__dirname, 'client', 'main.ts'), 'esm');
}
