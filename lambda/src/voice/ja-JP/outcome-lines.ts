import { type OutcomeLine } from '../../payment/prompt-keys';

/**
 * The product's own sentences on what happened to the money and the order.
 * @see outcome-table.md, section 1 (lines of the product)
 */
export const OUTCOME_LINES = {
  orderNotPlaced: 'ご注文は確定していません。',
  cartKept: 'カートは残してあります。',
  resultBeingChecked: 'お支払いの結果を確認しています。二重に請求されることはありません。',
  pendingResult: 'お支払いの結果を確認しています。もう一度ご注文なさらず、結果のお知らせをお待ちください。',
  updatePaymentFirst:
    'お支払い方法の更新が必要です。Amazonのお支払い方法をご確認のあと、「続きから」とお話しください。',
  otherPaymentNeeded: 'このお支払い方法では処理できませんでした。',
  permissionNeeded: 'Amazon Payの権限が必要です。Alexaアプリにカードを送りました。',
} as const satisfies Record<OutcomeLine, string>;
