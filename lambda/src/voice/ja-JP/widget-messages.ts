import { type WidgetMessage } from '../../payment/codes/widget-codes';

/**
 * Messages that seed 001 prescribes for the errors of the CV1 widgets, character by character. Read, never spoken.
 * @see outcome-table.md, section 8
 */
export const WIDGET_MESSAGES = {
  widgetAddressFixed:
    'あなたはこの注文では配送先住所を変更できません。販売事業者の支援先にお問い合わせください。',
  widgetSessionInvalid:
    'このセッションは無効です。Amazonアカウントでお支払いボタンをクリックして購入処理を再実行してください。',
  widgetSessionExpired:
    'セッションは期限切れです。Amazonアカウントでお支払いボタンをクリックして再度サインインしてください。',
  widgetConsentHidden: 'お支払い方法設定の承認ウィジェットは表示されません。',
  widgetPaymentTrouble:
    '申し訳ございません。このWebサイトからあなたの支払処理に問題がありました。販売事業者の支援先までお問い合わせください。',
  widgetPaymentFixed: 'この注文の支払方法は変更できません。販売事業者の支援先までお問い合わせください。',
  widgetPaymentProblem:
    '申し訳ございません。このWebサイトでの支払処理に問題があります。販売事業者の支援先までお問い合わせください。',
  widgetAgreementStale:
    'あなたのセッションは期限切れです。Amazonアカウントでお支払いボタンをクリックして再度サインインしてください。',
  widgetContactMerchant:
    '申し訳ございません。このWebサイトでの支払処理に問題があります。販売事業者にお問い合わせください。',
} as const satisfies Record<WidgetMessage, string>;
