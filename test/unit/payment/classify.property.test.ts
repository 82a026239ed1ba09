import fc from 'fast-check';
import { classify, type Expectation } from '../../../lambda/src/payment/classify';
import { parseConnectionsResponse } from '../../../lambda/src/payment/parse-connections-response';

const EXPECTED: Expectation = {
  operation: 'Charge',
  amountYen: 3192,
  authorizationReferenceId: '3dc691aa2b572f02501720c072ef65e3',
  paymentAction: 'AuthorizeAndCapture',
};
const SETUP: Expectation = { operation: 'Setup', releaseEnvironment: 'SANDBOX' };

const anyJson = fc.jsonValue({ maxDepth: 4 });
/** Mostly the likely value, now and then any other. */
const mostly = (likely: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ arbitrary: likely, weight: 9 }, { arbitrary: anyJson, weight: 1 });
/** An object whose fields are mostly all there, now and then partly missing, now and then no object at all. */
const object = (fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> =>
  mostly(
    fc.oneof(
      { arbitrary: fc.record(fields), weight: 4 },
      { arbitrary: fc.record(fields, { requiredKeys: [] }), weight: 1 },
    ),
  );
const oneOf = (...values: readonly unknown[]): fc.Arbitrary<unknown> => mostly(fc.constantFrom(...values));

const price = oneOf(
  { amount: '3192.00', currencyCode: 'JPY' },
  { amount: '3192', currencyCode: 'JPY' },
  { amount: '0.00', currencyCode: 'JPY' },
  { amount: '3193', currencyCode: 'JPY' },
  { amount: '3192', currencyCode: 'USD' },
  { amount: 3192, currencyCode: 'JPY' },
  null,
);

/** Answers that look like Amazon Pay's, with any field replaced by any other JSON value or left out. */
const likelyAnswer = object({
  name: oneOf('Charge', 'Setup'),
  token: anyJson,
  status: object({ code: oneOf('200', 200, ' 200 ', '400', '500', '2000'), message: anyJson }),
  payload: object({
    amazonOrderReferenceId: anyJson,
    errorCode: oneOf('InvalidPaymentMethod', 'constructor'),
    errorMessage: anyJson,
    billingAgreementDetails: object({
      billingAgreementId: oneOf('C03-1111111-1111111'),
      billingAgreementStatus: anyJson,
      releaseEnvironment: oneOf('SANDBOX', 'LIVE'),
      destination: anyJson,
    }),
    authorizationDetails: object({
      authorizationReferenceId: oneOf('3dc691aa2b572f02501720c072ef65e3', 'another'),
      authorizationAmount: price,
      capturedAmount: price,
      idList: anyJson,
      softDecline: anyJson,
      authorizationStatus: object({
        state: oneOf('Open', 'OPEN', 'Closed', 'Pending', 'Declined', 'Completed'),
        reasonCode: oneOf('MaxCapturesProcessed', 'AmazonClosed', '', null, 'toString'),
      }),
    }),
  }),
});

type Json = Record<string, unknown> | undefined;
const at = (value: unknown, key: string): unknown => (value as Json)?.[key];

/** The definition of "paid" in the reference, written without the product's tables. */
function saysCaptured(request: unknown): boolean {
  const details = at(at(request, 'payload'), 'authorizationDetails');
  const status = at(details, 'authorizationStatus');
  const word = at(status, 'state');
  const state = typeof word === 'string' ? word.toLowerCase().trim() : '';
  const captured = at(details, 'capturedAmount');
  const isWhole =
    at(captured, 'currencyCode') === 'JPY' && ['3192', '3192.00'].includes(String(at(captured, 'amount')));
  const isClosed = state === 'closed' && at(status, 'reasonCode') === 'MaxCapturesProcessed';
  return (
    (isClosed && (captured === undefined || captured === null || isWhole)) || (state === 'open' && isWhole)
  );
}

describe('the classifier is a total function', () => {
  it('gives every JSON value one outcome for Charge and for Setup, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(anyJson, likelyAnswer), (request) => {
        const response = parseConnectionsResponse(request);

        expect(classify(response, EXPECTED).row.row).toMatch(/^[adx]\d\d$/);
        expect(classify(response, SETUP).row.row).toMatch(/^[adx]\d\d$/);
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  it('calls a Charge paid only when Amazon Pay said that the whole amount is captured', () => {
    let paid = 0;
    fc.assert(
      fc.property(likelyAnswer, (request) => {
        const { effect } = classify(parseConnectionsResponse(request), EXPECTED);

        if (effect !== 'paid') return;
        paid += 1;
        expect(saysCaptured(request)).toBe(true);
        expect(String(at(at(request, 'status'), 'code')).trim()).toBe('200');
      }),
      { numRuns: 10_000, seed: 2 },
    );

    // The generator reaches the success path, so the property is not empty.
    expect(paid).toBeGreaterThan(10);
  });

  it('never calls a Setup answer paid', () => {
    fc.assert(
      fc.property(likelyAnswer, (request) => {
        expect(['none', 'keep', 'keepRefused', 'keepNotProcessed', 'human', 'hold']).toContain(
          classify(parseConnectionsResponse(request), SETUP).effect,
        );
      }),
      { numRuns: 2000, seed: 3 },
    );
  });

  it('finds no row but the unknown one for any code that is in no table', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{3,12}$/), (errorCode) => {
        const response = parseConnectionsResponse({ status: { code: '400' }, payload: { errorCode } });

        expect(classify(response, EXPECTED)).toMatchObject({
          type: 'error',
          effect: 'hold',
          row: { row: 'a21' },
        });
        expect(classify(response, SETUP)).toMatchObject({
          type: 'error',
          effect: 'keep',
          row: { row: 'a21' },
        });
      }),
      { seed: 4 },
    );
  });
});
