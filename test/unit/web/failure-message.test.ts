import { failureMessage } from '../../../lambda/src/checkout/failure-message';
import { type Attempt, type Finalization, type Order } from '../../../lambda/src/orders/order';
import { aFullOrder, anOrder } from '../orders/an-order';

const ISSUED_MS = Date.parse('2026-11-25T03:00:00Z');
const LINK = { no: 1, codeKey: 'code:1', issuedAtMs: ISSUED_MS, expiresAtMs: ISSUED_MS + 86_400_000 };

function finalization(
  result: { readonly effect: string; readonly row: string } | undefined,
  sentAtMs = ISSUED_MS + 1,
): Finalization {
  const content = {
    checkoutSessionId: 'session-1',
    idempotencyKey: 'key-1',
    amountYen: 3192,
    paymentIntent: 'AuthorizeWithCapture',
    productType: 'PayAndShip',
    canHandlePendingAuthorization: false,
  } as const;
  const answered = result && { ...result, reason: 'test', answeredAtMs: sentAtMs };
  return { n: 1, sentAtMs, content, ...(answered === undefined ? {} : { result: answered }) };
}

function attempt(effect: string, consentedAtMs = ISSUED_MS + 1): Attempt {
  const [made] = aFullOrder().attempts;
  return { ...made!, consentedAtMs, result: { ...made!.result!, effect, row: 'a48' } };
}

function messageFor(changes: Partial<Order>) {
  return failureMessage(anOrder({ state: 'AWAITING_PAYMENT', checkout: LINK, ...changes }));
}

describe('what the page says first after a try', () => {
  it('is nothing while none was made', () => {
    expect(messageFor({})).toBeUndefined();
    expect(failureMessage(anOrder())).toBeUndefined();
  });

  it.each(['c17', 'c18', 'c19', 'c20', 'c21', 'c22'])(
    'is the prescribed sentence after a decline: %s',
    (row) => {
      expect(messageFor({ finalizations: [finalization({ effect: 'declinedHard', row })] })).toBe(
        'paymentFailed',
      );
    },
  );

  it.each(['c05', 'c06', 'c07', 'c08', 'c09', 'c10', 'c11', 'c12', 'c13', 'c14'])(
    'is the prescribed sentence after a refusal: %s',
    (row) => {
      expect(messageFor({ finalizations: [finalization({ effect: 'keep', row })] })).toBe('paymentFailed');
    },
  );

  it('is that it may be tried again when Amazon Pay took nothing in', () => {
    const finalizations = [finalization({ effect: 'keepNotProcessed', row: 'x21' })];

    expect(messageFor({ finalizations })).toBe('pageNotProcessed');
  });

  it('is nothing while the answer is awaited', () => {
    expect(messageFor({ finalizations: [finalization(undefined)] })).toBeUndefined();
  });

  it('is nothing about a try under an older link', () => {
    const older = [finalization({ effect: 'declinedHard', row: 'c17' }, ISSUED_MS - 1)];

    expect(messageFor({ finalizations: older })).toBeUndefined();
  });

  it('is about the session that differed last, though an earlier one was declined', () => {
    const refusal = { checkoutSessionId: 'session-2', row: 'c08', reason: 'differs', atMs: ISSUED_MS + 2 };

    expect(messageFor({ refusal })).toBe('paymentFailed');
    expect(messageFor({ refusal: { ...refusal, row: 'x35' } })).toBe('pageNotProcessed');
    expect(messageFor({ refusal: { ...refusal, atMs: ISSUED_MS - 1 } })).toBeUndefined();
  });

  it('is about the last try, though the refusal of an earlier session is stored still', () => {
    const refusal = { checkoutSessionId: 'session-0', row: 'x35', reason: 'differs', atMs: ISSUED_MS + 2 };
    const declined = finalization({ effect: 'declinedHard', row: 'c17' }, ISSUED_MS + 3);
    const untold = finalization(undefined, ISSUED_MS + 3);

    expect(messageFor({ refusal, finalizations: [declined] })).toBe('paymentFailed');
    expect(messageFor({ refusal, attempts: [attempt('declinedHard', ISSUED_MS + 3)] })).toBe('paymentFailed');
    expect(messageFor({ refusal, finalizations: [untold] })).toBeUndefined();
  });

  it('is about the session that was refused, where that came after a decline', () => {
    const refusal = { checkoutSessionId: 'session-2', row: 'x35', reason: 'differs', atMs: ISSUED_MS + 4 };
    const declined = finalization({ effect: 'declinedHard', row: 'c17' }, ISSUED_MS + 3);

    expect(messageFor({ refusal, finalizations: [declined] })).toBe('pageNotProcessed');
  });

  it('is the prescribed sentence after a decline by the widgets too, and the later try counts', () => {
    expect(messageFor({ attempts: [attempt('declinedHard')] })).toBe('paymentFailed');
    expect(
      messageFor({
        attempts: [attempt('declinedHard')],
        finalizations: [finalization({ effect: 'keepNotProcessed', row: 'x21' }, ISSUED_MS + 5)],
      }),
    ).toBe('pageNotProcessed');
    expect(messageFor({ attempts: [attempt('declinedHard', ISSUED_MS - 5)] })).toBeUndefined();
  });
});
