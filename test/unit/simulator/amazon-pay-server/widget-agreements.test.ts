import { failureOf, valueOf } from '../../amazon-pay/results';
import { type Bench, startBench } from '../../amazon-pay/server-bench';
import { openShopPage, type ShopPage } from './shop-page';

const HOUR_MS = 3_600_000;
const OKINAWA = {
  name: '見本 太郎',
  addressLine1: '那覇市見本1-2',
  stateOrRegion: '沖縄県',
  postalCode: '900-0001',
  countryCode: 'JP',
  phone: '0312345678',
};
let bench: Bench;
let page: ShopPage;
beforeEach(async () => {
  bench = await startBench();
  page = openShopPage(bench);
});
afterEach(() => bench.close());

const open = (widget: string, more: object = {}) =>
  page.ask('POST', 'widgets', { widget, sellerId: 'A1KOEMISE', sandbox: true, ...more });
const begin = async (widget = 'addressBook'): Promise<string> => {
  const { json } = await open(widget);
  return 'billingAgreementId' in json ? String(json.billingAgreementId) : '';
};
const choose = (id: string, choice: object) => page.ask('PATCH', `billingAgreements/${id}`, choice);
const authorize = (billingAgreementId: string) =>
  bench.mws.authorizeOnBillingAgreement({
    billingAgreementId,
    reference: 'order-1',
    amountYen: 3192,
    captureNow: true,
    transactionTimeoutMinutes: 0,
  });

describe('an agreement that the widgets begin', () => {
  it('is a draft until everything is chosen, and then can be confirmed and charged', async () => {
    const id = await begin();
    const draft = valueOf(await bench.mws.getBillingAgreementDetails(id));
    const tooEarly = failureOf(await bench.mws.confirmBillingAgreement(id));
    await choose(id, { destination: OKINAWA });
    await choose(id, { paymentMethod: 'valid' });
    await choose(id, { consent: true });
    const chosen = valueOf(await bench.mws.getBillingAgreementDetails(id));

    valueOf(await bench.mws.confirmBillingAgreement(id));

    expect(draft).toMatchObject({
      state: 'Draft',
      constraintIds: ['ShippingAddressNotSet', 'PaymentPlanNotSet', 'BuyerConsentNotSet'],
    });
    expect(tooEarly).toMatchObject({ httpStatus: 400, code: 'BillingAgreementConstraintsExist' });
    expect(chosen.constraintIds).toEqual([]);
    expect(valueOf(await authorize(id))).toMatchObject({ reasonCode: 'MaxCapturesProcessed' });
    expect(bench.server.ledger.judge.capturedYen('order-1')).toBe(3192);
  });

  it('shows only the place of a draft, and the whole address of a confirmed one', async () => {
    const id = bench.server.openWidgetAgreement({ destination: OKINAWA });

    const draft = valueOf(await bench.mws.getBillingAgreementDetails(id));
    await bench.mws.confirmBillingAgreement(id);
    const confirmed = valueOf(await bench.mws.getBillingAgreementDetails(id));

    expect(defined(draft.destination)).toEqual({
      stateOrRegion: '沖縄県',
      postalCode: '900-0001',
      countryCode: 'JP',
    });
    expect(defined(confirmed.destination)).toEqual(OKINAWA);
  });

  it('needs no consent for a transaction that the customer begins', async () => {
    const id = bench.server.openWidgetAgreement({ consent: false });
    const before = valueOf(await bench.mws.getBillingAgreementDetails(id));

    const after = valueOf(
      await bench.mws.setBillingAgreementDetails({ billingAgreementId: id, subscriptionYen: 0 }),
    );

    expect([before.constraintIds, after.constraintIds]).toEqual([['BuyerConsentNotSet'], []]);
  });

  it('needs no address when the wallet began it', async () => {
    const id = await begin('wallet');

    const { constraintIds } = valueOf(await bench.mws.getBillingAgreementDetails(id));
    expect(constraintIds).toEqual(['PaymentPlanNotSet', 'BuyerConsentNotSet']);
  });

  it('with a card that is declined ends suspended', async () => {
    const id = bench.server.openWidgetAgreement({ paymentMethod: 'declining' });
    await bench.mws.confirmBillingAgreement(id);
    const validation = valueOf(await bench.mws.validateBillingAgreement(id));

    const authorization = valueOf(await authorize(id));

    expect(validation).toEqual({ validationResult: 'Failure', failureReasonCode: 'InvalidPaymentMethod' });
    expect(authorization).toMatchObject({ state: 'Declined', reasonCode: 'InvalidPaymentMethod' });
    expect(valueOf(await bench.mws.getBillingAgreementDetails(id)).state).toBe('Suspended');
  });

  it('is stale when it was not confirmed within three hours', async () => {
    const id = bench.server.openWidgetAgreement();
    bench.passTime(3 * HOUR_MS);
    const before = valueOf(await bench.mws.getBillingAgreementDetails(id));
    bench.passTime(1);

    expect(before.state).toBe('Draft');
    expect(valueOf(await bench.mws.getBillingAgreementDetails(id))).toMatchObject({
      state: 'Canceled',
      reasonCode: 'Stale',
    });
    expect((await open('wallet', { billingAgreementId: id })).json).toEqual({
      errorCode: 'StaleBillingAgreement',
    });
  });
});

describe('a widget that cannot be shown', () => {
  const draft = () => bench.server.openWidgetAgreement();
  const confirmed = async (): Promise<string> => {
    const id = draft();
    await bench.mws.confirmBillingAgreement(id);
    return id;
  };
  const closed = async (): Promise<string> => {
    const id = await confirmed();
    await bench.mws.closeBillingAgreement({ id, reason: 'test' });
    return id;
  };

  it.each([
    ['MissingParameter', 'button', { sellerId: '' }],
    ['InvalidSellerId', 'button', { sellerId: 'A9OTHERSELLER' }],
    ['MissingParameter', 'consent', {}],
    ['InvalidBillingAgreementId', 'wallet', { billingAgreementId: 'C03-0000000-0000000' }],
  ])('%s in the %s widget', async (errorCode, widget, more) => {
    expect((await open(widget, more)).json).toEqual({ errorCode });
  });

  it.each([
    ['AddressNotModifiable', 'addressBook', confirmed],
    ['PaymentMethodNotModifiable', 'wallet', confirmed],
    ['ConfirmedBillingAgreement', 'consent', confirmed],
    ['InvalidBillingAgreementStatus', 'wallet', closed],
  ])('%s in the %s widget, for the state of its agreement', async (errorCode, widget, agreement) => {
    const { json } = await open(widget, { billingAgreementId: await agreement() });

    expect(json).toEqual({ errorCode });
  });

  it('ReleaseEnvironmentMismatch when the script of the other environment is in the page', async () => {
    const { json } = await open('wallet', { billingAgreementId: draft(), sandbox: false });

    expect(json).toEqual({ errorCode: 'ReleaseEnvironmentMismatch' });
  });

  it('BuyerNotAssociated for an agreement that no widget began', async () => {
    const { json } = await open('wallet', { billingAgreementId: bench.server.openPermission() });

    expect(json).toEqual({ errorCode: 'BuyerNotAssociated' });
  });

  it('is shown all the same when it only shows the address of a confirmed agreement', async () => {
    const billingAgreementId = await confirmed();

    const { status, json } = await open('addressBook', { billingAgreementId, readOnly: true });

    expect(status).toBe(200);
    expect(json).toMatchObject({ destination: { stateOrRegion: '東京都' } });
  });
});

function defined(value: object | undefined): unknown {
  return JSON.parse(JSON.stringify(value ?? null));
}
