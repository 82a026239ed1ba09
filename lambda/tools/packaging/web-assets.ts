import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { ASSET_FILES, type WebAssets } from '../../src/web/assets';
import { faultsOfBuild } from './bundle';

/** Where the sources of the pages' scripts and style sheet are. */
const WEB_CLIENT = join(__dirname, '../../src/web/client');

/** The assets; or what is wrong with their sources, one sentence a fault. */
export type BundledAssets =
  | { readonly kind: 'bundled'; readonly assets: WebAssets }
  | { readonly kind: 'faulty'; readonly faults: readonly string[] };

/**
 * `bundleWebAssets` for a build, which tells all faults at once.
 * @throws what esbuild throws when it is not about the sources
 */
export async function tryWebAssets(client: string): Promise<BundledAssets> {
  try {
    return { kind: 'bundled', assets: await bundleWebAssets(client) };
  } catch (error) {
    return { kind: 'faulty', faults: faultsOfBuild(error, client) };
  }
}

/**
 * Bundles and minifies the pages' scripts and style sheet, without writing anything. `client`: the folder with
 * `checkout.ts`, `widgets.ts` and `style.css`.
 * @throws what esbuild throws when a source cannot be read or resolved; its errors name file and fault
 */
export async function bundleWebAssets(client: string = WEB_CLIENT): Promise<WebAssets> {
  const sources = ['checkout.ts', 'widgets.ts', 'style.css'].map((name) => join(client, name));
  const { outputFiles } = await build({
    entryPoints: sources,
    outdir: client,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    charset: 'utf8',
    write: false,
    logLevel: 'silent',
  });
  const textOf = (name: keyof WebAssets): string =>
    outputFiles.find(({ path }) => basename(path) === ASSET_FILES[name].fileName)?.text ?? '';
  return { checkoutJs: textOf('checkoutJs'), widgetsJs: textOf('widgetsJs'), styleCss: textOf('styleCss') };
}
