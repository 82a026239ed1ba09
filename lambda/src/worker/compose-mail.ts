import { payPageOf, type PayPageConfig } from '../checkout/pay-page';
import { type Mail, type Order } from '../orders/order';
import { type Shop } from '../shop/shop';
import { acceptedMail, type MailLines, notPaidMail, paidMail, payLinkMail } from '../voice/replies/mail';
import { renderText } from '../voice/render';
import { type OutgoingMail } from './worker-deps';

/** What a mail is made with. `payPage`: absent where the web checkout is not set up. */
export interface MailParts {
  readonly shop: Shop;
  readonly payPage?: PayPageConfig | undefined;
}

/**
 * The mail of an order, rendered. Undefined: there is no address, nothing was ever quoted, or a link is to be mailed and
 * there is none.
 */
export function mailFor(
  order: Order,
  kind: Mail['kind'],
  { shop, payPage }: MailParts,
): OutgoingMail | undefined {
  const { email, orderId } = order;
  const lines = linesOf(order, kind, { shop, payPage });
  if (email === undefined || lines === undefined) return undefined;
  const { subject, text } = lines;
  return {
    to: email,
    subject: renderText([subject], shop),
    text: renderText(text, shop),
    messageId: `<${idOf(order, kind)}.${orderId}@${shop.support.email.split('@')[1] ?? 'localhost'}>`,
  };
}

function linesOf(order: Order, kind: Mail['kind'], { shop, payPage }: MailParts): MailLines | undefined {
  const { orderId, quote, state } = order;
  if (quote === undefined) return undefined;
  switch (kind) {
    case 'paid':
      return paidMail({ orderId, quote }, shop);
    case 'accepted':
      return acceptedMail({ orderId, quote, isAuthorized: state === 'AUTHORIZED' }, shop);
    case 'notPaid':
      return notPaidMail({ orderId, quote }, shop);
    case 'payLink': {
      const page = payPage === undefined ? undefined : payPageOf(order, payPage);
      return page === undefined ? undefined : payLinkMail(page, shop);
    }
  }
}

/** Each link of an order is another mail, so that a mail system does not drop the second for the first. */
function idOf({ checkout }: Order, kind: Mail['kind']): string {
  return kind === 'payLink' ? `${kind}-${checkout?.no ?? 0}` : kind;
}
