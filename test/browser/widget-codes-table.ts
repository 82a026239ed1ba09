import { type WidgetName } from '../../lambda/src/payment/codes/widget-codes';

/**
 * What the buyer reads after each error of the widgets and where that leads, written from the document. `lines`: in the
 * page's own place for errors, or in the notice of the page that it leads to. `onButton`: the same for the sign-in button
 * where the document hides the error there.
 * @see seed 001, table of widget error codes; outcome-table.md, rows b06-b21
 */
export interface ExpectedWidgetError {
  readonly widget: WidgetName;
  readonly leadsTo: 'here' | 'signIn' | 'noWidgets' | 'order' | 'widgetsAnew';
  readonly lines: readonly string[];
  readonly onButton?: readonly string[];
}

const CONTACT = 'お問い合わせ: 電話 03-1234-5678、メール support@koemise.example（平日の10時から17時まで）';
const OTHER_WAY = '別の画面でお支払いに進む';
const NOT_HERE =
  'お支払いは行われていません。この画面では、お支払いの手続きができません。別の画面からお支払いいただくか、お問い合わせ先までご連絡ください。';
const SIGN_IN = 'お支払いは行われていません。Amazonアカウントのボタンから、もう一度サインインしてください。';
const RELOADED =
  'お支払いは行われていません。ページを読み込み直しましたので、もう一度はじめからお手続きください。';
const PROBLEM =
  '申し訳ございません。このWebサイトからあなたの支払処理に問題がありました。販売事業者の支援先までお問い合わせください。';
const TROUBLE =
  '申し訳ございません。このWebサイトでの支払処理に問題があります。販売事業者にお問い合わせください。';

const wrongSetting = {
  leadsTo: 'noWidgets',
  lines: [PROBLEM, NOT_HERE, CONTACT, OTHER_WAY],
  onButton: [NOT_HERE, CONTACT, OTHER_WAY],
} as const;

/** Every code of the document. */
export const WIDGET_FAILURES = {
  AddressNotModifiable: {
    widget: 'addressBook',
    leadsTo: 'here',
    lines: [
      'あなたはこの注文では配送先住所を変更できません。販売事業者の支援先にお問い合わせください。',
      'お支払いは行われていません。表示のお届け先のままでよろしければ、お手続きを続けられます。変更をご希望のときは、お問い合わせ先までご連絡ください。',
      CONTACT,
    ],
  },
  BuyerNotAssociated: {
    widget: 'wallet',
    leadsTo: 'signIn',
    lines: [
      'このセッションは無効です。Amazonアカウントでお支払いボタンをクリックして購入処理を再実行してください。',
      SIGN_IN,
    ],
  },
  BuyerSessionExpired: {
    widget: 'addressBook',
    leadsTo: 'order',
    lines: [
      'セッションは期限切れです。Amazonアカウントでお支払いボタンをクリックして再度サインインしてください。',
      'お支払いは完了していません。ご注文は確定していません。このページから、もう一度お支払いいただけます。',
    ],
  },
  ConfirmedBillingAgreement: {
    widget: 'consent',
    leadsTo: 'here',
    lines: [
      'お支払い方法設定の承認ウィジェットは表示されません。',
      'お支払いは行われていません。承認は済んでいますので、このままお手続きを続けられます。',
    ],
  },
  InvalidAccountStatus: { ...wrongSetting, widget: 'wallet' },
  InvalidBillingAgreementId: { widget: 'wallet', leadsTo: 'widgetsAnew', lines: [PROBLEM, RELOADED] },
  InvalidParameterValue: { ...wrongSetting, widget: 'addressBook' },
  InvalidSellerId: { ...wrongSetting, widget: 'wallet' },
  ITP: { widget: 'addressBook', leadsTo: 'here', lines: [] },
  MissingParameter: { ...wrongSetting, widget: 'addressBook' },
  PaymentMethodNotModifiable: {
    widget: 'wallet',
    leadsTo: 'here',
    lines: [
      'この注文の支払方法は変更できません。販売事業者の支援先までお問い合わせください。',
      'お支払いは行われていません。表示のお支払い方法のままでよろしければ、お手続きを続けられます。変更をご希望のときは、別の画面からお支払いいただくか、お問い合わせ先までご連絡ください。',
      CONTACT,
      OTHER_WAY,
    ],
  },
  ReleaseEnvironmentMismatch: {
    widget: 'wallet',
    leadsTo: 'noWidgets',
    lines: [
      '申し訳ございません。このWebサイトでの支払処理に問題があります。販売事業者の支援先までお問い合わせください。',
      NOT_HERE,
      CONTACT,
      OTHER_WAY,
    ],
  },
  StaleBillingAgreement: {
    widget: 'addressBook',
    leadsTo: 'signIn',
    lines: [
      'あなたのセッションは期限切れです。Amazonアカウントでお支払いボタンをクリックして再度サインインしてください。',
      SIGN_IN,
    ],
  },
  WidgetNotApplicable: {
    widget: 'addressBook',
    leadsTo: 'noWidgets',
    lines: [TROUBLE, NOT_HERE, CONTACT, OTHER_WAY],
  },
  InvalidBillingAgreementStatus: { widget: 'wallet', leadsTo: 'widgetsAnew', lines: [TROUBLE, RELOADED] },
  UnknownError: { widget: 'addressBook', leadsTo: 'widgetsAnew', lines: [TROUBLE, RELOADED] },
} as const satisfies Record<string, ExpectedWidgetError>;
