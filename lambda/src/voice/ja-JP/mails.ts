/**
 * What the shop mails, and what Amazon Pay prints in its own mails. Written while nobody listens, and read beside a page
 * that is Japanese: mails are Japanese whatever language was spoken.
 * @see issue "web checkout", item 1; amazon-pay-server-apis.md, section 18 (honesty rules)
 */
export const MAILS = {
  // Notes that Amazon Pay prints in its mails
  sellerNote: '{merchantName}をご利用いただき、ありがとうございます。',

  // Mails
  mailBlank: '',
  mailPaidSubject: '【{merchantName}】ご注文を承りました（ご注文番号 {orderNumber}）',
  mailPaidOpening:
    'お支払いが完了し、ご注文を承りました。{merchantName}をご利用いただき、ありがとうございます。',
  mailNotPaidSubject: '【{merchantName}】お支払いは完了していません（ご注文番号 {orderNumber}）',
  mailNotPaidOpening:
    'お支払いは完了していません。ご注文は確定していません。請求もありません。お手数ですが、もう一度ご注文ください。',
  mailPayLinkSubject: '【{merchantName}】お支払いページのご案内（ご注文番号 {orderNumber}）',
  mailPayLinkOpening:
    'お支払いはまだ行われていません。ご注文は確定していません。次のページでお支払いの手続きを済ませていただくと、ご注文が確定します。',
  mailPayLinkAddress: 'お支払いページ: {url}',
  mailAcceptedSubject:
    '【{merchantName}】ご注文を承りました。お支払いはこれからです（ご注文番号 {orderNumber}）',
  mailAuthorizedOpening:
    'お支払いの承認が済み、ご注文を承りました。お支払いはまだ完了していません。{paymentMoment}に、お支払いが行われます。',
  mailChargeableOpening:
    'お支払いはまだ行われていません。ご注文を承りました。{paymentMoment}に、お支払いが行われます。',
} as const;
