import { readBuyerEmail, type ProfileRequest } from '../../../lambda/src/alexa/customer-profile';

const TOKEN = 'api-access-token';

interface Call {
  readonly url: string;
  readonly init: RequestInit | undefined;
}

/** A fetch that notes where it was sent and answers what it is given. */
function recordingFetch(answer: () => Promise<Response>): { fetch: typeof fetch; calls: Call[] } {
  const calls: Call[] = [];
  return {
    calls,
    fetch(url, init) {
      calls.push({ url: url instanceof Request ? url.url : String(url), init });
      return answer();
    },
  };
}

const saying =
  (body: string | null, status = 200) =>
  (): Promise<Response> =>
    Promise.resolve(new Response(body, { status }));

async function ask(
  answer: () => Promise<Response>,
  changes: Partial<ProfileRequest> = {},
): Promise<{ email: string | undefined; calls: Call[] }> {
  const { fetch, calls } = recordingFetch(answer);
  const email = await readBuyerEmail({
    apiEndpoint: 'https://api.fe.amazonalexa.com',
    apiAccessToken: TOKEN,
    timeoutMs: 1500,
    fetch,
    ...changes,
  });
  return { email, calls };
}

const ADDRESS = saying('"taro@example.jp"');

describe("the buyer's e-mail address", () => {
  it.each([
    'https://api.amazonalexa.com',
    'https://api.eu.amazonalexa.com',
    'https://api.fe.amazonalexa.com',
  ])('is asked of %s with the token of the request, once', async (apiEndpoint) => {
    const { email, calls } = await ask(ADDRESS, { apiEndpoint });

    expect(email).toBe('taro@example.jp');
    expect(calls).toEqual([
      {
        url: `${apiEndpoint}/v2/accounts/~current/settings/Profile.email`,
        init: {
          headers: { accept: 'application/json', authorization: 'Bearer api-access-token' },
          redirect: 'error',
          signal: expect.any(AbortSignal),
        },
      },
    ]);
  });

  it.each([
    ['another host', 'https://api.fe.amazonalexa.com.attacker.example'],
    ['a host that only begins the same', 'https://api.fe.amazonalexa.co'],
    ['a name before an at sign', 'https://api.fe.amazonalexa.com@attacker.example'],
    ['another port', 'https://api.fe.amazonalexa.com:8443'],
    ['plain HTTP', 'http://api.fe.amazonalexa.com'],
    ['a path of its own', 'https://api.fe.amazonalexa.com/x'],
    ['another spelling', 'https://API.FE.amazonalexa.com'],
    ['this machine, when no simulated Alexa is set', 'http://127.0.0.1:4000'],
    ['nothing', ''],
    ['nothing at all', undefined],
  ])('is not asked of %s: the token goes nowhere but to Alexa', async (_title, apiEndpoint) => {
    const { email, calls } = await ask(ADDRESS, { apiEndpoint });

    expect(email).toBeUndefined();
    expect(calls).toEqual([]);
  });

  it('is asked of the simulated Alexa when the settings name it, and of no other port', async () => {
    const localApiEndpoint = 'http://127.0.0.1:4000';

    const right = await ask(ADDRESS, { apiEndpoint: 'http://127.0.0.1:4000', localApiEndpoint });
    const other = await ask(ADDRESS, { apiEndpoint: 'http://127.0.0.1:4001', localApiEndpoint });

    expect([right.email, right.calls.length]).toEqual(['taro@example.jp', 1]);
    expect([other.email, other.calls.length]).toEqual([undefined, 0]);
  });

  it('is not asked for without a token', async () => {
    const { email, calls } = await ask(ADDRESS, { apiAccessToken: undefined });

    expect(email).toBeUndefined();
    expect(calls).toEqual([]);
  });

  it.each<[string, () => Promise<Response>]>([
    ['no address is set', saying(null, 204)],
    ['the permission was taken back', saying('{"code":"ACCESS_DENIED"}', 403)],
    ['the token is too old', saying('{"code":"ACCESS_DENIED"}', 401)],
    ['too much was asked', saying('', 429)],
    ['Alexa is in trouble', saying('"taro@example.jp"', 500)],
    ['the answer is no JSON', saying('<html>')],
    ['the answer is empty', saying('')],
    ['the answer is no text', saying('{"email":"taro@example.jp"}')],
    ['the text is no address', saying('"taro"')],
    ['the text breaks into the mail head', saying(JSON.stringify('taro@example.jp\r\nBcc: all@example.jp'))],
    ['the answer is huge', saying(`"${'a'.repeat(2000)}@example.jp"`)],
    ['an address hides in blanks without end', saying(`${' '.repeat(2000)}"taro@example.jp"`)],
    ['nobody answers', () => Promise.reject(new Error('ECONNREFUSED'))],
  ])('is unknown, without a fault, when %s', async (_title, answer) => {
    await expect(ask(answer)).resolves.toMatchObject({ email: undefined });
  });

  it('is given up when no answer comes in time', async () => {
    const fetch: ProfileRequest['fetch'] = (_url, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => {
          reject(new Error('aborted'));
        });
      });

    await expect(ask(ADDRESS, { fetch, timeoutMs: 1 })).resolves.toMatchObject({ email: undefined });
  });
});
