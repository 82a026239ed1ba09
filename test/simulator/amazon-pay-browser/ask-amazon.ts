/// <reference lib="dom" />

/** An answer of the simulated server, or the code of its refusal. */
type AmazonAnswer =
  | { readonly ok: true; readonly json: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly code: string };

/** Asks the simulated server, below `/simulated/`. Never rejects: a server that is not there is a ServiceError. */
export type AskAmazon = (
  method: 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: object,
) => Promise<AmazonAnswer>;

/** Where the script that runs now came from; its server is there too. Only while a classic script runs for the first time. */
export function originOfThisScript(): { readonly origin: string; readonly path: string } {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement))
    throw new Error('The script has to be loaded by a script element.');
  const { origin, pathname } = new URL(script.src);
  return { origin, path: pathname };
}

/** Makes the way to the server of this origin. */
export function createAskAmazon(origin: string): AskAmazon {
  return async (method, path, body) => {
    try {
      const response = await fetch(`${origin}/simulated/${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const json = (await response.json()) as Readonly<Record<string, unknown>>;
      if (response.ok) return { ok: true, json };
      const { errorCode } = json;
      return { ok: false, code: typeof errorCode === 'string' ? errorCode : 'UnknownError' };
    } catch {
      return { ok: false, code: 'ServiceError' };
    }
  };
}
