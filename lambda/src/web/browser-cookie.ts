import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * What the shop's cookie says about a browser: a random id of no meaning, and one mark for each link it had open. A mark
 * binds id and link by the shop's secret, so nobody can make one for a link that was not opened here.
 */
export interface Browser {
  readonly id: string;
  readonly marks: readonly string[];
}

/** A link as the cookie knows it. `codeKey`: the keyed hash of its code; the code itself is in no cookie. */
export interface LinkKey {
  readonly codeKey: string;
  readonly secret: string;
}

/** So many links are remembered; the oldest is forgotten first. */
const MAX_MARKS = 4;
const VALUE = /^([0-9a-f]{32})((?:\.[\w-]{22}){1,4})$/;
/** Whoever paid finds the result as long as the link's pointer lives. */
const LIFE_SEC = 30 * 24 * 60 * 60;

/** Name of the cookie: bound to this very host where the page is https, plain on loopback. */
export function cookieName(shopUrl: string): string {
  return shopUrl.startsWith('https://') ? '__Host-koemise-checkout' : 'koemise-checkout';
}

/** Reads the browser from a Cookie header. Undefined: it has no cookie of ours, or one that is not well-formed. */
export function readBrowser(header: string | undefined, name: string): Browser | undefined {
  const pair = header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`));
  const [, id, marks] = VALUE.exec(pair?.slice(name.length + 1) ?? '') ?? [];
  return id === undefined || marks === undefined ? undefined : { id, marks: marks.split('.').slice(1) };
}

/** Whether this browser had the link open. */
export function knowsLink(browser: Browser | undefined, link: LinkKey): boolean {
  if (browser === undefined) return false;
  const expected = markOf(browser.id, link);
  return browser.marks.some((mark) => isSame(mark, expected));
}

/** The browser after it opened a link. `random`: a number in [0, 1), for the id of a browser that is new. */
export function withLink(browser: Browser | undefined, link: LinkKey, random: () => number): Browser {
  if (browser !== undefined && knowsLink(browser, link)) return browser;
  const id = browser?.id ?? newId(random);
  return { id, marks: [...(browser?.marks ?? []), markOf(id, link)].slice(-MAX_MARKS) };
}

/** The Set-Cookie header that makes a browser remember. @see issue "web checkout", item 6 (secure cookies) */
export function setCookie({ id, marks }: Browser, shopUrl: string): string {
  const value = [id, ...marks].join('.');
  const secure = shopUrl.startsWith('https://') ? '; Secure' : '';
  return `${cookieName(shopUrl)}=${value}; Max-Age=${LIFE_SEC}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}

/** The token that a page of this link, in this browser, sends along with each call: no other site can know it. */
export function csrfToken({ id }: Browser, { codeKey, secret }: LinkKey): string {
  return digest(`csrf token\n${id}\n${codeKey}`, secret);
}

/** Whether a call carries the token of its browser and link. */
export function hasCsrfToken(
  given: string | undefined,
  browser: Browser | undefined,
  link: LinkKey,
): boolean {
  return given !== undefined && browser !== undefined && isSame(given, csrfToken(browser, link));
}

function markOf(id: string, { codeKey, secret }: LinkKey): string {
  return digest(`link of a browser\n${id}\n${codeKey}`, secret);
}

/** 128 bits as 22 signs. */
function digest(text: string, secret: string): string {
  return createHmac('sha256', secret).update(text, 'utf8').digest('base64url').slice(0, 22);
}

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function newId(random: () => number): string {
  const word = (): string =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  return word() + word() + word() + word();
}
