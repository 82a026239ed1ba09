import { authorizeAttributes, chargeDirective, openCounter, price, setupDirective } from './counter';

const SENTENCE = /^Connections validation failed.*\[(.*)\]$/;

describe('the Connections layer refuses with a sentence, without a payload', () => {
  it.each<readonly [string, string, Record<string, unknown>]>([
    [
      'a transactionTimeout given as a text',
      'payload.authorizeAttributes.transactionTimeout',
      { authorizeAttributes: authorizeAttributes({ transactionTimeout: '0' }) },
    ],
    [
      'an amount given as a number',
      'payload.authorizeAttributes.authorizationAmount.amount',
      { authorizeAttributes: authorizeAttributes({ authorizationAmount: price(3980) }) },
    ],
    [
      'a missing reference id',
      'payload.authorizeAttributes.authorizationReferenceId',
      { authorizeAttributes: authorizeAttributes({ authorizationReferenceId: undefined }) },
    ],
    ['missing authorizeAttributes', 'payload.authorizeAttributes', { authorizeAttributes: undefined }],
    ['a missing agreement id', 'payload.billingAgreementId', { billingAgreementId: undefined }],
    ['a missing seller ID', 'payload.sellerId', { sellerId: undefined }],
    ['a missing version', 'payload.@version', { '@version': undefined }],
    ['a version given as a number', 'payload.@version', { '@version': 2 }],
    ['the type of another request', 'payload.@type', { '@type': 'SetupAmazonPayRequest' }],
    ['order attributes that are null', 'payload.sellerOrderAttributes', { sellerOrderAttributes: null }],
  ])('for a Charge with %s', async (_what, path, changes) => {
    const counter = openCounter();

    const answer = await counter.charge(changes);

    expect(answer.status.code).toBe('400');
    expect(SENTENCE.exec(answer.status.message)?.[1]).toBe(path);
    expect(answer).not.toHaveProperty('payload');
    expect(answer.token).toBe('charge-token');
    expect(counter.pay.ledger.authorizations.size).toBe(0);
  });

  it.each<readonly [string, string, Record<string, unknown>]>([
    [
      'needAmazonShippingAddress given as a text',
      'payload.needAmazonShippingAddress',
      { needAmazonShippingAddress: 'true' },
    ],
    ['sandboxMode given as a text', 'payload.sandboxMode', { sandboxMode: 'true' }],
    ['a missing country', 'payload.countryOfEstablishment', { countryOfEstablishment: undefined }],
    ['a missing currency', 'payload.ledgerCurrency', { ledgerCurrency: undefined }],
    [
      'agreement attributes without their type',
      'payload.billingAgreementAttributes.@type',
      { billingAgreementAttributes: { '@version': '2' } },
    ],
  ])('for a Setup with %s', async (_what, path, changes) => {
    const answer = await openCounter().ask(setupDirective(changes));

    expect(SENTENCE.exec(answer.status.message)?.[1]).toBe(path);
    expect(answer).not.toHaveProperty('payload');
  });

  it('naming every wrong field', async () => {
    const answer = await openCounter().ask(setupDirective({ sellerId: 1, sandboxMode: 1 }));

    expect(SENTENCE.exec(answer.status.message)?.[1]).toBe('payload.sellerId, payload.sandboxMode');
  });

  it.each([
    {
      what: 'another directive',
      sent: { ...setupDirective(), type: 'Connections.SendResponse' },
      name: 'Setup',
      path: 'type',
    },
    {
      what: 'a connection nobody knows',
      sent: { ...setupDirective(), name: 'Refund' },
      name: 'Refund',
      path: 'name',
    },
    {
      what: 'a name of Object.prototype',
      sent: { ...setupDirective(), name: 'constructor' },
      name: 'constructor',
      path: 'name',
    },
    {
      what: 'a missing payload',
      sent: { ...chargeDirective(), payload: undefined },
      name: 'Charge',
      path: 'payload',
    },
    {
      what: 'a missing token',
      sent: { ...chargeDirective(), token: undefined },
      name: 'Charge',
      path: 'token',
    },
    { what: 'null', sent: null, name: '', path: 'directive' },
    { what: 'a text', sent: 'Setup', name: '', path: 'directive' },
    { what: 'a list', sent: [setupDirective()], name: '', path: 'directive' },
  ])('for $what', async ({ sent, name, path }) => {
    const answer = await openCounter().ask(sent);

    expect(answer.name).toBe(name);
    expect(answer.status.code).toBe('400');
    expect(SENTENCE.exec(answer.status.message)?.[1]).toBe(path);
  });
});
