import { buyerKeyOf } from '../../../lambda/src/orders/token';
import type { UnopenedShop } from '../local-shop';
import { ownNumbersOf } from '../player/own-numbers';
import { capturesOf } from './books-view';
import { dialogEnvironment } from './dialog-environment';
import type { ConversationRecord } from './dialog-from-record';

/** What a shop knows of a buyer at the end of a conversation. */
type ShopRecord = Omit<ConversationRecord, 'start' | 'steps' | 'stillArmed' | 'lateAnswers'>;

/** Reads what a saved dialog has to expect of the shop: the buyer's orders, the captures, and the settings behind them. */
export async function recordShop(shop: UnopenedShop, userId: string): Promise<ShopRecord> {
  const { amazonPay, config, deps } = shop;
  const { orderIds } = await deps.store.readBuyer(buyerKeyOf(userId, config.tokenSecret));
  const read = await Promise.all(orderIds.map((orderId) => deps.store.readOrder(orderId)));
  const orders = read.filter((order) => order !== undefined);
  return {
    skillId: config.skillId,
    orders,
    own: ownNumbersOf(orders, config.tokenSecret),
    environment: dialogEnvironment(config),
    shopUrl: config.web?.shopUrl,
    capturesYen: capturesOf(amazonPay.ledger, userId),
  };
}
