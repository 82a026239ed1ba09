import { completeCheckout } from '../../../lambda/src/checkout/complete-checkout';
import { StoreUnavailableError } from '../../../lambda/src/orders/store';
import { takeCheckoutNotification } from '../../../lambda/src/worker/take-checkout-notification';
import { type AmazonPayNotification } from '../../../lambda/src/amazon-pay/ipn/read-notification';
import { type MemoryStore } from '../../support/memory-store';
import { benchOfTests, openCheckoutBench } from './checkout-bench';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

const { open, now } = benchOfTests(openCheckoutBench);

async function pay(): Promise<unknown> {
  return completeCheckout(now().deps, await now().order(), now().openSession()).catch(
    (error: unknown) => error,
  );
}

const stateNow = async () => (await now().order()).state;
const finalizes = () =>
  now().bench.server.calls.filter(({ operation }) => operation === 'finalizeCheckoutSession');

/** A store whose n-th order write from now on fails, as when the process dies there. */
function failsAt(n: number): (store: MemoryStore) => MemoryStore {
  return (store) => {
    let writes = 0;
    return {
      ...store,
      replaceOrder: (order) => {
        writes += 1;
        return writes === n ? Promise.reject(new StoreUnavailableError('down')) : store.replaceOrder(order);
      },
    };
  };
}

describe('a process that dies', () => {
  it('before CHARGE_SENT was written: nothing left, and the page can be used again', async () => {
    await open({ wrapStore: failsAt(1) });

    const error = await pay();
    await now().after(5 * MINUTE_MS);

    expect(error).toBeInstanceOf(StoreUnavailableError);
    expect(await stateNow()).toBe('AWAITING_PAYMENT');
    expect(finalizes()).toEqual([]);
  });

  it('after the money was captured and before it was written: found, once, within minutes', async () => {
    await open({ wrapStore: failsAt(2) });

    await pay();
    const before = await stateNow();
    await now().after(2 * MINUTE_MS);
    await now().after(SECOND_MS);

    const order = await now().order();
    expect(before).toBe('CHARGE_SENT');
    expect(order.state).toBe('PAID');
    expect(order.finalizations[0]?.result?.chargeId).toMatch(/-C\d{6}$/);
    expect(order.untold).toBe(true);
    expect(now().capturedYen()).toBe(3192);
    expect(finalizes()).toHaveLength(1);
  });
});

describe('an answer that never came', () => {
  it('to a finalization that was never carried out: the same bytes go out again under the same key', async () => {
    await open();
    now().bench.server.force('finalizeCheckoutSession', { as: 'wire', fault: 'reset', lost: true });
    await pay();
    const before = await stateNow();

    await now().after(SECOND_MS);

    const [first, second] = finalizes();
    expect(before).toBe('UNKNOWN');
    expect(await stateNow()).toBe('PAID');
    expect(second?.key).toBe(first?.key);
    expect(second?.rawBody).toBe(first?.rawBody);
    expect(now().capturedYen()).toBe(3192);
  });

  it('is asked for at 1, 2, 4, 10 and 30 seconds, and then belongs to a person; nothing is ever charged', async () => {
    await open();
    now().bench.server.force('finalizeCheckoutSession', { as: 'wire', fault: 'reset', lost: true }, 9);
    await pay();

    for (const seconds of [0, 1, 2, 4, 10, 30, 60]) await now().after(seconds * SECOND_MS);

    const order = await now().order();
    expect(order.state).toBe('NEEDS_HUMAN');
    expect(order.followUps).toMatchObject([{ kind: 'outcomeUnknown' }]);
    expect(finalizes()).toHaveLength(7);
    expect(now().capturedYen()).toBe(0);
  });

  it('is not repeated once ten minutes have passed since the buyer pressed', async () => {
    await open();
    now().bench.server.force('finalizeCheckoutSession', { as: 'wire', fault: 'reset', lost: true });
    await pay();

    await now().after(10 * MINUTE_MS);

    expect(finalizes()).toHaveLength(1);
    expect(await stateNow()).toBe('UNKNOWN');
    expect(now().capturedYen()).toBe(0);
  });
});

describe('a pending authorization (202)', () => {
  beforeEach(() => open({ intent: 'Authorize', canHandlePending: true }));

  it('is authorized when Amazon Pay decides so', async () => {
    await pay();

    await now().after(31 * SECOND_MS);

    const order = await now().order();
    expect(order.state).toBe('AUTHORIZED');
    expect(order.followUps).toMatchObject([{ kind: 'captureDue' }]);
    expect(order.untold).toBe(true);
  });

  it('is settled by the notification, whose word is only that something changed', async () => {
    await pay();
    now().bench.passTime(31 * SECOND_MS);

    const taken = await takeCheckoutNotification(
      { store: now().store, cv2: now().bench.cv2, now: now().deps.now },
      await notification(),
    );

    expect(taken).toBe('stored');
    expect(await now().order()).toMatchObject({ state: 'AUTHORIZED', untold: true });
  });
});

/** A notification about the charge of the order's last finalization. */
async function notification(changes: Partial<AmazonPayNotification> = {}): Promise<AmazonPayNotification> {
  const result = (await now().order()).finalizations.at(-1)?.result;
  return {
    api: 'cv2',
    notificationId: 'n-1',
    object: 'charge',
    objectId: result?.chargeId,
    permissionId: result?.chargePermissionId,
    reference: undefined,
    sellerId: 'A1KOEMISELOCAL',
    ...changes,
  };
}

describe('an authorized order', () => {
  it('is paid when the merchant captures it in Seller Central', async () => {
    await open({ intent: 'Authorize' });
    await pay();
    const { chargeId = '' } = (await now().order()).finalizations[0]?.result ?? {};
    await now().bench.cv2.captureCharge({ chargeId, key: 'capture-1', amountYen: 3192 });

    await takeCheckoutNotification(
      { store: now().store, cv2: now().bench.cv2, now: now().deps.now },
      await notification(),
    );

    const order = await now().order();
    expect(order.state).toBe('PAID');
    expect(order.followUps.every(({ resolved }) => resolved !== undefined)).toBe(true);
  });

  it('is left alone by the background until the authorization ends, and goes to a person then', async () => {
    await open({ intent: 'Authorize' });
    await pay();
    const callsBefore = now().bench.server.calls.length;

    await now().after(DAY_MS);
    const callsAfterADay = now().bench.server.calls.length;
    await now().after(31 * DAY_MS);

    expect(callsAfterADay).toBe(callsBefore);
    expect(await stateNow()).toBe('NEEDS_HUMAN');
  });
});

describe('a notification', () => {
  const take = async (changes: Partial<AmazonPayNotification> = {}) =>
    takeCheckoutNotification(
      { store: now().store, cv2: now().bench.cv2, now: now().deps.now },
      await notification(changes),
    );

  it('of an order that is paid already changes nothing', async () => {
    await open();
    await pay();
    const before = await now().order();

    expect(await take()).toBe('ignored');
    expect(await now().order()).toEqual(before);
  });

  it('that cannot be fetched has to come again', async () => {
    await open({ intent: 'Authorize' });
    await pay();
    now().bench.server.force('getCharge', { as: 'error', status: 500, code: 'InternalServerError' });

    await expect(take()).rejects.toMatchObject({ code: 'notFetched' });
  });

  it.each(['refund', 'chargeback', 'other'] as const)('of a %s is not for us', async (object) => {
    await open({ intent: 'Authorize' });
    await pay();

    expect(await take({ object })).toBe('ignored');
  });

  it("of another charge that only claims our order's number pays nothing", async () => {
    await open();
    now().bench.server.force('finalizeCheckoutSession', { as: 'wire', fault: 'reset', lost: true });
    await pay();
    const foreign = now().bench.server.openPermission();
    const charged = await now().bench.cv2.createCharge({
      chargePermissionId: foreign,
      key: 'foreign-1',
      amountYen: 3192,
      captureNow: true,
      canHandlePendingAuthorization: false,
    });
    const inner = now().bench.cv2;
    const cv2 = {
      ...inner,
      getChargePermission: async (id: string) => {
        const read = await inner.getChargePermission(id);
        return read.ok ? { ...read, value: { ...read.value, merchantReferenceId: '261122-482109' } } : read;
      },
    };

    const taking = takeCheckoutNotification(
      { store: now().store, cv2, now: now().deps.now },
      await notification({
        objectId: charged.ok ? charged.value.chargeId : undefined,
        permissionId: foreign,
      }),
    );

    await expect(taking).rejects.toMatchObject({ code: 'notFetched' });
    expect(await stateNow()).toBe('UNKNOWN');
  });
});
