import { constants, createPrivateKey, verify } from 'node:crypto';
import {
  authorizationHeader,
  canonicalRequest,
  stringToSign,
  type SignedRequest,
} from '../../lambda/src/amazon-pay/cv2/sign';
import { formText, mwsSignature } from '../../lambda/src/amazon-pay/mws/sign';
import { testKeys } from '../simulator/amazon-pay-server/server-account';
import { WebStoreClient } from '@amazonpay/amazon-pay-api-sdk-nodejs';

const KEYS = testKeys();
const PUBLIC_KEY_ID = 'SANDBOX-AKOEMISEKEY';

/** What the official SDK sends for a request, with its signature. */
function signedBySdk(method: string, urlFragment: string, payload: string) {
  const sdk = new WebStoreClient({
    publicKeyId: PUBLIC_KEY_ID,
    privateKey: KEYS.privateKey,
    region: 'jp',
    sandbox: true,
    algorithm: 'AMZN-PAY-RSASSA-PSS-V2',
  });
  const headers = { 'x-amz-pay-idempotency-key': '3dc691aa2b572f02501720c072ef65e3' };
  const { authorization, ...signed } = sdk.getSignedHeaders({ method, urlFragment, payload, headers });
  return { authorization: authorization ?? '', headers: signed };
}

function isSignatureOf(authorization: string, request: SignedRequest): boolean {
  const signature = /Signature=(\S+)$/.exec(authorization)?.[1] ?? '';
  return verify(
    'sha256',
    Buffer.from(stringToSign(canonicalRequest(request))),
    { key: KEYS.publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 },
    Buffer.from(signature, 'base64'),
  );
}

describe("our CV2 signature and the official SDK's", () => {
  it.each([
    ['GET', 'charges/S03-1234567-1234567-C123456', ''],
    ['POST', 'charges', '{"chargeAmount":{"amount":"3980","currencyCode":"JPY"},"note":"定期便"}'],
    ['DELETE', 'charges/S03-1234567-1234567-C123456/cancel', '{"cancellationReason":"x"}'],
  ])('cover the same text for %s %s', (method, fragment, body) => {
    const sdk = signedBySdk(method, fragment, body);
    const request = { method, path: `/v2/${fragment}`, query: '', headers: sdk.headers, body };
    const privateKey = createPrivateKey(KEYS.privateKey);

    const ours = authorizationHeader(request, { publicKeyId: PUBLIC_KEY_ID, privateKey });

    expect(withoutSignature(ours)).toBe(withoutSignature(sdk.authorization));
    expect(isSignatureOf(sdk.authorization, request)).toBe(true);
    expect(isSignatureOf(ours, request)).toBe(true);
  });

  it('fit no other text', () => {
    const sdk = signedBySdk('POST', 'charges', '{"amount":"3980"}');
    const request = { method: 'POST', path: '/v2/charges', query: '', headers: sdk.headers };

    expect(isSignatureOf(sdk.authorization, { ...request, body: '{"amount":"3981"}' })).toBe(false);
  });
});

describe('our CV1 signature', () => {
  it('encodes every character that RFC 3986 reserves, and sorts names by their bytes', () => {
    const text = formText({ b: "!'()*~ /定", a: '1', A: '2' });

    expect(text).toBe('A=2&a=1&b=%21%27%28%29%2A~%20%2F%E5%AE%9A');
  });

  const common = {
    AWSAccessKeyId: 'TEST_ACCESS_KEY',
    SignatureMethod: 'HmacSHA256',
    SignatureVersion: '2',
    Timestamp: '2015-12-31T23:59:58Z',
    Version: '2013-01-01',
    AmazonOrderReferenceId: 'AMAZON_ORDER_REFERENCE_ID',
  };
  const merchant = { SellerId: 'TEST_MERCHANT_ID' };
  const overridden = { SellerId: 'OVERRIDE_SELLER_ID', MWSAuthToken: 'TEST_MWS_AUTH_TOKEN' };

  it.each([
    ['GetOrderReferenceDetails', merchant, 'cpkDC72d5lMIbo5ET2dvERTw4F2cGQJL3eQPzUe2pAE='],
    ['GetOrderReferenceDetails', overridden, 'MelQJXDdQJ85Z7aB85s7eYWm5TdGv6xYAQt/joOhXCo='],
    [
      'SetOrderReferenceDetails',
      {
        ...merchant,
        'OrderReferenceAttributes.OrderTotal.Amount': '2',
        'OrderReferenceAttributes.OrderTotal.CurrencyCode': 'USD',
      },
      'i51MSGv9O2G2LHIlhCXLigA3ZKaZRoc7Mb5A1VX2QTA=',
    ],
    [
      'ConfirmOrderReference',
      {
        ...overridden,
        'AuthorizationAmount.Amount': '0.01',
        'AuthorizationAmount.CurrencyCode': 'EUR',
        FailureUrl: 'https://pay.amazon.com/failure.html',
        SuccessUrl: 'https://pay.amazon.com/success.html',
      },
      'KeZbecFqPMxhR4g35iFWsdLmq1rAgwdn4B2WTIFMTHg=',
    ],
  ])('is the published one for %s', (Action, parameters, expected) => {
    const signature = mwsSignature(
      {
        host: 'MWS.amazonservices.com',
        path: '/OffAmazonPayments_Sandbox/2013-01-01',
        parameters: { ...common, ...parameters, Action },
      },
      'TEST_SECRET_KEY',
    );

    expect(signature).toBe(expected);
  });
});

function withoutSignature(authorization: string): string {
  return authorization.replace(/Signature=\S+$/, 'Signature=');
}
