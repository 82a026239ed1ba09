import { failureMessage } from '../../../lambda/src/checkout/failure-message';
import { hasOpenLink } from '../../../lambda/src/checkout/issue-link';
import { type AgreementBench, openAgreementBench } from './agreement-bench';

let shop: AgreementBench;
afterEach(async () => {
  await shop.bench.close();
});

async function open(...[options]: Parameters<typeof openAgreementBench>): Promise<void> {
  shop = await openAgreementBench(options);
}

const PAID = { type: 'settled', state: 'PAID' };
const captures = () => shop.bench.server.ledger.captures.size;

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
      shop.answerAuthorize(
        { as: 'object', state: 'Declined', reasonCode, ...(softDecline !== undefined && { softDecline }) },
        2,
      );

      expect(await shop.pay(shop.draft())).toEqual({ type: 'settled', state });

      const order = await shop.order();
      expect(order.attempts.at(-1)?.result?.row).toBe(row);
      expect(failureMessage(order)).toBe('paymentFailed');
      expect(hasOpenLink(order, shop.bench.effects.now())).toBe(true);
      expect(captures()).toBe(0);
    },
  );

  it('for a processing failure is tried once more under a new reference, while the agreement is open', async () => {
    await open();
    shop.answerAuthorize({ as: 'object', state: 'Declined', reasonCode: 'ProcessingFailure' });

    expect(await shop.pay(shop.draft())).toEqual(PAID);

    const order = await shop.order();
    expect(new Set(shop.references()).size).toBe(2);
    expect(order.attempts.map(({ n, result }) => [n, result?.effect])).toEqual([
      [1, 'declinedSoft'],
      [2, 'paid'],
    ]);
    expect(order.followUps.every(({ resolved }) => resolved !== undefined)).toBe(true);
    expect([captures(), shop.capturedYen()]).toEqual([1, 3192]);
  });

  it.each([
    ['twice', 'ProcessingFailure', 2],
    ['after a time-out, which a buyer waits for once', 'TransactionTimedOut', 1],
    ['by Amazon for good', 'AmazonRejected', 1],
  ])('%s (%s): %i sent, none captured', async (_name, reasonCode, sends) => {
    await open();
    shop.answerAuthorize({ as: 'object', state: 'Declined', reasonCode }, 9);

    await shop.pay(shop.draft());

    expect(shop.references()).toHaveLength(sends);
    expect(captures()).toBe(0);
  });

  it('whose agreement is suspended after the decline is not tried again', async () => {
    await open({
      wrapMws: (mws) => ({
        ...mws,
        authorizeOnBillingAgreement: async (request) => {
          const answer = await mws.authorizeOnBillingAgreement(request);
          shop.change(request.billingAgreementId, { status: 'SUSPENDED' });
          return answer;
        },
      }),
    });
    shop.answerAuthorize({ as: 'object', state: 'Declined', reasonCode: 'ProcessingFailure' });

    expect(await shop.pay(shop.draft())).toEqual({ type: 'settled', state: 'DECLINED_SOFT' });

    expect(shop.references()).toHaveLength(1);
  });

  it('is not tried again when the state of the agreement cannot be read', async () => {
    await open({
      wrapMws: (mws) => ({
        ...mws,
        authorizeOnBillingAgreement: async (request) => {
          const answer = await mws.authorizeOnBillingAgreement(request);
          const silence = { as: 'error', status: 503, code: 'ServiceUnavailable' } as const;
          shop.bench.server.force('GetBillingAgreementDetails', silence);
          return answer;
        },
      }),
    });
    shop.answerAuthorize({ as: 'object', state: 'Declined', reasonCode: 'ProcessingFailure' });

    expect(await shop.pay(shop.draft())).toEqual({ type: 'settled', state: 'DECLINED_SOFT' });

    expect(shop.references()).toHaveLength(1);
  });

  it('pays with another agreement: a new reference, one capture', async () => {
    await open();
    shop.answerAuthorize({ as: 'object', state: 'Declined', reasonCode: 'InvalidPaymentMethod' });
    await shop.pay(shop.draft());

    expect(await shop.pay(shop.draft())).toEqual(PAID);

    expect(new Set(shop.references()).size).toBe(2);
    expect((await shop.order()).followUps.every(({ resolved }) => resolved !== undefined)).toBe(true);
    expect([captures(), shop.capturedYen()]).toEqual([1, 3192]);
  });

  it('pays with the same agreement once its payment method was changed', async () => {
    await open();
    shop.answerAuthorize({ as: 'object', state: 'Declined', reasonCode: 'InvalidPaymentMethod' });
    const id = shop.draft();
    await shop.pay(id);

    expect(await shop.pay(id)).toEqual(PAID);

    expect([captures(), shop.capturedYen()]).toEqual([1, 3192]);
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
    shop.answerAuthorize({ as: 'error', status, code });

    expect(await shop.pay(shop.draft())).toEqual({ type: 'settled', state });

    const order = await shop.order();
    const alertsOnTheList = order.followUps.filter(({ kind }) => kind === 'merchantAlert');
    expect(order.state === 'AWAITING_PAYMENT' ? failureMessage(order) : undefined).toBe(message);
    expect([shop.log.alerts.length, alertsOnTheList.length]).toEqual([alerts, alerts]);
    expect(captures()).toBe(0);
  });

  it('leaves the link good: the same content goes out again under the same reference', async () => {
    await open();
    shop.answerAuthorize({ as: 'error', status: 403, code: 'InvalidAccountStatus' });
    const id = shop.draft();
    await shop.pay(id);

    expect(await shop.pay(id)).toEqual(PAID);

    expect(new Set(shop.references()).size).toBe(1);
    expect([captures(), shop.capturedYen()]).toEqual([1, 3192]);
  });

  it.each([
    ['is over', 'SUSPENDED', 'AWAITING_PAYMENT'],
    ['is open all the same', 'OPEN', 'UNKNOWN'],
  ] as const)('for the state of an agreement that %s', async (_name, status, state) => {
    await open({
      wrapMws: (mws) => ({
        ...mws,
        authorizeOnBillingAgreement: async (request) => {
          shop.change(request.billingAgreementId, { status });
          return mws.authorizeOnBillingAgreement(request);
        },
      }),
    });
    shop.answerAuthorize({ as: 'error', status: 405, code: 'InvalidBillingAgreementStatus' });

    expect(await shop.pay(shop.draft())).toEqual({ type: 'settled', state });

    expect(captures()).toBe(0);
  });
});
