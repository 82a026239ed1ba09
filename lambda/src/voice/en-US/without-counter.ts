import { type CountingKey } from '../language';

/** What is said of goods that English counts by their own name: 2 gift codes, where Japanese counts sheets of them. */
export const WITHOUT_COUNTER = {
  goodsItem: '{name} at {priceYen} yen each',
  itemAndQuantity: '{quantity} {name}',
  askQuantity: 'All right, {name}. How many would you like?',
  added: 'I have put {quantity} {name} into your cart.',
  quantityCapped: 'You can order up to {quantity} {name} at a time.',
  subscriptionAdded: 'I have put {name} into your cart. It costs {priceYen} yen and comes every month.',
  recapItem: '{quantity} {name}',
  cardItem: '{quantity} {name}: {lineYen} yen',
  screenItem: '{quantity} {name}',
} as const satisfies Record<CountingKey, string>;
