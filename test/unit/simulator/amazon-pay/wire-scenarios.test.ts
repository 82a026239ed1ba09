import type { Delivery } from '../../../simulator/contract';
import { findScenario, listScenarios } from '../../../simulator/amazon-pay/scenario';
import {
  authorizeAttributes,
  chargeDirective,
  openCounter,
  readable,
  setupDirective,
  type Counter,
} from './counter';

const REFERENCE = '5f1c0e6b9a7d4c2e8b3f6a1d0c9e7b42';

/** Deliveries of a Charge that meets the scenario, with the agreement set up before. */
async function deliveriesOf(counter: Counter, name: string, changes = {}): Promise<readonly Delivery[]> {
  const billingAgreementId = await counter.setUp();
  counter.pay.force(findScenario(name));
  return counter.pay.connect(chargeDirective({ billingAgreementId, ...changes }), counter.context);
}

async function firstAnswer(name: string): ReturnType<Counter['ask']> {
  const counter = openCounter();
  if (name.startsWith('Charge/')) return readable((await deliveriesOf(counter, name))[0]?.answer);
  counter.pay.force(findScenario(name));
  return counter.ask(setupDirective());
}

describe('an answer on its way', () => {
  it.each([
    ['Charge/lost', []],
    ['Charge/late', ['late']],
    ['Charge/duplicated', ['now', 'now']],
    ['Charge/duplicatedLate', ['now', 'late']],
    ['Charge/foreignToken', ['now']],
  ])('%s arrives as %j, and the money was captured once', async (name, arrivals) => {
    const counter = openCounter();

    const deliveries = await deliveriesOf(counter, name);

    expect(deliveries.map(({ when }) => when)).toEqual(arrivals);
    expect(counter.pay.ledger.judge.capturedYen(REFERENCE)).toBe(3980);
    expect(new Set(deliveries.map(({ answer }) => JSON.stringify(answer))).size).toBe(
      arrivals.length === 0 ? 0 : 1,
    );
  });

  it('loses two answers in a row and then replays the first', async () => {
    const counter = openCounter();

    const first = await deliveriesOf(counter, 'Charge/lost.twice');
    const [agreement] = counter.pay.ledger.billingAgreements.keys();
    const again = chargeDirective({ billingAgreementId: agreement });
    const second = await counter.pay.connect(again, counter.context);
    const third = await counter.ask(again);

    expect([first, second]).toEqual([[], []]);
    expect(third.payload.authorizationDetails.authorizationStatus.reasonCode).toBe('MaxCapturesProcessed');
    expect(counter.pay.ledger.judge.captures()).toHaveLength(1);
  });

  it('loses a Setup answer too, and the agreement exists', async () => {
    const counter = openCounter();
    counter.pay.force(findScenario('Setup/lost'));

    const deliveries = await counter.pay.connect(setupDirective(), counter.context);

    expect(deliveries).toEqual([]);
    expect(counter.pay.ledger.billingAgreements.size).toBe(1);
  });
});

describe('a token', () => {
  it('of another request comes back with Charge/foreignToken: another buyer is preferred', async () => {
    const counter = openCounter();
    counter.context = { ...counter.context, userId: 'amzn1.ask.account.B' };
    await counter.ask({ ...setupDirective(), token: 'token-of-B' });
    counter.context = { ...counter.context, userId: 'amzn1.ask.account.A' };

    const [delivery] = await deliveriesOf(counter, 'Charge/foreignToken');

    expect(delivery?.answer.token).toBe('token-of-B');
  });

  it('is an invented one when nobody else was there', async () => {
    expect((await firstAnswer('Setup/foreignToken')).token).toBe('foreign.setup-token');
  });

  it('is changed in its last character with Charge/forgedToken', async () => {
    expect((await firstAnswer('Charge/forgedToken')).token).toBe('charge-tokeA');
  });

  it('is left out with Charge/missingToken', async () => {
    expect(await firstAnswer('Charge/missingToken')).not.toHaveProperty('token');
  });
});

describe('a spoilt answer', () => {
  it.each([
    ['Setup/payloadMissing', 'Charge/payloadMissing', undefined],
    ['Setup/payloadNull', 'Charge/payloadNull', null],
    ['Setup/payloadEmpty', 'Charge/payloadEmpty', {}],
    ['Setup/payloadString', 'Charge/payloadString', expect.stringMatching(/^\{"/)],
    ['Setup/payloadArray', 'Charge/payloadArray', [expect.any(Object)]],
  ])('%s and %s have the payload %j', async (setup, charge, payload) => {
    expect((await firstAnswer(setup)).payload).toEqual(payload);
    expect((await firstAnswer(charge)).payload).toEqual(payload);
  });

  it('has no status with Charge/statusMissing', async () => {
    expect(await firstAnswer('Charge/statusMissing')).not.toHaveProperty('status');
  });

  it('has a number as status.code with statusCodeNumber and errorCodeNumber', async () => {
    expect((await firstAnswer('Charge/statusCodeNumber')).status).toEqual({ code: 200, message: 'OK' });
    expect((await firstAnswer('Setup/statusCodeNumber')).status).toEqual({ code: 200, message: 'OK' });
    expect((await firstAnswer('Charge/errorCodeNumber')).status).toEqual({
      code: 400,
      message: 'InvalidPaymentMethod',
    });
  });

  it('has its code only where the scenario says', async () => {
    const inMessage = await firstAnswer('Setup/codeOnlyInMessage');
    const noPayload = await firstAnswer('Charge/codeOnlyInMessage.noPayload');
    const inPayload = await firstAnswer('Charge/codeOnlyInPayload');
    const nowhere = await firstAnswer('Charge/500.withoutCode');

    expect([inMessage.status.message, inMessage.payload]).toEqual(['UnsupportedClientPlatform', {}]);
    expect([noPayload.status.message, noPayload.payload]).toEqual(['InvalidPaymentMethod', undefined]);
    expect(inPayload.status.message).toBe('The request could not be carried out.');
    expect(inPayload.payload.errorCode).toBe('InvalidPaymentMethod');
    expect(nowhere).toEqual({ name: 'Charge', status: { code: '500', message: '' }, token: 'charge-token' });
  });

  it('names a code that no document knows with UnknownCode', async () => {
    const answer = await firstAnswer('Charge/UnknownCode.500');

    expect(answer.status).toEqual({ code: '500', message: 'SomethingNobodyDocumented' });
  });

  it('is the sentence of the Connections layer with ConnectionsValidationFailed', async () => {
    const answer = await firstAnswer('Charge/ConnectionsValidationFailed');

    expect(answer.status.code).toBe('400');
    expect(answer.status.message).toMatch(
      /^Connections validation failed.*\[payload\.authorizeAttributes\.transactionTimeout\]$/,
    );
    expect(answer).not.toHaveProperty('payload');
  });

  it('lacks the id or the details of the agreement', async () => {
    const withoutId = await firstAnswer('Setup/billingAgreementIdMissing');
    const withoutDetails = await firstAnswer('Setup/billingAgreementDetailsMissing');

    expect(withoutId.payload.billingAgreementDetails).not.toHaveProperty('billingAgreementId');
    expect(withoutId.payload.billingAgreementDetails.billingAgreementStatus).toBe('OPEN');
    expect(withoutDetails.payload).toEqual({});
  });

  it('names the other environment with Setup/wrongReleaseEnvironment', async () => {
    const answer = await firstAnswer('Setup/wrongReleaseEnvironment');

    expect(answer.payload.billingAgreementDetails.releaseEnvironment).toBe('LIVE');
  });

  it('lacks parts of the authorization, or has the state where nobody may read it', async () => {
    const noDetails = await firstAnswer('Charge/authorizationDetailsMissing');
    const noStatus = await firstAnswer('Charge/authorizationStatusMissing');
    const wrongPlace = await firstAnswer('Charge/stateInWrongPlace');

    expect(noDetails.payload).toEqual({ amazonOrderReferenceId: expect.any(String) });
    expect(noStatus.payload.authorizationDetails).not.toHaveProperty('authorizationStatus');
    expect(wrongPlace.payload.authorizationDetails).toMatchObject({
      state: 'Closed',
      reasonCode: 'MaxCapturesProcessed',
    });
    expect(wrongPlace.payload.authorizationDetails).not.toHaveProperty('authorizationStatus');
  });

  it('comes under the name of the other operation with nameOfOtherOperation', async () => {
    expect((await firstAnswer('Charge/nameOfOtherOperation')).name).toBe('Setup');
    expect((await firstAnswer('Setup/nameOfOtherOperation')).name).toBe('Charge');
  });
});

describe('the state of the agreement', () => {
  it.each([
    ['Setup/Open', 'OPEN', true],
    ['Setup/Open.withoutAddress', 'OPEN', false],
    ['Setup/Suspended', 'SUSPENDED', true],
    ['Setup/Suspended.withoutAddress', 'SUSPENDED', false],
    ['Setup/Closed', 'CLOSED', false],
    ['Setup/Canceled', 'CANCELED', false],
    ['Setup/Draft', 'DRAFT', false],
  ])('%s is %s, with an address: %s', async (name, status, hasAddress) => {
    const details = (await firstAnswer(name)).payload.billingAgreementDetails;

    expect(details.billingAgreementStatus).toBe(status);
    expect('destination' in details).toBe(hasAddress);
  });

  it('does not hinder Charge when it was Suspended', async () => {
    const counter = openCounter();
    counter.pay.force(findScenario('Setup/Suspended'));

    const paid = await counter.charge();

    expect(paid.payload.authorizationDetails.authorizationStatus.reasonCode).toBe('MaxCapturesProcessed');
  });
});

describe('a server error', () => {
  it.each([
    ['InternalServerError', 1, 0],
    ['InternalServerError.twice', 2, 0],
    ['InternalServerError.after', 1, 3980],
    ['InternalServerError.after.twice', 2, 3980],
    ['ServiceUnavailable', 1, 0],
    ['ServiceUnavailable.twice', 2, 0],
    ['ServiceUnavailable.after', 1, 3980],
    ['ServiceUnavailable.after.twice', 2, 3980],
  ])(
    'Charge/%s comes %d time(s) with %d yen captured behind it, then the true answer',
    async (name, times, yen) => {
      const counter = openCounter();
      const billingAgreementId = await counter.setUp();
      counter.pay.force(findScenario(`Charge/${name}`));

      for (let time = 1; time <= times; time += 1) {
        const failed = await counter.ask(chargeDirective({ billingAgreementId }));
        expect(failed.status).toEqual({ code: '500', message: name.split('.')[0] });
        expect(counter.pay.ledger.judge.capturedYen(REFERENCE)).toBe(yen);
      }
      const answer = await counter.ask(chargeDirective({ billingAgreementId }));

      expect(answer.payload.authorizationDetails.authorizationStatus.reasonCode).toBe('MaxCapturesProcessed');
      expect(counter.pay.ledger.judge.captures()).toHaveLength(1);
    },
  );

  it('after processing is known by Setup too', async () => {
    const counter = openCounter();
    counter.pay.force(findScenario('Setup/ServiceUnavailable.after'));

    const failed = await counter.ask(setupDirective());

    expect(failed.status.message).toBe('ServiceUnavailable');
    expect(counter.pay.ledger.billingAgreements.size).toBe(1);
  });
});

describe('waiting scenarios', () => {
  it('are met in the order of forcing, each by its own operation', async () => {
    const counter = openCounter();
    counter.pay.force(findScenario('Charge/InvalidPaymentMethod'));
    counter.pay.force(findScenario('Setup/InvalidSellerId'));
    counter.pay.force(findScenario('Charge/VoicePurchaseNotEnabled'));

    const setup = await counter.ask(setupDirective());
    const first = await counter.charge();
    const second = await counter.charge();
    const third = await counter.charge();

    expect([setup, first, second, third].map(({ status }) => status.message)).toEqual([
      'InvalidSellerId',
      'InvalidPaymentMethod',
      'VoicePurchaseNotEnabled',
      'OK',
    ]);
  });

  it('are forgotten by clearForced', async () => {
    const counter = openCounter();
    counter.pay.force(findScenario('Charge/InternalServerError.twice'));
    counter.pay.force(findScenario('Setup/InvalidSellerId'));
    counter.pay.clearForced();

    expect((await counter.charge()).status.code).toBe('200');
  });

  it('go on waiting when a directive never reaches Amazon Pay', async () => {
    const counter = openCounter();
    counter.pay.force(findScenario('Charge/VoicePurchaseNotEnabled'));
    await counter.charge({ authorizeAttributes: authorizeAttributes({ transactionTimeout: '0' }) });

    expect((await counter.charge()).status.message).toBe('VoicePurchaseNotEnabled');
  });

  it('stand in the list of requests with what became of them', async () => {
    const counter = openCounter();
    await deliveriesOf(counter, 'Charge/lost');

    expect(counter.pay.ledger.requests.at(-1)).toEqual({
      atMs: Date.parse('2026-11-22T03:00:00Z'),
      userId: 'amzn1.ask.account.A',
      name: 'Charge',
      token: 'charge-token',
      outcome: '200 Closed MaxCapturesProcessed',
      scenario: 'Charge/lost',
      authorizationReferenceId: REFERENCE,
    });
  });
});

describe('every scenario', () => {
  it.each(listScenarios().map((scenario) => ({ name: scenario.name, scenario })))(
    '$name is answered without a defect, and at most once with money',
    async ({ scenario }) => {
      const counter = openCounter();
      const billingAgreementId = await counter.setUp();
      counter.pay.force(scenario);
      const directive =
        scenario.operation === 'Setup' ? setupDirective() : chargeDirective({ billingAgreementId });

      const deliveries = await counter.pay.connect(directive, counter.context);

      expect(deliveries.length).toBeLessThanOrEqual(2);
      expect(counter.pay.ledger.requests.at(-1)?.scenario).toBe(scenario.name);
      expect(counter.pay.ledger.judge.captures().length).toBeLessThanOrEqual(
        scenario.operation === 'Setup' ? 0 : 1,
      );
    },
  );
});
