import { sessionJson } from '../../../simulator/amazon-pay-server/cv2-objects';
import { failureOf, valueOf } from '../../amazon-pay/results';
import { type Bench, startBench } from '../../amazon-pay/server-bench';
import { addressNamed, openShopPage, type ShopPage } from './shop-page';

const HOUR_MS = 3_600_000;
let bench: Bench;
let page: ShopPage;
beforeEach(async () => {
  bench = await startBench();
  page = openShopPage(bench);
});
afterEach(() => bench.close());

const finalize = (checkoutSessionId: string, over: object = {}) =>
  bench.cv2.finalizeCheckoutSession({
    checkoutSessionId,
    key: 'key-1',
    amountYen: 3192,
    paymentIntent: 'AuthorizeWithCapture',
    canHandlePendingAuthorization: false,
    shippingAddress: addressNamed('tokyo'),
    ...over,
  });

describe('a checkout session of the page', () => {
  it('has no amount until the buyer pays, and is read with what the page said of the order', async () => {
    const id = await page.click();

    const session = valueOf(await bench.cv2.getCheckoutSession(id));

    expect(session).toMatchObject({
      state: 'Open',
      chargeAmount: { kind: 'absent' },
      merchantReferenceId: '261122-482109',
      shippingAddress: addressNamed('tokyo'),
      releaseEnvironment: 'Sandbox',
    });
  });

  it('shares no buyer', async () => {
    const id = await page.click();

    const { merchantMetadata, buyer } = sessionJson(bench.server.ledger.checkoutSessions.get(id)!);

    expect(buyer).toBeNull();
    expect(merchantMetadata).toEqual({
      merchantReferenceId: '261122-482109',
      merchantStoreName: 'こえみせ珈琲',
      noteToBuyer: null,
      customInformation: null,
    });
  });

  it('for monthly goods says how often and how much, or is refused', async () => {
    const recurringMetadata = {
      frequency: { unit: 'Month', value: '1' },
      amount: { amount: '2480', currencyCode: 'JPY' },
    };
    const id = await page.click({ chargePermissionType: 'Recurring', recurringMetadata });

    expect(sessionJson(bench.server.ledger.checkoutSessions.get(id)!)).toMatchObject({
      chargePermissionType: 'Recurring',
      recurringMetadata,
    });
    await expect(page.click({ chargePermissionType: 'Recurring' })).rejects.toThrow('InvalidParameterValue');
    await expect(page.click({ recurringMetadata })).rejects.toThrow('InvalidParameterValue');
  });

  it('for monthly goods of a varying price says how often alone', async () => {
    const recurringMetadata = { frequency: { unit: 'Month', value: '1' } };
    const id = await page.click({ chargePermissionType: 'Recurring', recurringMetadata });

    expect(sessionJson(bench.server.ledger.checkoutSessions.get(id)!)).toMatchObject({
      chargePermissionType: 'Recurring',
      recurringMetadata: { ...recurringMetadata, amount: null },
    });
  });

  it('takes the address and the amounts of the last choice', async () => {
    const id = await page.click();
    await page.ask('PATCH', `checkoutSessions/${id}`, {
      address: addressNamed('okinawa'),
      deliveryOptionId: 'standard',
      chargeAmount: { amount: '3792', currencyCode: 'JPY' },
      totalOrderAmount: { amount: '3792', currencyCode: 'JPY' },
    });

    expect(valueOf(await bench.cv2.getCheckoutSession(id))).toMatchObject({
      shippingAddress: addressNamed('okinawa'),
      chargeAmount: { kind: 'yen', amountYen: 3792 },
      totalOrderAmount: { kind: 'yen', amountYen: 3792 },
    });
  });

  it('shows charge and permission when it is completed, and the permission keeps the order number', async () => {
    const id = await page.pay('success');
    const { chargeId, chargePermissionId } = valueOf(await finalize(id));

    const session = valueOf(await bench.cv2.getCheckoutSession(id));
    const permission = valueOf(await bench.cv2.getChargePermission(chargePermissionId!));
    expect(session).toMatchObject({ state: 'Completed', chargeId, chargePermissionId });
    expect(chargeId).toMatch(/^S03-\d{7}-\d{7}-C\d{6}$/);
    expect(permission.merchantReferenceId).toBe('261122-482109');
  });

  it('is finalized when the fields of its address come in another order', async () => {
    const id = await page.pay('success');
    const shippingAddress = Object.fromEntries(Object.entries(addressNamed('tokyo')).reverse());

    expect(valueOf(await finalize(id, { shippingAddress })).state).toBe('Completed');
  });

  it('is over when the buyer leaves the sheet, and cannot be finalized then', async () => {
    const id = await page.pay('success');
    await page.ask('DELETE', `checkoutSessions/${id}`);

    expect(valueOf(await bench.cv2.getCheckoutSession(id))).toMatchObject({
      state: 'Canceled',
      reasonCode: 'BuyerCanceled',
    });
    expect(failureOf(await finalize(id))).toMatchObject({ httpStatus: 422, code: 'CheckoutSessionCanceled' });
    expect(bench.server.ledger.captures.size).toBe(0);
  });

  it('is open for 24 hours, then it has expired, and after 30 days it is gone', async () => {
    const id = await page.pay('success');
    bench.passTime(24 * HOUR_MS);
    const before = valueOf(await bench.cv2.getCheckoutSession(id));
    bench.passTime(1);
    const after = valueOf(await bench.cv2.getCheckoutSession(id));
    bench.passTime(29 * 24 * HOUR_MS);

    const gone = failureOf(await bench.cv2.getCheckoutSession(id));
    expect(before.state).toBe('Open');
    expect(after).toMatchObject({ state: 'Canceled', reasonCode: 'Expired' });
    expect(gone).toMatchObject({ httpStatus: 404, code: 'ResourceNotFound' });
  });

  it.each([
    ['another merchant', { merchantId: 'A9OTHERSELLER' }, 'InvalidParameterValue'],
    ['another shop', { storeId: 'amzn1.application-oa2-client.other' }, 'InvalidParameterValue'],
    ['an intent that is none', { paymentIntent: 'Capture' }, 'InvalidParameterValue'],
    ['another currency', { ledgerCurrency: 'USD' }, 'InvalidParameterValue'],
    ['a field that nobody knows', { amount: 1 }, 'InvalidParameterValue'],
  ])('is not opened for %s', async (_case, changes, code) => {
    await expect(page.click(changes)).rejects.toThrow(code);

    expect(bench.server.ledger.checkoutSessions.size).toBe(0);
  });

  it.each([
    ['no whole yen', { chargeAmount: { amount: '31.92', currencyCode: 'JPY' } }, 400],
    ['dollars', { chargeAmount: { amount: '31', currencyCode: 'USD' } }, 400],
    ['more than ten million yen', { chargeAmount: { amount: '10000001', currencyCode: 'JPY' } }, 400],
    ['a result that is none', { wish: 'constructor' }, 400],
  ])('does not take %s', async (_case, changes, status) => {
    const id = await page.click();

    expect((await page.ask('PATCH', `checkoutSessions/${id}`, changes)).status).toBe(status);
  });

  it('does not change any more when it is over', async () => {
    const id = await page.click();
    await page.ask('DELETE', `checkoutSessions/${id}`);

    const { status, json } = await page.ask('PATCH', `checkoutSessions/${id}`, { wish: 'success' });

    expect([status, json]).toEqual([422, { errorCode: 'InvalidCheckoutSessionStatus' }]);
  });
});
