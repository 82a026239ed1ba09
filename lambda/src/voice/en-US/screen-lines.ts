import { type SCREEN_LINES as JAPANESE } from '../ja-JP/screen-lines';

/** What a device with a screen shows of an order. */
export const SCREEN_LINES = {
  screenCartTitle: 'Your cart',
  screenConsentTitle: 'Amazon Pay needs your permission',
  screenItem: '{name}, {quantity} {counter}',
  screenItemMonthly: '{name} (monthly)',
  screenAmount: '{amountYen} yen',
  screenShipping: 'Shipping',
  screenShippingFree: 'Free',
  screenShippingNone: 'None',
  screenGoodsTotal: 'Goods (tax included)',
  screenTotal: 'Total (tax included)',
} as const satisfies Record<keyof typeof JAPANESE, string>;
