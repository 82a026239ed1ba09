import { authorizeAttributes, chargeDirective, openCounter, setupDirective } from './counter';

const SOFT =
  '{"SandboxSimulation":{"State":"Declined","ReasonCode":"InvalidPaymentMethod","PaymentMethodUpdateTimeInMins":1,"SoftDecline":"true"}}';
const HARD =
  '{"SandboxSimulation":{"State":"Declined","ReasonCode":"InvalidPaymentMethod","PaymentMethodUpdateTimeInMins":1,"SoftDecline":"false"}}';
const WITHOUT_KEY =
  '{"SandboxSimulation":{"State":"Declined","ReasonCode":"InvalidPaymentMethod","PaymentMethodUpdateTimeInMins":1}}';
const REJECTED = '{"SandboxSimulation":{"State":"Declined","ReasonCode":"AmazonRejected"}}';
const TIMED_OUT = '{"SandboxSimulation":{"State":"Declined","ReasonCode":"TransactionTimedOut"}}';
const EXPIRED =
  '{"SandboxSimulation":{"State":"Closed","ReasonCode":"ExpiredUnused","ExpirationTimeInMins":1}}';
const AMAZON_CLOSED = '{"SandboxSimulation":{"State":"Closed","ReasonCode":"AmazonClosed"}}';

const note = (
  sellerAuthorizationNote: string,
  more: Record<string, unknown> = {},
): Record<string, unknown> => ({
  authorizeAttributes: authorizeAttributes({ sellerAuthorizationNote, ...more }),
});

describe('a simulation string in the sandbox', () => {
  it.each([
    { sent: SOFT, state: 'Declined', reasonCode: 'InvalidPaymentMethod', softDecline: true },
    { sent: HARD, state: 'Declined', reasonCode: 'InvalidPaymentMethod', softDecline: false },
    { sent: WITHOUT_KEY, state: 'Declined', reasonCode: 'InvalidPaymentMethod', softDecline: false },
    { sent: REJECTED, state: 'Declined', reasonCode: 'AmazonRejected', softDecline: false },
    { sent: TIMED_OUT, state: 'Declined', reasonCode: 'TransactionTimedOut', softDecline: false },
    { sent: EXPIRED, state: 'Closed', reasonCode: 'ExpiredUnused', softDecline: false },
    { sent: AMAZON_CLOSED, state: 'Closed', reasonCode: 'AmazonClosed', softDecline: false },
  ])(
    '$sent gives $state $reasonCode, softDecline $softDecline',
    async ({ sent, state, reasonCode, softDecline }) => {
      const counter = openCounter();

      const details = (await counter.charge(note(sent))).payload.authorizationDetails;

      expect(details.authorizationStatus).toMatchObject({ state, reasonCode });
      expect(details.softDecline).toBe(softDecline);
      expect(details.sellerAuthorizationNote).toBe(sent);
      expect(counter.pay.ledger.judge.captures()).toEqual([]);
    },
  );

  it('lets an Authorize expire after its minutes', async () => {
    const counter = openCounter();

    const answer = await counter.charge({ paymentAction: 'Authorize', ...note(EXPIRED) });
    counter.clock.nowMs = Date.parse('2026-11-22T03:01:00Z');

    const { amazonAuthorizationId, authorizationStatus } = answer.payload.authorizationDetails;
    expect(authorizationStatus.state).toBe('Open');
    expect(counter.merchant.getAuthorization(amazonAuthorizationId)?.reasonCode).toBe('ExpiredUnused');
  });

  it('keeps a soft decline soft when it is asynchronous', async () => {
    const counter = openCounter();

    const answer = await counter.charge(note(SOFT, { transactionTimeout: 5 }));
    counter.clock.nowMs = Date.parse('2026-11-22T03:00:30Z');

    const { amazonAuthorizationId, authorizationStatus } = answer.payload.authorizationDetails;
    expect(authorizationStatus.state).toBe('Pending');
    expect(counter.merchant.getAuthorization(amazonAuthorizationId)).toMatchObject({
      state: 'Declined',
      softDecline: true,
    });
  });

  it('times an asynchronous authorization out at its transactionTimeout', async () => {
    const counter = openCounter();

    const answer = await counter.charge(note(TIMED_OUT, { transactionTimeout: 5 }));
    const { amazonAuthorizationId } = answer.payload.authorizationDetails;
    counter.clock.nowMs = Date.parse('2026-11-22T03:04:59Z');
    const before = counter.merchant.getAuthorization(amazonAuthorizationId)?.state;
    counter.clock.nowMs = Date.parse('2026-11-22T03:05:00Z');

    expect(before).toBe('Pending');
    expect(counter.merchant.getAuthorization(amazonAuthorizationId)?.reasonCode).toBe('TransactionTimedOut');
  });

  it.each([
    [
      '{"SandboxSimulation":{"State":"Closed","ReasonCode":"AmazonRejected"}}',
      'a state that does not go with the reason',
    ],
    [
      '{"SandboxSimulation":{"State":"Declined","ReasonCode":"ProcessingFailure"}}',
      'a reason that cannot be simulated',
    ],
    [
      '{"SandboxSimulation":{"State":"Declined","ReasonCode":"AmazonRejected","SoftDecline":"true"}}',
      'a key of another reason',
    ],
    [SOFT.replace('"true"', 'true'), 'softDecline as a boolean'],
    [SOFT.replace(':1,', ':241,'), 'more than 240 minutes'],
    [SOFT.replace(':1,', ':0,'), '0 minutes'],
    ['{"SandboxSimulation":', 'half a text'],
    ['{"SandboxSimulation":{}}', 'nothing in it'],
  ])('is refused: %s (%s)', async (sent) => {
    expect((await openCounter().charge(note(sent))).status.message).toBe('InvalidSandboxSimulationSpecified');
  });

  it('is no simulation when it does not speak of one', async () => {
    const answer = await openCounter().charge(note('{"gift":true}'));

    expect(answer.payload.authorizationDetails.authorizationStatus.reasonCode).toBe('MaxCapturesProcessed');
  });
});

describe('a simulation string of a live skill', () => {
  it.each([REJECTED, '{"SandboxSimulation":{}}'])('is only a note: %s', async (sent) => {
    const counter = openCounter();
    counter.context = { ...counter.context, stage: 'live' };
    const setup = await counter.ask(setupDirective({ sandboxMode: false }));
    const { billingAgreementId } = setup.payload.billingAgreementDetails;

    const answer = await counter.ask(chargeDirective({ billingAgreementId, ...note(sent) }));

    expect(answer.payload.authorizationDetails.authorizationStatus.reasonCode).toBe('MaxCapturesProcessed');
    expect(answer.payload.amazonOrderReferenceId).toMatch(/^P03-/);
  });
});
