import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ASSET_FILES, type WebAssets } from './assets';

/**
 * Reads the assets that the build wrote. `folder`: the `public` folder beside the bundle.
 * @throws Error of the file system when one of the files is missing, so that the server fails at start
 */
export function readAssets(folder: string): WebAssets {
  const read = (name: keyof WebAssets): string =>
    readFileSync(join(folder, ASSET_FILES[name].fileName), 'utf8');
  return { checkoutJs: read('checkoutJs'), widgetsJs: read('widgetsJs'), styleCss: read('styleCss') };
}
