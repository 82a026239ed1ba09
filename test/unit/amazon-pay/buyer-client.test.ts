import { createBuyerClient } from '../../../lambda/src/amazon-pay/buyer/client';
import { failureOf, valueOf } from './results';
import { type Bench, startBench } from './server-bench';

const QUESTION = {
  apiEndpoint: 'https://api.fe.amazonalexa.com',
  apiAccessToken: 'token-of-taro',
  isPermissionGranted: true,
};
let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(() => bench.close());

const client = () =>
  createBuyerClient(
    {
      sellerId: 'A1KOEMISE',
      environment: 'SANDBOX',
      sandboxEmail: 'buyer@example.com',
      baseUrl: bench.server.url,
    },
    bench.effects,
    { timeoutMs: 400, maxBytes: 65_536, budgetMs: 0 },
  );

it("tells the buyer's id and default address", async () => {
  expect(valueOf(await client().getBuyerId(QUESTION))).toBe('amzn1.account.TARO');
  expect(valueOf(await client().getBuyerAddress(QUESTION))).toMatchObject({
    name: '見本 太郎',
    postalCode: '153-0064',
  });
});

it('asks nothing without the permission', async () => {
  const failure = failureOf(await client().getBuyerId({ ...QUESTION, isPermissionGranted: false }));

  expect(failure).toMatchObject({ stage: 'notSent', effect: 'none', row: { row: 'x45', move: 'askBuyer' } });
  expect(bench.server.calls).toEqual([]);
});

it.each([
  'https://api.fe.amazonalexa.com.evil.example',
  'http://api.fe.amazonalexa.com',
  'https://api.fe.amazonalexa.com/',
  'constructor',
  '',
])('sends the token to no host for the endpoint %j', async (apiEndpoint) => {
  const failure = failureOf(await client().getBuyerId({ ...QUESTION, apiEndpoint }));

  expect(failure.stage).toBe('notSent');
  expect(bench.server.calls).toEqual([]);
});

it.each([
  ['https://api.fe.amazonalexa.com', 'https://pay-api.amazon.jp/live/v1/buyer/id'],
  ['https://api.eu.amazonalexa.com', 'https://pay-api.amazon.eu/live/v1/buyer/id'],
  ['https://api.amazonalexa.com', 'https://pay-api.amazon.com/live/v1/buyer/id'],
])('for %s asks %s', async (apiEndpoint, url) => {
  const asked: string[] = [];
  const effects = {
    ...bench.effects,
    fetch: (input: unknown) => {
      asked.push(String(input));
      return Promise.resolve(new Response('{"buyerId":"amzn1.account.X"}'));
    },
  };

  await createBuyerClient({ sellerId: 'A', environment: 'LIVE' }, effects).getBuyerId({
    ...QUESTION,
    apiEndpoint,
  });

  expect(asked).toEqual([url]);
});

it.each([
  ['a52', 403, 'Forbidden', 'forbidden', 'mendSetting'],
  ['a53', 400, 'InvalidRequest', 'invalid_request', 'handToPerson'],
  ['a54', 400, 'InvalidToken', 'invalid_token', 'wait'],
  ['a55', 401, 'InsufficientScope', 'insufficient_scope', 'askBuyer'],
  ['a56', 500, 'ServerError', 'server_error', 'retrySameKey'],
])('%s: %i %s and %s are the same, and the order goes on', async (...[row, status, pascal, snake, move]) => {
  for (const code of [pascal, snake]) {
    for (const operation of ['buyerId', 'buyerAddresses']) {
      bench.server.force(operation, { as: 'error', status, code });
    }

    for (const result of [await client().getBuyerId(QUESTION), await client().getBuyerAddress(QUESTION)]) {
      expect(failureOf(result)).toMatchObject({ code, effect: 'none', tries: 1, row: { row, move } });
    }
  }
});

it.each([
  ['a token that nobody gave', 'token-of-nobody', 'a54'],
  ['a token without the scope', 'token-without-scope', 'a55'],
])('%s', async (_what, apiAccessToken, row) => {
  expect(failureOf(await client().getBuyerId({ ...QUESTION, apiAccessToken })).row.row).toBe(row);
});

it.each(['', '<html></html>', 'null', '[]', '{"buyerId":""}', '{"buyerId":5}'])(
  'an answer like %j is no id',
  async (body) => {
    bench.server.force('buyerId', { as: 'raw', answer: { status: 200, contentType: 'text/html', body } });

    expect(failureOf(await client().getBuyerId(QUESTION))).toMatchObject({ row: { row: 'x25' } });
  },
);

it('a buyer without a default address has none', async () => {
  const body = '{"addresses":[{"addressType":"Other","address":{}},5]}';
  bench.server.force('buyerAddresses', {
    as: 'raw',
    answer: { status: 200, contentType: 'application/json', body },
  });

  expect(valueOf(await client().getBuyerAddress(QUESTION))).toBe('none');
});

it('waits for no answer longer than its time-out', async () => {
  bench.server.force('buyerId', { as: 'wire', fault: 'hang' });

  expect(failureOf(await client().getBuyerId(QUESTION))).toMatchObject({ reason: 'timedOut', tries: 1 });
});
