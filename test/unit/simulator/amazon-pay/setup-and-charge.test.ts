import { merchantAccount } from '../../../simulator/amazon-pay/account';
import { createAmazonPay } from '../../../simulator/amazon-pay/amazon-pay';
import {
  agreementAttributes,
  authorizeAttributes,
  chargeDirective,
  openCounter,
  price,
  setupDirective,
  START_MS,
} from './counter';

describe('Setup', () => {
  it('gives the buyer a sandbox agreement with the delivery address that was asked for', async () => {
    const counter = openCounter();

    const answer = await counter.ask(setupDirective());

    expect(answer.name).toBe('Setup');
    expect(answer.status).toEqual({ code: '200', message: 'OK' });
    expect(answer.token).toBe('setup-token');
    expect(answer.payload.billingAgreementDetails).toEqual({
      billingAgreementId: expect.stringMatching(/^C03-\d{7}-\d{7}$/),
      billingAgreementStatus: 'OPEN',
      creationTimestamp: '2026-11-22T03:00:00.000Z',
      releaseEnvironment: 'SANDBOX',
      checkoutLanguage: 'ja_JP',
      destination: {
        name: '見本 太郎',
        addressLine1: '見本町1-2-3',
        addressLine2: '見本ビル101',
        city: '目黒区',
        stateOrRegion: '東京都',
        postalCode: '153-0064',
        countryCode: 'JP',
        phone: '0312345678',
      },
      billingAddress: { name: '見本 太郎', postalCode: '153-0064', countryCode: 'JP' },
    });
  });

  it('leaves the address out when the merchant does not need it', async () => {
    const counter = openCounter();

    const answer = await counter.ask(setupDirective({ needAmazonShippingAddress: false }));

    expect(answer.payload.billingAgreementDetails).not.toHaveProperty('destination');
  });

  it('returns the agreement of three months ago instead of a new one', async () => {
    const counter = openCounter();
    const first = await counter.ask(setupDirective());
    counter.clock.nowMs = Date.parse('2027-02-22T03:00:00Z');

    const second = await counter.ask(setupDirective());

    expect(second.payload).toEqual(first.payload);
    expect(counter.pay.ledger.billingAgreements.size).toBe(1);
  });

  it('makes a new agreement when the last one was closed', async () => {
    const counter = openCounter();
    const closed = await counter.setUp();
    counter.merchant.closeBillingAgreement(closed);

    const fresh = await counter.setUp();

    expect(fresh).not.toBe(closed);
    expect(counter.pay.ledger.billingAgreements.get(fresh)?.status).toBe('OPEN');
  });

  it('gives a live skill a live agreement apart from the sandbox one', async () => {
    const counter = openCounter();
    await counter.setUp();
    counter.context = { ...counter.context, stage: 'live' };

    const answer = await counter.ask(
      setupDirective({ sandboxMode: false, sandboxCustomerEmailId: undefined }),
    );

    expect(answer.payload.billingAgreementDetails).toMatchObject({
      billingAgreementId: expect.stringMatching(/^B03-\d{7}-\d{7}$/),
      releaseEnvironment: 'LIVE',
    });
  });

  it('takes a monthly subscription', async () => {
    const counter = openCounter();

    const answer = await counter.ask(
      setupDirective({
        billingAgreementAttributes: agreementAttributes({
          billingAgreementType: 'MerchantInitiatedTransaction',
          subscriptionAmount: price('2480'),
        }),
      }),
    );

    const id = answer.payload.billingAgreementDetails.billingAgreementId;
    expect(counter.pay.ledger.billingAgreements.get(id)).toMatchObject({
      billingAgreementType: 'MerchantInitiatedTransaction',
      subscriptionYen: 2480,
    });
  });

  it('never gives out one id twice, even when the random stands still', async () => {
    const pay = createAmazonPay({
      account: merchantAccount(),
      effects: { now: () => START_MS, random: () => 0.5 },
    });

    for (const userId of ['A', 'B', 'C']) {
      await pay.connect(setupDirective(), { userId, stage: 'development', consent: 'GRANTED' });
    }

    expect([...pay.ledger.billingAgreements.keys()]).toEqual([
      'C03-5000000-5000000',
      'C03-5000000-5000001',
      'C03-5000000-5000002',
    ]);
  });
});

describe('Charge', () => {
  it('captures the whole amount at once and says so in the shape of the Japanese capture', async () => {
    const counter = openCounter();

    const answer = await counter.charge();

    expect(answer.status).toEqual({ code: '200', message: 'OK' });
    expect(answer.token).toBe('charge-token');
    expect(answer.payload).toEqual({
      amazonOrderReferenceId: expect.stringMatching(/^S03-\d{7}-\d{7}$/),
      authorizationDetails: {
        amazonAuthorizationId: expect.stringMatching(/^S03-\d{7}-\d{7}-A\d{6}$/),
        authorizationReferenceId: '5f1c0e6b9a7d4c2e8b3f6a1d0c9e7b42',
        authorizationAmount: { amount: '3980.00', currencyCode: 'JPY' },
        capturedAmount: { amount: '3980.00', currencyCode: 'JPY' },
        authorizationFee: { amount: '0.00', currencyCode: 'JPY' },
        idList: [expect.stringMatching(/^S03-\d{7}-\d{7}-C\d{6}$/)],
        softDecline: false,
        captureNow: true,
        sellerAuthorizationNote: '',
        creationTimestamp: '2026-11-22T03:00:00.000Z',
        expirationTimestamp: '2026-12-22T03:00:00.000Z',
        authorizationStatus: {
          state: 'Closed',
          reasonCode: 'MaxCapturesProcessed',
          lastUpdateTimestamp: '2026-11-22T03:00:00.000Z',
        },
      },
    });
    expect(counter.pay.ledger.judge.captures()).toHaveLength(1);
    expect(counter.pay.ledger.judge.capturedYen('5f1c0e6b9a7d4c2e8b3f6a1d0c9e7b42')).toBe(3980);
  });

  it('only reserves the amount for Authorize', async () => {
    const counter = openCounter();

    const answer = await counter.charge({ paymentAction: 'Authorize' });

    expect(answer.payload.authorizationDetails).toMatchObject({
      capturedAmount: { amount: '0.00', currencyCode: 'JPY' },
      idList: [],
      captureNow: false,
      authorizationStatus: { state: 'Open' },
    });
    expect(answer.payload.authorizationDetails.authorizationStatus).not.toHaveProperty('reasonCode');
    expect(counter.pay.ledger.judge.captures()).toEqual([]);
  });

  it('is Pending with a transactionTimeout, and captured when 30 seconds are over', async () => {
    const counter = openCounter();

    const answer = await counter.charge({
      authorizeAttributes: authorizeAttributes({ transactionTimeout: 5 }),
    });
    const capturedAtFirst = counter.pay.ledger.judge.captures().length;
    counter.clock.nowMs = Date.parse('2026-11-22T03:00:30Z');
    counter.pay.passTime();

    expect(answer.payload.authorizationDetails.authorizationStatus.state).toBe('Pending');
    expect(capturedAtFirst).toBe(0);
    expect(counter.pay.ledger.judge.capturedYen('5f1c0e6b9a7d4c2e8b3f6a1d0c9e7b42')).toBe(3980);
  });

  it('shows the soft descriptor as the statement does', async () => {
    const counter = openCounter();

    const answer = await counter.charge({
      authorizeAttributes: authorizeAttributes({ softDescriptor: 'KOEMISE' }),
    });

    expect(answer.payload.authorizationDetails.softDescriptor).toBe('AMZ*KOEMISE');
  });
});

describe('one reference id', () => {
  it('charges once, however often the same request comes', async () => {
    const counter = openCounter();

    const answers = [await counter.charge(), await counter.charge(), await counter.charge()];

    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(counter.pay.ledger.judge.captures()).toHaveLength(1);
  });

  it('answers a repetition with the token of the repetition', async () => {
    const counter = openCounter();
    const billingAgreementId = await counter.setUp();
    await counter.ask(chargeDirective({ billingAgreementId }));

    const again = await counter.ask({ ...chargeDirective({ billingAgreementId }), token: 'second-token' });

    expect(again.token).toBe('second-token');
  });

  it('replays a decline too, although the buyer has a good method by now', async () => {
    const counter = openCounter();
    counter.buyer = { ...counter.buyer, paymentMethod: 'declining' };
    const declined = await counter.charge();
    counter.buyer = { ...counter.buyer, paymentMethod: 'valid' };

    const again = await counter.charge();

    expect(declined.payload.authorizationDetails).toMatchObject({
      softDecline: false,
      capturedAmount: { amount: '0.00', currencyCode: 'JPY' },
      authorizationStatus: { state: 'Declined', reasonCode: 'InvalidPaymentMethod' },
    });
    expect(again).toEqual(declined);
    expect(counter.pay.ledger.judge.captures()).toEqual([]);
  });

  it.each([
    ['amount', { authorizeAttributes: authorizeAttributes({ authorizationAmount: price('3981') }) }],
    ['note', { authorizeAttributes: authorizeAttributes({ sellerAuthorizationNote: 'x' }) }],
    ['payment action', { paymentAction: 'Authorize' }],
    ['order attributes', { sellerOrderAttributes: undefined }],
  ])('refuses another %s under it with DuplicateRequest', async (_what, changes) => {
    const counter = openCounter();
    await counter.charge();

    const answer = await counter.charge(changes);

    expect(answer.status).toEqual({ code: '400', message: 'DuplicateRequest' });
    expect(counter.pay.ledger.judge.capturedYen('5f1c0e6b9a7d4c2e8b3f6a1d0c9e7b42')).toBe(3980);
  });

  it('may be used again after a refusal, because nothing was recorded under it', async () => {
    const counter = openCounter();
    counter.buyer = { ...counter.buyer, paymentMethod: 'invalid' };
    const refused = await counter.charge();
    counter.buyer = { ...counter.buyer, paymentMethod: 'valid' };

    const paid = await counter.charge();

    expect(refused.status.message).toBe('InvalidPaymentMethod');
    expect(paid.payload.authorizationDetails.authorizationStatus.reasonCode).toBe('MaxCapturesProcessed');
  });
});

describe('a Suspended agreement', () => {
  it('is opened by Charge itself once the buyer has a valid method', async () => {
    const counter = openCounter();
    counter.buyer = { ...counter.buyer, paymentMethod: 'declining' };
    await counter.charge();
    const suspended = await counter.ask(setupDirective());
    counter.buyer = { ...counter.buyer, paymentMethod: 'valid' };

    const paid = await counter.charge({
      authorizeAttributes: authorizeAttributes({ authorizationReferenceId: 'attempt-2' }),
    });
    const open = await counter.ask(setupDirective());

    expect(suspended.payload.billingAgreementDetails.billingAgreementStatus).toBe('SUSPENDED');
    expect(paid.payload.authorizationDetails.authorizationStatus.reasonCode).toBe('MaxCapturesProcessed');
    expect(open.payload.billingAgreementDetails.billingAgreementStatus).toBe('OPEN');
  });

  it('is refused as long as the buyer did nothing', async () => {
    const counter = openCounter();
    counter.buyer = { ...counter.buyer, paymentMethod: 'declining' };
    await counter.charge();

    const answer = await counter.charge({
      authorizeAttributes: authorizeAttributes({ authorizationReferenceId: 'attempt-2' }),
    });

    expect(answer.status.message).toBe('InvalidBillingAgreementStatus');
  });
});

describe('the monthly limit of an agreement', () => {
  const charge = (reference: string, amount: string) => ({
    authorizeAttributes: authorizeAttributes({
      authorizationReferenceId: reference,
      authorizationAmount: price(amount),
    }),
  });

  it('lets the buyer spend exactly 100,000 yen, not one more', async () => {
    const counter = openCounter();

    const first = await counter.charge(charge('one', '99999'));
    const over = await counter.charge(charge('two', '2'));
    const last = await counter.charge(charge('three', '1'));

    expect(first.status.code).toBe('200');
    expect(over.status.message).toBe('PeriodicAmountExceeded');
    expect(last.status.code).toBe('200');
  });

  it('begins anew with the Japanese month', async () => {
    const counter = openCounter();
    await counter.charge(charge('one', '100000'));
    counter.clock.nowMs = Date.parse('2026-11-30T14:59:59Z');
    const inNovember = await counter.charge(charge('two', '1'));
    counter.clock.nowMs = Date.parse('2026-11-30T15:00:00Z');

    const inDecember = await counter.charge(charge('two', '1'));

    expect(inNovember.status.message).toBe('PeriodicAmountExceeded');
    expect(inDecember.status.code).toBe('200');
  });

  it('does not count what was declined', async () => {
    const counter = openCounter();
    counter.buyer = { ...counter.buyer, paymentMethod: 'declining' };
    await counter.charge(charge('one', '100000'));
    counter.buyer = { ...counter.buyer, paymentMethod: 'valid' };

    const answer = await counter.charge(charge('two', '100000'));

    expect(answer.status.code).toBe('200');
  });
});

describe('the same effects', () => {
  it('give the same answers', async () => {
    const one = openCounter({ seed: 11 });
    const other = openCounter({ seed: 11 });

    expect(await one.charge()).toEqual(await other.charge());
    expect([...one.pay.ledger.captures]).toEqual([...other.pay.ledger.captures]);
  });
});
