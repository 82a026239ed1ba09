import { createServer } from 'node:http';
import { closeServer, listenOnLoopback } from '../simulator/local-dynamo';

/** A way to a server that counts what goes through it. */
export interface CountingProxy {
  readonly url: string;
  /** Requests so far. */
  readonly begun: () => number;
  /** Answers so far. */
  readonly answered: () => number;
  close(): Promise<void>;
}

/** Starts one on loopback in front of `target`. */
export async function startCountingProxy(target: string): Promise<CountingProxy> {
  let begun = 0;
  let answered = 0;
  const server = createServer((request, response) => {
    begun += 1;
    const headers = Object.entries(request.headersDistinct).flatMap(([name, values = []]) =>
      PER_CONNECTION.includes(name) ? [] : values.map((value): [string, string] => [name, value]),
    );
    void readAll(request)
      .then((body) =>
        fetch(target + (request.url ?? '/'), { method: request.method ?? 'POST', headers, body }),
      )
      .then(async (answer) => {
        const bytes = Buffer.from(await answer.arrayBuffer());
        answered += 1;
        response
          .writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' })
          .end(bytes);
      })
      .catch(() => {
        response.destroy();
      });
  });
  const port = await listenOnLoopback(server, 0);
  return {
    url: `http://127.0.0.1:${port}`,
    begun: () => begun,
    answered: () => answered,
    close: () => closeServer(server),
  };
}

/** Headers that belong to one connection, or that fetch writes itself. */
const PER_CONNECTION: readonly string[] = [
  'connection',
  'content-length',
  'expect',
  'keep-alive',
  'transfer-encoding',
];

async function readAll(request: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Uint8Array.from(Buffer.concat(chunks));
}
