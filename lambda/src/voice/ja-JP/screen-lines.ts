/** What a device with a screen shows of an order. Read, never spoken, so digits have their comma. */
export const SCREEN_LINES = {
  screenCartTitle: 'カートの商品',
  screenConsentTitle: 'Amazon Payの使用許可が必要です',
  screenItem: '{name} {quantity}{counter}',
  screenItemMonthly: '{name}（毎月）',
  screenAmount: '{amountYen}円',
  screenShipping: '送料',
  screenShippingFree: '無料',
  screenShippingNone: 'かかりません',
  screenGoodsTotal: '商品の合計（消費税込み）',
  screenTotal: '合計（消費税込み）',
} as const;
