/** Setup's success, in the field set of the ja-JP capture. @see alexa-amazon-pay.md, section 4.1 */
export function setupAnswer(changes: Record<string, unknown> = {}): {
  name: string;
  status: unknown;
  payload: unknown;
} {
  return {
    name: 'Setup',
    status: { code: '200', message: 'OK' },
    payload: {
      billingAgreementDetails: {
        billingAgreementId: 'C03-1111111-1111111',
        billingAgreementStatus: 'OPEN',
        creationTimestamp: '2026-08-09T06:05:54.745Z',
        releaseEnvironment: 'SANDBOX',
        checkoutLanguage: 'ja_JP',
        destination: {
          name: '見本 太郎',
          addressLine1: '見本町1-2-3',
          city: '目黒区',
          stateOrRegion: '東京都',
          postalCode: '153-0064',
          countryCode: 'JP',
          phone: '0312345678',
        },
        ...changes,
      },
    },
  };
}

/** Charge's answer with an authorization in the given state; `details` change any field of authorizationDetails. */
export function chargeAnswer(
  authorizationStatus: unknown,
  details: Record<string, unknown> = {},
): { name: string; status: unknown; payload: unknown } {
  return {
    name: 'Charge',
    status: { code: '200', message: 'OK' },
    payload: {
      amazonOrderReferenceId: 'S03-2222222-2222222',
      authorizationDetails: {
        amazonAuthorizationId: 'S03-2222222-2222222-A333333',
        authorizationAmount: { amount: '3192.00', currencyCode: 'JPY' },
        capturedAmount: { amount: '0.00', currencyCode: 'JPY' },
        authorizationFee: { amount: '0.00', currencyCode: 'JPY' },
        idList: [],
        captureNow: true,
        authorizationStatus,
        ...details,
      },
    },
  };
}

/** The success of AuthorizeAndCapture for 3192 yen. */
export const PAID = chargeAnswer(
  { state: 'Closed', reasonCode: 'MaxCapturesProcessed' },
  {
    capturedAmount: { amount: '3192.00', currencyCode: 'JPY' },
    idList: ['S03-2222222-2222222-C444444'],
    softDecline: false,
  },
);

/** An error answer: code in `status.message` and in the payload. */
export function errorAnswer(
  name: 'Setup' | 'Charge',
  status: string | number,
  [errorCode, errorMessage]: readonly [string, string?],
): { name: string; status: unknown; payload: unknown } {
  return {
    name,
    status: { code: status, message: errorCode },
    payload: { errorCode, errorMessage: errorMessage ?? 'Some text of Amazon Pay.' },
  };
}
