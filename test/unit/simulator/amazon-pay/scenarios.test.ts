import {
  findScenario,
  listScenarios,
  UnknownScenarioError,
  type Scenario,
} from '../../../simulator/amazon-pay/scenario';
import { chargeDirective, openCounter, setupDirective, type Counter } from './counter';

const REFERENCE = '5f1c0e6b9a7d4c2e8b3f6a1d0c9e7b42';

/** Rows of the outcome table that concern Setup and Charge. */
const ROWS =
  'a01 a02 a03 a04 a05 a06 a07 a08 a09 a10 a11 a12 a13 a14 a15 a16 a17 a18 a19 a20 a21 a22 a23 a24 a25 a26 a27 ' +
  'a28 a29 a30 a31 a32 a33 a34 a35 a36 a37 a38 a39 a40 a41 a42 a43 a44 a45 a46 a47 a48 a49 a50 a51 ' +
  'd01 d02 d03 d04 d05 d06 d07 d08 d09 d10 d11 d12 d13 d14';

/** The code that a row of errors must be answered with, and the operation whose table it stands in. */
const CODES_OF_ROWS =
  'a01 Setup UnsupportedClientPlatform 403|a02 Setup InvalidShippingAddress 400|' +
  'a03 Setup InvalidMerchantAccountStatus 403|a04 Setup RequestThrottled 429|a05 Setup InvalidSellerId 400|' +
  'a06 Setup UnsupportedCurrency 400|a07 Setup UnsupportedCountryOfEstablishment 400|' +
  'a08 Setup InvalidParameterValue 400|a09 Setup BuyerEqualsSeller 400|a10 Setup UnauthorizedAccess 403|' +
  'a11 Setup InvalidBillingAgreementType 400|a12 Setup InvalidSubscriptionAmount 400|' +
  'a13 Setup ReleaseEnvironmentNotAllowed 403|a14 Setup InvalidSandboxCustomerEmail 400|' +
  'a15 Setup InternalServerError 500|a16 Setup ServiceUnavailable 500|' +
  'a17 Setup MissingPermissionsToAccessResource 403|a18 Setup FORBIDDEN 403|a19 Setup ACCESS_NOT_REQUESTED 403|' +
  'a20 Setup ACCESS_DENIED 403|a17 Charge MissingPermissionsToAccessResource 403|a18 Charge FORBIDDEN 403|' +
  'a19 Charge ACCESS_NOT_REQUESTED 403|a20 Charge ACCESS_DENIED 403|' +
  'a22 Charge UnsupportedClientPlatform 403|a23 Charge InvalidPaymentMethod 400|a24 Charge InvalidAccountStatus 403|' +
  'a25 Charge RequestThrottled 429|a26 Charge InvalidSellerId 400|a27 Charge InvalidParameterValue 400|' +
  'a28 Charge UnauthorizedAccess 403|a29 Charge ReleaseEnvironmentNotAllowed 403|' +
  'a30 Charge InvalidBillingAgreementId 400|a31 Charge InvalidBillingAgreementStatus 400|' +
  'a32 Charge InvalidPaymentAction 400|a33 Charge InvalidAuthorizationAmount 400|' +
  'a34 Charge PeriodicAmountExceeded 400|a35 Charge ProviderNotAuthorized 403|a36 Charge DuplicateRequest 400|' +
  'a37 Charge InternalServerError 500|a38 Charge ServiceUnavailable 500|a39 Charge CustomerApprovalFailure 403|' +
  'a40 Charge VoicePurchaseNotEnabled 403|a45 Charge UnsupportedCustomerAccount 400';

/** What a Charge says of its authorization, and how many yen the books have captured by it (3980 were asked for). */
const STATES_SAID: readonly (readonly [
  name: string,
  state: string,
  reason: string,
  softDecline: boolean | '-',
  yen: number,
])[] = [
  ['Pending', 'Pending', '-', false, 0],
  ['Pending.thenDeclined', 'Pending', '-', false, 0],
  ['Pending.thenTimedOut', 'Pending', '-', false, 0],
  ['Pending.StopShipmentAtypicalAuth', 'Pending', 'StopShipmentAtypicalAuth', false, 0],
  ['Open', 'Open', '-', false, 0],
  ['Open.captured', 'Open', '-', false, 3980],
  ['Open.StopShipmentAtypicalAuth', 'Open', 'StopShipmentAtypicalAuth', false, 0],
  ['Open.UnknownReason', 'Open', 'SomethingNew', false, 0],
  ['Declined.InvalidPaymentMethod.soft', 'Declined', 'InvalidPaymentMethod', true, 0],
  ['Declined.InvalidPaymentMethod.hard', 'Declined', 'InvalidPaymentMethod', false, 0],
  ['Declined.InvalidPaymentMethod', 'Declined', 'InvalidPaymentMethod', '-', 0],
  ['Declined.AmazonRejected', 'Declined', 'AmazonRejected', false, 0],
  ['Declined.ProcessingFailure', 'Declined', 'ProcessingFailure', false, 0],
  ['Declined.TransactionTimedOut', 'Declined', 'TransactionTimedOut', false, 0],
  ['Declined.UnknownReason', 'Declined', 'SomethingNew', false, 0],
  ['Declined', 'Declined', '-', false, 0],
  ['Closed.ExpireUnused', 'Closed', 'ExpireUnused', false, 0],
  ['Closed.ExpiredUnused', 'Closed', 'ExpiredUnused', false, 0],
  ['Closed.MaxCapturesProcessed', 'Closed', 'MaxCapturesProcessed', false, 3980],
  ['Closed.MaxCapturesProcessed.upperCase', 'CLOSED', 'MaxCapturesProcessed', false, 3980],
  ['Closed.AmazonClosed', 'Closed', 'AmazonClosed', false, 0],
  ['Closed.OrderReferenceCanceled', 'Closed', 'OrderReferenceCanceled', false, 0],
  ['Closed.SellerClosed', 'Closed', 'SellerClosed', false, 0],
  ['Closed.InvalidPaymentMethod', 'Closed', 'InvalidPaymentMethod', false, 0],
  ['Closed.UnknownReason', 'Closed', 'SomethingNew', false, 0],
  ['Closed', 'Closed', '-', false, 0],
  ['UnknownState', 'Frozen', '-', false, 0],
  ['UnknownState.captured', 'Frozen', '-', false, 3980],
  ['Completed', 'Completed', '-', false, 3980],
  ['stateMissing', '-', '-', false, 3980],
  ['stateMissing.declined', '-', '-', false, 0],
  ['amountHigher', 'Closed', 'MaxCapturesProcessed', false, 3981],
  ['amountLower', 'Closed', 'MaxCapturesProcessed', false, 3979],
  ['capturedAmountZero', 'Closed', 'MaxCapturesProcessed', false, 0],
  ['capturedAmountMissing', 'Closed', 'MaxCapturesProcessed', false, 3980],
  ['amountsMissing', 'Closed', 'MaxCapturesProcessed', false, 3980],
  ['amountUnreadable', 'Closed', 'MaxCapturesProcessed', false, 3980],
  ['currencyDiffers', 'Closed', 'MaxCapturesProcessed', false, 3980],
  ['referenceDiffers', 'Closed', 'MaxCapturesProcessed', false, 3980],
  ['referenceMissing', 'Closed', 'MaxCapturesProcessed', false, 3980],
];

describe('the scenario table', () => {
  it('names every row of the outcome table that concerns Setup and Charge, and no other', () => {
    const covered = new Set(listScenarios().flatMap(({ rows }) => rows));

    expect([...covered].sort()).toEqual(ROWS.split(' '));
  });

  it('gives each scenario a name of its own under its operation', () => {
    const names = listScenarios().map(({ name }) => name);

    expect(new Set(names).size).toBe(names.length);
    expect(listScenarios().filter(({ name, operation }) => !name.startsWith(`${operation}/`))).toEqual([]);
  });

  it('tells for each scenario its document, its table in both languages and one line about it', () => {
    for (const { document, table, description } of listScenarios()) {
      expect(document).toMatch(/^(000|003|alexa-amazon-pay|money-safety)$/);
      expect(table.ja).toMatch(/[ぁ-んァ-ヶ一-龠]/);
      expect(table.en).toMatch(/^[\x20-\x7e]+$/);
      expect(description).toMatch(/^.+\.$/);
    }
  });

  it('has rows of seed 003 in every authorization state scenario of its document', () => {
    const of003 = listScenarios().filter(({ document }) => document === '003');

    expect(of003.length).toBeGreaterThan(20);
    expect(of003.filter(({ rows }) => !rows.some((row) => row.startsWith('d')))).toEqual([]);
  });

  it('finds a scenario by its name', () => {
    expect(findScenario('Charge/Declined.InvalidPaymentMethod.soft').rows).toEqual(['a46', 'd03']);
  });

  it.each([
    ['Charge/Declined.InvalidPaymentMetod.soft', 'Charge/Declined.InvalidPaymentMethod.soft'],
    ['charge/lost', 'Charge/lost'],
    ['Closed.AmazonClose', 'Charge/Closed.AmazonClosed'],
    ['Setup/constructor', 'Setup/'],
  ])('suggests the nearest names for %s', (wrong, near) => {
    expect(() => findScenario(wrong)).toThrow(UnknownScenarioError);
    expect(() => findScenario(wrong)).toThrow(`There is no scenario "${wrong}". Did you mean ${near}`);
  });
});

describe('an error of the documents', () => {
  const cases = CODES_OF_ROWS.split('|').map((line) => {
    const [row, operation, code, status] = line.split(' ');
    return { row, code, status, name: [operation, code].join('/') };
  });

  it.each(cases)('$row: $name has status $status and moves nothing', async ({ row, code, status, name }) => {
    const counter = openCounter();
    const scenario = findScenario(name);

    const answer = await play(counter, scenario);

    expect(scenario.rows).toEqual([row]);
    expect(answer.status).toEqual({ code: status, message: code });
    expect(answer.payload.errorCode).toBe(code);
    expect(counter.pay.ledger.judge.captures()).toEqual([]);
  });

  it.each([
    ['InvalidShippingAddress.oneClick', 'Setup', 'a41', /1-click/i],
    ['InvalidPaymentMethod.oneClick', 'Charge', 'a42', /1-click/i],
    ['InvalidPaymentMethod.billingAddress', 'Charge', 'a43', /billing address/i],
    ['InvalidPaymentMethod.notAllowed', 'Charge', 'a44', /not accepted/i],
  ])('%s of %s is told apart by its message (row %s)', async (...[name, operation, row, words]) => {
    const scenario = findScenario(`${operation}/${name}`);

    const answer = await play(openCounter(), scenario);

    expect(scenario.rows).toEqual([row]);
    expect(answer.payload.errorMessage).toMatch(words);
  });
});

describe('a dictated authorization', () => {
  it.each(
    STATES_SAID.map(([name, state, reason, softDecline, yen]) => ({ name, state, reason, softDecline, yen })),
  )(
    'Charge/$name says $state $reason, softDecline $softDecline, and captures $yen yen',
    async ({ name, state, reason, softDecline, yen }) => {
      const counter = openCounter();

      const answer = await play(counter, findScenario(`Charge/${name}`));

      const details: Record<string, unknown> = answer.payload.authorizationDetails;
      const said: Record<string, unknown> = answer.payload.authorizationDetails.authorizationStatus;
      expect([said.state ?? '-', said.reasonCode ?? '-']).toEqual([state, reason]);
      expect(details.softDecline ?? '-').toBe(softDecline);
      expect(answer.status).toEqual({ code: '200', message: 'OK' });
      expect(counter.pay.ledger.judge.capturedYen(REFERENCE)).toBe(yen);
    },
  );

  it('is listed here completely', () => {
    const dictated = listScenarios().filter(({ effect }) => effect.process.as === 'authorization');

    expect(dictated.map(({ name }) => name).sort()).toEqual(
      STATES_SAID.map(([name]) => `Charge/${name}`).sort(),
    );
  });

  it.each([
    ['amountHigher', { authorizationAmount: '3981.00', capturedAmount: '3981.00' }],
    ['amountLower', { authorizationAmount: '3979.00', capturedAmount: '3979.00' }],
    ['capturedAmountZero', { authorizationAmount: '3980.00', capturedAmount: '0.00' }],
    ['capturedAmountMissing', { authorizationAmount: '3980.00' }],
    ['amountsMissing', {}],
    ['amountUnreadable', { authorizationAmount: '3980.00', capturedAmount: 'much' }],
    ['currencyDiffers', { authorizationAmount: '39.80', capturedAmount: '39.80' }],
  ])('Charge/%s names the amounts %j', async (name, amounts) => {
    const answer = await play(openCounter(), findScenario(`Charge/${name}`));

    const details = answer.payload.authorizationDetails as Record<string, { amount?: string } | undefined>;
    expect({
      ...(details.authorizationAmount === undefined
        ? {}
        : { authorizationAmount: details.authorizationAmount.amount }),
      ...(details.capturedAmount === undefined ? {} : { capturedAmount: details.capturedAmount.amount }),
    }).toEqual(amounts);
  });

  it('suspends the agreement for a hard decline only', async () => {
    const hard = openCounter();
    const soft = openCounter();

    await play(hard, findScenario('Charge/Declined.InvalidPaymentMethod.hard'));
    await play(soft, findScenario('Charge/Declined.InvalidPaymentMethod.soft'));

    expect(agreementStates(hard)).toEqual(['SUSPENDED']);
    expect(agreementStates(soft)).toEqual(['OPEN']);
  });

  it('closes the order reference for AmazonRejected and leaves the agreement Open', async () => {
    const counter = openCounter();

    await play(counter, findScenario('Charge/Declined.AmazonRejected'));

    expect([...counter.pay.ledger.orderReferences.values()].map(({ state }) => state)).toEqual(['Closed']);
    expect(agreementStates(counter)).toEqual(['OPEN']);
  });

  it('replays the truth to a repetition: a reference that was paid is not declined by force', async () => {
    const counter = openCounter();
    const paid = await counter.charge();

    const again = await play(counter, findScenario('Charge/Declined.ProcessingFailure'));

    expect(again).toEqual(paid);
    expect(counter.pay.ledger.judge.captures()).toHaveLength(1);
  });

  it('yields to the refusal of a Charge that is not in order', async () => {
    const counter = openCounter();
    counter.pay.force(findScenario('Charge/Closed.MaxCapturesProcessed'));

    const answer = await counter.ask(chargeDirective({ billingAgreementId: 'C03-9999999-9999999' }));

    expect(answer.status.message).toBe('InvalidBillingAgreementId');
    expect(counter.pay.ledger.judge.captures()).toEqual([]);
  });
});

/** Plays one scenario of either operation and gives the first answer that arrives. */
function play(counter: Counter, scenario: Scenario): ReturnType<Counter['ask']> {
  if (scenario.operation === 'Setup') {
    counter.pay.force(scenario);
    return counter.ask(setupDirective());
  }
  return counter.setUp().then((billingAgreementId) => {
    counter.pay.force(scenario);
    return counter.ask(chargeDirective({ billingAgreementId }));
  });
}

function agreementStates(counter: Counter): readonly string[] {
  return [...counter.pay.ledger.billingAgreements.values()].map(({ status }) => status);
}
