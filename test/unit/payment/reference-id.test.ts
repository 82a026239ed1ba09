import { authorizationReferenceId } from '../../../lambda/src/payment/reference-id';
import { SANDBOX_SIMULATIONS } from '../../../lambda/src/payment/sandbox-simulation';

const SOURCE = {
  merchantId: 'A1KOEMISELOCAL',
  orderId: '261122-482109',
  operation: 'charge',
  attempt: 1,
} as const;

describe('the AuthorizationReferenceId', () => {
  // printf 'A1KOEMISELOCAL|261122-482109|charge|1' | sha256sum
  it('is the first 32 hex digits of the SHA-256 of merchant, order, operation and attempt', () => {
    expect(authorizationReferenceId(SOURCE)).toBe('3dc691aa2b572f02501720c072ef65e3');
    expect(authorizationReferenceId({ ...SOURCE, attempt: 2 })).toBe('bd574f6b26104503a8c850fc1f33c4f1');
  });

  it('is the same however often it is asked for, so that two yeses meet in one reference', () => {
    const references = Array.from({ length: 100 }, () => authorizationReferenceId(SOURCE));

    expect(new Set(references).size).toBe(1);
  });

  it('differs by attempt, order and merchant', () => {
    const references = [
      SOURCE,
      { ...SOURCE, attempt: 2 },
      { ...SOURCE, attempt: 11 },
      { ...SOURCE, orderId: '261122-482110' },
      { ...SOURCE, merchantId: 'A1KOEMISEOTHER' },
    ].map(authorizationReferenceId);

    expect(new Set(references).size).toBe(5);
    expect(references.every((reference) => /^[0-9a-f]{32}$/.test(reference))).toBe(true);
  });
});

describe('the sandbox simulation strings', () => {
  it.each<[keyof typeof SANDBOX_SIMULATIONS, string]>([
    [
      'Declined.InvalidPaymentMethod.soft',
      '{"SandboxSimulation":{"State":"Declined","ReasonCode":"InvalidPaymentMethod","PaymentMethodUpdateTimeInMins":1,"SoftDecline":"true"}}',
    ],
    [
      'Declined.InvalidPaymentMethod.hard',
      '{"SandboxSimulation":{"State":"Declined","ReasonCode":"InvalidPaymentMethod","PaymentMethodUpdateTimeInMins":1,"SoftDecline":"false"}}',
    ],
    ['Declined.AmazonRejected', '{"SandboxSimulation":{"State":"Declined","ReasonCode":"AmazonRejected"}}'],
    [
      'Declined.TransactionTimedOut',
      '{"SandboxSimulation":{"State":"Declined","ReasonCode":"TransactionTimedOut"}}',
    ],
    [
      'Closed.ExpiredUnused',
      '{"SandboxSimulation":{"State":"Closed","ReasonCode":"ExpiredUnused","ExpirationTimeInMins":1}}',
    ],
    ['Closed.AmazonClosed', '{"SandboxSimulation":{"State":"Closed","ReasonCode":"AmazonClosed"}}'],
  ])('%s is written as Amazon reads it, within 255 characters', (name, text) => {
    expect(SANDBOX_SIMULATIONS[name]).toBe(text);
    expect(text.length).toBeLessThanOrEqual(255);
  });

  it('there are no others', () => {
    expect(Object.keys(SANDBOX_SIMULATIONS)).toHaveLength(6);
  });
});
