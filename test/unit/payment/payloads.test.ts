import {
  chargePayload,
  chargePayloadFaults,
  type ChargeContent,
} from '../../../lambda/src/payment/charge-payload';
import { setupPayload, setupPayloadFaults, type SetupFacts } from '../../../lambda/src/payment/setup-payload';

const SETUP: SetupFacts = {
  ships: true,
  sellerId: 'A1KOEMISELOCAL',
  storeName: 'こえみせ珈琲',
  sellerNote: 'ありがとうございます。',
  orderId: '261122-482109',
};
const CHARGE: ChargeContent = {
  sellerId: 'A1KOEMISELOCAL',
  storeName: 'こえみせ珈琲',
  orderId: '261122-482109',
  billingAgreementId: 'B03-1111111-1111111',
  authorizationReferenceId: '3dc691aa2b572f02501720c072ef65e3',
  amountYen: 3192,
  sellerNote: 'ありがとうございます。',
  sellerAuthorizationNote: '',
};

describe('the Setup payload for Japan', () => {
  it('asks for an agreement and the delivery address for goods, live', () => {
    expect(setupPayload(SETUP)).toStrictEqual({
      '@type': 'SetupAmazonPayRequest',
      '@version': '2',
      sellerId: 'A1KOEMISELOCAL',
      countryOfEstablishment: 'JP',
      ledgerCurrency: 'JPY',
      checkoutLanguage: 'ja_JP',
      needAmazonShippingAddress: true,
      sandboxMode: false,
      billingAgreementAttributes: {
        '@type': 'BillingAgreementAttributes',
        '@version': '2',
        sellerNote: 'ありがとうございます。',
        sellerBillingAgreementAttributes: {
          '@type': 'SellerBillingAgreementAttributes',
          '@version': '2',
          sellerBillingAgreementId: '261122-482109',
          storeName: 'こえみせ珈琲',
          customInformation: '',
        },
      },
    });
  });

  it('names the test account in the sandbox, and only there', () => {
    expect(setupPayload({ ...SETUP, sandboxCustomerEmailId: 'buyer@koemise.example' })).toMatchObject({
      sandboxMode: true,
      sandboxCustomerEmailId: 'buyer@koemise.example',
    });
    expect(setupPayload({ ...SETUP, sandboxCustomerEmailId: undefined })).not.toHaveProperty(
      'sandboxCustomerEmailId',
    );
  });

  it('asks for no address where nothing is sent to a place', () => {
    expect(setupPayload({ ...SETUP, ships: false })).toStrictEqual({
      ...setupPayload(SETUP),
      needAmazonShippingAddress: false,
    });
  });

  it('declares a subscription with its monthly price, and nothing of it for goods', () => {
    expect(setupPayload({ ...SETUP, subscriptionYen: 2480 }).billingAgreementAttributes).toMatchObject({
      billingAgreementType: 'MerchantInitiatedTransaction',
      subscriptionAmount: { '@type': 'Price', '@version': '2', amount: '2480', currencyCode: 'JPY' },
    });
    expect(setupPayload(SETUP).billingAgreementAttributes).not.toHaveProperty('billingAgreementType');
    expect(setupPayload(SETUP).billingAgreementAttributes).not.toHaveProperty('subscriptionAmount');
  });

  it.each<[string, Partial<SetupFacts>]>([
    ['a seller note of 1024 characters', { sellerNote: 'あ'.repeat(1024) }],
    ['a seller id of 32 characters', { sellerId: `A${'1'.repeat(31)}` }],
    ['a store name of one character', { storeName: '声' }],
    ['a test account', { sandboxCustomerEmailId: 'buyer@koemise.example' }],
    ['a subscription', { subscriptionYen: 1 }],
  ])('may be sent with %s', (_title, facts) => {
    expect(setupPayloadFaults(setupPayload({ ...SETUP, ...facts }))).toEqual([]);
  });

  it.each<[string, Partial<SetupFacts>, string]>([
    [
      'a seller note of 1025 characters',
      { sellerNote: 'あ'.repeat(1025) },
      'billingAgreementAttributes.sellerNote',
    ],
    ['a seller id of 33 characters', { sellerId: `A${'1'.repeat(32)}` }, 'sellerId'],
    ['no seller id', { sellerId: '' }, 'sellerId'],
    ['a small letter in the seller id', { sellerId: 'A1koemise' }, 'sellerId'],
    [
      'no store name',
      { storeName: '' },
      'billingAgreementAttributes.sellerBillingAgreementAttributes.storeName',
    ],
    [
      'an order id with a blank',
      { orderId: '261122 482109' },
      'billingAgreementAttributes.sellerBillingAgreementAttributes.sellerBillingAgreementId',
    ],
    ['no e-mail address', { sandboxCustomerEmailId: 'buyer' }, 'sandboxCustomerEmailId'],
  ])('is held back with %s', (_title, facts, path) => {
    expect(setupPayloadFaults(setupPayload({ ...SETUP, ...facts }))).toEqual([path]);
  });

  it('names every broken field at once, and no value', () => {
    const faults = setupPayloadFaults(
      setupPayload({ ...SETUP, sellerId: 'secret', storeName: '', orderId: '' }),
    );

    expect(faults).toHaveLength(3);
    expect(faults.join()).not.toContain('secret');
  });

  it('refuses another version than 2', () => {
    const payload = { ...setupPayload(SETUP), '@version': 'v2' };

    expect(setupPayloadFaults(payload as never)).toEqual(['@version']);
  });
});

describe('the Charge payload', () => {
  it('authorizes and captures the total at once, in the words of the contract', () => {
    expect(chargePayload(CHARGE)).toStrictEqual({
      '@type': 'ChargeAmazonPayRequest',
      '@version': '2',
      sellerId: 'A1KOEMISELOCAL',
      billingAgreementId: 'B03-1111111-1111111',
      paymentAction: 'AuthorizeAndCapture',
      authorizeAttributes: {
        '@type': 'AuthorizeAttributes',
        '@version': '2',
        authorizationReferenceId: '3dc691aa2b572f02501720c072ef65e3',
        authorizationAmount: { '@type': 'Price', '@version': '2', amount: '3192', currencyCode: 'JPY' },
        transactionTimeout: 0,
        sellerAuthorizationNote: '',
      },
      sellerOrderAttributes: {
        '@type': 'SellerOrderAttributes',
        '@version': '2',
        sellerOrderId: '261122-482109',
        storeName: 'こえみせ珈琲',
        customInformation: '',
        sellerNote: 'ありがとうございます。',
      },
    });
  });

  it('says the same for the same content, byte for byte', () => {
    expect(JSON.stringify(chargePayload({ ...CHARGE }))).toBe(JSON.stringify(chargePayload(CHARGE)));
  });

  it('carries a sandbox simulation in the note', () => {
    const note = '{"SandboxSimulation":{"State":"Declined","ReasonCode":"AmazonRejected"}}';

    expect(chargePayload({ ...CHARGE, sellerAuthorizationNote: note }).authorizeAttributes).toHaveProperty(
      'sellerAuthorizationNote',
      note,
    );
  });

  it.each<[string, Partial<ChargeContent>]>([
    ['a note of 255 characters', { sellerAuthorizationNote: 'x'.repeat(255) }],
    ['a seller note of 1024 characters', { sellerNote: 'x'.repeat(1024) }],
    ['a reference of 32 characters', { authorizationReferenceId: 'a'.repeat(32) }],
    ['one yen', { amountYen: 1 }],
    ['99999999 yen', { amountYen: 99_999_999 }],
  ])('may be sent with %s', (_title, content) => {
    expect(chargePayloadFaults(chargePayload({ ...CHARGE, ...content }))).toEqual([]);
  });

  it.each<[string, Partial<ChargeContent>, string]>([
    [
      'a note of 256 characters',
      { sellerAuthorizationNote: 'x'.repeat(256) },
      'authorizeAttributes.sellerAuthorizationNote',
    ],
    [
      'a seller note of 1025 characters',
      { sellerNote: 'x'.repeat(1025) },
      'sellerOrderAttributes.sellerNote',
    ],
    [
      'a reference of 33 characters',
      { authorizationReferenceId: 'a'.repeat(33) },
      'authorizeAttributes.authorizationReferenceId',
    ],
    ['no reference', { authorizationReferenceId: '' }, 'authorizeAttributes.authorizationReferenceId'],
    [
      'a reference with a dot',
      { authorizationReferenceId: 'a.b' },
      'authorizeAttributes.authorizationReferenceId',
    ],
    ['a seller id of 33 characters', { sellerId: 'A'.repeat(33) }, 'sellerId'],
    ['no agreement', { billingAgreementId: '' }, 'billingAgreementId'],
    ['no order id', { orderId: '' }, 'sellerOrderAttributes.sellerOrderId'],
    ['no store name', { storeName: '' }, 'sellerOrderAttributes.storeName'],
    ['100000000 yen', { amountYen: 100_000_000 }, 'authorizeAttributes.authorizationAmount.amount'],
  ])('is held back with %s', (_title, content, path) => {
    expect(chargePayloadFaults(chargePayload({ ...CHARGE, ...content }))).toEqual([path]);
  });

  it('refuses another version than 2 in any part', () => {
    const payload = chargePayload(CHARGE);
    const other = { ...payload, authorizeAttributes: { ...payload.authorizeAttributes, '@version': '2.0' } };

    expect(chargePayloadFaults(other as never)).toEqual(['authorizeAttributes.@version']);
  });
});
