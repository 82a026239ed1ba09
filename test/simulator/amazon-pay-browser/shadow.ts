/// <reference lib="dom" />

/**
 * Gives an element content of its own, apart from the page's styles, as Amazon's scripts do; what was in it is gone.
 * The styles are put on by script, so that a page without inline styles shows them too.
 */
export function drawApart(container: Element, css: string, ...children: readonly Node[]): ShadowRoot {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  root.append(...children);
  container.replaceChildren(host);
  return root;
}
