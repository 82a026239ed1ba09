/** Ways in which an HTTP answer can be spoilt on its way; the work behind it was done. */
import type { ServerResponse } from 'node:http';

/** An answer of the simulated servers. */
export interface ServerAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const PAGE = '<!DOCTYPE html><html><head><title>502</title></head><body><h1>Bad Gateway</h1></body></html>';

type Spoil = (response: ServerResponse, answer: ServerAnswer) => void;

/** Every kind of spoilt answer, by name. */
const WIRE_FAULTS = {
  /** Nothing comes; the socket stays open. */
  hang: () => undefined,
  /** Headers, then one byte now and then, for ever. */
  trickle: (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const timer = setInterval(() => response.write(' '), 20);
    timer.unref();
    response.on('close', () => {
      clearInterval(timer);
    });
  },
  reset: (response) => {
    response.socket?.resetAndDestroy();
  },
  /** The socket breaks in the middle of the body. */
  cut: (response, { body, contentType }) => {
    response.writeHead(200, { 'content-type': contentType, 'content-length': String(body.length + 100) });
    response.write(body, () => {
      response.socket?.destroy();
    });
  },
  htmlPage: (response) => {
    write(response, { status: 502, contentType: 'text/html', body: PAGE });
  },
  htmlPageAs200: (response) => {
    write(response, { status: 200, contentType: 'text/html', body: PAGE });
  },
  wellFormedPageAs200: (response) => {
    write(response, { status: 200, contentType: 'text/html', body: '<html><body><p>ok</p></body></html>' });
  },
  emptyBody: (response, { status }) => {
    write(response, { status, contentType: 'text/plain', body: '' });
  },
  /** The document ends early, but the answer is complete for HTTP. */
  truncated: (response, answer) => {
    write(response, { ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) });
  },
  tooLarge: (response, answer) => {
    write(response, { ...answer, body: answer.body + ' '.repeat(400_000) });
  },
  redirect: (response) => {
    write(response, {
      status: 302,
      contentType: 'text/plain',
      body: '',
      headers: { location: 'http://127.0.0.1:1/elsewhere' },
    });
  },
  notUtf8: (response, { status }) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(Buffer.from([0xff, 0xfe, 0x7b, 0x80]));
  },
} as const satisfies Record<string, Spoil>;

/** Name of a way to spoil an answer. */
export type WireFault = keyof typeof WIRE_FAULTS;

/** All of them, for tests that go through every one. */
export const WIRE_FAULT_NAMES = Object.keys(WIRE_FAULTS) as readonly WireFault[];

/** Writes the answer as it is. */
export function write(response: ServerResponse, { status, contentType, body, headers }: ServerAnswer): void {
  response.writeHead(status, { 'content-type': contentType, ...headers });
  response.end(body);
}

/** Writes the answer spoilt. */
export function spoil(response: ServerResponse, answer: ServerAnswer, fault: WireFault): void {
  const how: Spoil = WIRE_FAULTS[fault];
  how(response, answer);
}
