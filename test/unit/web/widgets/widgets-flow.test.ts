import { AGREEMENT, openStage, totals } from './widgets-stage';

const CHANGED = 'お支払いは行われていません。合計金額が変わりました。';

describe('a buyer on the page with the widgets', () => {
  it('sees the button first, made with the seller and in Japanese', async () => {
    const stage = openStage();

    await stage.flow.start();

    expect(stage.made).toEqual([
      {
        kind: 'button',
        boundTo: 'button',
        options: expect.objectContaining({
          sellerId: 'A1KOEMISELOCAL',
          type: 'PwA',
          color: 'Gold',
          size: 'large',
          language: 'ja-JP',
        }),
      },
    ]);
    expect(stage.shown.get('spinner')).toBe(false);
  });

  it('signs in, chooses address and payment method, and may then order', async () => {
    const stage = openStage();

    await stage.signIn();
    expect(stage.shown.get('choices')).toBe(true);
    expect(stage.shown.get('signIn')).toBe(false);
    expect(stage.shown.get('spinner')).toBe(true);
    expect(stage.focused).toEqual(['choicesTitle']);

    await stage.begin();
    expect(stage.shown.get('spinner')).toBe(false);
    stage.answer('widgets/total', totals('600', '3192'));
    await stage.chooseAddress();
    expect(stage.texts.get('total')).toBe('3,192円');
    expect(stage.texts.get('status')).toBe('送料は600円、合計は3,192円です。');
    expect(stage.texts.get('tone')).toBe('progress');
    expect(stage.isOrderEnabled()).toBe(false);

    stage.choosePayment();
    expect(stage.isOrderEnabled()).toBe(true);
  });

  it('hands the agreement of the address book to the wallet', async () => {
    const stage = openStage();

    await stage.signIn();
    await stage.begin();

    expect(stage.made.map(({ kind }) => kind)).toEqual(['button', 'addressBook', 'wallet']);
    expect(stage.made[1]?.options).toMatchObject({
      sellerId: 'A1KOEMISELOCAL',
      agreementType: 'BillingAgreement',
      design: { designMode: 'responsive' },
    });
    expect(stage.made[2]?.options).toMatchObject({ amazonBillingAgreementId: AGREEMENT });
  });

  it('who does not sign in stays at the button', async () => {
    const stage = openStage({ buyerSignsIn: false });

    await stage.signIn();

    expect(stage.made.map(({ kind }) => kind)).toEqual(['button']);
    expect(stage.shown.get('choices')).toBeUndefined();
  });

  it('orders with the agreement and the total that was shown, once, and sees the order anew', async () => {
    const stage = openStage();
    await stage.chooseAll();
    stage.answer('widgets/pay', { status: 'settled' });

    await Promise.all([stage.flow.order(), stage.flow.order()]);

    expect(stage.calls.filter(([name]) => name === 'widgets/pay')).toEqual([
      ['widgets/pay', { billingAgreementId: AGREEMENT, shownTotalYen: 3192 }],
    ]);
    expect(stage.isOrderEnabled()).toBe(false);
    expect(stage.went).toEqual(['anew']);
  });

  it('who gets no answer sees the order anew: nothing is said about the money here', async () => {
    const stage = openStage();
    await stage.chooseAll();

    await stage.flow.order();

    expect(stage.went).toEqual(['anew']);
    expect(stage.texts.get('status')).toBe('お支払いの手続きをしています。');
  });

  it('who saw another total sees the right one and has to press again', async () => {
    const stage = openStage();
    await stage.chooseAll();
    stage.answer('widgets/pay', {
      status: 'refused',
      reason: 'totalChanged',
      message: CHANGED,
      next: 'stay',
      totals: totals('1200', '3792'),
    });

    await stage.flow.order();
    expect(stage.texts.get('status')).toBe(CHANGED);
    expect(stage.texts.get('total')).toBe('3,792円');
    expect(stage.isOrderEnabled()).toBe(true);

    stage.answer('widgets/pay', { status: 'settled' });
    await stage.flow.order();
    expect(stage.calls.at(-1)).toEqual([
      'widgets/pay',
      { billingAgreementId: AGREEMENT, shownTotalYen: 3792 },
    ]);
  });

  it('who chooses an address that is not served cannot order', async () => {
    const stage = openStage();
    await stage.chooseAll();
    stage.answer('widgets/total', {
      status: 'refused',
      reason: 'notJapan',
      message: 'お届け先は日本国内に限ります。',
      next: 'stay',
    });

    await stage.chooseAddress();

    expect(stage.texts.get('status')).toBe('お届け先は日本国内に限ります。');
    expect(stage.texts.get('tone')).toBe('problem');
    expect(stage.isOrderEnabled()).toBe(false);
  });

  it('who changes the address twice sees the total of the second one, whichever answer comes first', async () => {
    const stage = openStage();
    await stage.chooseAll();
    let comeAtLast = (_answer: object): void => undefined;
    stage.answer(
      'widgets/total',
      new Promise((resolve) => {
        comeAtLast = resolve;
      }),
    );
    stage.answer('widgets/total', totals('600', '3192'));

    await stage.chooseAddress();
    await stage.chooseAddress();
    comeAtLast(totals('1200', '3792'));
    await stage.flow.order();

    expect(stage.texts.get('total')).toBe('3,192円');
  });

  it('whose total does not come cannot order', async () => {
    const stage = openStage();
    await stage.chooseAll();

    await stage.chooseAddress();

    expect(stage.texts.get('status')).toBe('問題が起きました。');
    expect(stage.isOrderEnabled()).toBe(false);
  });

  it('whose agreement is over signs in again, and what was chosen is gone', async () => {
    const stage = openStage();
    await stage.chooseAll();
    stage.answer('widgets/pay', {
      status: 'refused',
      reason: 'agreementOver',
      message: 'もう一度サインインしてください。',
      next: 'signIn',
    });

    await stage.flow.order();

    expect(stage.texts.get('status')).toBe('もう一度サインインしてください。');
    expect(stage.shown.get('signIn')).toBe(true);
    expect(stage.shown.get('choices')).toBe(false);
    expect(stage.isOrderEnabled()).toBe(false);
  });

  it('whose order is not payable any more sees it anew', async () => {
    const stage = openStage();
    await stage.chooseAll();
    stage.answer('widgets/total', { status: 'refused', reason: 'notPayable', message: 'x', next: 'anew' });

    await stage.chooseAddress();

    expect(stage.went).toEqual(['anew']);
  });

  it('is told when the script of Amazon does not come, and the shop hears of it', async () => {
    const stage = openStage({ scriptComes: false });

    await stage.flow.start();

    expect(stage.texts.get('status')).toBe('ボタンを表示できませんでした。');
    expect(stage.calls).toEqual([['errors', { source: 'widgets', code: 'scriptNotLoaded' }]]);
  });
});

describe('the consent', () => {
  it('is needed for a subscription before the order', async () => {
    const stage = openStage({ data: { needsConsent: 'true' } });
    await stage.chooseAll();
    expect(stage.isOrderEnabled()).toBe(false);

    stage.consent('true');
    expect(stage.isOrderEnabled()).toBe(true);

    stage.consent('false');
    expect(stage.isOrderEnabled()).toBe(false);
  });

  it('may be told as a flag as well', async () => {
    const stage = openStage({ data: { needsConsent: 'true' } });
    await stage.chooseAll();

    stage.consent(true);

    expect(stage.isOrderEnabled()).toBe(true);
  });

  it('is not asked for when goods are bought once', async () => {
    const stage = openStage();

    await stage.chooseAll();

    expect(stage.made.map(({ kind }) => kind)).not.toContain('consent');
  });

  it('is asked for after all when Amazon Pay wants it', async () => {
    const stage = openStage();
    await stage.chooseAll();
    stage.answer('widgets/pay', {
      status: 'refused',
      reason: 'consentNeeded',
      message: '承認にチェックを入れてください。',
      next: 'stay',
    });

    await stage.flow.order();
    expect(stage.shown.get('consentPart')).toBe(true);
    expect(stage.isOrderEnabled()).toBe(false);

    stage.consent('true');
    expect(stage.isOrderEnabled()).toBe(true);
  });
});

describe('an order that goes to no place', () => {
  it('has no address book: the wallet begins the agreement, and the total is there at once', async () => {
    const stage = openStage({ data: { productType: 'PayOnly' } });
    await stage.signIn();
    stage.answer('widgets/total', totals('0', '3000'));

    await stage.begin();
    expect(stage.made.map(({ kind }) => kind)).toEqual(['button', 'wallet']);
    expect(stage.made[1]?.options).toMatchObject({ agreementType: 'BillingAgreement' });
    expect(stage.texts.get('total')).toBe('3,000円');

    stage.choosePayment();
    expect(stage.isOrderEnabled()).toBe(true);
  });
});
