/**
 * What a buyer reads on the page with Amazon's address book, wallet and consent, beside what the other pages say. Read,
 * never spoken.
 */
export const WIDGET_PAGE = {
  pageWidgetsLead:
    'まだお支払いは行われていません。内容をお確かめのうえ、Amazonアカウントでサインインして、お届け先とお支払い方法をお選びください。',
  pageWidgetsLeadNoPlace:
    'まだお支払いは行われていません。内容をお確かめのうえ、Amazonアカウントでサインインして、お支払い方法をお選びください。',
  pageWidgetsLoading: 'Amazon Payを読み込んでいます。',
  pageWidgetsSignIn: 'Amazonアカウントでサインイン',
  pageWidgetsAddress: 'お届け先',
  pageWidgetsWallet: 'お支払い方法',
  pageWidgetsConsent: 'お支払い方法設定の承認',
  pageWidgetsOrder: '注文を確定して支払う',
  pageWidgetsOrderHint:
    '必要な項目がそろうと、ボタンを押せるようになります。押すと、表示の金額でお支払いとご注文が確定します。',
  pageWidgetsOtherWay: '別の画面でお支払いに進む',

  // Beside the prescribed message of an error
  pageWidgetsHintAddress:
    'お支払いは行われていません。表示のお届け先のままでよろしければ、お手続きを続けられます。変更をご希望のときは、お問い合わせ先までご連絡ください。',
  pageWidgetsHintSignIn:
    'お支払いは行われていません。Amazonアカウントのボタンから、もう一度サインインしてください。',
  pageWidgetsHintConsent:
    'お支払いは行われていません。承認は済んでいますので、このままお手続きを続けられます。',
  pageWidgetsHintAgain:
    'お支払いは行われていません。ページを読み込み直しましたので、もう一度はじめからお手続きください。',
  pageWidgetsHintPayment:
    'お支払いは行われていません。表示のお支払い方法のままでよろしければ、お手続きを続けられます。変更をご希望のときは、別の画面からお支払いいただくか、お問い合わせ先までご連絡ください。',
  pageWidgetsHintOther:
    'お支払いは行われていません。この画面では、お支払いの手続きができません。別の画面からお支払いいただくか、お問い合わせ先までご連絡ください。',

  // Why an order is not paid yet
  pageWidgetsTotalChanged:
    'お支払いは行われていません。合計金額が変わりました。表示の金額をお確かめのうえ、もう一度ボタンを押してください。',
  pageWidgetsAddressNeeded:
    'お支払いは行われていません。お届け先を選んでから、もう一度ボタンを押してください。',
  pageWidgetsPaymentNeeded:
    'お支払いは行われていません。お支払い方法を選び直してから、もう一度ボタンを押してください。',
  pageWidgetsConsentNeeded:
    'お支払いは行われていません。お支払い方法設定の承認にチェックを入れてから、もう一度ボタンを押してください。',
  pageWidgetsSignInAgain:
    'お支払いは行われていません。サインインの有効期限が切れました。もう一度サインインしてください。',
  pageWidgetsNotProcessed:
    'お支払いは行われていません。お支払いの手続きを受け付けられませんでした。時間をおいて、もう一度お試しください。',

  // Shown in the sandbox only
  pageWidgetsDebugCode: 'テスト環境のエラーコード',
  pageWidgetsDebugMessage: 'テスト環境のエラーメッセージ',
} as const;
