import { parseConnectionsResponse } from '../../../lambda/src/payment/parse-connections-response';

const NOTHING = {
  name: undefined,
  token: undefined,
  statusCode: undefined,
  errorCode: undefined,
  errorMessage: undefined,
  agreement: undefined,
  authorization: undefined,
};

describe('reading a Connections.Response', () => {
  it.each([
    [undefined],
    [null],
    [7],
    ['text'],
    [[]],
    [{}],
    [{ status: 'x', payload: [], name: 3, token: {} }],
  ])('finds nothing in %j and does not throw', (request) => {
    expect(parseConnectionsResponse(request)).toEqual(NOTHING);
  });

  it('reads status.code as text or number, trimmed', () => {
    const code = (value: unknown) => parseConnectionsResponse({ status: { code: value } }).statusCode;

    expect(code('200')).toBe('200');
    expect(code(200)).toBe('200');
    expect(code(' 200 ')).toBe('200');
    expect(code('')).toBeUndefined();
    expect(code(null)).toBeUndefined();
    expect(code(true)).toBeUndefined();
  });

  it('takes the code from the payload, else from status.message when that looks like a code', () => {
    const code = (message: unknown, errorCode?: unknown) =>
      parseConnectionsResponse({ status: { code: '400', message }, payload: { errorCode } }).errorCode;

    expect(code('InvalidSellerId', 'InvalidPaymentMethod')).toBe('InvalidPaymentMethod');
    expect(code('InvalidSellerId')).toBe('InvalidSellerId');
    expect(code(' ACCESS_DENIED ')).toBe('ACCESS_DENIED');
    expect(code('InvalidSellerId', '  ')).toBe('InvalidSellerId');
    expect(code('InvalidSellerId', 7)).toBe('InvalidSellerId');
    expect(code('Connections validation failed: [payload.x]')).toBeUndefined();
    expect(code('OK')).toBeUndefined();
    expect(code('a'.repeat(64))).toBe('a'.repeat(64));
    expect(code('a'.repeat(65))).toBeUndefined();
    expect(code('Error2')).toBeUndefined();
  });

  it('reads a message from the payload, else from the status', () => {
    const message = (payload: unknown) =>
      parseConnectionsResponse({ status: { message: 'A sentence.' }, payload }).errorMessage;

    expect(message({ errorMessage: 'Another.' })).toBe('Another.');
    expect(message({ errorMessage: 7 })).toBe('A sentence.');
    expect(message(undefined)).toBe('A sentence.');
  });

  it('reads the agreement field by field: one misshapen field spoils no other', () => {
    const billingAgreementDetails = {
      billingAgreementId: 'C03-1111111-1111111',
      billingAgreementStatus: 5,
      releaseEnvironment: 'SANDBOX',
      destination: { name: '見本 太郎', city: 7, unknownField: 'x' },
    };

    expect(parseConnectionsResponse({ payload: { billingAgreementDetails } }).agreement).toEqual({
      billingAgreementId: 'C03-1111111-1111111',
      billingAgreementStatus: undefined,
      releaseEnvironment: 'SANDBOX',
      destination: { name: '見本 太郎', city: undefined },
    });
    expect(
      parseConnectionsResponse({ payload: { billingAgreementDetails: { destination: 'Tokyo' } } }).agreement,
    ).toEqual({ destination: undefined });
  });

  it('reads the authorization field by field', () => {
    const authorizationDetails = {
      amazonAuthorizationId: 3,
      authorizationReferenceId: 'r',
      authorizationAmount: { amount: '300.00', currencyCode: 'JPY' },
      capturedAmount: 'nonsense',
      idList: ['c', 4],
      softDecline: 'true',
      authorizationStatus: { state: ' Closed ', reasonCode: ' ' },
    };

    expect(
      parseConnectionsResponse({ payload: { authorizationDetails, amazonOrderReferenceId: 9 } })
        .authorization,
    ).toEqual({
      amazonOrderReferenceId: undefined,
      amazonAuthorizationId: undefined,
      authorizationReferenceId: 'r',
      authorizationAmount: { kind: 'yen', amountYen: 300 },
      capturedAmount: { kind: 'unreadable' },
      captureIds: [],
      softDecline: undefined,
      state: 'Closed',
      reasonCode: undefined,
    });
  });
});
