import { type CallResult } from '../../../lambda/src/amazon-pay/call-result';
import { SANDBOX_QUOTAS } from '../../simulator/amazon-pay-server/server-account';
import { WIRE_FAULT_NAMES, type WireFault } from '../../simulator/amazon-pay-server/wire-fault';
import { failureOf, valueOf } from './results';
import { type Bench, LADDER_LIMITS, NOON_MS, ONE_TRY, startBench } from './server-bench';

let bench: Bench;
beforeEach(async () => {
  bench = await startBench({ limits: LADDER_LIMITS });
});
afterEach(() => bench.close());

const charge = (): Promise<CallResult<unknown>> =>
  bench.cv2.createCharge({
    chargePermissionId: bench.server.openPermission(),
    key: 'the-one-key',
    amountYen: 3980,
    captureNow: true,
    canHandlePendingAuthorization: false,
  });
const authorize = (): Promise<CallResult<unknown>> =>
  bench.mws.authorizeOnBillingAgreement({
    billingAgreementId: bench.server.openPermission(),
    reference: 'the-one-key',
    amountYen: 3980,
    captureNow: true,
    transactionTimeoutMinutes: 0,
  });
const CALLS = [
  ['createCharge', charge],
  ['AuthorizeOnBillingAgreement', authorize],
] as const;

describe.each(CALLS)('%s', (operation, call) => {
  it.each([
    [500, 'InternalServerError'],
    [503, 'ServiceUnavailable'],
  ])('after %i %s goes out again at 1, 2, 4, 10 and 30 s under the same key', async (status, code) => {
    bench.server.force(operation, { as: 'error', status, code }, 6);

    const failure = failureOf(await call());

    const { calls } = bench.server;
    expect(calls.map((one) => one.atMs - NOON_MS)).toEqual([0, 1000, 3000, 7000, 17_000, 47_000]);
    expect(new Set(calls.map((one) => one.key))).toEqual(new Set(['the-one-key']));
    expect(failure).toMatchObject({ tries: 6, gaveUp: 'exhausted', effect: 'hold' });
    expect(bench.log.at(-1)).toMatchObject({ step: 'callFailed', reason: 'exhausted', attempt: 6 });
    expect(bench.log.at(-1)?.action).toBeDefined();
  });

  it('sends the same content each time', async () => {
    bench.server.force(operation, { as: 'error', status: 503, code: 'ServiceUnavailable' }, 3);

    await call();

    const contents = bench.server.calls.map(({ rawBody }) =>
      rawBody.replace(/(?:Timestamp|Signature)=[^&]*/g, ''),
    );
    expect(contents).toHaveLength(4);
    expect(new Set(contents).size).toBe(1);
  });

  it('waits as long as Retry-After says', async () => {
    bench.server.force(operation, { as: 'error', status: 503, code: 'ServiceUnavailable', retryAfter: '7' });
    bench.server.force(operation, {
      as: 'error',
      status: 503,
      code: 'ServiceUnavailable',
      retryAfter: new Date(NOON_MS + 20_000).toUTCString(),
    });

    const result = await call();

    expect(result).toMatchObject({ ok: true, tries: 3 });
    expect(bench.waits).toEqual([7000, 13_000]);
  });

  it('charges once although the first answer was lost', async () => {
    bench.server.force(operation, { as: 'wire', fault: 'reset' });

    valueOf(await call());

    expect(bench.server.calls).toHaveLength(2);
    expect(bench.server.ledger.captures.size).toBe(1);
  });

  it('keeps the order frozen when the answer was lost and the repetition is refused', async () => {
    bench.server.force(operation, { as: 'wire', fault: 'reset' });
    bench.server.force(operation, { as: 'error', status: 403, code: 'InvalidAccountStatus' });

    expect(failureOf(await call())).toMatchObject({ code: 'InvalidAccountStatus', effect: 'hold' });
  });
});

it('believes a decline that comes with the second send', async () => {
  bench.server.force('createCharge', { as: 'error', status: 500, code: 'InternalServerError' });
  bench.server.force('createCharge', { as: 'error', status: 422, code: 'HardDeclined' });

  expect(failureOf(await charge())).toMatchObject({ effect: 'declinedHard', tries: 2 });
});

describe('a single send', () => {
  const UNKNOWN = WIRE_FAULT_NAMES.filter((name) => name !== 'emptyBody');

  it.each(UNKNOWN)(
    'that ends in %s is unknown, never paid, and never longer than its time-out',
    async (fault) => {
      const single = { cv2: bench.cv2With({}, ONE_TRY), mws: bench.mwsWith({}, ONE_TRY) };
      for (const operation of ['createCharge', 'AuthorizeOnBillingAgreement']) {
        bench.server.force(operation, { as: 'wire', fault });
        const startedAtMs = performance.now();

        const result = await (operation === 'createCharge'
          ? single.cv2.createCharge({
              chargePermissionId: bench.server.openPermission(),
              key: 'key',
              amountYen: 3980,
              captureNow: true,
              canHandlePendingAuthorization: false,
            })
          : single.mws.authorizeOnBillingAgreement({
              billingAgreementId: bench.server.openPermission(),
              reference: 'another-key',
              amountYen: 3980,
              captureNow: true,
              transactionTimeoutMinutes: 0,
            }));

        // 400 ms time-out and what a busy computer adds.
        expect(performance.now() - startedAtMs).toBeLessThan(1500);
        expect(failureOf(result)).toMatchObject({
          effect: 'hold',
          gaveUp: 'budget',
          row: { row: ROWS[fault] },
        });
      }
    },
  );

  it('that gets an empty body is unknown too', async () => {
    bench.server.force('createCharge', { as: 'wire', fault: 'emptyBody' }, 6);

    expect(failureOf(await charge())).toMatchObject({ effect: 'hold', row: { row: 'x25' } });
  });

  it('to a server that is not there is a socket fault', async () => {
    const cv2 = bench.cv2With({ baseUrl: 'http://127.0.0.1:1' }, ONE_TRY);

    expect(failureOf(await cv2.getCharge('S03-1234567-1234567-C123456'))).toMatchObject({
      reason: 'socket',
      row: { row: 'x23' },
    });
  });
});

/** Rows of what the client makes of each fault. */
const ROWS: Readonly<Record<WireFault, string>> = {
  hang: 'x22',
  trickle: 'x22',
  reset: 'x23',
  cut: 'x23',
  htmlPage: 'b02',
  htmlPageAs200: 'x25',
  wellFormedPageAs200: 'x25',
  emptyBody: 'x25',
  truncated: 'x25',
  tooLarge: 'x24',
  redirect: 'x23',
  notUtf8: 'x25',
};

describe('our own request limit', () => {
  const id = 'S03-1234567-1234567-C123456';

  it('spreads reads in the sandbox: five at once, then one a second', async () => {
    for (let count = 0; count < 8; count += 1) await bench.cv2.getCharge(id);

    expect(bench.waits).toEqual([1000, 1000, 1000]);
    expect(bench.server.calls.every(({ status }) => status === 404)).toBe(true);
  });

  it('holds a request back when the wait would be longer than the turn, without sending it', async () => {
    const cv2 = bench.cv2With({}, ONE_TRY);
    for (let count = 0; count < 5; count += 1) await cv2.getCharge(id);

    expect(failureOf(await cv2.getCharge(id))).toMatchObject({ stage: 'notSent', row: { row: 'x31' } });
    expect(bench.server.calls).toHaveLength(5);
  });

  it('keeps both APIs below the documented sandbox quotas', async () => {
    const strict = await startBench({ limits: LADDER_LIMITS, account: { quotas: SANDBOX_QUOTAS } });
    for (let count = 0; count < 12; count += 1) {
      await strict.cv2.getCharge(id);
      await strict.mws.authorizeOnBillingAgreement({
        billingAgreementId: 'C03-1234567-1234567',
        reference: `attempt-${count}`,
        amountYen: 1,
        captureNow: true,
        transactionTimeoutMinutes: 0,
      });
    }

    expect(strict.server.calls).toHaveLength(24);
    expect(new Set(strict.server.calls.map(({ status }) => status))).toEqual(new Set([404]));
    await strict.close();
  });
});

it('the simulated servers do throttle what goes too fast', async () => {
  const strict = await startBench({ limits: ONE_TRY, account: { quotas: SANDBOX_QUOTAS } });
  const clients = [strict.cv2With({}), strict.cv2With({})];
  const codes: (string | undefined)[] = [];
  for (let count = 0; count < 3; count += 1) {
    for (const cv2 of clients) codes.push(failureOf(await cv2.getCharge('S03-1234567-1234567-C123456')).code);
  }

  expect(codes).toEqual([...Array.from({ length: 5 }, () => 'ResourceNotFound'), 'TooManyRequests']);
  await strict.close();
});

describe('an id that Amazon Pay does not know', () => {
  const unknown = 'C01-1234567-1234567';

  it('is told to the merchant with what to do, when our own records named it', async () => {
    const failure = failureOf(await bench.mws.getBillingAgreementDetails(unknown));

    expect(failure.row.row).toBe('x57');
    expect(bench.log).toMatchObject([
      { step: 'callFailed', row: 'x57', action: expect.stringContaining('AMAZON_PAY_SANDBOX') },
    ]);
  });

  it('is only noted when a browser named it', async () => {
    const failure = failureOf(await bench.mws.getBillingAgreementDetails(unknown, { idFrom: 'browser' }));

    expect(failure).toMatchObject({ row: { row: 'x57' }, idFrom: 'browser' });
    expect(bench.log).toMatchObject([{ step: 'callFailed', row: 'x57' }]);
    expect(bench.log[0]?.action).toBeUndefined();
  });

  it('never hides what is no fault of the id: a refused signature is told whoever named it', async () => {
    const wrong = bench.mwsWith({ secretKey: 'another-mws-secret' });

    await wrong.getBillingAgreementDetails(unknown, { idFrom: 'browser' });

    expect(bench.log.at(-1)?.action).toBeDefined();
  });
});
