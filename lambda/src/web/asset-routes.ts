import { Router } from 'express';
import { ASSET_FILES, type WebAssets } from './assets';

/** A cup, as the pages' icon; drawn here, because a page without one makes every browser ask for it in vain. */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#5a3a22"/>' +
  '<path d="M7 11h15v7a6 6 0 0 1-6 6h-3a6 6 0 0 1-6-6zM22 13h2a3 3 0 0 1 0 6h-2" fill="none" stroke="#f6ead8" stroke-width="2.4"/></svg>';

/** `/assets/…`: scripts, style sheet and icon. Browsers ask each time whether they changed; they are small. */
export function createAssetRoutes(assets: WebAssets): Router {
  const router = Router();
  for (const name of ['checkoutJs', 'widgetsJs', 'styleCss'] as const) {
    const { fileName, mediaType } = ASSET_FILES[name];
    router.get(`/assets/${fileName}`, (_request, response) => {
      response.set('Cache-Control', 'no-cache').type(mediaType).send(assets[name]);
    });
  }
  router.get('/assets/icon.svg', (_request, response) => {
    response.set('Cache-Control', 'no-cache').type('image/svg+xml').send(ICON);
  });
  return router;
}
