import { type CheckoutSession } from '../../../lambda/src/amazon-pay/cv2/objects';
import { completeCheckout } from '../../../lambda/src/checkout/complete-checkout';
import { failureMessage } from '../../../lambda/src/checkout/failure-message';
import { SESSION_ADDRESS } from '../../simulator/amazon-pay-server/open-objects';
import { benchOfTests, type CheckoutBench, openCheckoutBench } from './checkout-bench';

const { open, now } = benchOfTests(openCheckoutBench);

async function pay(sessionId = now().openSession(), deps = now().deps) {
  return completeCheckout(deps, await now().order(), sessionId);
}

describe('a buyer who pays on the web', () => {
  it('with AuthorizeWithCapture is told of success once the charge was read as captured', async () => {
    await open();

    const completion = await pay();

    const order = await now().order();
    expect(completion).toEqual({ status: 'success', state: 'PAID' });
    expect(now().capturedYen()).toBe(3192);
    expect(order.finalizations[0]?.result).toMatchObject({ effect: 'paid', row: 'x81' });
    expect(order.finalizations[0]?.result?.chargeId).toMatch(/^S03-\d{7}-\d{7}-C\d{6}$/);
    expect(order.finalizations[0]?.result?.chargePermissionId).toMatch(/^S03-\d{7}-\d{7}$/);
    expect(order.quote).toMatchObject({ goodsYen: 2592, shippingYen: 600, totalYen: 3192 });
    expect(order.untold).toBe(true);
  });

  it('with Authorize is authorized, not paid; the merchant has to capture it', async () => {
    await open({ intent: 'Authorize' });

    const completion = await pay();

    const order = await now().order();
    expect(completion).toEqual({ status: 'success', state: 'AUTHORIZED' });
    expect(now().capturedYen()).toBe(0);
    expect(order.finalizations[0]?.result?.chargeId).toMatch(/-C\d{6}$/);
    expect(order.finalizations[0]?.result?.chargePermissionId).toMatch(/^S03-/);
    expect(order.followUps).toMatchObject([{ kind: 'captureDue' }]);
    expect(order.untold).toBe(true);
  });

  it('with Confirm gives a permission: nothing is authorized or charged, its id is kept', async () => {
    await open({ intent: 'Confirm' });

    const completion = await pay();

    const order = await now().order();
    const [finalization] = order.finalizations;
    expect(completion).toEqual({ status: 'success', state: 'CHARGEABLE' });
    expect(now().capturedYen()).toBe(0);
    expect(now().bench.server.ledger.authorizations.size).toBe(0);
    expect(finalization?.result?.chargePermissionId).toMatch(/^S03-/);
    expect(finalization?.result?.chargeId).toBeUndefined();
    expect(order.untold).toBe(true);
  });

  it('hears that the result follows when Amazon Pay decides later (202)', async () => {
    await open({ intent: 'Authorize', canHandlePending: true });

    const completion = await pay();

    expect(completion).toEqual({ status: 'success', state: 'PENDING' });
    expect(now().capturedYen()).toBe(0);
  });

  it('to Okinawa pays the extra shipping, computed on the server', async () => {
    await open();
    const address = { ...SESSION_ADDRESS, stateOrRegion: '沖縄県', postalCode: '900-0001' };

    await pay(now().openSession({ address, chargeYen: 3792 }));

    expect((await now().order()).quote).toMatchObject({ shippingYen: 1200, totalYen: 3792 });
    expect(now().capturedYen()).toBe(3792);
  });
});

describe('a buyer of monthly goods', () => {
  it('pays the first delivery and leaves a permission that can be charged again', async () => {
    await open({ order: { lines: [{ productId: 'monthly', quantity: 1 }] } });

    const ask = { chargeYen: 3080, chargePermissionType: 'Recurring' } as const;
    const completion = await pay(now().openSession(ask));

    const permissions = [...now().bench.server.ledger.billingAgreements.values()];
    expect(completion).toEqual({ status: 'success', state: 'PAID' });
    expect(now().capturedYen()).toBe(3080);
    expect(permissions.map(({ billingAgreementType }) => billingAgreementType)).toEqual(['Recurring']);
  });
});

describe('a session that differs from the order is never finalized', () => {
  const differing = [
    ['another amount', { chargeYen: 1 }, 'c08'],
    ['another order total', { totalOrderYen: 1 }, 'c09'],
    ['another paymentIntent', { paymentIntent: 'Authorize' }, 'c11'],
    ['a pending authorization nobody asked for', { canHandlePendingAuthorization: true }, 'c10'],
    ['another product type', { productType: 'PayOnly' }, 'c12'],
    ['a permission for more than one charge', { chargePermissionType: 'Recurring' }, 'c15'],
    ['an address in another country', { address: { ...SESSION_ADDRESS, countryCode: 'US' } }, 'c12'],
    ['an unknown prefecture', { address: { ...SESSION_ADDRESS, stateOrRegion: '月面県' } }, 'c12'],
    ['the live environment', { environment: 'LIVE' }, 'c07'],
    ['a cancelled session', { state: 'Canceled', reasonCode: 'BuyerCanceled' }, 'c14'],
    ['a session completed elsewhere', { state: 'Completed' }, 'c15'],
  ] as const;

  it.each(differing)('%s', async (_name, ask, row) => {
    await open();

    const completion = await pay(now().openSession(ask));

    const order = await now().order();
    expect(completion).toEqual({ status: 'error', state: 'AWAITING_PAYMENT' });
    expect(now().bench.server.calls.map(({ operation }) => operation)).not.toContain(
      'finalizeCheckoutSession',
    );
    expect(order.refusal?.row).toBe(row);
    expect(order.finalizations).toEqual([]);
    expect(failureMessage(order)).toBe('paymentFailed');
    expect(now().capturedYen()).toBe(0);
  });

  it('a permission for one charge alone, when the goods come monthly', async () => {
    await open({ order: { lines: [{ productId: 'monthly', quantity: 1 }] } });

    await pay(now().openSession({ chargeYen: 3080, chargePermissionType: 'OneTime' }));

    expect((await now().order()).refusal?.row).toBe('c15');
    expect(now().capturedYen()).toBe(0);
  });

  it('an unknown session', async () => {
    await open();

    await pay('00000000-0000-4000-8000-000000000000');

    expect((await now().order()).refusal?.row).toBe('c07');
  });

  it("another order's session, and the merchant is alerted", async () => {
    await open();
    const sessionId = now().openSession();
    await now().store.createPointer({
      key: `session:${sessionId}`,
      orderId: '261122-000001',
      expiresAtSec: 1,
    });

    const completion = await pay(sessionId);

    expect(completion).toEqual({ status: 'error', state: 'AWAITING_PAYMENT' });
    expect(now().log.alerts.map(({ step }) => step)).toEqual(['sessionOfAnotherOrder']);
    expect(now().capturedYen()).toBe(0);
  });
});

/** Status, code, where the order is afterwards, what the page's handler answers. @see outcome-table.md, section 4 */
const FINALIZE_CODES = [
  ['c05', 400, 'CurrencyMismatch', 'AWAITING_PAYMENT', 'error'],
  ['c06', 400, 'TransactionAmountExceeded', 'AWAITING_PAYMENT', 'error'],
  ['c07', 404, 'ResourceNotFound', 'AWAITING_PAYMENT', 'error'],
  ['c08', 409, 'ChargeAmountMismatch', 'AWAITING_PAYMENT', 'error'],
  ['c09', 409, 'TotalOrderAmountMismatch', 'AWAITING_PAYMENT', 'error'],
  ['c10', 409, 'CanHandlePendingAuthorizationMismatch', 'AWAITING_PAYMENT', 'error'],
  ['c11', 409, 'PaymentIntentMismatch', 'AWAITING_PAYMENT', 'error'],
  ['c12', 409, 'ShippingAddressMismatch', 'AWAITING_PAYMENT', 'error'],
  ['c13', 409, 'BillingAddressMismatch', 'AWAITING_PAYMENT', 'error'],
  ['c14', 422, 'CheckoutSessionCanceled', 'AWAITING_PAYMENT', 'error'],
  ['c15', 422, 'InvalidCheckoutSessionStatus', 'AWAITING_PAYMENT', 'error'],
  ['c16', 422, 'InvalidChargeStatus', 'AWAITING_PAYMENT', 'error'],
  ['c17', 422, 'HardDeclined', 'DECLINED_HARD', 'decline'],
  ['c18', 422, 'PaymentMethodNotAllowed', 'DECLINED_HARD', 'decline'],
  ['c19', 422, 'AmazonRejected', 'DECLINED_HARD', 'decline'],
  ['c20', 422, 'MFANotCompleted', 'DECLINED_SOFT', 'decline'],
  ['c21', 422, 'TransactionTimedOut', 'DECLINED_SOFT', 'decline'],
  ['c22', 500, 'ProcessingFailure', 'DECLINED_SOFT', 'decline'],
] as const;

describe('Finalize Checkout Session answers', () => {
  it.each(FINALIZE_CODES)('%s: %i %s', async (...expected) => {
    const [row, status, code, state, answer] = expected;
    await open();
    now().bench.server.force('finalizeCheckoutSession', { as: 'error', status, code }, 3);

    const completion = await pay();

    const order = await now().order();
    expect(completion).toEqual({ status: answer, state });
    expect(order.finalizations.at(-1)?.result?.row).toBe(row);
    expect(failureMessage(order)).toBe('paymentFailed');
    expect(now().capturedYen()).toBe(0);
  });

  const finalizeKeys = () =>
    now()
      .bench.server.calls.filter(({ operation }) => operation === 'finalizeCheckoutSession')
      .map(({ key }) => key);

  /** The n-th reading of the session looks as `change` says. */
  function changedReading(n: number, change: Partial<CheckoutSession>): CheckoutBench['deps'] {
    const inner = now().deps.cv2;
    let readings = 0;
    const cv2 = {
      ...inner,
      getCheckoutSession: async (id: string) => {
        const read = await inner.getCheckoutSession(id);
        readings += 1;
        return read.ok && readings === n ? { ...read, value: { ...read.value, ...change } } : read;
      },
    };
    return { ...now().deps, cv2 };
  }

  it('an address that was not quite the one of Amazon: read again, finalized again under another key', async () => {
    await open();
    const deps = changedReading(1, { shippingAddress: { ...SESSION_ADDRESS, city: '目黒' } });

    const completion = await pay(undefined, deps);

    expect(completion).toEqual({ status: 'success', state: 'PAID' });
    expect(now().bench.server.calls.map(({ status }) => status)).toEqual([200, 409, 200, 200, 200]);
    expect(new Set(finalizeKeys()).size).toBe(2);
    expect(now().capturedYen()).toBe(3192);
  });

  it.each([
    ['OPEN', 'PAID', 2, 3192],
    ['SUSPENDED', 'DECLINED_SOFT', 1, 0],
  ] as const)(
    'ProcessingFailure: a new key only while the permission is chargeable (%s: %s)',
    async (...expected) => {
      const [status, state, sends, capturedYen] = expected;
      await open();
      now().bench.server.force('finalizeCheckoutSession', {
        as: 'error',
        status: 500,
        code: 'ProcessingFailure',
      });
      const chargePermissionId = now().bench.server.openPermission({ status });
      const deps = changedReading(2, { chargePermissionId });

      const completion = await pay(undefined, deps);

      expect(completion.state).toBe(state);
      expect(finalizeKeys()).toHaveLength(sends);
      expect(new Set(finalizeKeys()).size).toBe(sends);
      expect(now().capturedYen()).toBe(capturedYen);
    },
  );

  it('that a session is completed already: what is in the books counts, and nothing is charged twice', async () => {
    await open();
    now().bench.server.force('finalizeCheckoutSession', { as: 'wire', fault: 'reset' });
    const sessionId = now().openSession();
    await pay(sessionId);
    const before = (await now().order()).state;

    await now().after(1000);

    expect(before).toBe('UNKNOWN');
    expect((await now().order()).state).toBe('PAID');
    expect(now().capturedYen()).toBe(3192);
  });
});

describe('one charge', () => {
  it('of two tabs with the same session', async () => {
    await open();
    const sessionId = now().openSession();

    const [one, other] = await Promise.all([pay(sessionId), pay(sessionId)]);

    expect([one.status, other.status].sort()).toEqual(['error', 'success']);
    expect((await now().order()).state).toBe('PAID');
    expect(now().capturedYen()).toBe(3192);
  });

  it('of two tabs with a session each', async () => {
    await open();

    await Promise.all([pay(now().openSession()), pay(now().openSession()), pay(now().openSession())]);

    expect((await now().order()).state).toBe('PAID');
    expect(now().capturedYen()).toBe(3192);
  });

  it('when the page comes back after it was paid', async () => {
    await open();
    const sessionId = now().openSession();
    await pay(sessionId);

    expect(await pay(sessionId)).toEqual({ status: 'success', state: 'PAID' });
    expect(await pay(now().openSession())).toEqual({ status: 'success', state: 'PAID' });
    expect(now().capturedYen()).toBe(3192);
  });

  it('and none under a link that is over, whatever the session', async () => {
    await open();
    now().bench.passTime(24 * 60 * 60 * 1000);

    expect(await pay()).toEqual({ status: 'error', state: 'AWAITING_PAYMENT' });
    expect(now().bench.server.calls).toEqual([]);
  });

  it('and none when the goods were changed by voice meanwhile', async () => {
    await open();
    const order = await now().order();
    await now().store.replaceOrder({
      ...order,
      state: 'CART',
      checkout: undefined,
      version: order.version + 1,
    });

    const completion = await completeCheckout(now().deps, order, now().openSession());

    expect(completion).toEqual({ status: 'error', state: 'CART' });
    expect(now().capturedYen()).toBe(0);
  });

  it('after a decline, with another payment method in another session', async () => {
    await open();
    now().bench.server.force('finalizeCheckoutSession', { as: 'error', status: 422, code: 'HardDeclined' });
    await pay();

    const completion = await pay(now().openSession());

    const order = await now().order();
    expect(completion).toEqual({ status: 'success', state: 'PAID' });
    expect(order.finalizations.map(({ n }) => n)).toEqual([1, 2]);
    expect(order.followUps.every(({ resolved }) => resolved !== undefined)).toBe(true);
    expect(now().capturedYen()).toBe(3192);
  });
});
