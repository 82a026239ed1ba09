import { request as httpRequest } from 'node:http';
import { openTestConsole, type TestConsole } from './open-test-console';

let opened: TestConsole;
// One shop for all: what is refused changes nothing, and each test compares with the state before.
beforeAll(async () => {
  opened = await openTestConsole();
});
afterAll(async () => {
  await opened.close();
});

/** A request as no browser of this machine would send it. */
function requestAs(headers: Record<string, string>, path: string, body?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${opened.url}${path}`, {
      headers,
      method: body === undefined ? 'GET' : 'POST',
    });
    request.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on('error', reject);
    request.end(body);
  });
}

describe('a request the console refuses', () => {
  it.each([
    ['say', {}],
    ['say', { utterance: '' }],
    ['say', { utterance: '   ' }],
    ['say', { utterance: 'あ'.repeat(301) }],
    ['say', { utterance: 5 }],
    ['say', { utterance: 'はい', loud: true }],
    ['say', []],
    ['say', null],
    ['silence', { quietly: true }],
    ['late', 'now'],
    ['session', { id: 1 }],
    ['shopper', { no: 7 }],
    ['consent', { consent: 'granted' }],
    ['consent', {}],
    ['email', { emailConsent: true }],
    ['email', { consent: 'GRANTED' }],
    ['speaker', { recognised: 'yes' }],
    ['screen', { hasScreen: 'on' }],
    ['buyer', { prefecture: '蝦夷' }],
    ['buyer', { paymentMethod: 'gold' }],
    ['buyer', { __proto__: null, userId: 'someone' }],
    ['fault', { skillFault: 'explode' }],
    ['arm', { scenario: 'Charge/Nothing' }],
    ['arm', { scenario: '__proto__' }],
    ['arm', {}],
    ['disarm', { id: 1.5 }],
    ['save', { name: '../escape' }],
    ['save', { name: 'Capital' }],
    ['save', { name: '' }],
    ['save', { name: 'x'.repeat(61) }],
  ])('changes nothing: %s with %j gets 400', async (command, body) => {
    const before = await opened.state();

    const response = await opened.post(command, body);

    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: expect.objectContaining({ code: expect.any(String), message: expect.any(String) }),
    });
    expect(await opened.state()).toEqual(before);
    expect(opened.reported).toEqual([]);
  });

  it('names the field that is wrong', async () => {
    const response = await opened.post('buyer', { voiceCode: 'shouted' });

    expect(await response.json()).toMatchObject({
      error: { fields: [expect.stringContaining('voiceCode: ')] },
    });
  });

  it('names the nearest scenarios', async () => {
    const response = await opened.post('arm', { scenario: 'Charge/Declined.AmazonRejcted' });

    expect(await response.json()).toMatchObject({
      error: { message: expect.stringContaining('Charge/Declined.AmazonRejected') },
    });
  });

  it.each(['{', '', '\ufeff{}'])('is no JSON: %j', async (body) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${opened.url}/console/api/silence`, { method: 'POST', headers, body });

    expect(response.status).toBe(400);
  });

  it('is not sent as JSON, as a foreign form would send it', async () => {
    const response = await fetch(`${opened.url}/console/api/session`, { method: 'POST', body: '{}' });

    expect(response.status).toBe(415);
  });

  it('is larger than 16 KB', async () => {
    const response = await opened.post('say', { utterance: 'x'.repeat(16 * 1024) });

    expect(response.status).toBe(413);
  });

  it.each([
    ['GET', '/console/api/say', 405],
    ['POST', '/console/api/state', 405],
    ['POST', '/', 405],
    ['DELETE', '/console/style.css', 405],
    ['GET', '/console/api/nothing', 404],
    ['POST', '/console/api/constructor', 404],
    ['GET', '/console/..%2f..%2fpackage.json', 404],
    ['GET', '/console/api/state?after=-1', 400],
    ['GET', '/console/api/state?after=x', 400],
  ])('%s %s gets %i', async (method, path, status) => {
    const response = await fetch(`${opened.url}${path}`, { method });

    expect(response.status).toBe(status);
    expect(await response.json()).toHaveProperty('error.code');
  });

  it('comes from a page of another origin, or under another name of this machine', async () => {
    const say = JSON.stringify({ utterance: 'こえみせ珈琲を開いて' });
    const json = { 'content-type': 'application/json' };

    const foreign = await requestAs({ ...json, origin: 'https://koemise.example' }, '/console/api/say', say);
    const rebound = await requestAs({ ...json, host: 'koemise.example' }, '/console/api/say', say);

    expect([foreign, rebound]).toEqual([403, 403]);
    expect((await opened.state()).entries.filter(({ kind }) => kind === 'turn')).toEqual([]);
  });

  it('is kept from the skill as well', async () => {
    expect(await requestAs({ host: 'koemise.example' }, '/healthz')).toBe(403);
    expect(await requestAs({}, '/healthz')).toBe(200);
  });
});

describe('the page as it is sent', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/console/style.css', 'text/css; charset=utf-8'],
    ['/console/app.js', 'text/javascript; charset=utf-8'],
    ['/console/icon.svg', 'image/svg+xml'],
  ])('%s is %s and may load nothing from elsewhere', async (path, type) => {
    const { status, headers } = await fetch(`${opened.url}${path}`);

    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('tells an open page of each change', async () => {
    const response = await fetch(`${opened.url}/console/api/changes`);
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    await reader.read();

    await opened.post('consent', { consent: 'GRANTED' });

    expect((await reader.read()).value).toBe('data: changed\n\n');
    await reader.cancel();
  });
});
