import type { RequestHandler } from 'express';
import { createWeb, type WebParts } from '../../lambda/src/web-access';
import type { WebAssets } from '../../lambda/src/web/assets';
import { bundleWebAssets } from '../../lambda/tools/packaging/web-assets';

/** The shop's own pages on this machine. */
export interface LocalWeb {
  readonly handler: RequestHandler;
  /** Compiles the pages' scripts; without it the first page that is asked for does. */
  warmUp(): Promise<void>;
}

let assets: Promise<WebAssets> | undefined;

/** The pages of the settings, compiled from source; undefined when the web checkout is not set up. */
export function createLocalWeb(parts: Omit<WebParts, 'assets'>): LocalWeb | undefined {
  if (parts.config.web === undefined) return undefined;
  let made: Promise<RequestHandler | undefined> | undefined;
  const pages = (): Promise<RequestHandler | undefined> => {
    made ??= compileAssets().then((compiled) => createWeb({ ...parts, assets: compiled }));
    return made;
  };
  return {
    handler: (request, response, next) => {
      pages().then(
        (web) => {
          if (web === undefined) next();
          else void web(request, response, next);
        },
        (error: unknown) => {
          made = undefined;
          next(error);
        },
      );
    },
    warmUp: async () => {
      await pages();
    },
  };
}

/** Once per process; a failed build is tried again. Rejects with esbuild's own words. */
function compileAssets(): Promise<WebAssets> {
  assets ??= bundleWebAssets().catch((error: unknown) => {
    assets = undefined;
    throw error;
  });
  return assets;
}
