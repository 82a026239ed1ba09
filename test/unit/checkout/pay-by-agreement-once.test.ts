import { type AmazonPayNotification } from '../../../lambda/src/amazon-pay/ipn/read-notification';
import { type MwsClient } from '../../../lambda/src/amazon-pay/mws/client';
import { StoreUnavailableError } from '../../../lambda/src/orders/store';
import { takeNotification } from '../../../lambda/src/worker/take-notification';
import { payByAgreement } from '../../../lambda/src/checkout/pay-by-agreement';
import { type AgreementBench, openAgreementBench } from './agreement-bench';

let shop: AgreementBench;
afterEach(async () => {
  await shop.bench.close();
});

async function open(...[options]: Parameters<typeof openAgreementBench>): Promise<void> {
  shop = await openAgreementBench(options);
}

const PAID = { type: 'settled', state: 'PAID' };

/** One capture of the whole total in Amazon Pay's own books, and the order says so. */
async function expectPaidOnce(): Promise<void> {
  const { captures } = shop.bench.server.ledger;
  expect([...captures.values()].map(({ amountYen }) => amountYen)).toEqual([3192]);
  expect((await shop.order()).state).toBe('PAID');
}

describe('one capture', () => {
  it('of two tabs with the same agreement, and of a double click', async () => {
    await open();
    const id = shop.draft();

    const payments = await Promise.all([shop.pay(id), shop.pay(id)]);

    expect(payments.every(({ type }) => type === 'settled')).toBe(true);
    expect(shop.references()).toHaveLength(1);
    await expectPaidOnce();
  });

  it('of a tab that is refused while another one pays: it is told where the order is, not that nothing was paid', async () => {
    await open();
    const order = await shop.order();
    await shop.pay(shop.draft());

    const other = { billingAgreementId: shop.draft(), shownTotalYen: 1 };

    expect(await payByAgreement(shop.deps, order, other)).toEqual(PAID);
  });

  it('of two tabs with an agreement each', async () => {
    await open();

    await Promise.all([shop.pay(shop.draft()), shop.pay(shop.draft())]);

    expect(shop.references()).toHaveLength(1);
    await expectPaidOnce();
  });

  it('when the page comes back after it was paid', async () => {
    await open();
    const id = shop.draft();
    await shop.pay(id);

    expect(await shop.pay(id)).toEqual(PAID);
    expect(await shop.pay(shop.draft())).toEqual(PAID);
    expect(await shop.pay(shop.draft(), 1)).toEqual(PAID);

    await expectPaidOnce();
  });

  it('when a page of the other way to pay was faster', async () => {
    await open();
    const order = await shop.order();
    await shop.pay(shop.draft());

    const late = await payByAgreement(shop.deps, order, {
      billingAgreementId: shop.draft(),
      shownTotalYen: 3192,
    });

    expect(late).toEqual(PAID);
    await expectPaidOnce();
  });

  it('none under a link that is over', async () => {
    await open();
    shop.bench.passTime(24 * 60 * 60 * 1000);

    expect(await shop.pay(shop.draft())).toEqual({ type: 'settled', state: 'AWAITING_PAYMENT' });

    expect(shop.operations()).toEqual([]);
  });

  it('none when the goods were changed by voice while the agreement was confirmed', async () => {
    await open({
      wrapMws: (mws) => ({
        ...mws,
        confirmBillingAgreement: async (id) => {
          const order = await shop.order();
          const version = order.version + 1;
          await shop.store.replaceOrder({ ...order, state: 'CART', checkout: undefined, version });
          return mws.confirmBillingAgreement(id);
        },
      }),
    });

    expect(await shop.pay(shop.draft())).toEqual({ type: 'settled', state: 'CART' });

    expect(shop.references()).toEqual([]);
  });

  it('none under a link that was made anew for other goods while the agreement was confirmed', async () => {
    await open({
      wrapMws: (mws) => ({
        ...mws,
        confirmBillingAgreement: async (id) => {
          const { checkout, quote, ...order } = await shop.order();
          await shop.store.replaceOrder({
            ...order,
            checkout: checkout && { ...checkout, no: 2 },
            quote: quote && { ...quote, no: 2, goodsYen: 1296, totalYen: 1896 },
            version: order.version + 1,
          });
          return mws.confirmBillingAgreement(id);
        },
      }),
    });

    expect(await shop.pay(shop.draft())).toEqual({ type: 'settled', state: 'AWAITING_PAYMENT' });

    expect(shop.references()).toEqual([]);
    expect((await shop.order()).quote?.totalYen).toBe(1896);
  });

  it('whose answer comes late, when the background told the order through: nothing is written over', async () => {
    await open({
      wrapMws: (mws) => ({
        ...mws,
        authorizeOnBillingAgreement: async (request) => {
          const answer = await mws.authorizeOnBillingAgreement(request);
          const order = await shop.order();
          await shop.store.replaceOrder({ ...order, state: 'CONFIRMED', version: order.version + 1 });
          return answer;
        },
      }),
    });

    expect(await shop.pay(shop.draft())).toEqual({ type: 'settled', state: 'CONFIRMED' });

    expect(shop.capturedYen()).toBe(3192);
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
    shop.answerAuthorize({ as: 'wire', fault });

    expect(await shop.pay(shop.draft())).toEqual({ type: 'settled', state: 'UNKNOWN' });
    await shop.after(1000);

    expect(new Set(shop.references()).size).toBe(1);
    await expectPaidOnce();
  });

  it.each([
    [500, 'InternalServerError'],
    [503, 'ServiceUnavailable'],
    [503, 'RequestThrottled'],
  ])('(%i %s) is asked for again under the same reference', async (status, code) => {
    await open();
    shop.answerAuthorize({ as: 'error', status, code });

    expect(await shop.pay(shop.draft())).toEqual({ type: 'settled', state: 'UNKNOWN' });
    await shop.after(1000);

    expect(new Set(shop.references()).size).toBe(1);
    await expectPaidOnce();
  });

  it('is no answer to a second click: the buyer hears that it is being checked', async () => {
    await open();
    shop.answerAuthorize({ as: 'wire', fault: 'reset' });
    const id = shop.draft();
    await shop.pay(id);

    expect(await shop.pay(id)).toEqual({ type: 'settled', state: 'UNKNOWN' });
    expect(await shop.pay(shop.draft())).toEqual({ type: 'settled', state: 'UNKNOWN' });

    expect(shop.references()).toHaveLength(1);
  });

  it('is not charged for any more ten minutes later: a person looks', async () => {
    await open();
    shop.answerAuthorize({ as: 'wire', fault: 'reset', lost: true });
    await shop.pay(shop.draft());

    await shop.after(10 * 60 * 1000);

    expect((await shop.order()).state).toBe('NEEDS_HUMAN');
    expect(shop.bench.server.ledger.captures.size).toBe(0);
  });

  it('with a code nobody knows is not repeated: a person looks', async () => {
    await open();
    shop.answerAuthorize({ as: 'error', status: 400, code: 'NeverHeardOf' });
    await shop.pay(shop.draft());

    await shop.after(1000);

    expect((await shop.order()).state).toBe('NEEDS_HUMAN');
    expect(shop.references()).toHaveLength(1);
  });

  it('of a decline is told by the background too, and mailed', async () => {
    await open({ order: { email: 'buyer@koemise.example' } });
    shop.answerAuthorize({ as: 'wire', fault: 'reset', lost: true });
    await shop.pay(shop.draft());
    shop.answerAuthorize({ as: 'object', state: 'Declined', reasonCode: 'AmazonRejected' });

    // The mail with the link is due first.
    await shop.after(1000);
    await shop.after(0);

    const order = await shop.order();
    expect([order.state, order.untold]).toEqual(['DECLINED_HARD', true]);
    expect(order.mails.map(({ kind }) => kind)).toContain('notPaid');
    expect(shop.bench.server.ledger.captures.size).toBe(0);
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

      await expect(shop.pay(shop.draft())).rejects.toBeInstanceOf(Crash);
      expect((await shop.order()).state).toBe('CHARGE_SENT');
      await shop.after(2 * 60 * 1000);
      await shop.after(0);

      await expectPaidOnce();
    },
  );

  it('before the agreement was written to the order: the buyer presses again', async () => {
    await open();
    const id = shop.draft();
    await shop.deps.mws.confirmBillingAgreement(id);
    await shop.store.createPointer({ key: `agreement:${id}`, orderId: '261122-482109', expiresAtSec: 1 });

    expect(await shop.pay(id)).toEqual(PAID);

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

    await expect(shop.pay(shop.draft())).rejects.toBeInstanceOf(StoreUnavailableError);
    await shop.after(2 * 60 * 1000);
    await shop.after(0);

    await expectPaidOnce();
  });

  it('of the store before anything left: nothing was charged', async () => {
    await open({
      wrapStore: (store) => ({
        ...store,
        replaceOrder: () => Promise.reject(new StoreUnavailableError('away')),
      }),
    });

    await expect(shop.pay(shop.draft())).rejects.toBeInstanceOf(StoreUnavailableError);

    expect(shop.references()).toEqual([]);
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
          const [authorization] = shop.bench.server.ledger.authorizations.values();
          await takeNotification(
            { store: shop.store, mws: shop.bench.mws, log: shop.log, now: shop.bench.effects.now },
            authorizedNotification(authorization?.amazonAuthorizationId),
          );
          return answer;
        },
      }),
    });

    expect(await shop.pay(shop.draft())).toEqual(PAID);

    await expectPaidOnce();
  });
});
