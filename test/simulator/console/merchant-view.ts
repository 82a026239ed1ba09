import type { UnopenedShop } from '../local-shop';
import { readFollowUps } from './follow-ups-view';
import { viewMails } from './mails-view';
import { readOrders } from './orders-view';
import type { ConsoleState } from './wire';

/** The part of the state that the background changes while nobody touches the page. */
type MerchantSide = Pick<
  ConsoleState,
  'orders' | 'ordersFault' | 'followUps' | 'moreFollowUps' | 'followUpsFault' | 'mails'
>;

/** Reads one buyer's orders, the follow-up list and the mail box. Never rejects. */
export async function readMerchantSide(
  { deps, mailbox }: Pick<UnopenedShop, 'deps' | 'mailbox'>,
  buyerKey: string,
): Promise<MerchantSide> {
  const [orders, followUps] = await Promise.all([readOrders(deps, buyerKey), readFollowUps(deps.store)]);
  return { ...orders, ...followUps, mails: viewMails(mailbox.mails()) };
}
