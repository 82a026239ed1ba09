import { type Quote } from '../../orders/order';
import { QUOTE_LIFE_MS } from '../../orders/quote';
import { type Shop } from '../../shop/shop';
import { line, type Line, type LineValue } from '../line';
import { type Reply } from '../reply';
import { digitalDelivery, itemsOf, placeOf, quoteOnCard, termsOnCard } from './order-lines';
import { quoteScreen } from './screen';

/** The recap a buyer says yes to. `token`: the signed way to this very quote. `before`: why it is read (again). */
export interface Recap {
  readonly quote: Quote;
  readonly token: string;
  readonly before?: readonly Line[];
}

/**
 * Reads the order back before anything is charged: seller, goods, delivery place, total with tax and shipping; and
 * asks. The card carries the same and what the law wants besides; a screen shows goods, money and place.
 * @see certification-and-law.md, sections 1 (item 4) and 5.1
 */
export function recap({ quote, token, before = [] }: Recap, shop: Shop): Reply {
  const place = quote.ships ? placeOf(quote.destination) : undefined;
  const seller = line('cardSeller', { sellerName: shop.seller.name });
  const destination = place === undefined ? [] : [line('cardDestination', { destination: place })];
  const subscriptions = quote.lines.filter(({ monthly }) => monthly);
  return {
    speech: [
      ...(before.length > 0 ? before : [line('recapOpening')]),
      line('recapSeller', { sellerName: shop.seller.name }),
      line('recapItems', { items: { list: itemsOf(quote) } }),
      ...subscriptions.map(({ name, lineYen }) => line('recapMonthly', { name, monthlyYen: lineYen })),
      placeLine(quote, place),
      ...digitalDelivery(quote, shop).map((text) => line('recapDigitalDelivery', { digitalDelivery: text })),
      totalLine(quote),
      line('confirmQuestion', { totalYen: quote.totalYen }),
    ],
    reprompt: [line('confirmAnswers')],
    card: {
      type: 'simple',
      title: line('cardRecapTitle'),
      content: [
        seller,
        ...quoteOnCard(quote),
        ...destination,
        line('cardPayment', { payment: shop.terms.payment, paymentTime: shop.terms.paymentTime }),
        line('cardOrderPeriod', {
          orderPeriod: shop.terms.orderPeriod,
          minutes: QUOTE_LIFE_MS / 60_000,
        }),
        ...termsOnCard(quote, shop),
      ],
    },
    screen: quoteScreen(quote, {
      title: line('cardRecapTitle'),
      status: before,
      notes: [...destination, seller, line('confirmAnswers')],
    }),
    question: { kind: 'confirmQuote', token },
  };
}

function placeLine({ ships }: Quote, place: LineValue | undefined): Line {
  if (!ships) return line('recapNoDestination');
  return place === undefined
    ? line('recapDestinationAtAmazon')
    : line('recapDestination', { destination: place });
}

function totalLine({ ships, goodsYen, shippingYen, totalYen }: Quote): Line {
  if (!ships) return line('recapTotalNoShipping', { totalYen });
  return shippingYen === 0
    ? line('recapTotalFreeShipping', { goodsYen, totalYen })
    : line('recapTotal', { goodsYen, shippingYen, totalYen });
}
