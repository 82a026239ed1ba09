/** What the shop says outside of payment outcomes: welcome, goods, cart, questions, status, farewell. */
export const CONVERSATION = {
  // Arriving
  welcome: '{merchantName}へようこそ。{sells}のご注文を承ります。',
  whatWouldYouLike: '何をご用意しましょうか。',
  orderExample:
    '「{orderExample}」のようにお話しください。商品を知りたいときは「何がありますか」とお話しください。',
  cartLeft: '{merchantName}へようこそ。前回のご注文が残っています。{items}で、商品の合計は{goodsYen}円です。',
  continueQuestion: '続きからご注文なさいますか。',
  continueAnswers: '続ける場合は「はい」、最初からやり直す場合は「いいえ」とお話しください。',
  startedOver: 'カートを空にしました。',
  help: '商品のご注文、ご注文状況の確認、キャンセルや返金のご依頼を承ります。',
  notPlacedHere: 'このお手続きでは、ご注文は確定していません。',
  notUnderstood: 'すみません、うまく聞き取れませんでした。',
  notSupported: 'すみません、そのご用件は承ることができません。',
  farewell: 'ご利用ありがとうございました。',
  nothingMore: '承知しました。ご用の際は、またお声がけください。',

  // Goods
  goodsForSale: '{products}をご用意しています。価格は消費税込みです。',
  goodsItem: '{name}が1{counter}{priceYen}円',
  itemAndQuantity: '{name}が{quantity}{counter}',
  askProduct: 'どの商品になさいますか。',
  productName: '{name}',
  productAnswers: '{names}からお選びください。',
  unknownProduct: '申し訳ございません、{spoken}はお取り扱いしておりません。',
  askQuantity: '{name}を何{counter}ご用意しましょうか。',
  quantityAnswers: '1から99までの数でお話しください。',
  quantityOutOfRange: '数量は1から99までで承ります。',

  // Cart
  added: '{name}を{quantity}{counter}、カートに入れました。',
  quantityCapped: '{name}は、一度に{quantity}{counter}までご注文いただけます。',
  subscriptionAdded: '{name}をカートに入れました。1{counter}{priceYen}円で、毎月お届けします。',
  removed: '{name}をカートから外しました。',
  notInCart: '{name}はカートに入っていません。',
  cartHolds: 'カートには{items}入っています。商品の合計は{goodsYen}円です。',
  cartIsEmpty: 'カートは空です。',
  checkoutQuestion: 'お会計に進みますか。',
  checkoutAnswers: 'お会計に進む場合は「はい」、ほかの商品を選ぶ場合は「いいえ」とお話しください。',
  changeQuestion: '商品を追加または変更なさいますか。',
  changeAnswers: '変更する場合は「はい」、終わる場合は「いいえ」とお話しください。',

  // Order summary before payment
  preparingCheckout: 'お会計の準備をします。',
  recapOpening: 'ご注文内容の確認です。',
  recapSeller: '販売元は{sellerName}です。',
  recapItems: '商品は、{items}です。',
  recapItem: '{name}{quantity}{counter}',
  recapSubscription: '{name}',
  recapMonthly: '{name}は毎月お届けし、お届けごとに{monthlyYen}円と送料のお支払いとなります。',
  recapDestination: 'お届け先は、{destination}です。',
  recapDestinationName: '{address}、{name}様',
  recapDestinationAtAmazon: 'お届け先は、Amazonアカウントにご登録の住所です。',
  recapTotal: '商品代金は{goodsYen}円、送料は{shippingYen}円、消費税込みの合計は{totalYen}円です。',
  recapTotalFreeShipping: '商品代金は{goodsYen}円、送料は無料、消費税込みの合計は{totalYen}円です。',
  termsChanged: 'お届け先または金額が変わりましたので、もう一度ご注文内容を確認します。',
  pricesReadAgain: '読み上げから時間がたちましたので、もう一度ご注文内容を確認します。',
  confirmQuestion: 'Amazon Payで{totalYen}円をお支払いいただき、ご注文を確定してよろしいですか。',
  confirmAnswers: '確定する場合は「はい」、やめる場合は「いいえ」とお話しください。',
  paymentNotMade: 'お支払いは行われませんでした。',
  chargeStarting: 'お支払いの手続きをします。',
  oneMoment: '確認に時間がかかっています。少々お待ちください。',
  tryAgainQuestion: 'もう一度お試しになりますか。',
  tryAgainAnswers: 'もう一度試す場合は「はい」、やめる場合は「いいえ」とお話しください。',
  paymentInProgress: 'ただいまお支払いの手続き中です。二重に請求されることはありません。',

  // Paid
  orderPaid: 'お支払いが完了し、ご注文を承りました。',
  orderNumber: 'ご注文番号は{orderNumber}です。',
  orderTotal: '合計は{totalYen}円です。',
  cardSent: 'ご注文内容は、Alexaアプリのカードでご確認いただけます。',
  thanks: 'ありがとうございました。',

  // Status
  noOrders: 'ご注文の記録はありません。',
  statusNotPlaced: 'まだ確定していないご注文があります。お支払いは行われていません。',
  statusChecking:
    'ご注文番号{orderNumber}は、お支払いの結果を確認しています。二重に請求されることはありません。',
  statusPending:
    'ご注文番号{orderNumber}は、お支払いの結果を待っています。もう一度ご注文なさらず、お待ちください。',
  statusAuthorized:
    'ご注文番号{orderNumber}は、お支払いの承認まで済みました。お支払いはまだ完了していません。',
  statusAuthorizedAsAsked:
    'ご注文番号{orderNumber}は、お支払いの承認が済み、ご注文を承っています。お支払いはまだ完了していません。{paymentMoment}に、お支払いが行われます。',
  statusChargeable:
    'ご注文番号{orderNumber}は、ご注文を承っています。お支払いはまだ行われていません。{paymentMoment}に、お支払いが行われます。',
  momentShipped: '商品をお送りするとき',
  momentHandedOver: '商品をお渡しするとき',
  statusDeclined: 'ご注文番号{orderNumber}は、お支払いが完了していません。ご注文は確定していません。',
  statusAwaitingPayment: 'ご注文番号{orderNumber}は、お支払いをお待ちしています。ご注文は確定していません。',
  statusPaid: 'ご注文番号{orderNumber}は、{totalYen}円のお支払いが完了しています。',
  statusNeedsHuman:
    'ご注文番号{orderNumber}は、お支払いの状況を担当者が確認しています。二重に請求されることはありません。',
  statusAbandoned: 'ご注文番号{orderNumber}は、取り消されています。お支払いは行われていません。',
  statusRefunded: 'ご注文番号{orderNumber}は、返金の手続きが済んでいます。',
  cancelRequested: 'キャンセルのご依頼を承っています。',
  refundRequested: '返金のご依頼を承っています。',

  // Cancel and refund
  cancelQuestion: 'ご注文番号{orderNumber}、合計{totalYen}円のご注文をキャンセルなさいますか。',
  cancelCartQuestion: 'お支払いは行われていません。カートの商品をすべて取り消しますか。',
  cancelAnswers: 'キャンセルする場合は「はい」、しない場合は「いいえ」とお話しください。',
  cartCancelled: 'ご注文を取り消しました。お支払いは行われていません。',
  nothingToCancel: 'キャンセルできるご注文はありません。',
  cancelHandedOver:
    'お支払いが済んでいるため、キャンセルは担当者が行います。キャンセルのご依頼を記録し、担当者に引き継ぎました。',
  cancelHandedOverUnknown:
    'お支払いの結果を確認しているため、キャンセルは担当者が行います。キャンセルのご依頼を記録し、担当者に引き継ぎました。',
  orderLeftAsItIs: '承知しました。ご注文はそのままにします。',
  refundQuestion: 'ご注文番号{orderNumber}、{totalYen}円の返金を依頼なさいますか。',
  refundAnswers: '依頼する場合は「はい」、しない場合は「いいえ」とお話しください。',
  nothingToRefund: '返金の対象となるお支払いはありません。',
  refundHandedOver: 'まだ返金は行われていません。返金のご依頼を記録し、担当者に引き継ぎました。',
  alreadyRefunded: 'ご注文番号{orderNumber}の返金の手続きは済んでいます。',
  contactForDetails: 'お問い合わせは、{phone}までお願いいたします。',

  // Support
  supportContact: 'お問い合わせ先は、電話番号{phone}です。受付時間は{hours}です。',
  supportCardSent: '連絡先をAlexaアプリのカードにお送りしました。',

  // Cards
  cardOrderTitle: 'ご注文ありがとうございます',
  cardRecapTitle: 'ご注文内容の確認（まだ確定していません）',
  cardSupportTitle: '{merchantName}のお問い合わせ先',
  cardOtherWayTitle: '{merchantName}へのご注文について',
  cardOrderNumber: 'ご注文番号: {orderNumber}',
  cardSeller: '販売元: {sellerName}',
  cardItem: '{name} {quantity}{counter} {lineYen}円',
  cardShipping: '送料: {shippingYen}円',
  cardShippingFree: '送料: 無料',
  cardTotal: '合計（消費税込み）: {totalYen}円',
  cardDestination: 'お届け先: {destination}',
  cardPayment: 'お支払い方法: {payment}（{paymentTime}）',
  cardDelivery: 'お届け: {delivery}',
  cardCancellation: 'キャンセル: {cancellation}',
  cardSubscription: '定期便の契約条件: {subscription}',
  cardOrderPeriod: '受付期間: {orderPeriod}読み上げた金額は{minutes}分間有効です。',
  cardContact: 'お問い合わせ: {phone} {email}（{hours}）',
  cardOtherWay:
    'この端末ではお支払いいただけませんでした。ほかの方法でのご注文は、お問い合わせ先までご連絡ください。',
} as const;
