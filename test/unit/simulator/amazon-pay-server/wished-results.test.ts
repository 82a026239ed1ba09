import { WISHED_RESULTS } from '../../../simulator/amazon-pay-browser/wished-results-table';
import { failureOf, valueOf } from '../../amazon-pay/results';
import { type Bench, startBench } from '../../amazon-pay/server-bench';
import { addressNamed, openShopPage, type ShopPage } from './shop-page';

type Intent = 'AuthorizeWithCapture' | 'Authorize' | 'Confirm';
const HALF_A_MINUTE_MS = 30_000;
let bench: Bench;
let page: ShopPage;
beforeEach(async () => {
  bench = await startBench();
  page = openShopPage(bench);
});
afterEach(() => bench.close());

interface Terms {
  readonly intent?: Intent;
  readonly pending?: boolean;
  readonly key?: string;
}
const pay = (wish: string, { intent = 'AuthorizeWithCapture', pending = false }: Terms = {}) =>
  page.pay(wish, { paymentIntent: intent, canHandlePendingAuthorization: pending });
const finalize = (
  id: string,
  { intent = 'AuthorizeWithCapture', pending = false, key = 'key-1' }: Terms = {},
) =>
  bench.cv2.finalizeCheckoutSession({
    checkoutSessionId: id,
    key,
    amountYen: 3192,
    paymentIntent: intent,
    canHandlePendingAuthorization: pending,
    shippingAddress: addressNamed('tokyo'),
  });
const sessionState = async (id: string): Promise<string> => {
  const { state, reasonCode } = valueOf(await bench.cv2.getCheckoutSession(id));
  return [state, reasonCode ?? ''].join(' ').trim();
};

describe('success', () => {
  it.each([
    ['AuthorizeWithCapture', 'Captured', 3192],
    ['Authorize', 'Authorized', 0],
  ] as const)('%s: the charge is %s, %i yen are captured', async (intent, state, capturedYen) => {
    const { chargeId } = valueOf(await finalize(await pay('success', { intent }), { intent }));

    expect(valueOf(await bench.cv2.getCharge(chargeId!)).state).toBe(state);
    expect(capturedYenNow()).toBe(capturedYen);
  });

  it('Confirm: there is a permission that can be charged, and no charge', async () => {
    const session = valueOf(
      await finalize(await pay('success', { intent: 'Confirm' }), { intent: 'Confirm' }),
    );

    const permission = valueOf(await bench.cv2.getChargePermission(session.chargePermissionId!));
    expect([session.chargeId, permission.state]).toEqual([undefined, 'Chargeable']);
  });

  it('is decided at once where it might have been decided later', async () => {
    const terms = { intent: 'Authorize', pending: true } as const;

    expect(await finalize(await pay('success', terms), terms)).toMatchObject({ httpStatus: 200 });
  });
});

describe('a decision that comes later', () => {
  const terms = { intent: 'Authorize', pending: true } as const;

  it.each([
    ['pending', 'Authorized'],
    ['pendingThenDeclined', 'Declined'],
  ])('%s: 202 and AuthorizationInitiated, half a minute later %s', async (wish, decided) => {
    const answer = await finalize(await pay(wish, terms), terms);
    const { chargeId } = valueOf(answer);
    const before = valueOf(await bench.cv2.getCharge(chargeId!));
    bench.passTime(HALF_A_MINUTE_MS);

    const after = valueOf(await bench.cv2.getCharge(chargeId!));
    expect(answer).toMatchObject({ httpStatus: 202 });
    expect([before.state, after.state]).toEqual(['AuthorizationInitiated', decided]);
  });

  it('is a time-out for a shop that cannot wait', async () => {
    expect(failureOf(await finalize(await pay('pending')))).toMatchObject({
      httpStatus: 422,
      code: 'TransactionTimedOut',
    });
  });
});

describe('an error code of Finalize Checkout Session', () => {
  it.each([
    ['c05', 'CurrencyMismatch', 400, 'Open'],
    ['c06', 'TransactionAmountExceeded', 400, 'Open'],
    ['c07', 'ResourceNotFound', 404, 'Open'],
    ['c08', 'ChargeAmountMismatch', 409, 'Open'],
    ['c09', 'TotalOrderAmountMismatch', 409, 'Open'],
    ['c10', 'CanHandlePendingAuthorizationMismatch', 409, 'Open'],
    ['c11', 'PaymentIntentMismatch', 409, 'Open'],
    ['c12', 'ShippingAddressMismatch', 409, 'Open'],
    ['c13', 'BillingAddressMismatch', 409, 'Open'],
    ['c14', 'CheckoutSessionCanceled', 422, 'Canceled BuyerCanceled'],
    ['c15', 'InvalidCheckoutSessionStatus', 422, 'Open'],
    ['c16', 'InvalidChargeStatus', 422, 'Open'],
    ['c17', 'HardDeclined', 422, 'Canceled Declined'],
    ['c18', 'PaymentMethodNotAllowed', 422, 'Canceled Declined'],
    ['c19', 'AmazonRejected', 422, 'Canceled Declined'],
    ['c20', 'MFANotCompleted', 422, 'Canceled Declined'],
    ['c21', 'TransactionTimedOut', 422, 'Canceled Declined'],
    ['c22', 'ProcessingFailure', 500, 'Open'],
  ])('%s %s is answered with %i, the session is %s, nothing is captured', async (...one) => {
    const [row, code, httpStatus, state] = one;
    const id = await pay(code);

    const failure = failureOf(await finalize(id));

    expect(failure).toMatchObject({ row: { row }, code, httpStatus });
    expect(await sessionState(id)).toBe(state);
    expect(capturedYenNow()).toBe(0);
  });

  it('ProcessingFailure leaves a permission that can be charged, and only one', async () => {
    const id = await pay('ProcessingFailure');
    await finalize(id);
    await finalize(id, { key: 'key-2' });

    const { chargePermissionId } = valueOf(await bench.cv2.getCheckoutSession(id));
    const permission = valueOf(await bench.cv2.getChargePermission(chargePermissionId!));
    expect([permission.state, bench.server.ledger.billingAgreements.size]).toEqual(['Chargeable', 1]);
  });

  it('of the shop itself comes before the one that was wished for', async () => {
    const id = await pay('HardDeclined');

    expect(failureOf(await finalize(id, { intent: 'Authorize' })).code).toBe('PaymentIntentMismatch');
  });
});

describe('trouble on the way', () => {
  it('no answer: nothing is heard however often it is sent, the money is taken once', async () => {
    const id = await pay('noAnswer');

    const first = failureOf(await finalize(id));
    const again = failureOf(await finalize(id));

    expect([first.stage, again.stage]).toEqual(['noAnswer', 'noAnswer']);
    expect(await sessionState(id)).toBe('Completed');
    expect(capturedYenNow()).toBe(3192);
  });

  it('500 then success: the same request is answered when it comes again', async () => {
    const id = await pay('serverErrorThenSuccess');

    const first = failureOf(await finalize(id));
    const second = valueOf(await finalize(id));

    expect(first).toMatchObject({ httpStatus: 500, code: 'InternalServerError' });
    expect(second.state).toBe('Completed');
    expect(capturedYenNow()).toBe(3192);
  });
});

it('23 results can be wished for', () => {
  expect(Object.keys(WISHED_RESULTS)).toHaveLength(23);
});

function capturedYenNow(): number {
  return [...bench.server.ledger.captures.values()].reduce((sum, { amountYen }) => sum + amountYen, 0);
}
