import { join } from 'node:path';
import { bundleOnce } from '../bundle-once';

/** The stand-ins of Amazon's two page scripts, bundled when a browser first asks. */
export interface BrowserScripts {
  readonly checkout: () => Promise<string>;
  readonly widgets: () => Promise<string>;
}

/** Makes them; each rejects with esbuild's own words. */
export function createBrowserScripts(): BrowserScripts {
  const folder = join(__dirname, '../amazon-pay-browser');
  return {
    checkout: bundleOnce(join(folder, 'checkout-main.ts'), 'iife'),
    widgets: bundleOnce(join(folder, 'widgets-main.ts'), 'iife'),
  };
}
