import { TOKYO_DESTINATION } from '../../simulator/amazon-pay-server/open-objects';
import { openAgreementBench } from './agreement-bench';
import { benchOfTests } from './checkout-bench';

const { open, now } = benchOfTests(openAgreementBench);
const PAID = { type: 'settled', state: 'PAID' };
const captures = () => now().bench.server.ledger.captures.size;

describe('a buyer who pays with the widgets', () => {
  it('is charged exactly the total of the page, once the agreement is confirmed', async () => {
    await open();
    const id = now().draft();

    const payment = await now().pay(id);

    const order = await now().order();
    expect(payment).toEqual(PAID);
    expect([captures(), now().capturedYen()]).toEqual([1, 3192]);
    expect(now().operations()).toEqual([
      'GetBillingAgreementDetails',
      'SetBillingAgreementDetails',
      'ConfirmBillingAgreement',
      'GetBillingAgreementDetails',
      'AuthorizeOnBillingAgreement',
    ]);
    expect(order.chargedOn).toBe('billingAgreement');
    expect(order.attempts).toMatchObject([
      { n: 1, content: { billingAgreementId: id, amountYen: 3192 }, result: { effect: 'paid', row: 'd09' } },
    ]);
    expect(order.untold).toBe(true);
  });

  it('gets the goods where the confirmed agreement says: the whole address', async () => {
    await open();

    await now().pay(now().draft());

    expect((await now().order()).quote).toMatchObject({
      goodsYen: 2592,
      shippingYen: 600,
      totalYen: 3192,
      destination: TOKYO_DESTINATION,
    });
  });

  it('finds shop, order and note on the agreement at Amazon', async () => {
    await open();

    await now().pay(now().draft());

    const set = now().bench.server.calls.find(({ operation }) => operation === 'SetBillingAgreementDetails');
    const form = new URLSearchParams(set?.rawBody);
    expect(form.get('BillingAgreementAttributes.SellerBillingAgreementAttributes.StoreName')).toBe(
      'こえみせ珈琲',
    );
    expect(
      form.get('BillingAgreementAttributes.SellerBillingAgreementAttributes.SellerBillingAgreementId'),
    ).toBe('261122-482109');
    expect(form.get('BillingAgreementAttributes.SellerNote')).not.toBe('');
    expect(form.get('BillingAgreementAttributes.BillingAgreementType')).toBe('CustomerInitiatedTransaction');
  });

  it('to Okinawa pays the extra shipping', async () => {
    await open();
    const destination = { ...TOKYO_DESTINATION, stateOrRegion: '沖縄県', postalCode: '900-0001' };

    expect(await now().pay(now().draft({ destination }), 3792)).toEqual(PAID);

    expect(now().capturedYen()).toBe(3792);
  });

  it('for a subscription tells Amazon what is charged each month', async () => {
    await open({ order: { lines: [{ productId: 'monthly', quantity: 1 }] } });

    expect(await now().pay(now().draft(), 3080)).toEqual(PAID);

    const set = now().bench.server.calls.find(({ operation }) => operation === 'SetBillingAgreementDetails');
    const form = new URLSearchParams(set?.rawBody);
    expect(form.get('BillingAgreementAttributes.BillingAgreementType')).toBe('MerchantInitiatedTransaction');
    expect(form.get('BillingAgreementAttributes.SubscriptionAmount.Amount')).toBe('2480');
  });

  it('for a gift code pays no shipping and has no address taken over', async () => {
    await open();
    await asGiftCode();
    const id = now().draft({ destination: undefined, needsAddress: false });

    expect(await now().pay(id, 2592)).toEqual(PAID);

    const sent = now().bench.server.calls.find(
      ({ operation }) => operation === 'AuthorizeOnBillingAgreement',
    );
    const order = await now().order();
    expect(new URLSearchParams(sent?.rawBody).get('InheritShippingAddress')).toBe('false');
    expect(order.quote).toMatchObject({ shippingYen: 0, totalYen: 2592 });
    expect(order.quote?.destination).toBeUndefined();
    expect(now().capturedYen()).toBe(2592);
  });

  it('leaves no name, address or agreement in the log', async () => {
    await open();
    const id = now().draft();

    await now().pay(id);

    const logged = JSON.stringify(now().log.lines);
    expect(now().log.lines.map(({ step }) => step)).toEqual(['authorizeSent', 'authorizeApplied']);
    expect(
      [id, TOKYO_DESTINATION.name, TOKYO_DESTINATION.addressLine1, TOKYO_DESTINATION.postalCode].filter(
        (secret) => logged.includes(secret),
      ),
    ).toEqual([]);
  });
});

/** Nothing of the order is delivered. */
async function asGiftCode(): Promise<void> {
  const order = await now().order();
  const quote = order.quote && { ...order.quote, ships: false };
  await now().store.replaceOrder({ ...order, quote, version: order.version + 1 });
}

describe('nothing is confirmed or charged', () => {
  const places = [
    ['in another country', { ...TOKYO_DESTINATION, countryCode: 'US', stateOrRegion: 'WA' }, 'notJapan'],
    ['in a prefecture that is none', { ...TOKYO_DESTINATION, stateOrRegion: '月面県' }, 'unknownPrefecture'],
    ['that was not chosen', undefined, 'addressNeeded'],
  ] as const;
  it.each(places)('for an address %s', async (_name, destination, reason) => {
    await open();
    const id = now().draft({ destination });

    expect(await now().pay(id)).toEqual({ type: 'refused', reason });

    await expectUntouched(id, 'DRAFT');
  });

  it.each([[1], [2592], [3191], [3193]])('when the page showed %i yen', async (shownTotalYen) => {
    await open();
    const id = now().draft();

    expect(await now().pay(id, shownTotalYen)).toEqual({
      type: 'refused',
      reason: 'totalChanged',
      totalYen: 3192,
    });

    await expectUntouched(id, 'DRAFT');
  });

  it('when another address is in the agreement once it is confirmed: the page shows the other total first', async () => {
    await open({
      wrapMws: (mws) => ({
        ...mws,
        confirmBillingAgreement: (id) => {
          const destination = { ...TOKYO_DESTINATION, stateOrRegion: '北海道', postalCode: '060-0001' };
          now().change(id, {
            widgets: { destination, needsAddress: true, hasPaymentMethod: true, hasConsent: true },
          });
          return mws.confirmBillingAgreement(id);
        },
      }),
    });
    const id = now().draft();

    expect(await now().pay(id)).toEqual({ type: 'refused', reason: 'totalChanged', totalYen: 3792 });

    await expectUntouched(id, 'OPEN');
    expect(await now().pay(id, 3792)).toEqual(PAID);
    expect([captures(), now().capturedYen()]).toEqual([1, 3792]);
  });

  const missing = [
    ['no payment method', { hasPaymentMethod: false }, 'blend', 3192, 'paymentNeeded'],
    ['no consent to a subscription', { hasConsent: false }, 'monthly', 3080, 'consentNeeded'],
  ] as const;
  it.each(missing)('with %s', async (...expected) => {
    const [, widgets, productId, totalYen, reason] = expected;
    const quantity = productId === 'blend' ? 2 : 1;
    await open({ order: { lines: [{ productId, quantity }] } });
    const id = now().draft(widgets);

    expect(await now().pay(id, totalYen)).toEqual({ type: 'refused', reason });

    await expectUntouched(id, 'DRAFT');
  });

  it('for a buyer who is the seller: a constraint that no buyer can mend', async () => {
    await open({
      wrapMws: (mws) => ({
        ...mws,
        getBillingAgreementDetails: async (id) => {
          const read = await mws.getBillingAgreementDetails(id);
          return read.ok ? { ...read, value: { ...read.value, constraintIds: ['BuyerEqualsSeller'] } } : read;
        },
      }),
    });
    now().bench.server.force('ConfirmBillingAgreement', {
      as: 'error',
      status: 400,
      code: 'BillingAgreementConstraintsExist',
    });
    const id = now().draft();

    expect(await now().pay(id)).toEqual({ type: 'refused', reason: 'notProcessed' });

    await expectUntouched(id, 'DRAFT');
  });

  const states = [
    ['SUSPENDED', 'paymentNeeded'],
    ['CANCELED', 'agreementOver'],
    ['CLOSED', 'agreementOver'],
  ] as const;
  it.each(states)('on an agreement that is %s', async (status, reason) => {
    await open();
    const id = now().draft({}, { status });

    expect(await now().pay(id)).toEqual({ type: 'refused', reason });

    await expectUntouched(id, status);
  });

  it('on a draft of more than three hours ago', async () => {
    await open();
    const id = now().draft();
    now().bench.passTime(3 * 60 * 60 * 1000 + 1);

    expect(await now().pay(id)).toEqual({ type: 'refused', reason: 'agreementOver' });

    expect(captures()).toBe(0);
  });

  it.each([
    ['that Amazon does not know', 'C03-0000000-0000000'],
    ['of the live environment', 'B03-1234567-1234567'],
    ['that is no id at all', '../C03'],
  ])('on an agreement %s, and nobody is alerted', async (_name, id) => {
    await open();

    expect(await now().pay(id)).toEqual({ type: 'refused', reason: 'agreementOver' });

    expect((await now().order()).state).toBe('AWAITING_PAYMENT');
    expect(now().log.alerts).toEqual([]);
  });

  it('on an open agreement that this order never confirmed, as one of Alexa', async () => {
    await open();
    const id = now().draft({}, { status: 'OPEN' });

    expect(await now().pay(id)).toEqual({ type: 'refused', reason: 'agreementOver' });

    await expectUntouched(id, 'OPEN');
  });

  it.each(['DRAFT', 'OPEN'] as const)(
    "on another order's agreement (%s), and the merchant is alerted",
    async (status) => {
      await open();
      const id = now().draft({}, { status });
      await now().store.createPointer({ key: `agreement:${id}`, orderId: '261122-000001', expiresAtSec: 1 });

      expect(await now().pay(id)).toEqual({ type: 'refused', reason: 'agreementOfAnotherOrder' });

      await expectUntouched(id, status);
      expect(now().log.alerts.map(({ step }) => step)).toEqual(['agreementOfAnotherOrder']);
    },
  );

  const failing = [
    ['GetBillingAgreementDetails', 503, 'ServiceUnavailable', 'notAnswered', 0],
    ['SetBillingAgreementDetails', 500, 'InternalServerError', 'notAnswered', 0],
    ['SetBillingAgreementDetails', 403, 'InvalidAccountStatus', 'notProcessed', 1],
    ['SetBillingAgreementDetails', 405, 'InvalidBillingAgreementStatus', 'agreementOver', 0],
    ['SetBillingAgreementDetails', 400, 'PaymentMethodNotUpdated', 'paymentNeeded', 0],
    ['ConfirmBillingAgreement', 503, 'ServiceUnavailable', 'notAnswered', 0],
    ['ConfirmBillingAgreement', 403, 'InvalidAccountStatus', 'notProcessed', 1],
  ] as const;
  it.each(failing)('when %s answers %i %s', async (...expected) => {
    const [operation, status, code, reason, alerts] = expected;
    await open();
    now().bench.server.force(operation, { as: 'error', status, code });
    const id = now().draft();

    expect(await now().pay(id)).toEqual({ type: 'refused', reason });

    await expectUntouched(id, 'DRAFT');
    expect(now().log.alerts).toHaveLength(alerts);
  });

  it('and the buyer may press again: an answer of the confirmation that was lost does no harm', async () => {
    await open();
    now().bench.server.force('ConfirmBillingAgreement', { as: 'wire', fault: 'reset' });

    expect(await now().pay(now().draft())).toEqual(PAID);

    expect(now().capturedYen()).toBe(3192);
  });
});

/** The order still waits under its link, and the agreement is what it was. */
async function expectUntouched(billingAgreementId: string, status: string): Promise<void> {
  const order = await now().order();
  expect(order.state).toBe('AWAITING_PAYMENT');
  expect(order.attempts).toEqual([]);
  expect(now().agreement(billingAgreementId)?.status).toBe(status);
  expect(now().operations()).not.toContain('AuthorizeOnBillingAgreement');
  expect(captures()).toBe(0);
}
