import { agreementAttributes, authorizeAttributes, openCounter, price, setupDirective } from './counter';

type Changes = Record<string, unknown>;

const seller = (changes: Changes): Changes => ({
  billingAgreementAttributes: agreementAttributes({
    sellerBillingAgreementAttributes: {
      '@type': 'SellerBillingAgreementAttributes',
      '@version': '2',
      ...changes,
    },
  }),
});
const order = (changes: Changes): Changes => ({
  sellerOrderAttributes: { '@type': 'SellerOrderAttributes', '@version': '2', ...changes },
});
const authorize = (changes: Changes): Changes => ({ authorizeAttributes: authorizeAttributes(changes) });

describe('a Setup parameter at its limit', () => {
  it.each<readonly [string, Changes]>([
    [
      'sellerNote of 1024 characters',
      { billingAgreementAttributes: agreementAttributes({ sellerNote: 'あ'.repeat(1024) }) },
    ],
    ['customInformation of 1024 characters', seller({ customInformation: 'x'.repeat(1024) })],
    ['one of the three seller attributes, though empty', seller({ sellerBillingAgreementId: '' })],
    ['no agreement attributes at all', { billingAgreementAttributes: undefined }],
    ['no checkoutLanguage', { checkoutLanguage: undefined }],
    ['another language of the list', { checkoutLanguage: 'fr_FR' }],
    ['fields that nobody knows', { somethingNew: true }],
  ])('is taken: %s', async (_what, changes) => {
    expect((await openCounter().ask(setupDirective(changes))).status.code).toBe('200');
  });

  it.each<readonly [string, string, Changes]>([
    ['checkoutLanguage', 'ja_jp', { checkoutLanguage: 'ja_jp' }],
    ['@version', '"1"', { '@version': '1' }],
    [
      'billingAgreementAttributes.@version',
      '"v2"',
      { billingAgreementAttributes: agreementAttributes({ '@version': 'v2' }) },
    ],
    [
      'billingAgreementAttributes.sellerNote',
      '1025 characters',
      { billingAgreementAttributes: agreementAttributes({ sellerNote: 'あ'.repeat(1025) }) },
    ],
    ['billingAgreementAttributes.sellerBillingAgreementAttributes', 'none of the three', seller({})],
    [
      'billingAgreementAttributes.sellerBillingAgreementAttributes.customInformation',
      '1025 characters',
      seller({ customInformation: 'x'.repeat(1025) }),
    ],
    [
      'billingAgreementAttributes.platformId',
      'a merchant sends one',
      { billingAgreementAttributes: agreementAttributes({ platformId: 'A3PROVIDER' }) },
    ],
  ])('is refused by the name of the parameter: %s (%s)', async (parameter, _what, changes) => {
    const answer = await openCounter().ask(setupDirective(changes));

    expect(answer.payload).toEqual({
      errorCode: 'InvalidParameterValue',
      errorMessage: `1 validation error detected: the value of ${parameter} does not meet its constraint.`,
    });
  });
});

describe('a Charge parameter at its limit', () => {
  it.each<readonly [string, Changes]>([
    [
      'a reference of 32 characters with - and _',
      authorize({ authorizationReferenceId: 'Az09-_'.repeat(5) + 'ab' }),
    ],
    ['a reference of one character', authorize({ authorizationReferenceId: 'a' })],
    ['a note of 255 characters', authorize({ sellerAuthorizationNote: 'x'.repeat(255) })],
    ['a soft descriptor of 16 characters', authorize({ softDescriptor: 'x'.repeat(16) })],
    ['the longest transactionTimeout, 1440 minutes', authorize({ transactionTimeout: 1440 })],
    ['no transactionTimeout', authorize({ transactionTimeout: undefined })],
    ['one yen', authorize({ authorizationAmount: price('1') })],
    ['an order note of 1024 characters', order({ sellerNote: 'x'.repeat(1024) })],
    ['order information of 1024 characters', order({ customInformation: 'x'.repeat(1024) })],
    ['no order attributes', { sellerOrderAttributes: undefined }],
  ])('is taken: %s', async (_what, changes) => {
    expect((await openCounter().charge(changes)).status.code).toBe('200');
  });

  it.each<readonly [string, string, Changes]>([
    [
      'authorizeAttributes.authorizationReferenceId',
      '33 characters',
      authorize({ authorizationReferenceId: 'a'.repeat(33) }),
    ],
    ['authorizeAttributes.authorizationReferenceId', 'empty', authorize({ authorizationReferenceId: '' })],
    [
      'authorizeAttributes.authorizationReferenceId',
      'a dot',
      authorize({ authorizationReferenceId: 'order.1' }),
    ],
    [
      'authorizeAttributes.authorizationReferenceId',
      'a line end',
      authorize({ authorizationReferenceId: 'order\n' }),
    ],
    ['authorizeAttributes.transactionTimeout', 'below 0', authorize({ transactionTimeout: -1 })],
    ['authorizeAttributes.transactionTimeout', 'half a minute', authorize({ transactionTimeout: 0.5 })],
    ['authorizeAttributes.transactionTimeout', '1441 minutes', authorize({ transactionTimeout: 1441 })],
    [
      'authorizeAttributes.sellerAuthorizationNote',
      '256 characters',
      authorize({ sellerAuthorizationNote: 'x'.repeat(256) }),
    ],
    ['authorizeAttributes.softDescriptor', '17 characters', authorize({ softDescriptor: 'x'.repeat(17) })],
    ['sellerOrderAttributes.sellerNote', '1025 characters', order({ sellerNote: 'x'.repeat(1025) })],
    [
      'sellerOrderAttributes.customInformation',
      '1025 characters',
      order({ customInformation: 'x'.repeat(1025) }),
    ],
    ['@version', '2.0', { '@version': '2.0' }],
    ['authorizeAttributes.@version', 'banana', authorize({ '@version': 'banana' })],
    [
      'authorizeAttributes.authorizationAmount.@version',
      '1',
      authorize({ authorizationAmount: { ...price('3980'), '@version': '1' } }),
    ],
    ['sellerOrderAttributes.@version', 'empty', order({ '@version': '' })],
  ])('is refused by the name of the parameter: %s (%s)', async (parameter, _what, changes) => {
    const answer = await openCounter().charge(changes);

    expect(answer.payload).toEqual({
      errorCode: 'InvalidParameterValue',
      errorMessage: `1 validation error detected: the value of ${parameter} does not meet its constraint.`,
    });
  });

  it.each([
    '0',
    '-1',
    '+1',
    '1.0',
    '3980.00',
    '3,980',
    '03980',
    ' 3980',
    '3980円',
    '',
    '1e3',
    '10000001',
    '99999999999999999999',
  ])('is refused as InvalidAuthorizationAmount: amount %j', async (amount) => {
    const answer = await openCounter().charge(authorize({ authorizationAmount: price(amount) }));

    expect(answer.payload.errorCode).toBe('InvalidAuthorizationAmount');
  });

  it('is taken up to 10,000,000 yen when the agreement allows it', async () => {
    const counter = openCounter({ account: { periodLimitYen: 10_000_000 } });

    const answer = await counter.charge(authorize({ authorizationAmount: price('10000000') }));

    expect(answer.status.code).toBe('200');
  });
});
