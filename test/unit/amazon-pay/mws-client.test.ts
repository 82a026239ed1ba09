import { captureOutcome, serverAuthorizationOutcome } from '../../../lambda/src/payment/server-outcome';
import { failureOf, valueOf } from './results';
import { createAmazonPay } from '../../simulator/amazon-pay/amazon-pay';
import { merchantAccount, ordinaryBuyer } from '../../simulator/amazon-pay/account';
import { type Bench, seededRandom, startBench } from './server-bench';

const REFERENCE = '3dc691aa2b572f02501720c072ef65e3';
const EXPECTED = { amountYen: 3980, capture: true, reference: REFERENCE };
let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(() => bench.close());

const authorization = (over: object = {}) => ({
  billingAgreementId: bench.server.openPermission(),
  reference: REFERENCE,
  amountYen: 3980,
  captureNow: true,
  transactionTimeoutMinutes: 0,
  ...over,
});

describe('an authorization on a billing agreement', () => {
  it('that is captured at once is paid', async () => {
    const value = valueOf(await bench.mws.authorizeOnBillingAgreement(authorization()));
    const capture = valueOf(await bench.mws.getCaptureDetails(value.captureIds[0]!));

    expect(value).toMatchObject({
      state: 'Closed',
      reasonCode: 'MaxCapturesProcessed',
      reference: REFERENCE,
    });
    expect(serverAuthorizationOutcome(value, EXPECTED).effect).toBe('paid');
    expect(captureOutcome(capture, EXPECTED).effect).toBe('paid');
  });

  it('takes the money once however often it is sent under its reference', async () => {
    const request = authorization();

    const first = valueOf(await bench.mws.authorizeOnBillingAgreement(request));
    bench.passTime(5000);
    const second = valueOf(await bench.mws.authorizeOnBillingAgreement(request));

    expect(second).toEqual(first);
    expect(bench.server.ledger.judge.capturedYen(REFERENCE)).toBe(3980);
  });

  it('freezes when the same reference is sent with another amount', async () => {
    const request = authorization();
    await bench.mws.authorizeOnBillingAgreement(request);

    const failure = failureOf(await bench.mws.authorizeOnBillingAgreement({ ...request, amountYen: 1 }));

    expect(failure).toMatchObject({ code: 'DuplicateRequest', effect: 'human', row: { row: 'x50' } });
  });

  it('under the reference of an Alexa Charge tells what became of that one', async () => {
    const { ledger } = bench.server;
    const request = authorization();
    const { billingAgreementId } = request;
    const amazonPay = createAmazonPay({
      account: merchantAccount(),
      effects: { now: bench.effects.now, random: seededRandom(3) },
      ledger,
      buyerOf: () => ordinaryBuyer('buyer-of-the-web', { email: 'buyer@example.com' }),
    });
    const directive = chargeDirective({
      sellerId: 'A1KOEMISE',
      billingAgreementId,
      authorizationReferenceId: REFERENCE,
    });
    await amazonPay.connect(directive, {
      userId: 'buyer-of-the-web',
      stage: 'development',
      consent: 'GRANTED',
    });

    const same = valueOf(await bench.mws.authorizeOnBillingAgreement(request));
    const other = failureOf(await bench.mws.authorizeOnBillingAgreement({ ...request, amountYen: 3981 }));

    expect(serverAuthorizationOutcome(same, EXPECTED).effect).toBe('paid');
    expect(other.code).toBe('DuplicateRequest');
    expect(ledger.captures.size).toBe(1);
  });

  it('is Pending in asynchronous mode until it is decided', async () => {
    const pending = valueOf(
      await bench.mws.authorizeOnBillingAgreement(authorization({ transactionTimeoutMinutes: 60 })),
    );
    bench.passTime(30_000);
    const decided = valueOf(await bench.mws.getAuthorizationDetails(pending.amazonAuthorizationId));

    expect(serverAuthorizationOutcome(pending, EXPECTED).effect).toBe('pending');
    expect(serverAuthorizationOutcome(decided, EXPECTED).effect).toBe('paid');
  });

  it.each([
    ['InvalidPaymentMethod', 'true', 'd03', 'declinedSoft'],
    ['InvalidPaymentMethod', 'false', 'd04', 'declinedHard'],
    ['AmazonRejected', undefined, 'd05', 'declinedHard'],
    ['TransactionTimedOut', undefined, 'd07', 'declinedSoft'],
  ])('declined by the sandbox string %s (soft %s) is row %s', async (...[reason, soft, row, effect]) => {
    const sellerAuthorizationNote = JSON.stringify({
      SandboxSimulation: { State: 'Declined', ReasonCode: reason, SoftDecline: soft },
    });

    const request = authorization({ sellerAuthorizationNote });
    const value = valueOf(await bench.mws.authorizeOnBillingAgreement(request));

    expect(serverAuthorizationOutcome(value, EXPECTED)).toMatchObject({ effect, row: { row } });
  });

  it('over the limit of the period is refused and never split', async () => {
    const failure = failureOf(
      await bench.mws.authorizeOnBillingAgreement(authorization({ amountYen: 100_001 })),
    );

    expect(failure).toMatchObject({ code: 'PeriodicAmountExceeded', row: { move: 'otherWay' } });
    expect(bench.server.ledger.authorizations.size).toBe(0);
  });

  it('that is Open is captured in part, and the rest is credited back', async () => {
    const open = valueOf(await bench.mws.authorizeOnBillingAgreement(authorization({ captureNow: false })));
    const { amazonAuthorizationId: authorizationId } = open;
    const asked = { authorizationId, reference: 'capture-1', amountYen: 980, seen: open };
    const capture = valueOf(await bench.mws.capture(asked));
    const repeated = valueOf(await bench.mws.capture(asked));
    const refund = valueOf(
      await bench.mws.refund({ captureId: capture.amazonCaptureId, reference: 'refund-1', amountYen: 980 }),
    );
    bench.passTime(60_000);

    expect(open).toMatchObject({ state: 'Open', reasonCode: undefined });
    expect(capture).toMatchObject({ state: 'Completed', amount: { amountYen: 980 }, reference: 'capture-1' });
    expect(repeated).toEqual(capture);
    expect(refund.state).toBe('Pending');
    expect(valueOf(await bench.mws.getRefundDetails(refund.amazonRefundId)).state).toBe('Completed');
    expect(valueOf(await bench.mws.getCaptureDetails(capture.amazonCaptureId))).toMatchObject({
      state: 'Closed',
      reasonCode: 'MaxAmountRefunded',
    });
  });

  it('that is Open is closed, and a capture is then not even sent', async () => {
    const open = valueOf(await bench.mws.authorizeOnBillingAgreement(authorization({ captureNow: false })));
    const id = open.amazonAuthorizationId;
    expect(
      valueOf(await bench.mws.closeAuthorization({ id, reason: 'order cancelled', seen: open })),
    ).toEqual({
      done: true,
    });
    const closed = valueOf(await bench.mws.getAuthorizationDetails(id));

    const failure = failureOf(
      await bench.mws.capture({ authorizationId: id, reference: 'late', amountYen: 3980, seen: closed }),
    );

    expect(failure.operationRefusal).toMatchObject({ state: 'Closed', reasonCode: 'SellerClosed' });
    expect(failureOf(await bench.mws.closeAuthorization({ id, reason: 'again' })).code).toBe(
      'InvalidAuthorizationStatus',
    );
  });

  it('ends with its order reference', async () => {
    const open = valueOf(await bench.mws.authorizeOnBillingAgreement(authorization({ captureNow: false })));
    const id = open.amazonOrderReferenceId!;
    await bench.mws.cancelOrderReference({ id, reason: 'order cancelled' });

    const order = valueOf(await bench.mws.getOrderReferenceDetails(id));
    const closed = valueOf(await bench.mws.getAuthorizationDetails(open.amazonAuthorizationId));

    expect(order).toMatchObject({ state: 'Canceled', reasonCode: 'SellerCanceled' });
    expect(serverAuthorizationOutcome(closed, EXPECTED)).toMatchObject({ row: { row: 'd11' } });
  });
});

describe('a billing agreement', () => {
  it('is read, described, confirmed, validated and closed', async () => {
    const id = bench.server.openPermission({ status: 'DRAFT' });
    const draft = valueOf(await bench.mws.getBillingAgreementDetails(id));
    const set = await bench.mws.setBillingAgreementDetails({
      billingAgreementId: id,
      sellerNote: '毎月の定期便',
      storeName: 'A&B <珈琲>',
      seen: draft,
    });
    const confirmed = valueOf(await bench.mws.confirmBillingAgreement(id));
    const validation = valueOf(await bench.mws.validateBillingAgreement(id));
    await bench.mws.closeBillingAgreement({ id, reason: 'ended' });
    const closed = valueOf(await bench.mws.getBillingAgreementDetails(id));

    expect(draft).toMatchObject({ state: 'Draft', constraintIds: ['BuyerConsentNotSet'] });
    expect(valueOf(set).state).toBe('Draft');
    expect(confirmed).toEqual({ done: true });
    expect(validation).toEqual({ validationResult: 'Success', failureReasonCode: undefined });
    expect(closed).toMatchObject({ state: 'Closed', reasonCode: 'SellerClosed' });
  });

  it('closed by the merchant takes no further authorization, and its order reference can be closed too', async () => {
    const request = authorization({ captureNow: false });
    const open = valueOf(await bench.mws.authorizeOnBillingAgreement(request));
    const { billingAgreementId } = request;
    await bench.mws.closeBillingAgreement({ id: billingAgreementId, reason: 'ended' });
    const order = await bench.mws.closeOrderReference({ id: open.amazonOrderReferenceId!, reason: 'ended' });

    const failure = failureOf(
      await bench.mws.authorizeOnBillingAgreement({ ...request, reference: 'another' }),
    );

    expect(valueOf(order)).toEqual({ done: true });
    expect(failure).toMatchObject({ code: 'InvalidBillingAgreementStatus', row: { move: 'readObject' } });
  });
});

/** What the skill sends for ¥3,980, as the Alexa side of Amazon Pay reads it. */
function chargeDirective(ids: {
  readonly sellerId: string;
  readonly billingAgreementId: string;
  readonly authorizationReferenceId: string;
}): unknown {
  const { sellerId, billingAgreementId, authorizationReferenceId } = ids;
  const version = { '@version': '2' };
  return {
    type: 'Connections.SendRequest',
    name: 'Charge',
    token: 'a-token',
    payload: {
      '@type': 'ChargeAmazonPayRequest',
      ...version,
      sellerId,
      billingAgreementId,
      paymentAction: 'AuthorizeAndCapture',
      authorizeAttributes: {
        '@type': 'AuthorizeAttributes',
        ...version,
        authorizationReferenceId,
        authorizationAmount: { '@type': 'Price', ...version, amount: '3980', currencyCode: 'JPY' },
        transactionTimeout: 0,
      },
    },
  };
}
