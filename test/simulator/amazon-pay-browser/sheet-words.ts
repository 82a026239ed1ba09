/** What the simulated Amazon Pay says to the buyer: its own words, not the shop's. */
export const WORDS = {
  button: 'Amazon Pay',
  simulated: '模擬',
  title: '模擬のAmazon Pay',
  notReal: '練習用の画面です。実際のお金は動きません。',
  opening: '画面を開いています…',
  notOpened: '模擬のAmazon Payを開けませんでした（{code}）。',
  shop: 'お店',
  shippingAddress: 'お届け先',
  billingAddress: '請求先住所',
  delivery: '配送方法',
  noDelivery: 'お店は配送方法を示していません',
  goods: 'ご注文内容',
  total: '合計',
  wish: 'この支払いの結果',
  wishHint: '選んだ結果を、模擬のAmazon Payがお店のサーバーに返します。',
  asking: 'お店に金額を問い合わせています…',
  noTotals: 'お店から金額を受け取れませんでした（{code}）。このままでは支払えません。',
  paying: 'お支払いの手続きをしています…',
  notPaid: '支払いに進めませんでした（{code}）。',
  pay: '支払う',
  cancel: 'やめる',
  success: 'お店の返事: 成功（success）',
  decline: 'お店の返事: 否認（decline）',
  error: 'お店の返事: エラー（error）',
} as const;

/** A sentence with its code filled in. */
export function withCode(sentence: string, code: string): string {
  return sentence.replace('{code}', code);
}
