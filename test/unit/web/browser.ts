import { type WebBench } from './web-bench';

/** What a page answered: status, headers, and its text. */
export interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  /** The page as a person reads it: no tags, blanks folded. */
  readonly words: string;
}

/** A browser with a cookie jar of one cookie, at an address of its own. */
export interface TestBrowser {
  readonly address: string;
  cookie: string;
  /** Of the page that was opened last. */
  token: string;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Seen>;
  /** A call of the page's script, with the token of the page that was opened last. */
  call(name: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Seen>;
  postForm(path: string, form: string): Promise<Seen>;
}

let addresses = 0;

/** Makes a browser without cookies in front of a shop. `address`: absent, one that no other browser has. */
export function openBrowser(shop: WebBench, address?: string): TestBrowser {
  addresses += 1;
  const browser: TestBrowser = {
    address: address ?? `198.51.${Math.floor(addresses / 250)}.${addresses % 250}`,
    cookie: '',
    token: '',
    get: (path, headers = {}) => send(path, { headers }),
    call: (name, body, headers = {}) =>
      send(`/checkout/${shop.code}/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-csrf-token': browser.token, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    postForm: (path, form) =>
      send(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: form,
      }),
  };
  async function send(
    path: string,
    init: Omit<RequestInit, 'headers'> & { readonly headers: Readonly<Record<string, string>> },
  ): Promise<Seen> {
    const response = await fetch(shop.url + path, {
      redirect: 'manual',
      ...init,
      headers: {
        'x-forwarded-for': browser.address,
        ...(browser.cookie ? { cookie: browser.cookie } : {}),
        ...init.headers,
      },
    });
    const body = await response.text();
    browser.cookie = response.headers.get('set-cookie')?.split(';')[0] ?? browser.cookie;
    browser.token = /data-csrf-token="([^"]+)"/.exec(body)?.[1] ?? browser.token;
    return { status: response.status, headers: response.headers, body, words: wordsOf(body) };
  }
  return browser;
}

function wordsOf(html: string): string {
  return html
    .replace(/<title>.*?<\/title>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
