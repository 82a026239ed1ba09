import { type Quote } from '../../orders/order';
import { type Shop } from '../../shop/shop';
import { line, type Line } from '../line';
import { type Reply } from '../reply';
import { placeOf, quoteOnCard, termsOnCard } from './order-lines';

/** The recap a buyer says yes to. `token`: the signed way to this very quote. `before`: why it is read (again). */
export interface Recap {
  readonly quote: Quote;
  readonly token: string;
  readonly before?: readonly Line[];
}

/**
 * Reads the order back before anything is charged: seller, goods, delivery place, total with tax and shipping; and
 * asks. The card carries the same and what the law wants besides.
 * @see certification-and-law.md, sections 1 (item 4) and 5.1
 */
export function recap({ quote, token, before = [] }: Recap, shop: Shop): Reply {
  const { goodsYen, shippingYen, totalYen } = quote;
  const place = placeOf(quote.destination);
  const items = quote.lines.map(({ name, quantity, counter, monthly }) =>
    monthly ? line('recapSubscription', { name }) : line('recapItem', { name, quantity, counter }),
  );
  const subscriptions = quote.lines.filter(({ monthly }) => monthly);
  return {
    speech: [
      ...(before.length > 0 ? before : [line('recapOpening')]),
      line('recapSeller', { sellerName: shop.seller.name }),
      line('recapItems', { items: { list: items } }),
      ...subscriptions.map(({ name, lineYen }) => line('recapMonthly', { name, monthlyYen: lineYen })),
      place === undefined
        ? line('recapDestinationAtAmazon')
        : line('recapDestination', { destination: place }),
      shippingYen === 0
        ? line('recapTotalFreeShipping', { goodsYen, totalYen })
        : line('recapTotal', { goodsYen, shippingYen, totalYen }),
      line('confirmQuestion', { totalYen }),
    ],
    reprompt: [line('confirmAnswers')],
    card: {
      type: 'simple',
      title: line('cardRecapTitle'),
      content: [
        line('cardSeller', { sellerName: shop.seller.name }),
        ...quoteOnCard(quote),
        ...(place === undefined ? [] : [line('cardDestination', { destination: place })]),
        line('cardPayment', { payment: shop.terms.payment, paymentTime: shop.terms.paymentTime }),
        line('cardOrderPeriod', { orderPeriod: shop.terms.orderPeriod }),
        ...termsOnCard(shop),
      ],
    },
    question: { kind: 'confirmQuote', token },
  };
}
