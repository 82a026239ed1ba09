import { readConfig, LOCAL_DEFAULTS } from '../../lambda/src/config';
import { createShopper } from '../support/shopper';
import { setupAnswer } from '../support/payment-answers';
import { createTestSkill } from '../support/test-skill';
import { createSkill } from '../../lambda/src/skill';

const PROMPT =
  'Amazon Payの権限が有効になっておりません。Alexaアプリにカードを送りましたのでAlexaアプリからAmazon Payを有効にしてください。ご注文は確定していません。カートは残してあります。';
const CARD = { type: 'AskForPermissionsConsent', permissions: ['payments:autopay_consent'] };

describe('the permission is looked at before Setup', () => {
  it.each([
    ['was denied', 'DENIED'],
    ['was never asked for', undefined],
  ] as const)('sends the consent card and no directive when it %s', async (_title, consent) => {
    const { shopper } = createTestSkill();
    shopper.consent = consent;
    await shopper.says('OrderIntent', { product: 'blend', quantity: '1' });

    const heard = await shopper.says('AMAZON.YesIntent');

    expect(heard.speech).toBe(PROMPT);
    expect(heard.card).toEqual(CARD);
    expect(heard.sent).toBeUndefined();
    expect(heard.isOpen).toBe(false);
  });

  it.each([
    ['permissions without scopes', { consentToken: 't' }],
    ['scopes without our scope', { scopes: {} }],
    ['our scope without a status', { scopes: { 'payments:autopay_consent': {} } }],
    ['our scope as null', { scopes: { 'payments:autopay_consent': null } }],
    ['scopes as a text', { scopes: 'payments:autopay_consent' }],
    ['permissions as null', null],
    ['another scope that is granted', { scopes: { 'alexa::profile:email:read': { status: 'GRANTED' } } }],
  ])('takes it as not granted, without a crash, with %s', async (_title, permissions) => {
    const { deps } = createTestSkill();
    const skill = createSkill(deps);
    const shopper = createShopper({
      userId: 'amzn1.ask.account.TARO',
      skillId: deps.config.skillId,
      send: (envelope) => {
        const { context } = envelope as { context: { System: { user: Record<string, unknown> } } };
        context.System.user['permissions'] = permissions;
        return skill.invoke(envelope as never);
      },
    });
    await shopper.says('OrderIntent', { product: 'blend', quantity: '1' });

    const heard = await shopper.says('CheckoutIntent');

    expect(heard.card).toEqual(CARD);
    expect(heard.sent).toBeUndefined();
  });

  it('goes on where the shopper was once the card is accepted', async () => {
    const { shopper } = createTestSkill();
    shopper.consent = 'DENIED';
    await shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
    await shopper.says('CheckoutIntent');
    shopper.consent = 'GRANTED';

    const welcome = await shopper.launch();
    const setup = await shopper.says('AMAZON.YesIntent');

    expect(welcome.speech).toContain('前回のご注文が残っています。こえみせブレンドが2袋で、');
    expect(setup.sent?.name).toBe('Setup');
  });
});

describe('the Setup directive', () => {
  it('carries the whole payload for Japan in the sandbox and closes the session', async () => {
    const { shopper } = createTestSkill();
    await shopper.says('OrderIntent', { product: 'blend', quantity: '2' });

    const heard = await shopper.says('CheckoutIntent');

    expect(heard.envelope.response.shouldEndSession).toBe(true);
    expect(heard.sent).toEqual({
      type: 'Connections.SendRequest',
      name: 'Setup',
      token: expect.stringMatching(/^261122-\d{6}\.s1\.[\w-]{22}$/),
      payload: {
        '@type': 'SetupAmazonPayRequest',
        '@version': '2',
        sellerId: 'A1KOEMISELOCAL',
        countryOfEstablishment: 'JP',
        ledgerCurrency: 'JPY',
        checkoutLanguage: 'ja_JP',
        needAmazonShippingAddress: true,
        sandboxMode: true,
        sandboxCustomerEmailId: 'buyer@koemise.example',
        billingAgreementAttributes: {
          '@type': 'BillingAgreementAttributes',
          '@version': '2',
          sellerNote: 'こえみせ珈琲をご利用いただき、ありがとうございます。',
          sellerBillingAgreementAttributes: {
            '@type': 'SellerBillingAgreementAttributes',
            '@version': '2',
            sellerBillingAgreementId: expect.stringMatching(/^261122-\d{6}$/),
            storeName: 'こえみせ珈琲',
            customInformation: '',
          },
        },
      },
    });
  });

  it('carries the subscription fields for the monthly delivery', async () => {
    const { shopper } = createTestSkill();
    await shopper.says('SubscribeIntent');

    const heard = await shopper.says('AMAZON.YesIntent');

    expect(heard.sent?.payload).toMatchObject({
      billingAgreementAttributes: {
        billingAgreementType: 'MerchantInitiatedTransaction',
        subscriptionAmount: { '@type': 'Price', '@version': '2', amount: '2480', currencyCode: 'JPY' },
      },
    });
  });

  it('is not sent when a field breaks a limit: the merchant is told which, the shopper that nothing was ordered', async () => {
    const skill = createTestSkill();
    const deps = { ...skill.deps, shop: { ...skill.deps.shop, merchantName: '店'.repeat(1100) } };
    const other = createSkill(deps);
    const shopper = createShopper({
      userId: 'amzn1.ask.account.TARO',
      skillId: deps.config.skillId,
      send: (envelope) => other.invoke(envelope as never),
    });
    await shopper.says('OrderIntent', { product: 'blend', quantity: '1' });

    const heard = await shopper.says('CheckoutIntent');

    expect(heard.sent).toBeUndefined();
    expect(heard.speech).toBe(
      '申し訳ございません、エラーが発生しました。しばらくたってからもう一度お試しください。ご注文は確定していません。',
    );
    expect(skill.log.alerts).toEqual([
      expect.objectContaining({
        step: 'payloadRefused',
        parameters: ['billingAgreementAttributes.sellerNote'],
      }),
    ]);
  });
});

describe('the Charge directive', () => {
  async function chargePayload(environment: Record<string, string>): Promise<unknown> {
    const { shopper } = createTestSkill({ environment });
    await shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
    await shopper.says('CheckoutIntent');
    await shopper.answers(setupAnswer({ billingAgreementStatus: 'SUSPENDED', destination: undefined }));
    const heard = await shopper.says('AMAZON.YesIntent');
    return heard.sent?.payload;
  }

  it('captures whole yen at once under the derived reference, whatever the agreement status was', async () => {
    const payload = await chargePayload({});

    expect(payload).toEqual({
      '@type': 'ChargeAmazonPayRequest',
      '@version': '2',
      sellerId: 'A1KOEMISELOCAL',
      billingAgreementId: 'C03-1111111-1111111',
      paymentAction: 'AuthorizeAndCapture',
      authorizeAttributes: {
        '@type': 'AuthorizeAttributes',
        '@version': '2',
        authorizationReferenceId: expect.stringMatching(/^[0-9a-f]{32}$/),
        authorizationAmount: { '@type': 'Price', '@version': '2', amount: '3192', currencyCode: 'JPY' },
        transactionTimeout: 0,
        sellerAuthorizationNote: '',
      },
      sellerOrderAttributes: {
        '@type': 'SellerOrderAttributes',
        '@version': '2',
        sellerOrderId: expect.stringMatching(/^261122-\d{6}$/),
        storeName: 'こえみせ珈琲',
        customInformation: '',
        sellerNote: 'こえみせ珈琲をご利用いただき、ありがとうございます。',
      },
    });
  });

  it('carries the sandbox simulation string that the configuration names', async () => {
    const payload = await chargePayload({ AMAZON_PAY_SANDBOX_SIMULATION: 'Declined.AmazonRejected' });

    expect(payload).toMatchObject({
      authorizeAttributes: {
        sellerAuthorizationNote: '{"SandboxSimulation":{"State":"Declined","ReasonCode":"AmazonRejected"}}',
      },
    });
  });

  it('refuses the simulation outside the sandbox when the program starts', () => {
    const live = {
      ...LOCAL_DEFAULTS,
      AMAZON_PAY_SANDBOX: 'false',
      AMAZON_PAY_SANDBOX_SIMULATION: 'Declined.AmazonRejected',
    };

    expect(() => readConfig(live)).toThrow(
      'AMAZON_PAY_SANDBOX_SIMULATION: allowed only with AMAZON_PAY_SANDBOX=true',
    );
  });
});

describe('the recap without an address from Amazon', () => {
  it('says that the goods go to the address at Amazon, and takes the flat shipping', async () => {
    const { shopper } = createTestSkill();
    await shopper.says('OrderIntent', { product: 'blend', quantity: '2' });
    await shopper.says('CheckoutIntent');

    const heard = await shopper.answers(setupAnswer({ destination: undefined }));

    expect(heard.speech).toContain('お届け先は、Amazonアカウントにご登録の住所です。');
    expect(heard.speech).toContain('送料は600円');
  });
});
