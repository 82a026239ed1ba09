import * as z from 'zod/mini';

/** How to ask Alexa for the buyer's e-mail address. All from the request at hand; the token is never stored. */
export interface ProfileRequest {
  readonly apiEndpoint: string | undefined;
  readonly apiAccessToken: string | undefined;
  readonly fetch: typeof fetch;
  readonly timeoutMs: number;
  /** A simulated Alexa on loopback; absent in production. */
  readonly localApiEndpoint?: string | undefined;
}

/** Alexa's own API hosts. The envelope's text is never trusted: the bearer token goes nowhere else. */
const ALEXA_HOSTS: readonly string[] = [
  'https://api.amazonalexa.com',
  'https://api.eu.amazonalexa.com',
  'https://api.fe.amazonalexa.com',
];

const MAX_ANSWER_BYTES = 1024;

/**
 * Reads the buyer's e-mail address from Alexa's customer profile API. Undefined: no address is set, not permitted, the
 * host is not Alexa's, or no answer in time; an order never waits for it.
 * @see endpoint-security.md, section 4 (15); certification-and-law.md, section 1 (current data at each invocation)
 */
export async function readBuyerEmail(request: ProfileRequest): Promise<string | undefined> {
  const { apiEndpoint, apiAccessToken, timeoutMs, localApiEndpoint } = request;
  const isAllowed =
    apiEndpoint !== undefined && (ALEXA_HOSTS.includes(apiEndpoint) || apiEndpoint === localApiEndpoint);
  if (!isAllowed || apiAccessToken === undefined) return undefined;
  try {
    const response = await request.fetch(`${apiEndpoint}/v2/accounts/~current/settings/Profile.email`, {
      headers: { accept: 'application/json', authorization: `Bearer ${apiAccessToken}` },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = response.status === 200 ? await response.text() : '';
    return text.length > MAX_ANSWER_BYTES ? undefined : parseEmail(text);
  } catch {
    return undefined;
  }
}

function parseEmail(text: string): string | undefined {
  try {
    return z.safeParse(z.email(), JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
