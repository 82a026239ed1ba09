import { type Decision } from '../../payment/decide';
import { type Quote } from '../../orders/order';
import { type Shop } from '../../shop/shop';
import { type Card, line } from '../line';
import { type Reply } from '../reply';
import { quoteOnCard, termsOnCard } from './order-lines';
import { consentScreen, quoteScreen } from './screen';

/** Tells a buyer that the order is paid: number, total, delivery; and sends the confirmation card and screen. */
export function orderPaid(order: { orderId: string; quote: Quote }, shop: Shop): Reply {
  const { totalYen } = order.quote;
  const orderNumber = line('cardOrderNumber', { orderNumber: order.orderId });
  const seller = line('cardSeller', { sellerName: shop.seller.name });
  return {
    speech: [
      line('orderPaid'),
      line('orderNumber', { orderNumber: { digits: order.orderId } }),
      line('orderTotal', { totalYen }),
      line('cardSent'),
      line('thanks'),
    ],
    card: {
      type: 'simple',
      title: line('cardOrderTitle'),
      content: [orderNumber, seller, ...quoteOnCard(order.quote), ...termsOnCard(order.quote, shop)],
    },
    screen: quoteScreen(order.quote, {
      title: line('cardOrderTitle'),
      status: [line('orderPaid')],
      notes: [orderNumber, seller],
    }),
  };
}

/** Says what a payment decision chose to say, with its card, and closes the session. */
export function outcomeReply({ say, card }: Decision, shop: Shop): Reply {
  const speech = say.map((key) => line(key));
  const screen = card === 'consent' ? consentScreen(speech) : undefined;
  return { speech, card: cardOf(card, shop), screen };
}

/** As `outcomeReply`, then asks whether to try again. */
export function tryAgainReply({ say }: Decision): Reply {
  return {
    speech: [...say.map((key) => line(key)), line('tryAgainQuestion')],
    reprompt: [line('tryAgainAnswers')],
    question: { kind: 'tryAgain' },
  };
}

function cardOf(card: Decision['card'], { support }: Shop): Card | undefined {
  switch (card) {
    case 'none':
      return undefined;
    case 'consent':
      return { type: 'consent' };
    case 'otherWay': {
      const { phone, email, hours } = support;
      const content = [line('cardOtherWay'), line('cardContact', { phone, email, hours })];
      return { type: 'simple', title: line('cardOtherWayTitle'), content };
    }
  }
}
