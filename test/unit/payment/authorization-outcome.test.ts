import { classify, type Expectation } from '../../../lambda/src/payment/classify';
import { parseConnectionsResponse } from '../../../lambda/src/payment/parse-connections-response';
import { type PaymentOutcome } from '../../../lambda/src/payment/outcome';

const REFERENCE = '3dc691aa2b572f02501720c072ef65e3';
const yen = (amount: string, currencyCode = 'JPY') => ({ amount, currencyCode });

interface Case {
  readonly status: unknown;
  readonly details?: Record<string, unknown>;
  readonly paymentAction?: 'Authorize' | 'AuthorizeAndCapture';
}

function judge({ status, details = {}, paymentAction = 'AuthorizeAndCapture' }: Case): PaymentOutcome {
  const expected: Expectation = {
    operation: 'Charge',
    amountYen: 3192,
    authorizationReferenceId: REFERENCE,
    paymentAction,
  };
  const authorizationDetails = {
    authorizationAmount: null,
    capturedAmount: null,
    authorizationStatus: status,
    ...details,
  };
  return classify(
    parseConnectionsResponse({ status: { code: '200' }, payload: { authorizationDetails } }),
    expected,
  );
}

const CAPTURED = { capturedAmount: yen('3192.00') };
const SALE = { state: 'Closed', reasonCode: 'MaxCapturesProcessed' };

describe('what an authorization means for the order', () => {
  it.each<[string, Case, readonly [string, string]]>([
    ['d09 Closed / MaxCapturesProcessed, captured', { status: SALE, details: CAPTURED }, ['d09', 'paid']],
    ['d09 without any amount', { status: SALE }, ['d09', 'paid']],
    ['d09 in other letters', { status: { ...SALE, state: 'CLOSED' } }, ['d09', 'paid']],
    [
      'd09 although only an authorization was asked for',
      { status: SALE, paymentAction: 'Authorize' },
      ['d14', 'hold'],
    ],
    [
      'Open with the whole amount captured',
      { status: { state: 'Open' }, details: CAPTURED },
      ['d09', 'paid'],
    ],
    [
      'd02 Open, nothing captured',
      { status: { state: 'Open' }, details: { capturedAmount: yen('0.00') } },
      ['d02', 'authorized'],
    ],
    ['d02 Open without an amount', { status: { state: 'Open' } }, ['d02', 'authorized']],
    [
      'd02 Open for Authorize',
      { status: { state: 'OPEN' }, paymentAction: 'Authorize' },
      ['d02', 'authorized'],
    ],
    [
      'd14 Open with a reason nobody knows',
      { status: { state: 'Open', reasonCode: 'New' } },
      ['d14', 'hold'],
    ],
    [
      'x03 Open / StopShipmentAtypicalAuth',
      { status: { state: 'Open', reasonCode: 'StopShipmentAtypicalAuth' } },
      ['x03', 'authorized'],
    ],
    [
      'd02 Open for Authorize, although captured: nobody asked for that',
      { status: { state: 'Open' }, details: CAPTURED, paymentAction: 'Authorize' },
      ['x04', 'human'],
    ],
    ['d01 Pending', { status: { state: 'Pending' } }, ['d01', 'pending']],
    ['d01 Pending with a reason', { status: { state: 'Pending', reasonCode: 'New' } }, ['d01', 'pending']],
    [
      'x03 Pending / StopShipmentAtypicalAuth',
      { status: { state: 'Pending', reasonCode: 'StopShipmentAtypicalAuth' } },
      ['x03', 'pending'],
    ],
    [
      'a46 soft decline',
      { status: { state: 'Declined', reasonCode: 'InvalidPaymentMethod' }, details: { softDecline: true } },
      ['a46', 'declinedSoft'],
    ],
    [
      'a46 hard decline',
      { status: { state: 'Declined', reasonCode: 'InvalidPaymentMethod' }, details: { softDecline: false } },
      ['a46', 'declinedHard'],
    ],
    [
      'a46 without the flag',
      { status: { state: 'Declined', reasonCode: 'InvalidPaymentMethod' } },
      ['a46', 'declinedHard'],
    ],
    [
      'a46 with the flag as text',
      { status: { state: 'Declined', reasonCode: 'InvalidPaymentMethod' }, details: { softDecline: 'true' } },
      ['a46', 'declinedHard'],
    ],
    [
      'a47 TransactionTimedOut',
      { status: { state: 'Declined', reasonCode: 'TransactionTimedOut' } },
      ['a47', 'declinedSoft'],
    ],
    [
      'a48 AmazonRejected',
      { status: { state: 'declined', reasonCode: 'AmazonRejected' } },
      ['a48', 'declinedHard'],
    ],
    [
      'a48 stays hard even with the soft flag',
      { status: { state: 'Declined', reasonCode: 'AmazonRejected' }, details: { softDecline: true } },
      ['a48', 'declinedHard'],
    ],
    [
      'a49 ProcessingFailure',
      { status: { state: 'Declined', reasonCode: 'ProcessingFailure' } },
      ['a49', 'declinedSoft'],
    ],
    ['d14 Declined without a reason', { status: { state: 'Declined' } }, ['d14', 'declinedHard']],
    [
      'd14 Declined / constructor',
      { status: { state: 'Declined', reasonCode: 'constructor' } },
      ['d14', 'declinedHard'],
    ],
    ['d08 ExpireUnused', { status: { state: 'Closed', reasonCode: 'ExpireUnused' } }, ['d08', 'human']],
    [
      'd08 under its other name',
      { status: { state: 'Closed', reasonCode: 'ExpiredUnused' } },
      ['d08', 'human'],
    ],
    ['d10 AmazonClosed', { status: { state: 'Closed', reasonCode: 'AmazonClosed' } }, ['d10', 'human']],
    [
      'd11 OrderReferenceCanceled',
      { status: { state: 'Closed', reasonCode: 'OrderReferenceCanceled' } },
      ['d11', 'declinedHard'],
    ],
    [
      'd12 SellerClosed',
      { status: { state: 'Closed', reasonCode: 'SellerClosed' } },
      ['d12', 'declinedHard'],
    ],
    [
      'd13 Closed / InvalidPaymentMethod',
      { status: { state: 'Closed', reasonCode: 'InvalidPaymentMethod' } },
      ['d13', 'declinedHard'],
    ],
    ['d14 Closed without a reason', { status: { state: 'Closed' } }, ['d14', 'hold']],
    ['d14 Closed / __proto__', { status: { state: 'Closed', reasonCode: '__proto__' } }, ['d14', 'hold']],
    [
      'd14 Completed',
      { status: { state: 'Completed', reasonCode: 'MaxCapturesProcessed' } },
      ['d14', 'hold'],
    ],
    ['d14 no status', { status: undefined }, ['d14', 'hold']],
    [
      'd14 the state at the wrong place',
      { status: undefined, details: { state: 'Closed', reasonCode: 'MaxCapturesProcessed' } },
      ['d14', 'hold'],
    ],
  ])('%s', (_title, given, [row, effect]) => {
    const outcome = judge(given);

    expect(outcome.row.row).toBe(row);
    expect(outcome.effect).toBe(effect);
  });

  it('holds when the answer has no authorizationDetails at all', () => {
    const expected: Expectation = {
      operation: 'Charge',
      amountYen: 3192,
      authorizationReferenceId: REFERENCE,
      paymentAction: 'AuthorizeAndCapture',
    };

    expect(classify(parseConnectionsResponse({ status: { code: '200' } }), expected)).toMatchObject({
      type: 'error',
      effect: 'hold',
      reason: 'noAuthorizationDetails',
    });
  });
});

describe('an answer that contradicts the attempt freezes the order for a person', () => {
  it.each<[string, Record<string, unknown>, string]>([
    [
      'another reference',
      { authorizationReferenceId: 'bd574f6b26104503a8c850fc1f33c4f1' },
      'authorizationReferenceIdDiffers',
    ],
    ['one yen more authorized', { authorizationAmount: yen('3193') }, 'authorizationAmountDiffers'],
    [
      'another currency authorized',
      { authorizationAmount: yen('3192', 'USD') },
      'authorizationAmountDiffers',
    ],
    [
      'an amount that is a number',
      { authorizationAmount: { amount: 3192, currencyCode: 'JPY' } },
      'authorizationAmountDiffers',
    ],
    ['one yen less captured', { capturedAmount: yen('3191.00') }, 'capturedAmountDiffers'],
    ['another currency captured', { capturedAmount: yen('3192.00', 'EUR') }, 'capturedAmountDiffers'],
  ])('sold, but with %s', (_title, details, reason) => {
    expect(judge({ status: SALE, details })).toMatchObject({
      effect: 'human',
      reason,
      row: { row: 'x04', alert: 'each' },
    });
  });

  it.each(['Pending', 'Open', 'Declined'])('money captured under %s, which is no sale', (state) => {
    expect(judge({ status: { state }, details: { capturedAmount: yen('1') } })).toMatchObject({
      effect: 'human',
      reason: 'capturedWithoutASale',
    });
  });

  it.each(['Closed', 'Completed', undefined])(
    'but not money under %s without a known reason: that is asked about again first',
    (state) => {
      expect(judge({ status: { state }, details: { capturedAmount: yen('1') } })).toMatchObject({
        effect: 'hold',
      });
    },
  );

  it('keeps the ids for support, sale or not', () => {
    const authorizationDetails = {
      amazonAuthorizationId: 'S03-2222222-2222222-A333333',
      authorizationAmount: { amount: '3192.00', currencyCode: 'JPY' },
      capturedAmount: { amount: '0.00', currencyCode: 'JPY' },
      idList: ['S03-2222222-2222222-C444444'],
      authorizationStatus: { state: 'Pending' },
    };
    const request = {
      status: { code: 200 },
      payload: { amazonOrderReferenceId: 'S03-2222222-2222222', authorizationDetails },
    };
    const outcome = classify(parseConnectionsResponse(request), {
      operation: 'Charge',
      amountYen: 3192,
      authorizationReferenceId: REFERENCE,
      paymentAction: 'AuthorizeAndCapture',
    });

    expect(outcome).toMatchObject({
      authorization: {
        amazonOrderReferenceId: 'S03-2222222-2222222',
        amazonAuthorizationId: 'S03-2222222-2222222-A333333',
        captureIds: ['S03-2222222-2222222-C444444'],
      },
    });
  });
});

describe('what a Setup answer means', () => {
  const setUp = (billingAgreementDetails: unknown) =>
    classify(parseConnectionsResponse({ status: { code: '200' }, payload: { billingAgreementDetails } }), {
      operation: 'Setup',
      releaseEnvironment: 'LIVE',
    });

  it.each([
    ['OPEN', 'a50'],
    ['SUSPENDED', 'a51'],
    ['Suspended', 'a51'],
    ['CANCELED', 'a50'],
    [undefined, 'a50'],
  ])('an agreement whose state is %s goes on to the quote (row %s)', (billingAgreementStatus, row) => {
    const outcome = setUp({
      billingAgreementId: 'B03-1111111-1111111',
      billingAgreementStatus,
      releaseEnvironment: 'LIVE',
    });

    expect(outcome).toMatchObject({
      type: 'agreement',
      row: { row, next: 'sendCharge' },
      agreement: { billingAgreementId: 'B03-1111111-1111111', billingAgreementStatus },
    });
  });

  it.each([[undefined], [{}], [{ billingAgreementId: '' }], [{ billingAgreementId: 3 }], ['B03']])(
    'an answer without an agreement id (%j) is unknown and keeps the cart',
    (details) => {
      expect(setUp(details)).toMatchObject({
        type: 'error',
        effect: 'keep',
        reason: 'noBillingAgreementId',
        row: { row: 'a21' },
      });
    },
  );

  it.each([['SANDBOX'], ['live'], [undefined]])(
    'the environment %s is not LIVE: the merchant must fix it',
    (releaseEnvironment) => {
      expect(setUp({ billingAgreementId: 'B03-1111111-1111111', releaseEnvironment })).toMatchObject({
        type: 'error',
        effect: 'keep',
        reason: 'releaseEnvironmentDiffers',
        row: { row: 'x05' },
      });
    },
  );
});
