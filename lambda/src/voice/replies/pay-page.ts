import { type PayPage } from '../../checkout/pay-page';
import { type Quote } from '../../orders/order';
import { type Shop } from '../../shop/shop';
import { spokenMoment, writtenDeadline } from '../japan-time';
import { type Card, line, type Line, type Screen } from '../line';
import { type Reply } from '../reply';
import { digitalOnCard, itemsOf, itemsOnCard, quoteOnCard } from './order-lines';
import { goodsScreen, quoteScreen } from './screen';

/** Says that the way to the payment page was sent, until when it is open, and sends the card. Nothing is asked. */
export function payPageSent(page: PayPage, before: readonly Line[], shop: Shop): Reply {
  return {
    speech: [...before, ...sentLines(page), untilLine(page)],
    card: payPageCard(page, shop),
    screen: payPageScreen(page, shop),
  };
}

/**
 * What a voice payment came to, with the other way to pay: the sentences of the result, then the offer and until when it
 * is open. The card of the page takes the place of the result's own.
 * @see outcome-table.md, section 1 (L_OTHER)
 */
export function payPageOffered(page: PayPage, result: readonly Line[], shop: Shop): Reply {
  return {
    speech: [...result, line('webWayOffered'), ...sentLines(page), untilLine(page)],
    card: payPageCard(page, shop),
    screen: payPageScreen(page, shop),
  };
}

/**
 * Tells a buyer whose order waits for its payment where it stands, and asks whether to send the code again.
 * `before`: what is to be told of the order instead of the greeting.
 */
export function waitingForPayment(page: PayPage, before: readonly Line[] = []): Reply {
  const greeting = line('waitingForPayment', { items: { list: itemsOf(page.quote) } });
  return {
    speech: [...(before.length > 0 ? before : [greeting]), untilLine(page), line('sendCodeQuestion')],
    reprompt: [line('sendCodeAnswers')],
    question: { kind: 'sendCodeAgain' },
  };
}

/** The buyer does not want the code again: nothing changes, the page stays open. */
export function leftWaiting(page: PayPage): Reply {
  return { speech: [line('leftWaiting'), untilLine(page)] };
}

/** Until when the page can be used, as it is spoken. */
function untilLine({ expiresAtMs }: PayPage): Line {
  return line('payPageUntil', { until: spokenMoment(expiresAtMs) });
}

function sentLines({ isMailed }: PayPage): readonly Line[] {
  return [line('payPageSentToApp'), ...(isMailed ? [line('payPageMailed')] : [])];
}

function payPageCard(page: PayPage, shop: Shop): Card {
  const { orderId, quote, address, code } = page;
  const { phone, email, hours } = shop.support;
  return {
    type: 'simple',
    title: line('cardPayPageTitle'),
    content: [
      line('cardPayPageOpening'),
      line('cardPayPageHow'),
      line('cardPayPageAddress', { address }),
      line('cardPayPageCode', { code }),
      deadlineOnCard(page),
      line('cardOrderNumber', { orderNumber: orderId }),
      line('cardSeller', { sellerName: shop.seller.name }),
      ...payableOnCard(quote, shop),
      ...digitalOnCard(quote, shop),
      line('cardContact', { phone, email, hours }),
    ],
  };
}

/** Address and code stand on the buyer's own card: a screen is read by everybody in the room. */
function payPageScreen(page: PayPage, shop: Shop): Screen {
  const around = {
    title: line('cardPayPageTitle'),
    status: [line('cardPayPageOpening')],
    notes: [...sentLines(page), deadlineOnCard(page)],
  };
  if (isFinal(page.quote, shop)) return quoteScreen(page.quote, around);
  return goodsScreen(page.quote, { ...around, notes: [line('cardShippingOnPage'), ...around.notes] });
}

/** Until when the page can be used, as it is written. */
export function deadlineOnCard({ expiresAtMs }: PayPage): Line {
  return line('cardPayPageUntil', { until: { list: [writtenDeadline(expiresAtMs)] } });
}

/**
 * Goods and money before the delivery place is chosen on the page: where shipping depends on the place, no total is shown
 * that may turn out to be another one.
 */
export function payableOnCard(quote: Quote, shop: Shop): readonly Line[] {
  if (isFinal(quote, shop)) return quoteOnCard(quote);
  return [
    ...itemsOnCard(quote),
    line('cardGoodsTotal', { goodsYen: quote.goodsYen }),
    line('cardShippingOnPage'),
  ];
}

/** Whether the delivery place cannot change the total any more. */
function isFinal({ ships }: Quote, { shipping }: Shop): boolean {
  return !ships || shipping.surcharges.length === 0;
}
