import type { ServerResponse } from 'node:http';

/** The page loads nothing from elsewhere, runs nothing inline, and sits in nobody's frame. */
const HEADERS = {
  'Content-Security-Policy':
    "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(self)',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
} as const;

/** A text with its content type. */
export interface Content {
  readonly type: string;
  readonly text: string;
}

/** Sends a text with the console's security headers; `headers` come on top. */
export function sendContent(
  response: ServerResponse,
  { type, text }: Content,
  { httpStatus = 200, headers = {} }: { httpStatus?: number; headers?: Record<string, string> } = {},
): void {
  response.writeHead(httpStatus, { ...HEADERS, 'Content-Type': type, ...headers });
  response.end(text);
}

/** Sends a value as JSON. */
export function sendJson(response: ServerResponse, value: unknown, httpStatus = 200): void {
  sendContent(
    response,
    { type: 'application/json; charset=utf-8', text: JSON.stringify(value) },
    { httpStatus },
  );
}

/** Opens a stream of server-sent events; the returned function sends one. */
export function openEventStream(response: ServerResponse): () => void {
  response.writeHead(200, { ...HEADERS, 'Content-Type': 'text/event-stream' });
  response.write(': open\n\n');
  return () => {
    response.write('data: changed\n\n');
  };
}
