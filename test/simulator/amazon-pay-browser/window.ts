/// <reference lib="dom" />

/** What both of Amazon's scripts put into the page's window; each leaves what the other has put there. */
interface AmazonWindow {
  amazon?: object;
}

/** Adds parts to `window.amazon`. */
export function addToAmazon(parts: object): void {
  const page: AmazonWindow = window;
  page.amazon = { ...page.amazon, ...parts };
}
