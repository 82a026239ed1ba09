/**
 * What a buyer reads on the shop's own pages: code, final confirmation, result, legal facts. Read, never spoken, so
 * digits have their comma and words about the screen are allowed.
 * @see certification-and-law.md, sections 5.1 and 5.4; seed 002
 */
export const WEB_PAGES = {
  // Prescribed by seed 002 for every failed transaction, character by character.
  paymentFailed: 'Amazon Payでのお支払いに失敗しました。別のお支払い方法をお試しください。',

  // Every page
  pageTitle: '{title} | {merchantName}',
  pageSkip: '本文へ移動',
  pageYen: '{amountYen}円',
  pageFree: '無料',
  pageLegalLink: '特定商取引法に基づく表記',
  pageContact: 'お問い合わせ',
  pageContactBy: '電話 {phone}、メール {email}（{hours}）',
  pageOrderNumber: 'ご注文番号',

  // Asking for the code
  pageCodeTitle: 'お支払いコードの入力',
  pageCodeLead:
    'Alexaアプリのカードまたはメールでお知らせした8文字のお支払いコードを入力してください。ご注文内容とお支払いのページを表示します。',
  pageCodeLabel: 'お支払いコード',
  pageCodeHint: '例: ABCD-2345（大文字と小文字、ハイフンの有無は問いません）',
  pageCodeSubmit: 'ご注文内容を表示する',

  // A code that opens nothing
  pagePlainTitle: 'お支払いページを表示できません',
  pagePlainLead: 'この画面では、お支払いは行われていません。',
  pagePlainReasons:
    'お支払いコードが正しくないか、期限が切れているか、すでにお支払いの手続きに使われています。コードをお確かめのうえ、もう一度入力してください。',
  pagePlainStatus:
    'ご注文とお支払いの状況は、Alexaに「{invocationName}で注文の状況を教えて」と話しかけるとご確認いただけます。',

  // Too many wrong codes
  pageTriesTitle: 'しばらくお待ちください',
  pageTriesLead: 'お支払いは行われていません。コードの入力が続いたため、受け付けを一時的に止めています。',
  pageTriesWait: '1分ほど待ってから、もう一度お試しください。',

  // A form that does not look like ours
  pageUnreadableTitle: '入力を受け取れませんでした',
  pageUnreadableAgain: '送られた内容を読み取れませんでした。お支払いコードを、もう一度入力してください。',

  // Something of ours broke
  pageFaultTitle: 'ページを表示できませんでした',
  pageFaultLead:
    'お支払いの状況は、このページを開き直すとご確認いただけます。二重に請求されることはありません。',
  pageFaultAgain: '少し待ってから、もう一度お試しください。続くときは、お問い合わせ先までご連絡ください。',

  // Final confirmation
  pageCheckoutTitle: 'ご注文内容の最終確認',
  pageCheckoutLead:
    'まだお支払いは行われていません。内容をお確かめのうえ、Amazon Payのボタンからお支払いに進んでください。',
  pageItems: '商品',
  pageItemsName: '商品名',
  pageItemsUnit: '単価',
  pageItemsQuantity: '数量',
  pageItemsLine: '金額',
  pageQuantity: '{quantity}{counter}',
  pageMonthlyNote: '{name}は毎月お届けし、お届けごとに{monthlyYen}と送料のお支払いとなります。',
  pageAmount: 'お支払い金額',
  pageGoods: '商品代金',
  pageShipping: '送料',
  pageTotal: '合計（消費税込み）',
  pageShippingByPlace: '送料はお届け先で変わります。Amazon Payの画面でお届け先を選ぶと、合計が確定します。',
  pageShippingNone: 'この商品には、お届けする品物がありません。送料はかかりません。',
  pageTotalElsewhere: '{regions}以外へのお届け',
  pageTotalFor: '{regions}へのお届け',
  pageTotalValue: '合計 {totalYen}（うち送料 {shippingYen}）',
  pagePlaceChosen: 'お届け先に合わせて計算しました。送料は{shipping}、合計は{total}です。',
  pageConditions: 'お支払いとお届けの条件',
  pagePaymentWay: 'お支払い方法',
  pagePaymentTime: 'お支払い時期',
  pagePaidWhenShipped: '商品の発送のときにお支払いが行われます。',
  pagePaidWhenHandedOver: '商品をお渡しするときにお支払いが行われます。',
  pageDelivery: 'お届け時期',
  pageOrderPeriod: 'お申し込みの期限',
  pageCancellation: 'キャンセル',
  pageSubscription: '定期便の契約条件',
  pageReturns: '返品・交換',
  pageSeller: '販売業者',
  pageChange: 'ご注文内容を変えるには',
  pageChangeHint:
    'この画面では変更できません。お支払いに進まず、Alexaに「{invocationName}を開いて」と話しかけて、商品を入れ直してください。',
  pagePayTitle: 'お支払い',
  pagePayHint:
    'Amazon Payの画面で「支払う」を押すと、お支払いとご注文が確定します。その前であれば、いつでもやめることができます。',
  pagePayHintLater:
    'Amazon Payの画面で「支払う」を押すと、ご注文が確定します。{paymentTime}「支払う」を押す前であれば、いつでもやめることができます。',
  pageNotPaid:
    'お支払いは完了していません。ご注文は確定していません。このページから、もう一度お支払いいただけます。',
  pageNotProcessed: 'お支払いの手続きを受け付けられませんでした。時間をおいて、もう一度お試しください。',
  pageNoScript:
    'お支払いは行われていません。このページでのお支払いにはJavaScriptが必要です。ブラウザーの設定で有効にしてから、開き直してください。',
  pageButtonMissing:
    'お支払いは行われていません。Amazon Payのボタンを表示できませんでした。通信の状態や広告ブロックの設定をお確かめのうえ、ページを開き直してください。続くときは、お問い合わせ先までご連絡ください。',
  pageButtonLoading: 'Amazon Payのボタンを読み込んでいます。',
  pageCancelled: 'お支払いは行われていません。Amazon Payの画面を閉じました。',
  pagePaying: 'お支払いの手続きをしています。この画面を閉じずにお待ちください。',
  pageSheetFault:
    'お支払いの画面で問題が起きました。ページを開き直すと、お支払いの状況をご確認いただけます。',
  pageDeliveryStandard: '通常配送',

  // Why an address cannot be served; also shown by Amazon Pay's sheet
  pageAddressNotJapan: 'お支払いは行われていません。お届け先は日本国内に限ります。別の住所をお選びください。',
  pageAddressUnknown:
    'お支払いは行われていません。お届け先の都道府県がわからず、送料を計算できません。別の住所をお選びください。',
  pageNotPayable:
    'このお支払いページは、すでに使われたか、期限が切れています。ページを開き直してお確かめください。',

  // While the result is asked about
  pageCheckingTitle: 'お支払いの結果を確認しています',
  pageCheckingLead: 'お支払いの結果を確認しています。',
  pageCheckingWait:
    '二重に請求されることはありません。もう一度ご注文なさらず、このままお待ちください。結果がわかると、表示が変わります。',
  pageCheckingReload: '結果を確認する',

  // Results
  pagePaidTitle: 'ご注文ありがとうございます',
  pagePaidLead: 'お支払いが完了し、ご注文を承りました。',
  pageAuthorizedTitle: 'ご注文ありがとうございます',
  pageAuthorizedLead: 'お支払いの承認が済み、ご注文を承りました。お支払いはまだ完了していません。',
  pageChargeableTitle: 'ご注文ありがとうございます',
  pageChargeableLead: 'ご注文を承りました。お支払いはまだ行われていません。',
  pagePendingTitle: 'お支払いの結果をお待ちください',
  pagePendingLead: 'お支払いの結果を待っています。ご注文はまだ確定していません。',
  pagePendingNext:
    'もう一度ご注文なさらず、お待ちください。このページを開き直すと、結果をご確認いただけます。',
  pageCancelledTitle: 'ご注文は取り消されています',
  pageCancelledLead: 'ご注文は取り消されています。お支払いはありません。',
  pageRefundedTitle: '返金の手続きが済んでいます',
  pageRefundedLead: 'このご注文の返金の手続きは済んでいます。',
  pagePlace: 'お届け先',

  // 特定商取引法に基づく表記
  pageLegalTitle: '特定商取引法に基づく表記',
  pageLegalSeller: '販売業者',
  pageLegalRepresentative: '代表者',
  pageLegalAddress: '所在地',
  pageLegalAddressValue: '〒{postalCode} {address}',
  pageLegalPhone: '電話番号',
  pageLegalEmail: 'メールアドレス',
  pageLegalSupport: 'お問い合わせ窓口',
  pageLegalPrices: '販売価格（消費税込み）',
  pageLegalPrice: '{name} 1{counter} {priceYen}',
  pageLegalPriceMonthly: '{name} 1{counter} {priceYen}（毎月のお届け）',
  pageLegalShipping: '送料',
  pageLegalShippingFlat: '全国一律 {shippingYen}',
  pageLegalShippingExtra: '{regions}へのお届けは、さらに{extraYen}',
  pageLegalShippingFree: '商品代金が{freeFromYen}以上のときは、全国一律分が無料',
  pageLegalOtherCosts: '商品代金と送料のほかに必要な費用',
  pageLegalPayment: 'お支払い方法',
  pageLegalPaymentTime: 'お支払い時期',
  pageLegalTimeByVoice: '音声でのお支払い: {paymentTime}',
  pageLegalTimeOnPage: 'お支払いのページでのお支払い: {paymentTime}',
  pageLegalTimeNothingShipped: '発送する商品のないご注文は、商品をお渡しするときにお支払いが行われます。',
  pageLegalDelivery: '商品の引渡時期',
  pageLegalOrderPeriod: 'お申し込みの有効期限',
  pageLegalQuoteLife: '読み上げた金額は{minutes}分間有効です。',
  pageLegalOrderPeriodWeb: 'お支払いのページの期限は、そのページに表示します。',
  pageLegalCancellation: 'キャンセル',
  pageLegalReturns: '返品・交換',
  pageLegalQuantity: '販売数量の制限',
  pageLegalSubscription: '定期便の契約条件',
} as const;
