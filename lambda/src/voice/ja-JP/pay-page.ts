/**
 * What the skill says and shows about paying on the shop's page, and about goods that are sent to no place.
 * @see issue "web checkout", item 1; amazon-pay-server-apis.md, section 18 (honesty rules)
 */
export const PAY_PAGE = {
  // The way to the page
  webWayOffered: '別のお支払い方法をウェブページからお選びいただけます。',
  notPaidYet: 'お支払いはまだ行われていません。',
  voicePaymentEnded: '音声でのお支払いは終了しましたので、ウェブページでのお支払いをお願いいたします。',
  payPageSentToApp: 'お支払いページのアドレスとコードを、Alexaアプリのカードにお送りしました。',
  payPageMailed: 'お支払いページのリンクは、メールでもお送りします。',
  payPageUntil: 'お支払いページは、{until}までご利用いただけます。',
  payPageClosed: '先にご案内したお支払いページは閉じました。',
  untilHour: '{month}月{day}日の{hour}時',
  untilMinute: '{month}月{day}日の{hour}時{minute}分',

  // An order that waits
  waitingForPayment:
    '{merchantName}へようこそ。{items}のご注文は、お支払いがまだ行われていません。ご注文は確定していません。',
  sendCodeQuestion: 'お支払いページのコードを、もう一度お送りしましょうか。',
  sendCodeAnswers: 'コードをもう一度受け取る場合は「はい」、受け取らない場合は「いいえ」とお話しください。',
  leftWaiting: '承知しました。お支払いはまだ行われていません。',

  // Cards
  cardPayPageTitle: 'お支払いページのご案内（まだ確定していません）',
  cardPayPageOpening: 'お支払いはまだ行われていません。ご注文は確定していません。',
  cardPayPageHow: 'ブラウザーで次のアドレスを開き、コードを入力してお支払いください。',
  cardPayPageAddress: 'アドレス: {address}',
  cardPayPageCode: 'コード: {code}',
  cardPayPageUntil: '期限: {until}',
  pageUntil: '{year}年{month}月{day}日 {hour}時{minute}分まで',
  cardGoodsTotal: '商品の合計（消費税込み）: {goodsYen}円',
  cardShippingOnPage: '送料: お届け先に応じて、お支払いページで加わります',

  // Goods that are sent to no place
  recapNoDestination: 'お届けする品物がないため、お届け先はありません。',
  recapDigitalDelivery: '{digitalDelivery}',
  recapTotalNoShipping: '送料はかからず、消費税込みの合計は{totalYen}円です。',
  cardShippingNone: '送料: かかりません',
  cardDestinationNone: 'お届け先: ありません',
  cardDigitalDelivery: 'お渡し方法: {digitalDelivery}',
} as const;
