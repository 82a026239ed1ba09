import { type PayPage } from '../../checkout/pay-page';
import { type Quote } from '../../orders/order';
import { type Shop } from '../../shop/shop';
import { line, type Line } from '../line';
import { quoteOnCard, termsOnCard } from './order-lines';
import { paymentMoment } from './payment-moment';
import { deadlineOnCard, payableOnCard } from './pay-page';

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
export function paidMail(order: MailedOrder, shop: Shop): MailLines {
  return {
    subject: line('mailPaidSubject', { orderNumber: order.orderId }),
    text: [line('mailPaidOpening'), line('mailBlank'), ...placedOrder(order, shop)],
  };
}

/**
 * Tells that an order of the page was taken and is not paid yet. `isAuthorized`: the payment was authorized; else nothing
 * was, and it is charged later.
 */
export function acceptedMail(order: MailedOrder & { readonly isAuthorized: boolean }, shop: Shop): MailLines {
  const opening = order.isAuthorized ? 'mailAuthorizedOpening' : 'mailChargeableOpening';
  return {
    subject: line('mailAcceptedSubject', { orderNumber: order.orderId }),
    text: [
      line(opening, { paymentMoment: { list: [paymentMoment(order.quote)] } }),
      line('mailBlank'),
      ...placedOrder(order, shop),
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
      ...termsOnCard(quote, shop),
    ],
  };
}

/** Brings the link to the payment page, the code beside it, and until when; nothing is paid and nothing is placed. */
export function payLinkMail(page: PayPage, shop: Shop): MailLines {
  const { orderId, quote, link, code } = page;
  return {
    subject: line('mailPayLinkSubject', { orderNumber: orderId }),
    text: [
      line('mailPayLinkOpening'),
      line('mailBlank'),
      line('mailPayLinkAddress', { url: link }),
      line('cardPayPageCode', { code }),
      deadlineOnCard(page),
      line('mailBlank'),
      line('cardOrderNumber', { orderNumber: orderId }),
      line('cardSeller', { sellerName: shop.seller.name }),
      ...payableOnCard(quote, shop),
      line('mailBlank'),
      ...termsOnCard(quote, shop),
    ],
  };
}

function placedOrder({ orderId, quote }: MailedOrder, shop: Shop): readonly Line[] {
  return [
    line('cardOrderNumber', { orderNumber: orderId }),
    line('cardSeller', { sellerName: shop.seller.name }),
    ...quoteOnCard(quote),
    line('mailBlank'),
    ...termsOnCard(quote, shop),
  ];
}
