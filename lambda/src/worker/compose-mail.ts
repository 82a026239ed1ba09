import { type Mail, type Order } from '../orders/order';
import { type Shop } from '../shop/shop';
import { paidMail, notPaidMail } from '../voice/replies/mail';
import { renderText } from '../voice/render';
import { type OutgoingMail } from './worker-deps';

/** The mail of an order, rendered; undefined when there is no address or nothing was ever quoted. */
export function mailFor(order: Order, kind: Mail['kind'], shop: Shop): OutgoingMail | undefined {
  const { email, quote, orderId } = order;
  if (email === undefined || quote === undefined) return undefined;
  const { subject, text } =
    kind === 'paid' ? paidMail({ orderId, quote }, shop) : notPaidMail({ orderId, quote }, shop);
  return {
    to: email,
    subject: renderText([subject], shop),
    text: renderText(text, shop),
    messageId: `<${kind}.${orderId}@${shop.support.email.split('@')[1] ?? 'localhost'}>`,
  };
}
