/** What the shop's pages load beside themselves, as texts: two scripts and one style sheet, minified. */
export interface WebAssets {
  readonly checkoutJs: string;
  readonly widgetsJs: string;
  readonly styleCss: string;
}

/** Each asset with its file name in `public/` and at `/assets/`, and the media type it is served as. */
export const ASSET_FILES = {
  checkoutJs: { fileName: 'checkout.js', mediaType: 'text/javascript' },
  widgetsJs: { fileName: 'widgets.js', mediaType: 'text/javascript' },
  styleCss: { fileName: 'style.css', mediaType: 'text/css' },
} as const satisfies Record<keyof WebAssets, { readonly fileName: string; readonly mediaType: string }>;
