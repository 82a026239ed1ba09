import { type Quote } from '../../orders/order';
import { type Shop } from '../../shop/shop';
import { line, type Line } from '../line';
import { quoteOnCard, termsOnCard } from './order-lines';

/** A mail before it is rendered. */
export interface MailLines {
  readonly subject: Line;
  readonly text: readonly Line[];
}

interface MailedOrder {
  readonly orderId: string;
  readonly quote: Quote;
}

/** Tells that an order is paid: number, goods, total, delivery, and where to cancel. */
export function paidMail({ orderId, quote }: MailedOrder, shop: Shop): MailLines {
  return {
    subject: line('mailPaidSubject', { orderNumber: orderId }),
    text: [
      line('mailPaidOpening'),
      line('mailBlank'),
      line('cardOrderNumber', { orderNumber: orderId }),
      line('cardSeller', { sellerName: shop.seller.name }),
      ...quoteOnCard(quote),
      line('mailBlank'),
      ...termsOnCard(shop),
    ],
  };
}

/** Tells that a charge whose result came late was not made: the order is not placed. */
export function notPaidMail({ orderId, quote }: MailedOrder, shop: Shop): MailLines {
  return {
    subject: line('mailNotPaidSubject', { orderNumber: orderId }),
    text: [
      line('mailNotPaidOpening'),
      line('mailBlank'),
      line('cardOrderNumber', { orderNumber: orderId }),
      ...quoteOnCard(quote),
      line('mailBlank'),
      ...termsOnCard(shop),
    ],
  };
}
