import { findScenario } from '../../../simulator/amazon-pay/scenario';
import {
  agreementAttributes,
  authorizeAttributes,
  chargeDirective,
  openCounter,
  price,
  setupDirective,
  type Counter,
} from './counter';

/** One documented code: its status, the situation that causes it, and what the skill sends. */
type Reason = readonly [code: string, status: string, because: string, arrange: (counter: Counter) => void];
type Sent = readonly [code: string, status: string, because: string, changes: Record<string, unknown>];

const WORLD_REASONS: readonly Reason[] = [
  [
    'MissingSkillManifestData',
    '400',
    'the manifest has no privacy policy',
    account({ manifestComplete: false }),
  ],
  ['FORBIDDEN', '403', 'the skill does not declare the permission', account({ permissionDeclared: false })],
  ['ACCESS_NOT_REQUESTED', '403', 'the buyer was never asked', consent('NOT_REQUESTED')],
  ['ACCESS_DENIED', '403', 'the buyer refused', consent('DENIED')],
  ['UnsupportedClientPlatform', '403', 'the Echo is too old', buyer({ deviceSupported: false })],
  ['InvalidSellerId', '400', 'the merchant is another one', account({ sellerId: 'A2OTHER' })],
  ['UnauthorizedAccess', '403', 'the skill is not connected', account({ linkedSkill: false })],
  ['UnsupportedCustomerAccount', '400', 'the buyer has no e-mail address', buyer({ email: undefined })],
];

describe.each(WORLD_REASONS.map(named))('$code ($status)', ({ code, status, because, given }) => {
  it(`answers Setup because ${because}`, async () => {
    const counter = openCounter();
    given(counter);

    const answer = await counter.ask(setupDirective());

    expectRefusal(answer, code, status);
    expect(answer.token).toBe('setup-token');
    expect(counter.pay.ledger.billingAgreements.size).toBe(0);
  });

  it(`answers Charge because ${because}`, async () => {
    const counter = openCounter();
    const billingAgreementId = await counter.setUp();
    given(counter);

    const answer = await counter.ask(chargeDirective({ billingAgreementId }));

    expectRefusal(answer, code, status);
    expect(answer.token).toBe('charge-token');
    expect(counter.pay.ledger.authorizations.size).toBe(0);
  });
});

const SETUP_WORLD_REASONS: readonly Reason[] = [
  ['InvalidMerchantAccountStatus', '403', 'the account is suspended', account({ accountOpen: false })],
  ['InvalidShippingAddress', '400', 'the buyer has no address', buyer({ shippingAddress: undefined })],
  ['InvalidShippingAddress', '400', 'the buyer never set up 1-Click', buyer({ oneClickEnabled: false })],
  ['ReleaseEnvironmentNotAllowed', '403', 'a live skill asks for the sandbox', stage('live')],
  [
    'MissingPermissionsToAccessResource',
    '403',
    'neither voice shopping nor the permission is enabled',
    (counter) => {
      consent('NOT_REQUESTED')(counter);
      buyer({ voicePurchaseEnabled: false })(counter);
    },
  ],
];

it.each(SETUP_WORLD_REASONS.map(named))(
  'answers Setup with $code ($status) because $because',
  async ({ code, status, given }) => {
    const counter = openCounter();
    given(counter);

    expectRefusal(await counter.ask(setupDirective()), code, status);
  },
);

const SETUP_REASONS: readonly Sent[] = [
  ['UnsupportedCurrency', '400', 'the currency does not exist', { ledgerCurrency: 'XYZ' }],
  ['UnsupportedCurrency', '400', 'the currency is not the Japanese one', { ledgerCurrency: 'USD' }],
  ['UnsupportedCountryOfEstablishment', '400', 'the country is not listed', { countryOfEstablishment: 'GB' }],
  [
    'UnsupportedCountryOfEstablishment',
    '400',
    'the account is a Japanese one',
    { countryOfEstablishment: 'DE' },
  ],
  ['InvalidParameterValue', '400', 'the language has a hyphen', { checkoutLanguage: 'ja-JP' }],
  [
    'BuyerEqualsSeller',
    '400',
    'the merchant tests with its own account',
    { sandboxCustomerEmailId: 'owner@example.com' },
  ],
  [
    'InvalidSandboxCustomerEmail',
    '400',
    'nobody has that test account',
    { sandboxCustomerEmailId: 'no@example.com' },
  ],
  ['InvalidSandboxCustomerEmail', '400', 'no test account is named', { sandboxCustomerEmailId: undefined }],
  [
    'InvalidBillingAgreementType',
    '400',
    'the type does not exist',
    attributes({ billingAgreementType: 'Both' }),
  ],
  [
    'InvalidSubscriptionAmount',
    '400',
    'no type goes with it',
    attributes({ subscriptionAmount: price('2480') }),
  ],
  [
    'InvalidSubscriptionAmount',
    '400',
    'the type is the one without subscription',
    attributes({ billingAgreementType: 'CustomerInitiatedTransaction', subscriptionAmount: price('2480') }),
  ],
  ['InvalidSubscriptionAmount', '400', 'the amount is no whole yen', subscription(price('24.80'))],
  ['InvalidSubscriptionAmount', '400', 'the currency is another one', subscription(price('2480', 'USD'))],
];

it.each(SETUP_REASONS.map(named))(
  'answers Setup with $code ($status) because $because',
  async ({ code, status, given }) => {
    expectRefusal(await openCounter().ask(setupDirective(given)), code, status);
  },
);

it('answers Setup with BuyerEqualsSeller when the merchant itself speaks to a live skill', async () => {
  const counter = openCounter();
  buyer({ email: 'owner@example.com' })(counter);

  const answer = await counter.ask(setupDirective({ sandboxMode: false }));

  expectRefusal(answer, 'BuyerEqualsSeller', '400');
});

const CHARGE_WORLD_REASONS: readonly Reason[] = [
  ['InvalidAccountStatus', '403', 'the account is suspended', account({ accountOpen: false })],
  ['ReleaseEnvironmentNotAllowed', '403', 'a live skill charges a sandbox agreement', stage('live')],
  [
    'InvalidBillingAgreementStatus',
    '400',
    'agreements are disabled',
    account({ billingAgreementsEnabled: false }),
  ],
  ['VoicePurchaseNotEnabled', '403', 'voice shopping is off', buyer({ voicePurchaseEnabled: false })],
  ['CustomerApprovalFailure', '403', 'the voice code was wrong', buyer({ voiceCode: 'rejected' })],
  ['InvalidPaymentMethod', '400', 'the payment method is not valid', buyer({ paymentMethod: 'invalid' })],
  ['InvalidPaymentMethod', '400', 'there is no payment method', buyer({ paymentMethod: 'none' })],
  [
    'InvalidPaymentMethod',
    '400',
    'there is no billing address',
    buyer({ paymentMethod: 'noBillingAddress' }),
  ],
  ['InvalidPaymentMethod', '400', 'the merchant does not take it', buyer({ paymentMethod: 'notAllowed' })],
  ['PeriodicAmountExceeded', '400', 'the month is used up', account({ periodLimitYen: 3979 })],
];

it.each(CHARGE_WORLD_REASONS.map(named))(
  'answers Charge with $code ($status) because $because',
  async ({ code, status, given }) => {
    const counter = openCounter();
    const billingAgreementId = await counter.setUp();
    given(counter);

    const answer = await counter.ask(chargeDirective({ billingAgreementId }));

    expectRefusal(answer, code, status);
    expect(counter.pay.ledger.authorizations.size).toBe(0);
  },
);

const CHARGE_REASONS: readonly Sent[] = [
  [
    'InvalidBillingAgreementId',
    '400',
    'nobody has that agreement',
    { billingAgreementId: 'C03-9999999-9999999' },
  ],
  [
    'InvalidBillingAgreementId',
    '400',
    'the id is of another region',
    { billingAgreementId: 'C02-1234567-1234567' },
  ],
  ['InvalidPaymentAction', '400', 'the action does not exist', { paymentAction: 'Capture' }],
  ['InvalidAuthorizationAmount', '400', 'nothing is to be paid', amount(price('0'))],
  ['InvalidAuthorizationAmount', '400', 'the currency is another one', amount(price('3980', 'USD'))],
  ['ProviderNotAuthorized', '403', 'a provider wants its share', { providerAttributes: provider() }],
  [
    'InvalidSandboxSimulationSpecified',
    '400',
    'the simulation does not exist',
    note('{"SandboxSimulation":{"State":"Declined","ReasonCode":"InvalidPayment Method"}}'),
  ],
];

it.each(CHARGE_REASONS.map(named))(
  'answers Charge with $code ($status) because $because',
  async ({ code, status, given }) => {
    const counter = openCounter();

    expectRefusal(await counter.charge(given), code, status);
    expect(counter.pay.ledger.authorizations.size).toBe(0);
  },
);

it.each(['Closed', 'Canceled', 'Draft'])(
  'answers Charge with InvalidBillingAgreementStatus on a %s agreement',
  async (state) => {
    const counter = openCounter();
    counter.pay.force(findScenario(`Setup/${state}`));

    expectRefusal(await counter.charge(), 'InvalidBillingAgreementStatus', '400');
  },
);

it('answers Charge with InvalidBillingAgreementId for the agreement of another buyer', async () => {
  const counter = openCounter();
  const billingAgreementId = await counter.setUp();
  buyer({ userId: 'amzn1.ask.account.B' })(counter);

  expectRefusal(
    await counter.ask(chargeDirective({ billingAgreementId })),
    'InvalidBillingAgreementId',
    '400',
  );
});

it('answers with RequestThrottled above the limit of one second, and works again in the next', async () => {
  const counter = openCounter({ account: { requestsPerSecond: 2 } });
  await counter.setUp();
  await counter.setUp();

  const third = await counter.ask(setupDirective());
  counter.clock.nowMs += 1000;
  const later = await counter.ask(setupDirective());

  expectRefusal(third, 'RequestThrottled', '429');
  expect(later.status.code).toBe('200');
});

it('lets an authorized provider take part', async () => {
  const counter = openCounter({ account: { authorizedProviderIds: ['A3PROVIDER'] } });

  expect((await counter.charge({ providerAttributes: provider() })).status.code).toBe('200');
});

describe('the message of InvalidPaymentMethod', () => {
  it.each([
    ['noBillingAddress', 'billing address'],
    ['notAllowed', 'not accepted'],
    ['none', '1-click'],
  ] as const)('for %s holds the words "%s"', async (paymentMethod, words) => {
    const counter = openCounter();
    buyer({ paymentMethod })(counter);

    expect((await counter.charge()).payload.errorMessage.toLowerCase()).toContain(words);
  });

  it('for an invalid method holds none of them', async () => {
    const counter = openCounter();
    buyer({ paymentMethod: 'invalid' })(counter);

    expect((await counter.charge()).payload.errorMessage).not.toMatch(
      /billing address|not a(llowed|ccepted)|1-click|default/i,
    );
  });
});

function named<Given>([code, status, because, given]: readonly [string, string, string, Given]) {
  return { code, status, because, given };
}

function expectRefusal(answer: Awaited<ReturnType<Counter['ask']>>, code: string, status: string): void {
  expect(answer.status).toEqual({ code: status, message: code });
  expect(Object.keys(answer.payload)).toEqual(['errorCode', 'errorMessage']);
  expect(answer.payload.errorCode).toBe(code);
  expect(answer.payload.errorMessage).not.toBe('');
}

function account(changes: Partial<Counter['account']>): (counter: Counter) => void {
  return (counter) => {
    counter.account = { ...counter.account, ...changes };
  };
}

function buyer(changes: Partial<Counter['buyer']>): (counter: Counter) => void {
  return (counter) => {
    counter.buyer = { ...counter.buyer, ...changes };
  };
}

function consent(state: Counter['context']['consent']): (counter: Counter) => void {
  return (counter) => {
    counter.context = { ...counter.context, consent: state };
  };
}

function stage(name: Counter['context']['stage']): (counter: Counter) => void {
  return (counter) => {
    counter.context = { ...counter.context, stage: name };
  };
}

function attributes(changes: Record<string, unknown>): Record<string, unknown> {
  return { billingAgreementAttributes: agreementAttributes(changes) };
}

function subscription(subscriptionAmount: unknown): Record<string, unknown> {
  return attributes({ billingAgreementType: 'MerchantInitiatedTransaction', subscriptionAmount });
}

function amount(authorizationAmount: unknown): Record<string, unknown> {
  return { authorizeAttributes: authorizeAttributes({ authorizationAmount }) };
}

function note(sellerAuthorizationNote: string): Record<string, unknown> {
  return { authorizeAttributes: authorizeAttributes({ sellerAuthorizationNote }) };
}

function provider(): Record<string, unknown> {
  return {
    '@type': 'ProviderAttributes',
    '@version': '2',
    providerId: 'A3PROVIDER',
    providerCreditList: [
      { '@type': 'ProviderCredit', '@version': '2', providerId: 'A3PROVIDER', credit: price('100') },
    ],
  };
}
