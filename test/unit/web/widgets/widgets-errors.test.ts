import { AGREEMENT, openStage, TOKYO } from './widgets-stage';

const WIDGETS = ['button', 'addressBook', 'wallet', 'consent'] as const;

/** A page with all four widgets, of an order with a subscription. */
async function openAll(options: Parameters<typeof openStage>[0] = {}) {
  const stage = openStage({ ...options, data: { needsConsent: 'true' } });
  await stage.chooseAll();
  stage.consent('true');
  return stage;
}

describe('an error of a widget on the page', () => {
  it.each(WIDGETS)('ITP of the %s: no action, no word, only the spinner goes', async (widget) => {
    const stage = await openAll();
    stage.shown.clear();

    await stage.fail(widget, 'ITP');

    expect([...stage.shown]).toEqual([
      ['spinner', false],
      ['debug', true],
    ]);
    expect(stage.went).toEqual([]);
    expect(stage.isOrderEnabled()).toBe(true);
    expect(stage.texts.get('errorMessage')).toBeUndefined();
  });

  it('BuyerSessionExpired leads back to the cart, which is told why', async () => {
    const stage = await openAll();

    await stage.fail('wallet', 'BuyerSessionExpired');

    expect(stage.went).toEqual(['/checkout/ABCD2345?after=b08']);
    expect(stage.texts.get('errorMessage')).toBe(
      'セッションは期限切れです。Amazonアカウントでお支払いボタンをクリックして再度サインインしてください。',
    );
  });

  it.each(WIDGETS)(
    'every error of the %s is reported by widget and code, and nothing more',
    async (widget) => {
      const stage = await openAll();

      await stage.fail(widget, 'PaymentMethodNotModifiable');

      expect(stage.calls.at(-1)).toEqual(['errors', { source: widget, code: 'PaymentMethodNotModifiable' }]);
    },
  );

  it('InvalidSellerId of the button says no message; what the buyer can do stands there', async () => {
    const stage = openStage();
    await stage.flow.start();

    await stage.fail('button', 'InvalidSellerId');

    expect(stage.texts.get('errorMessage')).toBe('');
    expect(stage.texts.get('errorHint')).toBe(
      'お支払いは行われていません。この画面では、お支払いの手続きができません。別の画面からお支払いいただくか、お問い合わせ先までご連絡ください。',
    );
    expect(stage.shown.get('errorContact')).toBe(true);
  });

  it('InvalidSellerId of the wallet says the message of the source and names the contact', async () => {
    const stage = await openAll();

    await stage.fail('wallet', 'InvalidSellerId');

    expect(stage.texts.get('errorMessage')).toBe(
      '申し訳ございません。このWebサイトからあなたの支払処理に問題がありました。販売事業者の支援先までお問い合わせください。',
    );
    expect(stage.shown.get('errorContact')).toBe(true);
    expect(stage.shown.get('errorOtherWay')).toBe(true);
    expect(stage.revealed).toEqual(['errorBox']);
  });

  it('AddressNotModifiable shows the address read-only, once, and the buyer may go on', async () => {
    const stage = await openAll();
    stage.answer('widgets/total', TOKYO);

    await stage.fail('addressBook', 'AddressNotModifiable');
    await stage.fail('addressBook', 'AddressNotModifiable');

    const books = stage.made.filter(({ kind }) => kind === 'addressBook');
    expect(books).toHaveLength(2);
    expect(books[1]?.options).toMatchObject({ amazonBillingAgreementId: AGREEMENT, displayMode: 'Read' });
    expect(stage.isOrderEnabled()).toBe(true);
  });

  it.each(['BuyerNotAssociated', 'StaleBillingAgreement'])('%s: back to the button', async (code) => {
    const stage = await openAll();

    await stage.fail('addressBook', code);

    expect(stage.shown.get('signIn')).toBe(true);
    expect(stage.shown.get('choices')).toBe(false);
    expect(stage.isOrderEnabled()).toBe(false);
    expect(stage.focused.at(-1)).toBe('signInTitle');
    expect(stage.texts.get('status')).toBe('');
    expect(stage.texts.get('errorHint')).toBe(
      'お支払いは行われていません。Amazonアカウントのボタンから、もう一度サインインしてください。',
    );
  });

  it('what was said is gone once the buyer signed in again', async () => {
    const stage = await openAll();
    await stage.fail('addressBook', 'StaleBillingAgreement');
    expect(stage.shown.get('errorBox')).toBe(true);

    await stage.signIn();

    expect(stage.shown.get('errorBox')).toBe(false);
  });

  it('ConfirmedBillingAgreement hides the consent, which is there already', async () => {
    const stage = openStage({ data: { needsConsent: 'true' } });
    await stage.chooseAll();
    expect(stage.isOrderEnabled()).toBe(false);

    await stage.fail('consent', 'ConfirmedBillingAgreement');

    expect(stage.shown.get('consentPart')).toBe(false);
    expect(stage.isOrderEnabled()).toBe(true);
  });

  it('PaymentMethodNotModifiable: the method that is there may be kept, so the order can be placed with it', async () => {
    const stage = openStage();
    await stage.signIn();
    await stage.begin();
    stage.answer('widgets/total', TOKYO);
    await stage.chooseAddress();
    expect(stage.isOrderEnabled()).toBe(false);

    await stage.fail('wallet', 'PaymentMethodNotModifiable');

    expect(stage.texts.get('errorHint')).toBe(
      'お支払いは行われていません。表示のお支払い方法のままでよろしければ、お手続きを続けられます。変更をご希望のときは、別の画面からお支払いいただくか、お問い合わせ先までご連絡ください。',
    );
    expect(stage.isOrderEnabled()).toBe(true);
  });

  it.each([
    'InvalidAccountStatus',
    'WidgetNotApplicable',
    'InvalidSellerId',
    'InvalidParameterValue',
    'MissingParameter',
    'ReleaseEnvironmentMismatch',
  ])('%s, which nothing on this page can mend, hides Amazon Pay, offers another way', async (code) => {
    const stage = await openAll();
    expect(stage.texts.get('status')).toBe('送料は600円、合計は3,192円です。');

    await stage.fail('wallet', code);

    expect(stage.texts.get('status')).toBe('');

    expect(stage.shown.get('choices')).toBe(false);
    expect(stage.shown.get('signIn')).toBe(false);
    expect(stage.shown.get('orderPart')).toBe(false);
    expect(stage.shown.get('errorOtherWay')).toBe(true);
    expect(stage.isOrderEnabled()).toBe(false);
  });

  it('after the page is over no widget can bring it back, nor say anything else', async () => {
    const stage = await openAll();
    await stage.fail('wallet', 'WidgetNotApplicable');

    await stage.fail('addressBook', 'BuyerNotAssociated');
    await stage.begin('C03-7654321-7654321');
    await stage.chooseAddress();
    stage.choosePayment();
    stage.consent('true');

    expect(stage.calls.filter(([name]) => name === 'errors')).toHaveLength(2);
    expect(stage.shown.get('signIn')).toBe(false);
    expect(stage.texts.get('errorMessage')).toBe(
      '申し訳ございません。このWebサイトでの支払処理に問題があります。販売事業者にお問い合わせください。',
    );
    expect(stage.texts.get('status')).toBe('');
    expect(stage.isOrderEnabled()).toBe(false);
  });

  it.each([
    ['InvalidBillingAgreementId', 'b11'],
    ['UnknownError', 'b21'],
    ['SomethingNew', 'x90'],
    ['__proto__', 'x90'],
  ])('%s: the page is loaded anew, and knows why', async (code, row) => {
    const stage = await openAll();

    await stage.fail('wallet', code);

    expect(stage.went).toEqual([`/checkout/ABCD2345/widgets?after=${row}`]);
  });

  it('InvalidBillingAgreementStatus: the server reads the agreement first, then the page is loaded anew', async () => {
    const stage = await openAll();

    await stage.fail('wallet', 'InvalidBillingAgreementStatus');

    expect(stage.calls.at(-1)).toEqual(['widgets/total', { billingAgreementId: AGREEMENT }]);
    expect(stage.went).toEqual(['/checkout/ABCD2345/widgets?after=b20']);
  });

  it('InvalidBillingAgreementStatus of an order that another tab has paid: its own page tells', async () => {
    const stage = await openAll();
    stage.answer('widgets/total', { status: 'refused', reason: 'notPayable', message: '', next: 'anew' });

    await stage.fail('wallet', 'InvalidBillingAgreementStatus');

    expect(stage.went).toEqual(['anew']);
  });

  it('UnknownError on a page that was loaded anew already: no third time, another way is offered', async () => {
    const stage = await openAll({ reloadedOnce: true });

    await stage.fail('wallet', 'UnknownError');

    expect(stage.went).toEqual([]);
    expect(stage.shown.get('choices')).toBe(false);
    expect(stage.shown.get('errorOtherWay')).toBe(true);
  });

  it('while the order is on its way is reported only: nobody may say here that nothing was paid', async () => {
    const stage = await openAll();
    const ordering = stage.flow.order();

    await stage.fail('wallet', 'BuyerSessionExpired');
    await ordering;

    expect(stage.calls.map(([name]) => name)).toContain('errors');
    expect(stage.texts.get('errorMessage')).toBeUndefined();
    expect(stage.went).toEqual(['anew']);
  });

  it.each([undefined, null, 42, {}, ''])('an error whose code is %j is reported as unknown', async (code) => {
    const stage = await openAll();

    await stage.fail('wallet', code);

    expect(stage.calls).toContainEqual(['errors', { source: 'wallet', code: 'unknown' }]);
  });

  it('writes code and message where the sandbox shows them', async () => {
    const stage = await openAll();

    await stage.fail('wallet', 'ITP');

    expect(stage.texts.get('debugCode')).toBe('ITP');
    expect(stage.texts.get('debugMessage')).toBe('about ITP');
  });

  it('does nothing but report when the page has no policy', async () => {
    const stage = openStage({ data: { policy: 'not JSON' } });
    await stage.chooseAll();

    await stage.fail('wallet', 'BuyerSessionExpired');

    expect(stage.went).toEqual([]);
    expect(stage.calls.at(-1)?.[0]).toBe('errors');
  });
});
