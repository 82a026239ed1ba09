import fc from 'fast-check';
import { createCv2Client } from '../../../lambda/src/amazon-pay/cv2/client';
import { createMwsClient } from '../../../lambda/src/amazon-pay/mws/client';
import { type ClientEffects } from '../../../lambda/src/amazon-pay/sender';
import { chargeOutcome, serverAuthorizationOutcome } from '../../../lambda/src/payment/server-outcome';
import { CV2_SETTINGS, MWS_SETTINGS, NOON_MS, ONE_TRY } from './server-bench';

/**
 * 10,000 damaged answers: none makes a client throw, and none that does not say Captured (or MaxCapturesProcessed) with
 * the whole amount, about this very request, is taken for paid.
 */
const RUNS = 2500;
const PERMISSION = 'C03-1234567-1234567';
const REFERENCE = '3dc691aa2b572f02501720c072ef65e3';
const EXPECTED = { amountYen: 3980, capture: true, reference: REFERENCE };

const PAID_CHARGE = JSON.stringify({
  chargeId: 'C03-1234567-1234567-C123456',
  chargePermissionId: PERMISSION,
  chargeAmount: { amount: '3980', currencyCode: 'JPY' },
  captureAmount: { amount: '3980', currencyCode: 'JPY' },
  statusDetails: { state: 'Captured', reasonCode: null },
});
const PAID_AUTHORIZATION = `<AuthorizeOnBillingAgreementResponse xmlns="http://mws.amazonservices.com/schema/OffAmazonPayments/2013-01-01"><AuthorizeOnBillingAgreementResult><AuthorizationDetails><AmazonAuthorizationId>S03-1234567-1234567-A123456</AmazonAuthorizationId><AuthorizationReferenceId>${REFERENCE}</AuthorizationReferenceId><AuthorizationAmount><CurrencyCode>JPY</CurrencyCode><Amount>3980.00</Amount></AuthorizationAmount><CapturedAmount><CurrencyCode>JPY</CurrencyCode><Amount>3980.00</Amount></CapturedAmount><AuthorizationStatus><State>Closed</State><ReasonCode>MaxCapturesProcessed</ReasonCode></AuthorizationStatus></AuthorizationDetails></AuthorizeOnBillingAgreementResult></AuthorizeOnBillingAgreementResponse>`;

/** Words that could turn an answer into another one. */
const WORDS = [
  'Captured',
  'Authorized',
  'Declined',
  'Closed',
  'Open',
  'Completed',
  'MaxCapturesProcessed',
  'AmazonRejected',
  '3980',
  '0',
  '3980.00',
  '39800',
  '-3980',
  '3980e0',
  'JPY',
  'USD',
  'null',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '<State>',
  '</State>',
  '{',
  '}',
  '[]',
  '"',
  '&#x41;',
  '__proto__',
  '\u0000',
  '\uFEFF',
] as const;

type Damage = (text: string) => string;
const at = (text: string, where: number): number => Math.floor(where * text.length);
const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

const damage: fc.Arbitrary<Damage> = fc.oneof(
  share.map(
    (where): Damage =>
      (text) =>
        text.slice(0, at(text, where)),
  ),
  fc.tuple(share, fc.constantFrom(...WORDS)).map(
    ([where, word]): Damage =>
      (text) =>
        text.slice(0, at(text, where)) + word + text.slice(at(text, where)),
  ),
  fc.tuple(share, fc.integer({ min: 1, max: 30 })).map(([where, length]): Damage => {
    return (text) => text.slice(0, at(text, where)) + text.slice(at(text, where) + length);
  }),
  fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...WORDS)).map(
    ([from, to]): Damage =>
      (text) =>
        text.replaceAll(from, () => to),
  ),
  fc.tuple(share, share).map(([from, to]): Damage => {
    return (text) =>
      text + text.slice(Math.min(at(text, from), at(text, to)), Math.max(at(text, from), at(text, to)));
  }),
  fc.string({ unit: 'binary', maxLength: 60 }).map(
    (garbage): Damage =>
      () =>
        garbage,
  ),
  fc.jsonValue({ maxDepth: 3 }).map(
    (json): Damage =>
      () =>
        JSON.stringify(json),
  ),
);
const damages = fc.array(damage, { minLength: 1, maxLength: 3 });
const status = fc.constantFrom(200, 200, 200, 200, 201, 202, 400, 404, 422, 500, 503);

const spoilt = (text: string) =>
  fc.tuple(status, damages).map(([httpStatus, all]) => ({
    httpStatus,
    text: all.reduce((damaged, one) => one(damaged), text),
  }));

interface Answer {
  readonly httpStatus: number;
  readonly text: string;
}

/** Each look at the clock is a minute later, so that no quota holds a question back. */
let nowMs = NOON_MS;
/** What the network answers next. */
let current: Answer = { httpStatus: 500, text: '' };

const effects: ClientEffects = {
  fetch: () => Promise.resolve(new Response(current.text, { status: current.httpStatus })),
  now: () => (nowMs += 60_000),
  random: () => 0.5,
  sleep: () => Promise.resolve(),
  log: { info: () => undefined, warn: () => undefined, alert: () => undefined },
};
const cv2 = createCv2Client(CV2_SETTINGS, effects, ONE_TRY);
const mws = createMwsClient(MWS_SETTINGS, effects, ONE_TRY);

describe('a damaged answer', () => {
  it('to a charge never throws and is never wrongly paid', async () => {
    let paid = 0;
    const property = fc.asyncProperty(spoilt(PAID_CHARGE), async (answer) => {
      current = answer;

      const result = await cv2.createCharge({
        chargePermissionId: PERMISSION,
        key: REFERENCE,
        amountYen: 3980,
        captureNow: true,
        canHandlePendingAuthorization: false,
      });

      const effect = result.ok ? chargeOutcome(result.value, EXPECTED).effect : result.failure.effect;
      if (effect !== 'paid') return;
      paid += 1;
      expect(answer.httpStatus).toBeLessThan(300);
      expect(saysCaptured(JSON.parse(answer.text))).toBe(true);
    });

    await fc.assert(property, { numRuns: 2 * RUNS, seed: 20261122 });

    // Damage that changes nothing of importance leaves a paid charge paid: the check above has work to do.
    expect(paid).toBeGreaterThan(10);
  });

  it('to an authorization never throws and is never wrongly paid', async () => {
    let paid = 0;
    const property = fc.asyncProperty(spoilt(PAID_AUTHORIZATION), async (answer) => {
      current = answer;

      const result = await mws.authorizeOnBillingAgreement({
        billingAgreementId: PERMISSION,
        reference: REFERENCE,
        amountYen: 3980,
        captureNow: true,
        transactionTimeoutMinutes: 0,
      });

      const effect = result.ok
        ? serverAuthorizationOutcome(result.value, EXPECTED).effect
        : result.failure.effect;
      if (effect !== 'paid') return;
      paid += 1;
      expect(answer.httpStatus).toBeLessThan(300);
      expect(answer.text).toMatch(/<State>\s*Closed\s*<\/State>/i);
      expect(answer.text).toMatch(/<ReasonCode>\s*MaxCapturesProcessed\s*<\/ReasonCode>/);
      expect(answer.text).toMatch(/<Amount>\s*3980(?:\.0+)?\s*<\/Amount>/);
      expect(answer.text).not.toMatch(/<!DOCTYPE|<!ENTITY/i);
    });

    await fc.assert(property, { numRuns: 2 * RUNS, seed: 20261122 });

    expect(paid).toBeGreaterThan(10);
  });
});

function saysCaptured(json: unknown): boolean {
  const { statusDetails, captureAmount, chargeAmount, chargePermissionId } = json as ChargeJson;
  const isWhole = (price: ChargeJson['chargeAmount']) =>
    price === undefined || price === null || /^3980(\.0+)?$/.test(price.amount);
  return (
    statusDetails.state.toLowerCase() === 'captured' &&
    chargePermissionId === PERMISSION &&
    isWhole(captureAmount) &&
    isWhole(chargeAmount)
  );
}

interface ChargeJson {
  readonly statusDetails: { readonly state: string };
  readonly chargePermissionId: string;
  readonly captureAmount?: { readonly amount: string } | null;
  readonly chargeAmount?: { readonly amount: string } | null;
}
