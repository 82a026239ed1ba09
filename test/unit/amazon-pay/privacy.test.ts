import { createBuyerClient } from '../../../lambda/src/amazon-pay/buyer/client';
import { type Bench, LADDER_LIMITS, startBench } from './server-bench';

const CANARY = 'CANARY-7f3a';
let bench: Bench;
beforeEach(async () => {
  bench = await startBench({ limits: LADDER_LIMITS });
});
afterEach(() => bench.close());

/** Error bodies with a secret in every field that an answer can have. */
const BODIES = [
  JSON.stringify({
    reasonCode: 'InvalidParameterValue',
    message: CANARY,
    requestId: `${CANARY} @`,
    buyer: { name: CANARY, email: `${CANARY}@example.com` },
  }),
  JSON.stringify({ reasonCode: `${CANARY} is wrong`, message: CANARY }),
  JSON.stringify({ errorCode: CANARY, errorMessage: CANARY }),
  `<ErrorResponse><Error><Type>Sender</Type><Code>InvalidParameterValue</Code><Message>${CANARY}</Message></Error><RequestId>${CANARY} 1</RequestId></ErrorResponse>`,
  `<ErrorResponse><Error><Code>${CANARY}</Code><Message>${CANARY}</Message></Error></ErrorResponse>`,
  `<html><body>${CANARY}</body></html>`,
  CANARY,
] as const;

it('no answer, key, name or address gets into a log or a failure', async () => {
  const failures: unknown[] = [];
  const buyer = createBuyerClient(
    { sellerId: 'A1KOEMISE', environment: 'LIVE', baseUrl: bench.server.url },
    bench.effects,
  );
  for (const body of BODIES) {
    for (const status of [200, 400, 403, 502]) {
      const answer = {
        status,
        contentType: 'text/plain',
        body,
        headers: { 'x-amz-pay-request-id': `${CANARY} x`, 'retry-after': CANARY },
      };
      for (const operation of ['finalizeCheckoutSession', 'AuthorizeOnBillingAgreement', 'buyerId']) {
        bench.server.force(operation, { as: 'raw', answer }, 6);
      }
      failures.push(
        await bench.cv2.finalizeCheckoutSession({
          checkoutSessionId: '00000000-0000-4000-8000-000000000001',
          key: 'a-key',
          amountYen: 3980,
          paymentIntent: 'AuthorizeWithCapture',
          canHandlePendingAuthorization: false,
          shippingAddress: { name: CANARY, addressLine1: CANARY },
        }),
        await bench.mws.authorizeOnBillingAgreement({
          billingAgreementId: 'C03-1234567-1234567',
          reference: 'a-reference',
          amountYen: 3980,
          captureNow: true,
          transactionTimeoutMinutes: 0,
          sellerAuthorizationNote: CANARY,
        }),
        await buyer.getBuyerId({
          apiEndpoint: 'https://api.fe.amazonalexa.com',
          apiAccessToken: `${CANARY}-token`,
          isPermissionGranted: true,
        }),
      );
      bench.server.clearForced();
    }
  }

  expect(failures).toHaveLength(84);
  expect(bench.log.length).toBeGreaterThan(84);
  expect(JSON.stringify([failures, bench.log])).not.toContain('CANARY');
  expect(JSON.stringify([failures, bench.log])).not.toMatch(/BEGIN PRIVATE|local-only-mws-secret|Signature=/);
});
