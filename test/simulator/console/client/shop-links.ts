/// <reference lib="dom" />
import { el } from './dom';

let shopUrl: string | undefined;

/** Which addresses are this shop's own; undefined: none. */
export function knowShop(url: string | undefined): void {
  shopUrl = url;
}

/** A text with the addresses of this shop as links, each in a window of its own; other addresses stay text. */
export function withShopLinks(text: string): readonly (string | HTMLElement)[] {
  const shop = shopUrl;
  if (shop === undefined) return [text];
  const addresses = new RegExp(`(${shop.replace(/[.]/g, '\\.')}(?:/[\\w/-]*)?)`);
  return text.split(addresses).map((part) => (part.startsWith(shop) ? shopLink(part, part) : part));
}

/** A link to a page of the shop. */
export function shopLink(url: string, words: string): HTMLElement {
  return el('a', { class: 'shop-link', href: url, target: '_blank', rel: 'noopener' }, words);
}
