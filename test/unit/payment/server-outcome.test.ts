import { type ReadAmount } from '../../../lambda/src/payment/money';
import {
  captureOutcome,
  chargeOutcome,
  finalizeOutcome,
  type PaymentFacts,
  serverAuthorizationOutcome,
} from '../../../lambda/src/payment/server-outcome';

const yen = (amountYen: number): ReadAmount => ({ kind: 'yen', amountYen });
const absent: ReadAmount = { kind: 'absent' };
const expected = { amountYen: 3980, capture: true, reference: 'ours' };
const facts = (state: string, reasonCode?: string, more: Partial<PaymentFacts> = {}): PaymentFacts => ({
  state,
  reasonCode,
  amount: yen(3980),
  capturedAmount: yen(0),
  ...more,
});

describe('a charge', () => {
  it.each([
    ['AuthorizationInitiated', undefined, 'pending'],
    ['Authorized', undefined, 'authorized'],
    ['CaptureInitiated', undefined, 'pending'],
    ['Canceled', 'ExpiredUnused', 'human'],
    ['Canceled', 'MerchantCanceled', 'declinedHard'],
    ['Canceled', 'BuyerCanceled', 'declinedHard'],
    ['Canceled', 'AmazonCanceled', 'human'],
    ['Canceled', 'ChargePermissionCanceled', 'declinedHard'],
    ['Declined', 'SoftDeclined', 'declinedSoft'],
    ['Declined', 'HardDeclined', 'declinedHard'],
    ['Declined', 'AmazonRejected', 'declinedHard'],
    ['Declined', 'ProcessingFailure', 'declinedSoft'],
    ['Declined', 'TransactionTimedOut', 'declinedSoft'],
    ['Completed', undefined, 'hold'],
    ['Captured', 'WhoKnows', 'hold'],
    ['', undefined, 'hold'],
  ])('%s / %s is %s', (state, reasonCode, effect) => {
    expect(chargeOutcome(facts(state, reasonCode), expected).effect).toBe(effect);
  });

  it('is paid when it is Captured with the whole amount', () => {
    const captured = facts('Captured', undefined, { capturedAmount: yen(3980) });

    expect(chargeOutcome(captured, expected)).toMatchObject({ effect: 'paid', row: { row: 'x81' } });
  });

  it.each([
    ['another amount', { capturedAmount: yen(3979) }, 'capturedAmountDiffers'],
    ['another authorized amount', { amount: yen(1), capturedAmount: yen(3980) }, 'amountDiffers'],
    ['another currency', { capturedAmount: { kind: 'unreadable' } }, 'capturedAmountDiffers'],
    ['another reference', { reference: 'theirs', capturedAmount: yen(3980) }, 'referenceDiffers'],
  ] as const)('is left to a person when it is Captured with %s', (_what, more, reason) => {
    expect(chargeOutcome(facts('Captured', undefined, more), expected)).toMatchObject({
      effect: 'human',
      reason,
    });
  });

  it('is unknown when it is Captured and no amount can be read', () => {
    const bare = facts('Captured', undefined, { amount: absent, capturedAmount: absent });

    expect(chargeOutcome(bare, expected)).toMatchObject({ effect: 'hold', reason: 'paidWithoutAnAmount' });
  });

  it('is left to a person when money was taken without a sale or without an order to take it', () => {
    const declined = facts('Declined', 'HardDeclined', { capturedAmount: yen(3980) });
    const captured = facts('Captured', undefined, { capturedAmount: yen(3980) });

    expect(chargeOutcome(declined, expected).reason).toBe('capturedWithoutASale');
    expect(chargeOutcome(captured, { ...expected, capture: false }).reason).toBe('capturedWithoutAnOrder');
  });
});

describe('an authorization of CV1', () => {
  it.each([
    ['d01', 'Pending', undefined, {}, 'pending'],
    ['x03', 'Pending', 'StopShipmentAtypicalAuth', {}, 'pending'],
    ['d02', 'Open', undefined, {}, 'authorized'],
    ['x03', 'Open', 'StopShipmentAtypicalAuth', {}, 'authorized'],
    ['d03', 'Declined', 'InvalidPaymentMethod', { softDecline: true }, 'declinedSoft'],
    ['d04', 'Declined', 'InvalidPaymentMethod', { softDecline: false }, 'declinedHard'],
    ['d04', 'Declined', 'InvalidPaymentMethod', {}, 'declinedHard'],
    ['d05', 'Declined', 'AmazonRejected', {}, 'declinedHard'],
    ['d06', 'Declined', 'ProcessingFailure', {}, 'declinedSoft'],
    ['d07', 'Declined', 'TransactionTimedOut', {}, 'declinedSoft'],
    ['d08', 'Closed', 'ExpireUnused', {}, 'human'],
    ['d09', 'Closed', 'MaxCapturesProcessed', { capturedAmount: yen(3980) }, 'paid'],
    ['d09', 'Closed', 'MaxCapturesProcessed', { capturedAmount: absent }, 'paid'],
    ['d10', 'Closed', 'AmazonClosed', {}, 'human'],
    ['d11', 'Closed', 'OrderReferenceCanceled', {}, 'declinedHard'],
    ['d12', 'Closed', 'SellerClosed', {}, 'declinedHard'],
    ['d13', 'Closed', 'InvalidPaymentMethod', {}, 'declinedHard'],
    ['d14', 'Closed', undefined, {}, 'hold'],
    ['d14', 'Completed', undefined, {}, 'hold'],
  ] as const)('%s: %s / %s %j is %s', (...[row, state, reasonCode, more, effect]) => {
    expect(serverAuthorizationOutcome(facts(state, reasonCode, more), expected)).toMatchObject({
      effect,
      row: { row },
    });
  });
});

describe('a capture of CV1', () => {
  it.each([
    ['Completed', undefined, 'paid'],
    ['Pending', undefined, 'pending'],
    ['Declined', 'AmazonRejected', 'declinedHard'],
    ['Declined', 'ProcessingFailure', 'authorized'],
    ['Closed', 'MaxAmountRefunded', 'none'],
    ['Closed', 'MaxRefundsProcessed', 'none'],
    ['Closed', 'AmazonClosed', 'human'],
    ['Closed', undefined, 'hold'],
  ])('%s / %s is %s', (state, reasonCode, effect) => {
    expect(captureOutcome({ state, reasonCode, amount: yen(3980) }, expected).effect).toBe(effect);
  });
});

describe('a finalized session', () => {
  const done = { httpStatus: 200, state: 'Completed', chargeId: 'S03-1-1-C1' } as const;

  it.each([
    ['c01', { ...done, paymentIntent: 'AuthorizeWithCapture' }, 'pending'],
    ['c02', { ...done, paymentIntent: 'Authorize' }, 'authorized'],
    ['c03', { ...done, paymentIntent: 'Confirm', chargeId: undefined }, 'none'],
    ['c04', { ...done, paymentIntent: 'Authorize', httpStatus: 202, state: 'Open' }, 'pending'],
    ['d14', { ...done, paymentIntent: 'Authorize', state: 'Open' }, 'hold'],
    ['d14', { ...done, paymentIntent: 'Authorize', state: undefined }, 'hold'],
    ['d14', { ...done, paymentIntent: 'AuthorizeWithCapture', chargeId: undefined }, 'hold'],
  ] as const)('%s: %j is %s, and never paid before the charge was read', (row, answer, effect) => {
    expect(finalizeOutcome(answer)).toMatchObject({ effect, row: { row } });
  });
});
