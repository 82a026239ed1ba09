import { type AmazonPayNotification } from '../../../lambda/src/amazon-pay/ipn/read-notification';
import { type MwsClient } from '../../../lambda/src/amazon-pay/mws/client';
import { StoreUnavailableError } from '../../../lambda/src/orders/store';
import { takeNotification } from '../../../lambda/src/worker/take-notification';
import { payByAgreement } from '../../../lambda/src/checkout/pay-by-agreement';
import { openAgreementBench } from './agreement-bench';
import { benchOfTests } from './checkout-bench';

const { open, now } = benchOfTests(openAgreementBench);
const PAID = { type: 'settled', state: 'PAID' };

/** One capture of the whole total in Amazon Pay's own books, and the order says so. */
async function expectPaidOnce(): Promise<void> {
  const { captures } = now().bench.server.ledger;
  expect([...captures.values()].map(({ amountYen }) => amountYen)).toEqual([3192]);
  expect((await now().order()).state).toBe('PAID');
}

describe('one capture', () => {
  it('of two tabs with the same agreement, and of a double click', async () => {
    await open();
    const id = now().draft();

    const payments = await Promise.all([now().pay(id), now().pay(id)]);

    expect(payments.every(({ type }) => type === 'settled')).toBe(true);
    expect(now().references()).toHaveLength(1);
    await expectPaidOnce();
  });

  it('of a tab that is refused while another one pays: it is told where the order is, not that nothing was paid', async () => {
    await open();
    const order = await now().order();
    await now().pay(now().draft());

    const other = { billingAgreementId: now().draft(), shownTotalYen: 1 };

    expect(await payByAgreement(now().deps, order, other)).toEqual(PAID);
  });

  it('of two tabs with an agreement each', async () => {
    await open();

    await Promise.all([now().pay(now().draft()), now().pay(now().draft())]);

    expect(now().references()).toHaveLength(1);
    await expectPaidOnce();
  });

  it('when the page comes back after it was paid', async () => {
    await open();
    const id = now().draft();
    await now().pay(id);

    expect(await now().pay(id)).toEqual(PAID);
    expect(await now().pay(now().draft())).toEqual(PAID);
    expect(await now().pay(now().draft(), 1)).toEqual(PAID);

    await expectPaidOnce();
  });

  it('when a page of the other way to pay was faster', async () => {
    await open();
    const order = await now().order();
    await now().pay(now().draft());

    const late = await payByAgreement(now().deps, order, {
      billingAgreementId: now().draft(),
      shownTotalYen: 3192,
    });

    expect(late).toEqual(PAID);
    await expectPaidOnce();
  });

  it('none under a link that is over', async () => {
    await open();
    now().bench.passTime(24 * 60 * 60 * 1000);

    expect(await now().pay(now().draft())).toEqual({ type: 'settled', state: 'AWAITING_PAYMENT' });

    expect(now().operations()).toEqual([]);
  });

  it('none when the goods were changed by voice while the agreement was confirmed', async () => {
    await open({
      wrapMws: (mws) => ({
        ...mws,
        confirmBillingAgreement: async (id) => {
          const order = await now().order();
          const version = order.version + 1;
          await now().store.replaceOrder({ ...order, state: 'CART', checkout: undefined, version });
          return mws.confirmBillingAgreement(id);
        },
      }),
    });

    expect(await now().pay(now().draft())).toEqual({ type: 'settled', state: 'CART' });

    expect(now().references()).toEqual([]);
  });

  it('none under a link that was made anew for other goods while the agreement was confirmed', async () => {
    await open({
      wrapMws: (mws) => ({
        ...mws,
        confirmBillingAgreement: async (id) => {
          const { checkout, quote, ...order } = await now().order();
          await now().store.replaceOrder({
            ...order,
            checkout: checkout && { ...checkout, no: 2 },
            quote: quote && { ...quote, no: 2, goodsYen: 1296, totalYen: 1896 },
            version: order.version + 1,
          });
          return mws.confirmBillingAgreement(id);
        },
      }),
    });

    expect(await now().pay(now().draft())).toEqual({ type: 'settled', state: 'AWAITING_PAYMENT' });

    expect(now().references()).toEqual([]);
    expect((await now().order()).quote?.totalYen).toBe(1896);
  });

  it('whose answer comes late, when the background told the order through: nothing is written over', async () => {
    await open({
      wrapMws: (mws) => ({
        ...mws,
        authorizeOnBillingAgreement: async (request) => {
          const answer = await mws.authorizeOnBillingAgreement(request);
          const order = await now().order();
          await now().store.replaceOrder({ ...order, state: 'CONFIRMED', version: order.version + 1 });
          return answer;
        },
      }),
    });

    expect(await now().pay(now().draft())).toEqual({ type: 'settled', state: 'CONFIRMED' });

    expect(now().capturedYen()).toBe(3192);
  });
});

describe('an answer that is lost', () => {
  const faults = [
    'reset',
    'cut',
    'hang',
    'htmlPage',
    'truncated',
    'emptyBody',
    'wellFormedPageAs200',
  ] as const;
  it.each(faults)('(%s) leaves the order to the background: one capture', async (fault) => {
    await open();
    now().answerAuthorize({ as: 'wire', fault });

    expect(await now().pay(now().draft())).toEqual({ type: 'settled', state: 'UNKNOWN' });
    await now().after(1000);

    expect(new Set(now().references()).size).toBe(1);
    await expectPaidOnce();
  });

  it.each([
    [500, 'InternalServerError'],
    [503, 'ServiceUnavailable'],
    [503, 'RequestThrottled'],
  ])('(%i %s) is asked for again under the same reference', async (status, code) => {
    await open();
    now().answerAuthorize({ as: 'error', status, code });

    expect(await now().pay(now().draft())).toEqual({ type: 'settled', state: 'UNKNOWN' });
    await now().after(1000);

    expect(new Set(now().references()).size).toBe(1);
    await expectPaidOnce();
  });

  it('is no answer to a second click: the buyer hears that it is being checked', async () => {
    await open();
    now().answerAuthorize({ as: 'wire', fault: 'reset' });
    const id = now().draft();
    await now().pay(id);

    expect(await now().pay(id)).toEqual({ type: 'settled', state: 'UNKNOWN' });
    expect(await now().pay(now().draft())).toEqual({ type: 'settled', state: 'UNKNOWN' });

    expect(now().references()).toHaveLength(1);
  });

  it('is not charged for any more ten minutes later: a person looks', async () => {
    await open();
    now().answerAuthorize({ as: 'wire', fault: 'reset', lost: true });
    await now().pay(now().draft());

    await now().after(10 * 60 * 1000);

    expect((await now().order()).state).toBe('NEEDS_HUMAN');
    expect(now().bench.server.ledger.captures.size).toBe(0);
  });

  it('with a code nobody knows is not repeated: a person looks', async () => {
    await open();
    now().answerAuthorize({ as: 'error', status: 400, code: 'NeverHeardOf' });
    await now().pay(now().draft());

    await now().after(1000);

    expect((await now().order()).state).toBe('NEEDS_HUMAN');
    expect(now().references()).toHaveLength(1);
  });

  it('of a decline is told by the background too, and mailed', async () => {
    await open({ order: { email: 'buyer@koemise.example' } });
    now().answerAuthorize({ as: 'wire', fault: 'reset', lost: true });
    await now().pay(now().draft());
    now().answerAuthorize({ as: 'object', state: 'Declined', reasonCode: 'AmazonRejected' });

    // The mail with the link is due first.
    await now().after(1000);
    await now().after(0);

    const order = await now().order();
    expect([order.state, order.untold]).toEqual(['DECLINED_HARD', true]);
    expect(order.mails.map(({ kind }) => kind)).toContain('notPaid');
    expect(now().bench.server.ledger.captures.size).toBe(0);
  });
});

class Crash extends Error {}

/** The process ends before or after the authorization. */
const dying = (moment: 'before' | 'after') => (mws: Pick<MwsClient, 'authorizeOnBillingAgreement'>) => ({
  authorizeOnBillingAgreement: async (request: Parameters<MwsClient['authorizeOnBillingAgreement']>[0]) => {
    if (moment === 'after') await mws.authorizeOnBillingAgreement(request);
    throw new Crash();
  },
});

describe('a crash', () => {
  it.each(['before', 'after'] as const)(
    '%s the authorization: the background looks after two minutes, one capture',
    async (moment) => {
      await open({ wrapMws: (mws) => ({ ...mws, ...dying(moment)(mws) }) });

      await expect(now().pay(now().draft())).rejects.toBeInstanceOf(Crash);
      expect((await now().order()).state).toBe('CHARGE_SENT');
      await now().after(2 * 60 * 1000);
      await now().after(0);

      await expectPaidOnce();
    },
  );

  it('before the agreement was written to the order: the buyer presses again', async () => {
    await open();
    const id = now().draft();
    await now().deps.mws.confirmBillingAgreement(id);
    await now().store.createPointer({ key: `agreement:${id}`, orderId: '261122-482109', expiresAtSec: 1 });

    expect(await now().pay(id)).toEqual(PAID);

    await expectPaidOnce();
  });

  it('of the store once the money moved: nothing is charged again, the background writes it down', async () => {
    let writes = 0;
    await open({
      wrapStore: (store) => ({
        ...store,
        replaceOrder: (order) => {
          writes += 1;
          return writes === 2 ? Promise.reject(new StoreUnavailableError('away')) : store.replaceOrder(order);
        },
      }),
    });

    await expect(now().pay(now().draft())).rejects.toBeInstanceOf(StoreUnavailableError);
    await now().after(2 * 60 * 1000);
    await now().after(0);

    await expectPaidOnce();
  });

  it('of the store before anything left: nothing was charged', async () => {
    await open({
      wrapStore: (store) => ({
        ...store,
        replaceOrder: () => Promise.reject(new StoreUnavailableError('away')),
      }),
    });

    await expect(now().pay(now().draft())).rejects.toBeInstanceOf(StoreUnavailableError);

    expect(now().references()).toEqual([]);
  });
});

/** PaymentAuthorize of this authorization. */
function authorizedNotification(objectId: string | undefined): AmazonPayNotification {
  const unknown = { permissionId: undefined, reference: undefined, sellerId: undefined };
  return { api: 'mws', notificationId: '1', object: 'authorization', objectId, ...unknown };
}

describe('a notification of Amazon Pay', () => {
  it('settles an order whose answer was lost; the page that comes late changes nothing', async () => {
    await open({
      wrapMws: (mws) => ({
        ...mws,
        authorizeOnBillingAgreement: async (request) => {
          const answer = await mws.authorizeOnBillingAgreement(request);
          const [authorization] = now().bench.server.ledger.authorizations.values();
          await takeNotification(
            { store: now().store, mws: now().bench.mws, log: now().log, now: now().bench.effects.now },
            authorizedNotification(authorization?.amazonAuthorizationId),
          );
          return answer;
        },
      }),
    });

    expect(await now().pay(now().draft())).toEqual(PAID);

    await expectPaidOnce();
  });
});
