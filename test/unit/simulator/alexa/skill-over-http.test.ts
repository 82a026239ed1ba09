import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { skillOverHttp } from '../../../simulator/alexa/skill-over-http';

const servers: Server[] = [];

/** A skill on loopback that answers every request with the same status and text, and keeps what it got. */
async function serve(status: number, text: string): Promise<{ url: string; received: string[] }> {
  const received: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push(
        `${request.method ?? ''} ${request.headers['content-type'] ?? ''} ${Buffer.concat(chunks).toString()}`,
      );
      response.writeHead(status).end(text);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/alexa`, received };
}

describe('a skill behind HTTP', () => {
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  it('gets the envelope as JSON in UTF-8, and its JSON comes back parsed', async () => {
    const { url, received } = await serve(200, '{"version":"1.0"}');

    const answer = await skillOverHttp({ url, fetch })({ 言葉: 'はい' }, new AbortController().signal);

    expect(answer).toStrictEqual({ httpStatus: 200, body: { version: '1.0' } });
    expect(received).toStrictEqual(['POST application/json; charset=utf-8 {"言葉":"はい"}']);
  });

  it('has its status and its text handed on when it answers no JSON', async () => {
    const { url } = await serve(502, 'Bad Gateway');

    const answer = await skillOverHttp({ url, fetch })({}, new AbortController().signal);

    expect(answer).toStrictEqual({ httpStatus: 502, body: 'Bad Gateway' });
  });

  it('is reported as down when nobody listens', async () => {
    const { url } = await serve(200, '{}');
    await new Promise((resolve) => servers.splice(0)[0]!.close(resolve));

    await expect(skillOverHttp({ url, fetch })({}, new AbortController().signal)).rejects.toThrow(
      'fetch failed',
    );
  });
});
