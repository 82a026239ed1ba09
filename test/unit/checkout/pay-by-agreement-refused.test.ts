import { failureMessage } from '../../../lambda/src/checkout/failure-message';
import { hasOpenLink } from '../../../lambda/src/checkout/issue-link';
import { openAgreementBench } from './agreement-bench';
import { benchOfTests } from './checkout-bench';

const { open, now } = benchOfTests(openAgreementBench);
const PAID = { type: 'settled', state: 'PAID' };
const captures = () => now().bench.server.ledger.captures.size;

describe('a declined buyer', () => {
  const declines = [
    ['InvalidPaymentMethod', true, 'DECLINED_SOFT', 'a46'],
    ['InvalidPaymentMethod', false, 'DECLINED_HARD', 'a46'],
    ['AmazonRejected', undefined, 'DECLINED_HARD', 'a48'],
    ['ProcessingFailure', undefined, 'DECLINED_SOFT', 'a49'],
    ['TransactionTimedOut', undefined, 'DECLINED_SOFT', 'a47'],
  ] as const;
  it.each(declines)(
    'for %s (soft: %s) is at the start again with the prescribed text',
    async (...expected) => {
      const [reasonCode, softDecline, state, row] = expected;
      await open();
      now().answerAuthorize(
        { as: 'object', state: 'Declined', reasonCode, ...(softDecline !== undefined && { softDecline }) },
        2,
      );

      expect(await now().pay(now().draft())).toEqual({ type: 'settled', state });

      const order = await now().order();
      expect(order.attempts.at(-1)?.result?.row).toBe(row);
      expect(failureMessage(order)).toBe('paymentFailed');
      expect(hasOpenLink(order, now().bench.effects.now())).toBe(true);
      expect(captures()).toBe(0);
    },
  );

  it('for a processing failure is tried once more under a new reference, while the agreement is open', async () => {
    await open();
    now().answerAuthorize({ as: 'object', state: 'Declined', reasonCode: 'ProcessingFailure' });

    expect(await now().pay(now().draft())).toEqual(PAID);

    const order = await now().order();
    expect(new Set(now().references()).size).toBe(2);
    expect(order.attempts.map(({ n, result }) => [n, result?.effect])).toEqual([
      [1, 'declinedSoft'],
      [2, 'paid'],
    ]);
    expect(order.followUps.every(({ resolved }) => resolved !== undefined)).toBe(true);
    expect([captures(), now().capturedYen()]).toEqual([1, 3192]);
  });

  it.each([
    ['twice', 'ProcessingFailure', 2],
    ['after a time-out, which a buyer waits for once', 'TransactionTimedOut', 1],
    ['by Amazon for good', 'AmazonRejected', 1],
  ])('%s (%s): %i sent, none captured', async (_name, reasonCode, sends) => {
    await open();
    now().answerAuthorize({ as: 'object', state: 'Declined', reasonCode }, 9);

    await now().pay(now().draft());

    expect(now().references()).toHaveLength(sends);
    expect(captures()).toBe(0);
  });

  it('whose agreement is suspended after the decline is not tried again', async () => {
    await open({
      wrapMws: (mws) => ({
        ...mws,
        authorizeOnBillingAgreement: async (request) => {
          const answer = await mws.authorizeOnBillingAgreement(request);
          now().change(request.billingAgreementId, { status: 'SUSPENDED' });
          return answer;
        },
      }),
    });
    now().answerAuthorize({ as: 'object', state: 'Declined', reasonCode: 'ProcessingFailure' });

    expect(await now().pay(now().draft())).toEqual({ type: 'settled', state: 'DECLINED_SOFT' });

    expect(now().references()).toHaveLength(1);
  });

  it('is not tried again when the state of the agreement cannot be read', async () => {
    await open({
      wrapMws: (mws) => ({
        ...mws,
        authorizeOnBillingAgreement: async (request) => {
          const answer = await mws.authorizeOnBillingAgreement(request);
          const silence = { as: 'error', status: 503, code: 'ServiceUnavailable' } as const;
          now().bench.server.force('GetBillingAgreementDetails', silence);
          return answer;
        },
      }),
    });
    now().answerAuthorize({ as: 'object', state: 'Declined', reasonCode: 'ProcessingFailure' });

    expect(await now().pay(now().draft())).toEqual({ type: 'settled', state: 'DECLINED_SOFT' });

    expect(now().references()).toHaveLength(1);
  });

  it('pays with another agreement: a new reference, one capture', async () => {
    await open();
    now().answerAuthorize({ as: 'object', state: 'Declined', reasonCode: 'InvalidPaymentMethod' });
    await now().pay(now().draft());

    expect(await now().pay(now().draft())).toEqual(PAID);

    expect(new Set(now().references()).size).toBe(2);
    expect((await now().order()).followUps.every(({ resolved }) => resolved !== undefined)).toBe(true);
    expect([captures(), now().capturedYen()]).toEqual([1, 3192]);
  });

  it('pays with the same agreement once its payment method was changed', async () => {
    await open();
    now().answerAuthorize({ as: 'object', state: 'Declined', reasonCode: 'InvalidPaymentMethod' });
    const id = now().draft();
    await now().pay(id);

    expect(await now().pay(id)).toEqual(PAID);

    expect([captures(), now().capturedYen()]).toEqual([1, 3192]);
  });
});

describe('a refused authorization', () => {
  const refusals = [
    [400, 'PeriodicAmountExceeded', 'AWAITING_PAYMENT', 'paymentFailed', 0],
    [400, 'PaymentMethodNotUpdated', 'AWAITING_PAYMENT', 'paymentFailed', 0],
    [400, 'TransactionCountExceeded', 'AWAITING_PAYMENT', 'paymentFailed', 0],
    [400, 'InvalidParameterValue', 'AWAITING_PAYMENT', 'pageNotProcessed', 1],
    [403, 'InvalidAccountStatus', 'AWAITING_PAYMENT', 'pageNotProcessed', 1],
    [404, 'InvalidBillingAgreementId', 'AWAITING_PAYMENT', 'pageNotProcessed', 1],
    [400, 'DuplicateRequest', 'NEEDS_HUMAN', undefined, 1],
    [400, 'NeverHeardOf', 'UNKNOWN', undefined, 1],
  ] as const;
  it.each(refusals)('%i %s', async (...expected) => {
    const [status, code, state, message, alerts] = expected;
    await open();
    now().answerAuthorize({ as: 'error', status, code });

    expect(await now().pay(now().draft())).toEqual({ type: 'settled', state });

    const order = await now().order();
    const alertsOnTheList = order.followUps.filter(({ kind }) => kind === 'merchantAlert');
    expect(order.state === 'AWAITING_PAYMENT' ? failureMessage(order) : undefined).toBe(message);
    expect([now().log.alerts.length, alertsOnTheList.length]).toEqual([alerts, alerts]);
    expect(captures()).toBe(0);
  });

  it('leaves the link good: the same content goes out again under the same reference', async () => {
    await open();
    now().answerAuthorize({ as: 'error', status: 403, code: 'InvalidAccountStatus' });
    const id = now().draft();
    await now().pay(id);

    expect(await now().pay(id)).toEqual(PAID);

    expect(new Set(now().references()).size).toBe(1);
    expect([captures(), now().capturedYen()]).toEqual([1, 3192]);
  });

  it.each([
    ['is over', 'SUSPENDED', 'AWAITING_PAYMENT'],
    ['is open all the same', 'OPEN', 'UNKNOWN'],
  ] as const)('for the state of an agreement that %s', async (_name, status, state) => {
    await open({
      wrapMws: (mws) => ({
        ...mws,
        authorizeOnBillingAgreement: async (request) => {
          now().change(request.billingAgreementId, { status });
          return mws.authorizeOnBillingAgreement(request);
        },
      }),
    });
    now().answerAuthorize({ as: 'error', status: 405, code: 'InvalidBillingAgreementStatus' });

    expect(await now().pay(now().draft())).toEqual({ type: 'settled', state });

    expect(captures()).toBe(0);
  });
});
