import { WIDGET_ERRORS, widgetError } from '../../../simulator/amazon-pay-browser/widget-errors-table';

const PROBLEM =
  '申し訳ございません。このWebサイトからあなたの支払処理に問題がありました。販売事業者の支援先までお問い合わせください。';
const TROUBLE =
  '申し訳ございません。このWebサイトでの支払処理に問題があります。販売事業者にお問い合わせください。';

describe('the errors of the simulated widgets', () => {
  // As seed 001 has them: code, what the buyer reads, whether a button with it stays empty.
  it.each([
    [
      'AddressNotModifiable',
      'あなたはこの注文では配送先住所を変更できません。販売事業者の支援先にお問い合わせください。',
      false,
    ],
    [
      'BuyerNotAssociated',
      'このセッションは無効です。Amazonアカウントでお支払いボタンをクリックして購入処理を再実行してください。',
      false,
    ],
    [
      'BuyerSessionExpired',
      'セッションは期限切れです。Amazonアカウントでお支払いボタンをクリックして再度サインインしてください。',
      false,
    ],
    ['ConfirmedBillingAgreement', 'お支払い方法設定の承認ウィジェットは表示されません。', false],
    ['InvalidAccountStatus', PROBLEM, true],
    ['InvalidBillingAgreementId', PROBLEM, false],
    ['InvalidParameterValue', PROBLEM, true],
    ['InvalidSellerId', PROBLEM, true],
    ['ITP', null, false],
    ['MissingParameter', PROBLEM, true],
    [
      'PaymentMethodNotModifiable',
      'この注文の支払方法は変更できません。販売事業者の支援先までお問い合わせください。',
      false,
    ],
    [
      'ReleaseEnvironmentMismatch',
      '申し訳ございません。このWebサイトでの支払処理に問題があります。販売事業者の支援先までお問い合わせください。',
      false,
    ],
    [
      'StaleBillingAgreement',
      'あなたのセッションは期限切れです。Amazonアカウントでお支払いボタンをクリックして再度サインインしてください。',
      false,
    ],
    ['WidgetNotApplicable', TROUBLE, false],
    ['InvalidBillingAgreementStatus', TROUBLE, false],
    ['UnknownError', TROUBLE, false],
  ])('%s', (code, message, hiddenOnButton) => {
    expect(widgetError(code)).toEqual({ message, hiddenOnButton });
  });

  it('are sixteen', () => {
    expect(Object.keys(WIDGET_ERRORS)).toHaveLength(16);
  });

  it.each(['constructor', 'ServiceError'])('%s is an unknown one', (code) => {
    expect(widgetError(code).message).toBe(TROUBLE);
  });
});
