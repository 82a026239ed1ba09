import { type ComponentChildren, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Shop } from '../../shop/shop';
import { type Say } from '../page-text';

/** What every page is made with. */
export interface PageFrame {
  readonly say: Say;
  readonly shop: Shop;
}

/** A page: its title, the scripts it loads (addresses, in their order), and what stands in it. */
interface LayoutProps extends PageFrame {
  readonly title: string;
  readonly scripts?: readonly string[] | undefined;
  readonly children: ComponentChildren;
}

/** Head, header and footer around a page; the footer leads to the legal facts and names the contact. */
export function Layout({ say, shop, title, scripts = [], children }: LayoutProps): VNode {
  return (
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex, nofollow" />
        <title>{say('pageTitle', { title })}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/style.css" />
        {scripts.map((address) => (
          <script key={address} src={address} defer />
        ))}
      </head>
      <body>
        <a class="skip" href="#main">
          {say('pageSkip')}
        </a>
        <header class="top">
          <span class="shop-name">{shop.merchantName}</span>
        </header>
        <main id="main">
          <h1>{title}</h1>
          {children}
        </main>
        <footer class="bottom">
          <p>
            <a href="/legal">{say('pageLegalLink')}</a>
          </p>
          <Contact say={say} shop={shop} />
        </footer>
      </body>
    </html>
  );
}

/** The shop's contact as one line. */
export function Contact({ say, shop }: PageFrame): VNode {
  const { phone, email, hours } = shop.support;
  return (
    <p class="contact">
      {say('pageContact')}: {say('pageContactBy', { phone, email, hours })}
    </p>
  );
}

/** The HTML of a page. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}
