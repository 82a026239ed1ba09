import { chargeOutcome, finalizeOutcome } from '../../../lambda/src/payment/server-outcome';
import { SESSION_ADDRESS } from '../../simulator/amazon-pay-server/open-objects';
import { failureOf, valueOf } from './results';
import { type Bench, startBench } from './server-bench';

const KEY = '3dc691aa2b572f02501720c072ef65e3';
let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(() => bench.close());

const charge = (over: object = {}) => ({
  chargePermissionId: bench.server.openPermission(),
  key: KEY,
  amountYen: 3980,
  captureNow: true,
  canHandlePendingAuthorization: false,
  ...over,
});
const finalize = (checkoutSessionId: string, over: object = {}) => ({
  checkoutSessionId,
  key: KEY,
  amountYen: 3980,
  paymentIntent: 'AuthorizeWithCapture' as const,
  canHandlePendingAuthorization: false,
  shippingAddress: SESSION_ADDRESS,
  ...over,
});

describe('a charge on a stored permission', () => {
  it('is paid when it is captured with the whole amount', async () => {
    const value = valueOf(await bench.cv2.createCharge(charge()));

    expect(value).toMatchObject({ state: 'Captured', capturedAmount: { kind: 'yen', amountYen: 3980 } });
    expect(chargeOutcome(value, { amountYen: 3980, capture: true })).toMatchObject({ effect: 'paid' });
    expect(valueOf(await bench.cv2.getCharge(value.chargeId))).toEqual(value);
  });

  it('takes the money once however often it is sent under its key', async () => {
    const request = charge();

    const first = valueOf(await bench.cv2.createCharge(request));
    const second = valueOf(await bench.cv2.createCharge(request));

    expect(second).toEqual(first);
    expect(bench.server.ledger.captures.size).toBe(1);
  });

  it('freezes when the same key is sent with another amount', async () => {
    const request = charge();
    await bench.cv2.createCharge(request);

    const failure = failureOf(await bench.cv2.createCharge({ ...request, amountYen: 3981 }));

    expect(failure).toMatchObject({ code: 'DuplicateIdempotencyKey', effect: 'human' });
  });

  it('is only authorized until it is captured, and then refunded in part', async () => {
    const authorized = valueOf(await bench.cv2.createCharge(charge({ captureNow: false })));
    expect(chargeOutcome(authorized, { amountYen: 3980, capture: true }).effect).toBe('authorized');
    const { chargeId } = authorized;

    const captured = valueOf(
      await bench.cv2.captureCharge({ chargeId, key: 'capture-1', amountYen: 3980, seen: authorized }),
    );
    const refund = valueOf(
      await bench.cv2.createRefund({ chargeId, key: 'refund-1', amountYen: 1000, seen: captured }),
    );
    bench.passTime(60_000);

    expect(refund.state).toBe('RefundInitiated');
    expect(valueOf(await bench.cv2.getRefund(refund.refundId)).state).toBe('Refunded');
    expect(valueOf(await bench.cv2.getCharge(chargeId)).refundedAmount).toEqual({
      kind: 'yen',
      amountYen: 1000,
    });
  });

  it('is cancelled while it is not captured, and a capture is then not even sent', async () => {
    const { chargeId } = valueOf(await bench.cv2.createCharge(charge({ captureNow: false })));
    const cancelled = valueOf(await bench.cv2.cancelCharge({ chargeId, reason: 'order cancelled' }));
    const callsBefore = bench.server.calls.length;

    const failure = failureOf(
      await bench.cv2.captureCharge({ chargeId, key: 'late', amountYen: 3980, seen: cancelled }),
    );

    expect(failure).toMatchObject({
      stage: 'notSent',
      operationRefusal: {
        object: 'Charge',
        operation: 'captureCharge',
        state: 'Canceled',
        reasonCode: 'MerchantCanceled',
        allowed: ['getCharge'],
      },
    });
    expect(bench.server.calls).toHaveLength(callsBefore);
  });

  it('is pending until Amazon decides, and its permission says so', async () => {
    const request = charge({ canHandlePendingAuthorization: true });
    const pending = valueOf(await bench.cv2.createCharge(request));
    const permission = valueOf(await bench.cv2.getChargePermission(request.chargePermissionId));
    bench.passTime(30_000);

    expect(chargeOutcome(pending, { amountYen: 3980, capture: true }).effect).toBe('pending');
    expect(permission).toMatchObject({ state: 'NonChargeable', reasonCodes: ['ChargeInProgress'] });
    expect(valueOf(await bench.cv2.getCharge(pending.chargeId)).state).toBe('Captured');
  });

  it.each([
    ['SoftDeclined', 'x41', 'declinedSoft', 'newAttempt'],
    ['HardDeclined', 'c17', 'declinedHard', 'askBuyer'],
    ['AmazonRejected', 'c19', 'declinedHard', 'otherWay'],
    ['TransactionTimedOut', 'c21', 'declinedSoft', 'askBuyer'],
  ])('declined by the sandbox with %s is row %s', async (...[simulationCode, row, effect, move]) => {
    const failure = failureOf(await bench.cv2.createCharge(charge({ simulationCode })));

    expect(failure).toMatchObject({ code: simulationCode, effect, row: { row, move } });
    expect(bench.server.ledger.captures.size).toBe(0);
  });

  it('loses its permission with AmazonRejected', async () => {
    const request = charge({ simulationCode: 'AmazonRejected' });
    await bench.cv2.createCharge(request);

    const permission = valueOf(await bench.cv2.getChargePermission(request.chargePermissionId));

    expect(permission).toMatchObject({ state: 'Closed', reasonCode: 'AmazonCanceled' });
  });

  it('is refused on a permission that the merchant closed', async () => {
    const request = charge();
    const { chargePermissionId } = request;
    const closing = { chargePermissionId, reason: 'subscription ended', cancelPendingCharges: false };
    expect(valueOf(await bench.cv2.closeChargePermission(closing)).state).toBe('Closed');

    const failure = failureOf(await bench.cv2.createCharge(request));

    expect(failure).toMatchObject({ code: 'InvalidChargePermissionStatus', row: { move: 'readObject' } });
  });

  it('may take its time to be captured', async () => {
    const request = charge({ simulationCode: 'CaptureInitiated' });

    const first = valueOf(await bench.cv2.createCharge(request));
    bench.passTime(30_000);

    expect(chargeOutcome(first, { amountYen: 3980, capture: true })).toMatchObject({ row: { row: 'x80' } });
    expect(valueOf(await bench.cv2.getCharge(first.chargeId)).state).toBe('Captured');
  });

  it('is refunded up to the limit and not beyond', async () => {
    const { chargeId } = valueOf(await bench.cv2.createCharge(charge()));

    const beyond = await bench.cv2.createRefund({ chargeId, key: 'refund-1', amountYen: 4578 });
    const within = await bench.cv2.createRefund({ chargeId, key: 'refund-2', amountYen: 4577 });

    expect(failureOf(beyond).code).toBe('TransactionAmountExceeded');
    expect(valueOf(within)).toMatchObject({ state: 'RefundInitiated', chargeId });
  });

  it('expires unused after two days in the sandbox', async () => {
    const { chargeId } = valueOf(await bench.cv2.createCharge(charge({ captureNow: false })));
    bench.passTime(2 * 86_400_000);

    const expired = valueOf(await bench.cv2.getCharge(chargeId));

    expect(expired).toMatchObject({ state: 'Canceled', reasonCode: 'ExpiredUnused' });
    expect(chargeOutcome(expired, { amountYen: 3980, capture: true }).effect).toBe('human');
  });
});

describe('a checkout session', () => {
  it('is read, finalized with its own address, and paid only once the charge says Captured', async () => {
    const id = bench.server.openSession({ chargeYen: 3980 });
    const open = valueOf(await bench.cv2.getCheckoutSession(id));
    const { shippingAddress } = open;
    const answer = await bench.cv2.finalizeCheckoutSession(finalize(id, { shippingAddress, seen: open }));
    const session = valueOf(answer);

    const outcome = finalizeOutcome({
      httpStatus: answer.ok ? answer.httpStatus : 0,
      state: session.state,
      chargeId: session.chargeId,
      paymentIntent: 'AuthorizeWithCapture',
    });
    const paid = valueOf(await bench.cv2.getCharge(session.chargeId!));

    expect(open).toMatchObject({ state: 'Open', paymentIntent: 'AuthorizeWithCapture' });
    expect(outcome).toMatchObject({ effect: 'pending', row: { row: 'c01' } });
    expect(chargeOutcome(paid, { amountYen: 3980, capture: true }).effect).toBe('paid');
  });

  it.each([
    ['c08', 'ChargeAmountMismatch', { amountYen: 3979 }],
    ['c09', 'TotalOrderAmountMismatch', { totalOrderYen: 3979 }],
    ['c10', 'CanHandlePendingAuthorizationMismatch', { canHandlePendingAuthorization: true }],
    ['c11', 'PaymentIntentMismatch', { paymentIntent: 'Authorize' }],
    ['c12', 'ShippingAddressMismatch', { shippingAddress: { ...SESSION_ADDRESS, city: '渋谷区' } }],
  ])('%s: a difference is refused with %s and moves no money', async (row, code, over) => {
    const id = bench.server.openSession({ chargeYen: 3980 });

    const failure = failureOf(await bench.cv2.finalizeCheckoutSession(finalize(id, over)));

    expect(failure).toMatchObject({ code, httpStatus: 409, effect: 'keep', row: { row } });
    expect(bench.server.ledger.captures.size).toBe(0);
  });

  it('c13: a billing address that differs is refused for goods that are not shipped', async () => {
    const id = bench.server.openSession({ chargeYen: 3980, productType: 'PayOnly' });
    const over = { billingAddress: { ...SESSION_ADDRESS, city: '渋谷区' }, shippingAddress: undefined };

    const failure = failureOf(await bench.cv2.finalizeCheckoutSession(finalize(id, over)));

    expect(failure).toMatchObject({
      code: 'BillingAddressMismatch',
      row: { row: 'c13', move: 'correctAddress' },
    });
  });

  it('c15: a second finalize under another key finds it completed', async () => {
    const id = bench.server.openSession({ chargeYen: 3980 });
    await bench.cv2.finalizeCheckoutSession(finalize(id));

    const failure = failureOf(await bench.cv2.finalizeCheckoutSession(finalize(id, { key: 'another' })));

    expect(failure).toMatchObject({ code: 'InvalidCheckoutSessionStatus', effect: 'hold' });
    expect(bench.server.ledger.captures.size).toBe(1);
  });

  it.each([
    ['c02', 'Authorize', false, 200, 'authorized', 'Authorized'],
    ['c03', 'Confirm', false, 200, 'none', undefined],
    ['c04', 'Authorize', true, 202, 'pending', 'AuthorizationInitiated'],
  ] as const)('%s: %s, pending %s, is answered %i and is %s', async (...one) => {
    const [row, paymentIntent, canHandlePendingAuthorization, status, effect, chargeState] = one;
    const id = bench.server.openSession({ chargeYen: 3980, paymentIntent, canHandlePendingAuthorization });
    const over = { paymentIntent, canHandlePendingAuthorization };

    const answer = await bench.cv2.finalizeCheckoutSession(finalize(id, over));
    const session = valueOf(answer);
    const { state, chargeId } = session;

    expect(answer).toMatchObject({ httpStatus: status });
    expect(finalizeOutcome({ httpStatus: status, state, chargeId, paymentIntent })).toMatchObject({
      effect,
      row: { row },
    });
    const charged = chargeId === undefined ? undefined : valueOf(await bench.cv2.getCharge(chargeId));
    expect(charged?.state).toBe(chargeState);
    expect(bench.server.ledger.captures.size).toBe(0);
  });

  it('c16: a sale that may stay pending is refused', async () => {
    const id = bench.server.openSession({ chargeYen: 3980, canHandlePendingAuthorization: true });

    const failure = failureOf(
      await bench.cv2.finalizeCheckoutSession(finalize(id, { canHandlePendingAuthorization: true })),
    );

    expect(failure).toMatchObject({ code: 'InvalidChargeStatus', row: { row: 'c16' } });
  });

  it('c14: a declined session is over', async () => {
    const id = bench.server.openSession({ chargeYen: 3980 });
    const declined = finalize(id, { simulationCode: 'HardDeclined' });
    expect(failureOf(await bench.cv2.finalizeCheckoutSession(declined)).code).toBe('HardDeclined');

    const failure = failureOf(await bench.cv2.finalizeCheckoutSession(finalize(id, { key: 'again' })));

    expect(failure).toMatchObject({ code: 'CheckoutSessionCanceled', row: { row: 'c14' } });
    expect(valueOf(await bench.cv2.getCheckoutSession(id))).toMatchObject({
      state: 'Canceled',
      reasonCode: 'Declined',
    });
  });

  it('c07: is gone after 30 days', async () => {
    const id = bench.server.openSession({ chargeYen: 3980 });
    bench.passTime(31 * 86_400_000);

    const failure = failureOf(await bench.cv2.finalizeCheckoutSession(finalize(id)));

    expect(failure).toMatchObject({ code: 'ResourceNotFound', row: { row: 'c07' } });
  });
});
