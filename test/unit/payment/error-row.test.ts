import { errorRow, namedParameters } from '../../../lambda/src/payment/error-row';

type Operation = 'Setup' | 'Charge';

const row = (
  operation: Operation,
  errorCode?: string,
  more: { errorMessage?: string; statusCode?: string | undefined } = {},
) =>
  errorRow({
    operation,
    errorCode,
    statusCode: 'statusCode' in more ? more.statusCode : '400',
    errorMessage: more.errorMessage,
  });

describe('which row an error code belongs to', () => {
  it.each<[Operation, string, string]>([
    ['Setup', 'UnsupportedClientPlatform', 'a01'],
    ['Charge', 'UnsupportedClientPlatform', 'a22'],
    ['Setup', 'RequestThrottled', 'a04'],
    ['Charge', 'RequestThrottled', 'a25'],
    ['Setup', 'InvalidSellerId', 'a05'],
    ['Charge', 'InvalidSellerId', 'a26'],
    ['Setup', 'MissingPermissionsToAccessResource', 'a17'],
    ['Charge', 'FORBIDDEN', 'a18'],
    ['Charge', 'ACCESS_NOT_REQUESTED', 'a19'],
    ['Setup', 'ACCESS_DENIED', 'a20'],
    ['Charge', 'CustomerApprovalFailure', 'a39'],
    ['Charge', 'VoicePurchaseNotEnabled', 'a40'],
    ['Charge', 'UnsupportedCustomerAccount', 'a45'],
    ['Setup', 'MissingSkillManifestData', 'x01'],
  ])('%s looks into its own table first: %s is row %s', (operation, code, expected) => {
    expect(row(operation, code).row).toBe(expected);
  });

  it('takes both names of the account error on both operations', () => {
    expect(row('Setup', 'InvalidMerchantAccountStatus').row).toBe('a03');
    expect(row('Setup', 'InvalidAccountStatus').row).toBe('a03');
    expect(row('Charge', 'InvalidMerchantAccountStatus').row).toBe('a24');
    expect(row('Charge', 'InvalidAccountStatus').row).toBe('a24');
  });

  it('compares codes with regard to case', () => {
    expect(row('Charge', 'forbidden').row).toBe('a21');
    expect(row('Charge', 'access_denied').row).toBe('a21');
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'row', ''])(
    'finds nothing for the word %s',
    (word) => {
      expect(row('Charge', word)).toMatchObject({ row: 'a21', effect: 'hold', next: 'sayChecking' });
      expect(row('Setup', word)).toMatchObject({ row: 'a21', effect: 'keep', next: 'apologise' });
    },
  );

  it('lets the code decide when the HTTP number says something else', () => {
    expect(row('Charge', 'InvalidPaymentMethod', { statusCode: '500' }).row).toBe('a23');
    expect(row('Charge', 'ServiceUnavailable', { statusCode: '503' }).row).toBe('a38');
    expect(row('Charge', 'InternalServerError', { statusCode: '400' }).row).toBe('a37');
    expect(row('Setup', 'RequestThrottled', { statusCode: '503' }).row).toBe('a04');
    expect(row('Charge', 'DuplicateRequest', { statusCode: undefined }).row).toBe('a36');
  });

  it('counts a 500 without a code as InternalServerError, and only a 500', () => {
    expect(row('Charge', undefined, { statusCode: '500' }).row).toBe('a37');
    expect(row('Setup', undefined, { statusCode: '500' }).row).toBe('a15');
    expect(row('Charge', undefined, { statusCode: '503' }).row).toBe('a21');
    expect(row('Charge', undefined, { statusCode: undefined }).row).toBe('a21');
  });

  it('knows a payload that the Connections layer refused', () => {
    const errorMessage =
      'Connections validation failed with the following violations: [payload.authorizeAttributes.transactionTimeout]';

    expect(row('Charge', undefined, { errorMessage })).toMatchObject({ row: 'x02', effect: 'keepRefused' });
    expect(row('Charge', undefined, { errorMessage, statusCode: '500' }).row).toBe('a37');
    expect(row('Charge', undefined, { errorMessage, statusCode: '404' }).row).toBe('a21');
    expect(row('Charge', 'Strange', { errorMessage }).row).toBe('a21');
    expect(row('Charge', undefined, { errorMessage: `A ${errorMessage}` }).row).toBe('a21');
  });
});

describe('one code, several 1-Click prompts: the words of the message choose', () => {
  it.each([
    ['The default 1-Click payment method has no Billing Address.', 'a43', 'addBillingAddress'],
    ['既定の支払い方法に請求先住所がありません。', 'a43', 'addBillingAddress'],
    ['The billing address is not allowed.', 'a43', 'addBillingAddress'],
    ['The default method is not allowed for this merchant.', 'a44', 'changePaymentMethod'],
    ['This card is Not Accepted.', 'a44', 'changePaymentMethod'],
    ['not supported by the merchant', 'a44', 'changePaymentMethod'],
    ['この事業者では利用できません。', 'a44', 'changePaymentMethod'],
    ['Update the DEFAULT payment method.', 'a42', 'updateDefaultPaymentMethod'],
    ['1-click', 'a42', 'updateDefaultPaymentMethod'],
    ['1click', 'a42', 'updateDefaultPaymentMethod'],
    ['one-click', 'a42', 'updateDefaultPaymentMethod'],
    ['OneClick settings', 'a42', 'updateDefaultPaymentMethod'],
    ['既定のお支払い方法', 'a42', 'updateDefaultPaymentMethod'],
    ['The payment method in your account was declined.', 'a23', 'updatePaymentMethod'],
    [undefined, 'a23', 'updatePaymentMethod'],
  ])('Charge InvalidPaymentMethod, "%s": row %s', (errorMessage, expected, prompt) => {
    const found = row('Charge', 'InvalidPaymentMethod', errorMessage === undefined ? {} : { errorMessage });

    expect(found.row).toBe(expected);
    expect(found.prompt).toBe(prompt);
  });

  it('Setup InvalidShippingAddress: the 1-Click prompt only when the message speaks of 1-Click', () => {
    expect(row('Setup', 'InvalidShippingAddress', { errorMessage: 'No 1-Click address.' }).row).toBe('a41');
    expect(row('Setup', 'InvalidShippingAddress', { errorMessage: '請求先住所' }).row).toBe('a02');
    expect(row('Setup', 'InvalidShippingAddress').row).toBe('a02');
  });

  it('codes that an operation has no row for fall to the 1-Click table', () => {
    expect(row('Charge', 'InvalidShippingAddress').row).toBe('a41');
    expect(row('Setup', 'InvalidPaymentMethod').row).toBe('a42');
  });

  it('a decline is no error row: the same words on another code change nothing', () => {
    expect(row('Charge', 'InvalidParameterValue', { errorMessage: 'default billing address' }).row).toBe(
      'a27',
    );
  });
});

describe('which fields a merchant alert names', () => {
  it('takes the names and leaves the values', () => {
    const errorMessage =
      'The value "見本 太郎 taro@koemise.example" of sellerNote is too long; storeName as well.';

    expect(namedParameters({ errorMessage })).toEqual(['sellerNote', 'storeName']);
  });

  it('takes the paths of a Connections sentence, each once', () => {
    const errorMessage =
      'Connections validation failed: [payload.authorizeAttributes.transactionTimeout, payload.authorizeAttributes.transactionTimeout, payload.@type]';

    expect(namedParameters({ errorMessage })).toEqual([
      'payload.authorizeAttributes.transactionTimeout',
      'payload.@type',
    ]);
  });

  it('takes at most ten, and none of a message without names or of no message', () => {
    const eleven = 'abcdefghijk'.split('').map((letter) => `payload.${letter}`);

    expect(namedParameters({ errorMessage: eleven.join(' ') })).toHaveLength(10);
    expect(namedParameters({ errorMessage: 'Something is wrong.' })).toEqual([]);
    expect(namedParameters({ errorMessage: undefined })).toEqual([]);
  });
});
