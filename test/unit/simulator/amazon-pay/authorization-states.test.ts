import {
  AUTHORIZATION_STATES,
  OPEN_MS,
  PENDING_MS,
} from '../../../simulator/amazon-pay/authorization-states-table';
import {
  AUTHORIZATION_TRANSITIONS,
  isTransition,
} from '../../../simulator/amazon-pay/authorization-transitions-table';
import { findScenario } from '../../../simulator/amazon-pay/scenario';
import { authorizeAttributes, chargeDirective, openCounter, setupDirective, type Counter } from './counter';

const REFERENCE = '5f1c0e6b9a7d4c2e8b3f6a1d0c9e7b42';

describe('the table of authorization states', () => {
  it('allows in each state the operations of seed 003', () => {
    const operations = Object.entries(AUTHORIZATION_STATES).map(([state, row]) => [state, ...row.operations]);

    expect(operations).toEqual([
      ['Pending', 'GetAuthorizationDetails', 'CloseAuthorization'],
      ['Open', 'GetAuthorizationDetails', 'Capture', 'CloseAuthorization'],
      ['Declined', 'GetAuthorizationDetails'],
      ['Closed', 'GetAuthorizationDetails'],
    ]);
  });

  it('knows the times of seed 003: 30 seconds, 30 days, 2 days in the sandbox', () => {
    expect([PENDING_MS, OPEN_MS.LIVE, OPEN_MS.SANDBOX]).toEqual([30_000, 2_592_000_000, 172_800_000]);
  });

  it('leads to every row d01 to d13', () => {
    const rows = [...new Set(AUTHORIZATION_TRANSITIONS.map(({ row }) => row))].sort();

    expect(rows).toEqual('d01 d02 d03 d04 d05 d06 d07 d08 d09 d10 d11 d12 d13'.split(' '));
  });

  it.each([
    ['Declined', 'Open', undefined],
    ['Closed', 'Open', undefined],
    ['Closed', 'Closed', 'MaxCapturesProcessed'],
    ['Declined', 'Closed', 'MaxCapturesProcessed'],
    ['Pending', 'Closed', 'ExpiredUnused'],
  ] as const)('has no way from %s to %s %s', (from, to, reasonCode) => {
    expect(isTransition({ from, to, ...(reasonCode === undefined ? {} : { reasonCode }) })).toBe(false);
  });
});

describe('time', () => {
  it.each([
    ['Authorize', 'Open', undefined, 0],
    ['AuthorizeAndCapture', 'Closed', 'MaxCapturesProcessed', 3980],
  ])(
    'decides a Pending %s after 30 seconds: %s %s, %d yen captured',
    async (...[paymentAction, state, reason, yen]) => {
      const counter = openCounter();
      const id = await authorize(counter, {
        paymentAction,
        authorizeAttributes: authorizeAttributes({ transactionTimeout: 5 }),
      });

      counter.clock.nowMs = Date.parse('2026-11-22T03:00:29.999Z');
      const before = counter.merchant.getAuthorization(id);
      counter.clock.nowMs = Date.parse('2026-11-22T03:00:30Z');
      const after = counter.merchant.getAuthorization(id);

      expect(before?.state).toBe('Pending');
      expect([after?.state, after?.reasonCode]).toEqual([state, reason]);
      expect(counter.pay.ledger.judge.capturedYen(REFERENCE)).toBe(yen);
    },
  );

  it('declines a Pending one of a buyer whose bank declines, and suspends the agreement then', async () => {
    const counter = openCounter();
    counter.buyer = { ...counter.buyer, paymentMethod: 'declining' };
    const id = await authorize(counter, {
      authorizeAttributes: authorizeAttributes({ transactionTimeout: 5 }),
    });
    const suspendedBefore = agreementStatus(counter);

    counter.clock.nowMs = Date.parse('2026-11-22T03:00:30Z');

    expect(counter.merchant.getAuthorization(id)).toMatchObject({
      state: 'Declined',
      reasonCode: 'InvalidPaymentMethod',
    });
    expect([suspendedBefore, agreementStatus(counter)]).toEqual(['OPEN', 'SUSPENDED']);
  });

  it('times a Pending one out at its transactionTimeout', async () => {
    const counter = openCounter();
    await counter.setUp();
    counter.pay.force(findScenario('Charge/Pending.thenTimedOut'));
    const id = await authorize(counter, {
      authorizeAttributes: authorizeAttributes({ transactionTimeout: 5 }),
    });

    counter.clock.nowMs = Date.parse('2026-11-22T03:04:59Z');
    const before = counter.merchant.getAuthorization(id)?.state;
    counter.clock.nowMs = Date.parse('2026-11-22T03:05:00Z');

    expect(before).toBe('Pending');
    expect(counter.merchant.getAuthorization(id)).toMatchObject({
      state: 'Declined',
      reasonCode: 'TransactionTimedOut',
    });
  });

  it('closes an Open one of the sandbox after 2 days as ExpiredUnused and gives the amount back', async () => {
    const counter = openCounter();
    const id = await authorize(counter, { paymentAction: 'Authorize' });

    counter.clock.nowMs = Date.parse('2026-11-24T02:59:59Z');
    const before = counter.merchant.getAuthorization(id)?.state;
    counter.clock.nowMs = Date.parse('2026-11-24T03:00:00Z');
    const after = counter.merchant.getAuthorization(id);

    expect(before).toBe('Open');
    expect([after?.state, after?.reasonCode]).toEqual(['Closed', 'ExpiredUnused']);
    expect([...counter.pay.ledger.billingAgreements.values()].map(({ periodYen }) => periodYen)).toEqual([0]);
  });

  it('closes a live one after 30 days only', async () => {
    const counter = openCounter();
    counter.context = { ...counter.context, stage: 'live' };
    const setup = await counter.ask(setupDirective({ sandboxMode: false }));
    const { billingAgreementId } = setup.payload.billingAgreementDetails;
    const answer = await counter.ask(chargeDirective({ billingAgreementId, paymentAction: 'Authorize' }));
    const id = answer.payload.authorizationDetails.amazonAuthorizationId;

    counter.clock.nowMs = Date.parse('2026-12-22T02:59:59Z');
    const before = counter.merchant.getAuthorization(id)?.state;
    counter.clock.nowMs = Date.parse('2026-12-22T03:00:00Z');

    expect(before).toBe('Open');
    expect(counter.merchant.getAuthorization(id)?.reasonCode).toBe('ExpiredUnused');
  });

  it('passes with every directive that arrives', async () => {
    const counter = openCounter();
    await authorize(counter, { authorizeAttributes: authorizeAttributes({ transactionTimeout: 5 }) });

    counter.clock.nowMs = Date.parse('2026-11-22T03:00:30Z');
    await counter.ask(null);

    expect(counter.pay.ledger.judge.capturedYen(REFERENCE)).toBe(3980);
  });

  it('first decides and later expires, when a clock jumps over both', async () => {
    const counter = openCounter();
    const id = await authorize(counter, {
      paymentAction: 'Authorize',
      authorizeAttributes: authorizeAttributes({ transactionTimeout: 5 }),
    });

    counter.clock.nowMs = Date.parse('2027-11-22T03:00:00Z');
    counter.pay.passTime();

    expect(counter.merchant.getAuthorization(id)).toMatchObject({
      reasonCode: 'ExpiredUnused',
      updatedAtMs: Date.parse('2026-11-24T03:00:30Z'),
    });
  });
});

describe('the merchant', () => {
  it('captures an Open authorization once, up to its amount', async () => {
    const counter = openCounter();
    const id = await authorize(counter, { paymentAction: 'Authorize' });

    const tooMuch = counter.merchant.capture(id, 3981);
    const nothing = counter.merchant.capture(id, 0);
    const captured = counter.merchant.capture(id, 3000);
    const again = counter.merchant.capture(id, 980);

    expect([tooMuch, nothing]).toEqual([
      { ok: false, code: 'InvalidParameterValue' },
      { ok: false, code: 'InvalidParameterValue' },
    ]);
    expect(captured).toMatchObject({
      ok: true,
      value: { state: 'Closed', reasonCode: 'MaxCapturesProcessed', capturedYen: 3000 },
    });
    expect(again).toEqual({ ok: false, code: 'InvalidAuthorizationStatus' });
    expect([...counter.pay.ledger.judge.capturedYenByReference()]).toEqual([[REFERENCE, 3000]]);
    expect([...counter.pay.ledger.billingAgreements.values()].map(({ periodYen }) => periodYen)).toEqual([
      3000,
    ]);
  });

  it('reads a capture by its id', async () => {
    const counter = openCounter();
    await counter.charge();
    const captureId = counter.pay.ledger.judge.captures()[0]?.amazonCaptureId ?? '';

    expect(counter.merchant.getCapture(captureId)?.amountYen).toBe(3980);
  });

  it('may not capture what is Pending, but may close it', async () => {
    const counter = openCounter();
    const id = await authorize(counter, {
      authorizeAttributes: authorizeAttributes({ transactionTimeout: 5 }),
    });

    expect(counter.merchant.capture(id, 3980)).toEqual({ ok: false, code: 'InvalidAuthorizationStatus' });
    expect(counter.merchant.closeAuthorization(id)).toMatchObject({
      ok: true,
      value: { reasonCode: 'SellerClosed' },
    });

    counter.clock.nowMs = Date.parse('2026-11-22T03:01:00Z');
    counter.pay.passTime();
    expect(counter.pay.ledger.judge.captures()).toEqual([]);
  });

  it('closes an Open authorization for good', async () => {
    const counter = openCounter();
    const id = await authorize(counter, { paymentAction: 'Authorize' });

    const closed = counter.merchant.closeAuthorization(id);

    expect(closed).toMatchObject({ ok: true, value: { state: 'Closed', reasonCode: 'SellerClosed' } });
    expect(counter.merchant.closeAuthorization(id)).toEqual({
      ok: false,
      code: 'InvalidAuthorizationStatus',
    });
    expect(counter.merchant.capture(id, 1)).toEqual({ ok: false, code: 'InvalidAuthorizationStatus' });
  });

  it('sees AmazonClosed when Amazon closes an authorization', async () => {
    const counter = openCounter();
    const id = await authorize(counter, { paymentAction: 'Authorize' });

    expect(counter.merchant.amazonCloses(id)).toMatchObject({
      ok: true,
      value: { reasonCode: 'AmazonClosed' },
    });
  });

  it('cancels an order reference and with it the Open authorization', async () => {
    const counter = openCounter();
    const id = await authorize(counter, { paymentAction: 'Authorize' });
    const order = counter.merchant.getAuthorization(id)?.amazonOrderReferenceId ?? '';

    const canceled = counter.merchant.cancelOrderReference(order);

    expect(canceled).toMatchObject({ ok: true, value: { state: 'Canceled', reasonCode: 'SellerCanceled' } });
    expect(counter.merchant.getAuthorization(id)?.reasonCode).toBe('OrderReferenceCanceled');
    expect(counter.merchant.getOrderReference(order)?.state).toBe('Canceled');
    expect(counter.merchant.cancelOrderReference(order)).toEqual({
      ok: false,
      code: 'InvalidOrderReferenceStatus',
    });
  });

  it('closes a Declined authorization by cancelling its Suspended order reference', async () => {
    const counter = openCounter();
    counter.buyer = { ...counter.buyer, paymentMethod: 'declining' };
    const id = await authorize(counter);
    const order = counter.merchant.getAuthorization(id)?.amazonOrderReferenceId ?? '';

    counter.merchant.cancelOrderReference(order);

    const after = counter.merchant.getAuthorization(id);
    expect([after?.state, after?.reasonCode]).toEqual(['Closed', 'InvalidPaymentMethod']);
    expect([...counter.pay.ledger.billingAgreements.values()].map(({ periodYen }) => periodYen)).toEqual([0]);
  });

  it('gives a declined amount back once, not again when its order reference is cancelled', async () => {
    const counter = openCounter();
    counter.buyer = { ...counter.buyer, paymentMethod: 'declining' };
    const id = await authorize(counter);
    counter.buyer = { ...counter.buyer, paymentMethod: 'valid' };
    await authorize(counter, {
      authorizeAttributes: authorizeAttributes({ authorizationReferenceId: 'attempt-2' }),
    });

    counter.merchant.cancelOrderReference(
      counter.merchant.getAuthorization(id)?.amazonOrderReferenceId ?? '',
    );

    expect([...counter.pay.ledger.billingAgreements.values()].map(({ periodYen }) => periodYen)).toEqual([
      3980,
    ]);
  });

  it('closes an authorization of an old agreement without making that agreement the current one', async () => {
    const counter = openCounter();
    const id = await authorize(counter, { paymentAction: 'Authorize' });
    counter.merchant.closeBillingAgreement(await counter.setUp());
    const current = await counter.setUp();

    counter.merchant.closeAuthorization(id);

    expect(await counter.setUp()).toBe(current);
  });

  it('cannot cancel a paid order reference', async () => {
    const counter = openCounter();
    const id = await authorize(counter);
    const order = counter.merchant.getAuthorization(id)?.amazonOrderReferenceId ?? '';

    expect(counter.merchant.cancelOrderReference(order)).toEqual({
      ok: false,
      code: 'InvalidOrderReferenceStatus',
    });
  });

  it('closes an agreement once', async () => {
    const counter = openCounter();
    const id = await counter.setUp();

    expect(counter.merchant.closeBillingAgreement(id)).toMatchObject({
      ok: true,
      value: { status: 'CLOSED' },
    });
    expect(counter.merchant.getBillingAgreement(id)?.status).toBe('CLOSED');
    expect(counter.merchant.closeBillingAgreement(id)).toEqual({
      ok: false,
      code: 'InvalidBillingAgreementStatus',
    });
  });

  it('is told when an id is unknown', () => {
    const { merchant } = openCounter();

    expect(merchant.getAuthorization(REFERENCE)).toBeUndefined();
    expect(merchant.capture('S03-0', 1)).toEqual({ ok: false, code: 'InvalidAuthorizationId' });
    expect(merchant.closeAuthorization('S03-0')).toEqual({ ok: false, code: 'InvalidAuthorizationId' });
    expect(merchant.cancelOrderReference('S03-0')).toEqual({ ok: false, code: 'InvalidOrderReferenceId' });
    expect(merchant.closeBillingAgreement('C03-0')).toEqual({ ok: false, code: 'InvalidBillingAgreementId' });
  });

  it('has no way to ask by its own reference id', async () => {
    const counter = openCounter();
    await counter.charge();

    const answers = [
      counter.merchant.getAuthorization(REFERENCE),
      counter.merchant.getOrderReference(REFERENCE),
      counter.merchant.getBillingAgreement(REFERENCE),
      counter.merchant.getCapture(REFERENCE),
    ];

    expect(answers).toEqual([undefined, undefined, undefined, undefined]);
  });
});

/** Charges and gives the id of the authorization. */
async function authorize(counter: Counter, changes: Record<string, unknown> = {}): Promise<string> {
  const answer = await counter.charge(changes);
  return answer.payload.authorizationDetails.amazonAuthorizationId;
}

function agreementStatus(counter: Counter): string | undefined {
  return [...counter.pay.ledger.billingAgreements.values()][0]?.status;
}
