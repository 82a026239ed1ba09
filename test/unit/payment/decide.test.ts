import { type CodeRow, type NextMove, type OrderEffect } from '../../../lambda/src/payment/code-row';
import { ACCESS_CODES } from '../../../lambda/src/payment/codes/access-codes';
import {
  CLOSED_REASONS,
  DECLINE_REASONS,
  OPEN_STATES,
} from '../../../lambda/src/payment/codes/authorization-rows';
import { ONE_CLICK_ROWS, PIN_CODES } from '../../../lambda/src/payment/codes/buyer-setting-codes';
import { CHARGE_CODES } from '../../../lambda/src/payment/codes/charge-codes';
import { OTHER_ROWS } from '../../../lambda/src/payment/codes/other-rows';
import { SETUP_CODES } from '../../../lambda/src/payment/codes/setup-codes';
import { decide, type Decision, type Situation } from '../../../lambda/src/payment/decide';
import { type PaymentOutcome } from '../../../lambda/src/payment/outcome';

const ROW: CodeRow = {
  row: 'a00',
  code: 'Code',
  source: 'a test',
  httpStatus: '400',
  handledBy: 'merchant',
  class: 'terminal',
  prompt: null,
  effect: 'keepRefused',
  next: 'apologise',
  alert: 'never',
  action: 'Nothing.',
};
const FIRST: Situation = {
  operation: 'Charge',
  amazonPrompts: 'repeat',
  resent: false,
  setUpAgain: false,
  webCheckout: false,
};

function outcome(next: NextMove, row: Partial<CodeRow> = {}): PaymentOutcome {
  const whole = { ...ROW, next, ...row };
  return { type: 'error', row: whole, effect: whole.effect, reason: 'code' };
}
const decision = (next: NextMove, row: Partial<CodeRow> = {}, situation: Partial<Situation> = {}): Decision =>
  decide(outcome(next, row), { ...FIRST, ...situation });

describe('what is said and done after an answer', () => {
  it.each<[NextMove, Partial<CodeRow>, Partial<Decision>]>([
    ['sendCharge', {}, { move: 'quote', say: [], card: 'none' }],
    ['confirmOrder', {}, { move: 'confirm', say: [], card: 'none' }],
    [
      'sayCartKept',
      { prompt: 'tryAgainLater' },
      { move: 'end', say: ['tryAgainLater', 'orderNotPlaced', 'cartKept'] },
    ],
    [
      'offerOtherWay',
      { prompt: 'somethingWentWrong' },
      { move: 'end', say: ['somethingWentWrong', 'orderNotPlaced', 'cartKept'], card: 'otherWay' },
    ],
    ['offerOtherWay', {}, { say: ['otherPaymentNeeded', 'orderNotPlaced', 'cartKept'], card: 'otherWay' }],
    ['pointToAmazonsCard', {}, { say: ['permissionNeeded', 'orderNotPlaced', 'cartKept'], card: 'none' }],
    [
      'sendConsentCard',
      { prompt: 'enableAmazonPay' },
      { say: ['enableAmazonPay', 'orderNotPlaced', 'cartKept'], card: 'consent' },
    ],
    ['askForUpdate', {}, { move: 'end', say: ['updatePaymentFirst', 'orderNotPlaced', 'cartKept'] }],
    [
      'askToTryAgain',
      { prompt: 'checkConfirmationCode' },
      { move: 'askToTryAgain', say: ['checkConfirmationCode', 'orderNotPlaced'] },
    ],
    [
      'sayDeclined',
      { prompt: 'cannotProcessPayment' },
      { move: 'end', say: ['cannotProcessPayment', 'orderNotPlaced', 'cartKept'] },
    ],
    ['apologise', {}, { say: ['genericApology', 'orderNotPlaced'] }],
    ['sayNotASale', {}, { say: ['genericApology', 'orderNotPlaced', 'cartKept'] }],
    ['promiseResult', {}, { say: ['pendingResult'] }],
    ['sayChecking', {}, { say: ['genericApology', 'resultBeingChecked'] }],
  ])('%s', (next, row, expected) => {
    expect(decision(next, row)).toMatchObject(expected);
  });

  it('says with AMAZON_PROMPTS=skip only what happened to the order', () => {
    const skip = { amazonPrompts: 'skip' } as const;

    expect(decision('sayCartKept', { prompt: 'tryAgainLater' }, skip).say).toEqual([
      'orderNotPlaced',
      'cartKept',
    ]);
    expect(decision('offerOtherWay', { prompt: 'somethingWentWrong' }, skip).say).toEqual([
      'orderNotPlaced',
      'cartKept',
    ]);
    expect(decision('askToTryAgain', { prompt: 'checkConfirmationCode' }, skip).say).toEqual([
      'orderNotPlaced',
    ]);
    expect(decision('pointToAmazonsCard', {}, skip).say).toEqual(['orderNotPlaced', 'cartKept']);
  });

  it('speaks with AMAZON_PROMPTS=skip all the same what Amazon Pay does not announce', () => {
    const skip = { amazonPrompts: 'skip' } as const;

    expect(decision('sendConsentCard', { prompt: 'enableAmazonPay' }, skip).say[0]).toBe('enableAmazonPay');
    expect(decision('sayDeclined', { prompt: 'cannotProcessPayment' }, skip).say[0]).toBe(
      'cannotProcessPayment',
    );
    expect(decision('offerOtherWay', {}, skip).say[0]).toBe('otherPaymentNeeded');
    expect(decision('askForUpdate', {}, skip).say[0]).toBe('updatePaymentFirst');
  });

  it.each([
    ['each', 'now'],
    ['counted', 'counted'],
    ['never', 'none'],
  ] as const)('an alert rule %s is %s', (alert, expected) => {
    expect(decision('apologise', { alert }).alert).toBe(expected);
  });
});

describe('the same directive once more', () => {
  it('goes out once, without a word of failure', () => {
    expect(decision('resendOnce', { effect: 'hold' })).toMatchObject({
      move: 'resend',
      say: [],
      effect: 'retry',
    });
  });

  it('then ends: a Setup failed for certain, a Charge is unknown', () => {
    expect(decision('resendOnce', { effect: 'keep' }, { resent: true, operation: 'Setup' })).toMatchObject({
      move: 'end',
      effect: 'keep',
      say: ['genericApology', 'orderNotPlaced', 'cartKept'],
    });
    expect(decision('resendOnce', { effect: 'hold' }, { resent: true })).toMatchObject({
      move: 'end',
      effect: 'hold',
      say: ['genericApology', 'resultBeingChecked'],
    });
  });

  it.each<OrderEffect>(['keep', 'keepRefused', 'keepNotProcessed'])(
    'a refusal (%s) of the re-sent Charge leaves the first send undecided',
    (effect) => {
      const resent = decision(
        'sayCartKept',
        { effect, prompt: 'tryAgainLater', alert: 'counted' },
        { resent: true },
      );

      expect(resent).toMatchObject({
        move: 'end',
        effect: 'hold',
        say: ['genericApology', 'resultBeingChecked'],
        alert: 'counted',
      });
    },
  );

  it('a refusal of the re-sent Setup is a plain refusal: Setup moves no money', () => {
    const refused = decision('sayCartKept', { effect: 'keep' }, { resent: true, operation: 'Setup' });

    expect(refused).toMatchObject({ effect: 'keep', say: ['orderNotPlaced', 'cartKept'] });
  });

  it('a decline of the re-sent Charge is definite', () => {
    const row = {
      ...ROW,
      next: 'sayDeclined',
      prompt: 'cannotProcessPayment',
      effect: 'declinedHard',
    } as const;
    const declined: PaymentOutcome = {
      type: 'authorization',
      row,
      effect: 'declinedHard',
      reason: 'stateAndReason',
      authorization: { amazonOrderReferenceId: undefined, amazonAuthorizationId: undefined, captureIds: [] },
    };

    expect(decide(declined, { ...FIRST, resent: true })).toMatchObject({
      effect: 'declinedHard',
      say: ['cannotProcessPayment', 'orderNotPlaced', 'cartKept'],
    });
  });
});

describe('a BillingAgreement that Charge does not know', () => {
  it('is set up again once', () => {
    expect(decision('setUpAgainOnce', { alert: 'counted' })).toMatchObject({
      move: 'setUpAgain',
      say: [],
      effect: 'keepRefused',
      alert: 'counted',
    });
  });

  it('is an alert the second time', () => {
    expect(decision('setUpAgainOnce', { alert: 'counted' }, { setUpAgain: true })).toMatchObject({
      move: 'end',
      say: ['genericApology', 'orderNotPlaced'],
      alert: 'now',
    });
  });
});

describe('the web checkout', () => {
  const web = { webCheckout: true } as const;

  it.each<[string, NextMove, Partial<CodeRow>]>([
    ['a device that cannot pay', 'offerOtherWay', { effect: 'keep', offersWeb: true }],
    ['a permission the shop lacks', 'apologise', { effect: 'keep', offersWeb: true }],
    ['a period whose limit is reached', 'offerOtherWay', { effect: 'keepRefused', offersWeb: true }],
    ['AmazonRejected', 'sayDeclined', { effect: 'declinedHard', prompt: 'cannotProcessPayment' }],
    ['a decline whose reason nobody knows', 'sayNotASale', { effect: 'declinedHard' }],
  ])('is offered after %s, and only where it is set up', (_title, next, row) => {
    const offered = decision(next, row, web);
    const alone = decision(next, row);

    expect(offered.offersWeb).toBe(true);
    expect(offered.move).toBe('end');
    // Words and card hold without the offer: it may be that no link can be made.
    expect(alone).toEqual({ ...offered, offersWeb: false });
  });

  it.each<[string, NextMove, Partial<CodeRow>]>([
    ['a refusal whose row says nothing of it', 'sayCartKept', { effect: 'keepRefused' }],
    ['a soft decline', 'sayDeclined', { effect: 'declinedSoft' }],
    ['a throttled request', 'sayCartKept', { effect: 'keepNotProcessed', offersWeb: true }],
    ['an unknown result', 'sayChecking', { effect: 'hold', offersWeb: true }],
    ['an order that a person decides', 'sayChecking', { effect: 'human', offersWeb: true }],
    ['a pending charge', 'promiseResult', { effect: 'pending', offersWeb: true }],
    ['a paid order', 'confirmOrder', { effect: 'paid', offersWeb: true }],
  ])('is not offered after %s', (_title, next, row) => {
    expect(decision(next, row, web).offersWeb).toBe(false);
  });

  it('is not offered while the first of two sends may have moved money', () => {
    const row = { effect: 'keepRefused', offersWeb: true, prompt: null } as const;

    expect(decision('offerOtherWay', row, { ...web, resent: true })).toMatchObject({
      effect: 'hold',
      offersWeb: false,
    });
  });

  it('is offered by exactly these rows, beside hard declines', () => {
    const tables: readonly Readonly<Record<string, CodeRow>>[] = [
      SETUP_CODES,
      CHARGE_CODES,
      ACCESS_CODES,
      PIN_CODES,
      ONE_CLICK_ROWS,
      DECLINE_REASONS,
      OPEN_STATES,
      CLOSED_REASONS,
      OTHER_ROWS,
    ];
    const rows = tables.flatMap((table) => Object.values(table));

    expect(rows.filter(({ offersWeb }) => offersWeb === true).map(({ row, code }) => [row, code])).toEqual([
      ['a01', 'UnsupportedClientPlatform'],
      ['a22', 'UnsupportedClientPlatform'],
      ['a34', 'PeriodicAmountExceeded'],
      ['a18', 'FORBIDDEN'],
    ]);
  });
});
