/** One HTTP request, ready to leave. `url` is absolute; `body` undefined means none. */
export interface WireRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/** Limits of one send. `timeoutMs` covers headers and body together; `maxBytes` is the largest body that is read. */
export interface WireLimits {
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

/** An answer as it came. Header names are lower case. */
export interface WireAnswer {
  readonly httpStatus: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** What became of one send; a fault says nothing about whether the request was carried out. */
export type Exchange =
  | { readonly kind: 'answered'; readonly answer: WireAnswer }
  | { readonly kind: 'fault'; readonly fault: 'timedOut' | 'socket' | 'tooLarge' };

/**
 * Sends one request and reads its answer. Never throws, never follows a redirect, never lasts longer than
 * `timeoutMs`, never reads more than `maxBytes`; error texts of the network are dropped, they may hold addresses.
 */
export async function exchange(
  request: WireRequest,
  limits: WireLimits,
  fetchFn: typeof fetch,
): Promise<Exchange> {
  const controller = new AbortController();
  const deadline = startDeadline(limits.timeoutMs);
  try {
    return await Promise.race([send(request, limits.maxBytes, { fetchFn, controller }), deadline.passed]);
  } finally {
    deadline.cancel();
    controller.abort();
  }
}

/** The race ends a call even when a body reader ignores its abort signal. */
function startDeadline(timeoutMs: number): {
  readonly passed: Promise<Exchange>;
  readonly cancel: () => void;
} {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const passed = new Promise<Exchange>((resolve) => {
    timer = setTimeout(() => {
      resolve({ kind: 'fault', fault: 'timedOut' });
    }, timeoutMs);
  });
  return {
    passed,
    cancel: () => {
      clearTimeout(timer);
    },
  };
}

interface Means {
  readonly fetchFn: typeof fetch;
  readonly controller: AbortController;
}

async function send(
  { url, ...request }: WireRequest,
  maxBytes: number,
  { fetchFn, controller }: Means,
): Promise<Exchange> {
  try {
    const { method, headers, body } = request;
    const response = await fetchFn(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      redirect: 'error',
      signal: controller.signal,
    });
    const text = await readText(response, maxBytes);
    if (text === undefined) return { kind: 'fault', fault: 'tooLarge' };
    const answer = { httpStatus: response.status, headers: Object.fromEntries(response.headers), text };
    return { kind: 'answered', answer };
  } catch {
    return { kind: 'fault', fault: 'socket' };
  }
}

/** The body as text, or undefined when it is larger than allowed; bad UTF-8 becomes replacement characters. */
async function readText(response: Response, maxBytes: number): Promise<string | undefined> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > maxBytes) return undefined;
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString('utf8');
}
