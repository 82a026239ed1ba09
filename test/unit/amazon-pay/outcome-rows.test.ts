import { type CallResult } from '../../../lambda/src/amazon-pay/call-result';
import { failureOf } from './results';
import { type Bench, startBench } from './server-bench';

/**
 * Every refusal of the source documents, sent by the simulated server over HTTP. Row, effect on the order and next move
 * are written from outcome-table.md, not from the code.
 */
type Expected = readonly [status: number, code: string, row: string, effect: string, move: string];

const FINALIZE_ROWS: readonly Expected[] = [
  [400, 'CurrencyMismatch', 'c05', 'keep', 'handToPerson'],
  [400, 'TransactionAmountExceeded', 'c06', 'keep', 'otherWay'],
  [404, 'ResourceNotFound', 'c07', 'keep', 'otherWay'],
  [409, 'ChargeAmountMismatch', 'c08', 'keep', 'handToPerson'],
  [409, 'TotalOrderAmountMismatch', 'c09', 'keep', 'handToPerson'],
  [409, 'CanHandlePendingAuthorizationMismatch', 'c10', 'keep', 'handToPerson'],
  [409, 'PaymentIntentMismatch', 'c11', 'keep', 'handToPerson'],
  [409, 'ShippingAddressMismatch', 'c12', 'keep', 'correctAddress'],
  [409, 'BillingAddressMismatch', 'c13', 'keep', 'correctAddress'],
  [422, 'CheckoutSessionCanceled', 'c14', 'keep', 'otherWay'],
  [422, 'InvalidCheckoutSessionStatus', 'c15', 'hold', 'readObject'],
  [422, 'InvalidChargeStatus', 'c16', 'hold', 'readObject'],
  [422, 'HardDeclined', 'c17', 'declinedHard', 'askBuyer'],
  [422, 'PaymentMethodNotAllowed', 'c18', 'declinedHard', 'askBuyer'],
  [422, 'AmazonRejected', 'c19', 'declinedHard', 'otherWay'],
  [422, 'MFANotCompleted', 'c20', 'declinedSoft', 'askBuyer'],
  [422, 'TransactionTimedOut', 'c21', 'declinedSoft', 'askBuyer'],
  [500, 'ProcessingFailure', 'c22', 'declinedSoft', 'newAttempt'],
];

const CV2_ROWS: readonly Expected[] = [
  ...(
    [
      'InvalidRequest',
      'InvalidRequestFormat',
      'InvalidParameterValue',
      'InvalidParameterCombination',
      'MissingParameterValue',
      'MissingHeader',
      'MissingHeaderValue',
      'InvalidHeaderValue',
      'UnrecognizedField',
      'InvalidSandboxSimulationSpecified',
    ] as const
  ).map((code): Expected => [400, code, 'x33', 'keepRefused', 'handToPerson']),
  [400, 'DuplicateIdempotencyKey', 'x34', 'human', 'handToPerson'],
  [401, 'UnauthorizedAccess', 'x35', 'keepRefused', 'mendSetting'],
  [403, 'InvalidRequestSignature', 'x36', 'keepRefused', 'mendSetting'],
  [403, 'InvalidAccountStatus', 'x37', 'keepRefused', 'mendSetting'],
  [405, 'UnsupportedOperation', 'x38', 'keepRefused', 'handToPerson'],
  [405, 'RequestNotSupported', 'x38', 'keepRefused', 'handToPerson'],
  [409, 'AmountMismatch', 'x39', 'keep', 'handToPerson'],
  [422, 'InvalidChargePermissionStatus', 'x40', 'hold', 'readObject'],
  [422, 'ChargePermissionNotModifiable', 'x40', 'hold', 'readObject'],
  [422, 'SoftDeclined', 'x41', 'declinedSoft', 'newAttempt'],
  [422, 'TransactionCountExceeded', 'x42', 'keepRefused', 'otherWay'],
  [429, 'TooManyRequests', 'x21', 'hold', 'retrySameKey'],
  [500, 'InternalServerError', 'b01', 'hold', 'retrySameKey'],
  [503, 'ServiceUnavailable', 'b03', 'hold', 'retrySameKey'],
  [418, 'NeverHeardOf', 'x26', 'hold', 'handToPerson'],
  [500, 'constructor', 'x26', 'hold', 'handToPerson'],
  [500, 'うそのコード', 'x26', 'hold', 'handToPerson'],
];

const MWS_ROWS: readonly Expected[] = [
  [500, 'InternalServerError', 'b01', 'hold', 'retrySameKey'],
  [503, 'ServiceUnavailable', 'b03', 'hold', 'retrySameKey'],
  [503, 'RequestThrottled', 'b04', 'hold', 'retrySameKey'],
  [400, 'DuplicateRequest', 'x50', 'human', 'handToPerson'],
  [400, 'DuplicateReferenceId', 'x50', 'human', 'handToPerson'],
  [400, 'BillingAgreementConstraintsExist', 'x51', 'keepRefused', 'readObject'],
  [404, 'ConstraintsExist', 'x51', 'keepRefused', 'readObject'],
  [400, 'InvalidParameterValue', 'x52', 'keepRefused', 'handToPerson'],
  [400, 'MissingParameter', 'x52', 'keepRefused', 'handToPerson'],
  [400, 'InvalidAddress', 'x52', 'keepRefused', 'handToPerson'],
  [400, 'CurrencyMismatch', 'x52', 'keepRefused', 'handToPerson'],
  [400, 'CurrencyUnsupported', 'x52', 'keepRefused', 'handToPerson'],
  [400, 'InvalidSandboxSimulationSpecified', 'x52', 'keepRefused', 'handToPerson'],
  [400, 'TransactionAmountExceeded', 'x53', 'keepRefused', 'otherWay'],
  [400, 'PeriodicAmountExceeded', 'x53', 'keepRefused', 'otherWay'],
  [400, 'TransactionCountExceeded', 'x53', 'keepRefused', 'otherWay'],
  [400, 'OrderReferenceCountExceeded', 'x53', 'keepRefused', 'otherWay'],
  [400, 'PaymentMethodNotUpdated', 'x54', 'keepRefused', 'askBuyer'],
  [403, 'InvalidAccountStatus', 'x55', 'keepRefused', 'mendSetting'],
  [403, 'UnauthorizedAccess', 'x55', 'keepRefused', 'mendSetting'],
  [401, 'AccessDenied', 'x55', 'keepRefused', 'mendSetting'],
  [403, 'InvalidAccessKeyId', 'x56', 'keepRefused', 'mendSetting'],
  [403, 'SignatureDoesNotMatch', 'x56', 'keepRefused', 'mendSetting'],
  [400, 'RequestExpired', 'x56', 'keepRefused', 'mendSetting'],
  ...(
    [
      'InvalidAddressConsentToken',
      'InvalidAuthorizationId',
      'InvalidBillingAgreementId',
      'InvalidCaptureId',
      'InvalidRefundId',
      'InvalidOrderReferenceId',
    ] as const
  ).map((code): Expected => [404, code, 'x57', 'keepRefused', 'handToPerson']),
  ...(
    [
      'BillingAgreementNotModifiable',
      'OrderReferenceNotModifiable',
      'CaptureNotRefundable',
      'InvalidAuthorizationStatus',
      'InvalidOrderReferenceStatus',
      'InvalidBillingAgreementStatus',
    ] as const
  ).map((code): Expected => [405, code, 'x58', 'hold', 'readObject']),
  [400, 'NeverHeardOf', 'x26', 'hold', 'handToPerson'],
];

/** Statuses without a code: a gateway's page. */
const STATUS_ROWS: readonly (readonly [status: number, row: string, move: string])[] = [
  [408, 'x20', 'retrySameKey'],
  [425, 'x20', 'retrySameKey'],
  [429, 'x21', 'retrySameKey'],
  [500, 'b01', 'retrySameKey'],
  [502, 'b02', 'retrySameKey'],
  [503, 'b03', 'retrySameKey'],
  [504, 'b05', 'retrySameKey'],
  [400, 'x26', 'handToPerson'],
  [511, 'x26', 'handToPerson'],
];

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.close());
afterEach(() => {
  // Our own quotas refill, so that no case is held back.
  bench.passTime(3_600_000);
});

const CHARGE_ID = 'S03-1234567-1234567-C123456';
const SESSION_ID = '00000000-0000-4000-8000-000000000001';

it.each(FINALIZE_ROWS)('finalize: %i %s is row %s, %s, %s', async (...[status, code, row, effect, move]) => {
  bench.server.force('finalizeCheckoutSession', { as: 'error', status, code });

  expect(failureOf(await finalize())).toMatchObject({
    code,
    effect,
    row: { row, move, pageMessage: 'paymentFailed' },
  });
});

it.each(CV2_ROWS)('create charge: %i %s is row %s, %s, %s', async (...[status, code, row, effect, move]) => {
  bench.server.force('createCharge', { as: 'error', status, code });

  expect(failureOf(await createCharge())).toMatchObject({ httpStatus: status, effect, row: { row, move } });
});

it.each(MWS_ROWS)('authorize: %i %s is row %s, %s, %s', async (...[status, code, row, effect, move]) => {
  bench.server.force('AuthorizeOnBillingAgreement', { as: 'error', status, code });

  expect(failureOf(await authorize())).toMatchObject({ code, effect, row: { row, move } });
});

it.each(STATUS_ROWS)('status %i with a gateway page or nothing is row %s, %s', async (status, row, move) => {
  for (const body of ['', '<html><body>oops</body></html>', '<!DOCTYPE html><p>oops', '{"message":"x"}']) {
    const answer = { status, contentType: 'text/html', body };
    bench.server.force('createCharge', { as: 'raw', answer });
    bench.server.force('AuthorizeOnBillingAgreement', { as: 'raw', answer });

    for (const result of [await createCharge(), await authorize()]) {
      expect(failureOf(result)).toMatchObject({ code: undefined, effect: 'hold', row: { row, move } });
    }
  }
});

it('a read that fails says nothing about the order', async () => {
  bench.server.force('getCharge', { as: 'error', status: 422, code: 'HardDeclined' });

  expect(failureOf(await bench.cv2.getCharge(CHARGE_ID))).toMatchObject({ effect: 'none' });
});

function finalize(): Promise<CallResult<unknown>> {
  return bench.cv2.finalizeCheckoutSession({
    checkoutSessionId: SESSION_ID,
    key: 'a-key',
    amountYen: 3980,
    paymentIntent: 'AuthorizeWithCapture',
    canHandlePendingAuthorization: false,
  });
}

function createCharge(): Promise<CallResult<unknown>> {
  bench.passTime(3000);
  return bench.cv2.createCharge({
    chargePermissionId: 'C03-1234567-1234567',
    key: 'a-key',
    amountYen: 3980,
    captureNow: true,
    canHandlePendingAuthorization: false,
  });
}

function authorize(): Promise<CallResult<unknown>> {
  bench.passTime(3000);
  return bench.mws.authorizeOnBillingAgreement({
    billingAgreementId: 'C03-1234567-1234567',
    reference: 'a-reference',
    amountYen: 3980,
    captureNow: true,
    transactionTimeoutMinutes: 0,
  });
}
