/**
 * The errors of the widgets, with what the buyer reads in the widget's body. `message` null: no text of an error, but the
 * panel that asks for cookies. `hiddenOnButton`: a button with this error is not shown, and nothing in its place.
 * @see seed 001, table of widget error codes
 */
interface WidgetError {
  readonly message: string | null;
  readonly hiddenOnButton: boolean;
}

const PROBLEM =
  '申し訳ございません。このWebサイトからあなたの支払処理に問題がありました。販売事業者の支援先までお問い合わせください。';
const TROUBLE =
  '申し訳ございません。このWebサイトでの支払処理に問題があります。販売事業者にお問い合わせください。';

/** Every code. */
export const WIDGET_ERRORS = {
  AddressNotModifiable: {
    message: 'あなたはこの注文では配送先住所を変更できません。販売事業者の支援先にお問い合わせください。',
    hiddenOnButton: false,
  },
  BuyerNotAssociated: {
    message:
      'このセッションは無効です。Amazonアカウントでお支払いボタンをクリックして購入処理を再実行してください。',
    hiddenOnButton: false,
  },
  BuyerSessionExpired: {
    message:
      'セッションは期限切れです。Amazonアカウントでお支払いボタンをクリックして再度サインインしてください。',
    hiddenOnButton: false,
  },
  ConfirmedBillingAgreement: {
    message: 'お支払い方法設定の承認ウィジェットは表示されません。',
    hiddenOnButton: false,
  },
  InvalidAccountStatus: { message: PROBLEM, hiddenOnButton: true },
  InvalidBillingAgreementId: { message: PROBLEM, hiddenOnButton: false },
  InvalidParameterValue: { message: PROBLEM, hiddenOnButton: true },
  InvalidSellerId: { message: PROBLEM, hiddenOnButton: true },
  ITP: { message: null, hiddenOnButton: false },
  MissingParameter: { message: PROBLEM, hiddenOnButton: true },
  PaymentMethodNotModifiable: {
    message: 'この注文の支払方法は変更できません。販売事業者の支援先までお問い合わせください。',
    hiddenOnButton: false,
  },
  ReleaseEnvironmentMismatch: {
    message:
      '申し訳ございません。このWebサイトでの支払処理に問題があります。販売事業者の支援先までお問い合わせください。',
    hiddenOnButton: false,
  },
  StaleBillingAgreement: {
    message:
      'あなたのセッションは期限切れです。Amazonアカウントでお支払いボタンをクリックして再度サインインしてください。',
    hiddenOnButton: false,
  },
  WidgetNotApplicable: { message: TROUBLE, hiddenOnButton: false },
  InvalidBillingAgreementStatus: { message: TROUBLE, hiddenOnButton: false },
  UnknownError: { message: TROUBLE, hiddenOnButton: false },
} as const satisfies Record<string, WidgetError>;

/** What is known of a code; any other is an unknown error. */
export function widgetError(code: string): WidgetError {
  const known = Object.entries<WidgetError>(WIDGET_ERRORS).find(([name]) => name === code);
  return known?.[1] ?? WIDGET_ERRORS.UnknownError;
}
