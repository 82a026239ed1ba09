/** What a buyer reads on the shop's own pages: checkout, result, legal facts. */
export const WEB_PAGES = {
  // Prescribed by seed 002 for every failed transaction, character by character.
  paymentFailed: 'Amazon Payでのお支払いに失敗しました。別のお支払い方法をお試しください。',
} as const;
