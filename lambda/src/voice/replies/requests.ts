import { type Shop } from '../../shop/shop';
import { line, type Line } from '../line';
import { type Reply } from '../reply';

/** What a cancel or refund question speaks of. `token`: the signed way to the order. */
export interface RequestQuestion {
  readonly orderId: string;
  readonly totalYen: number;
  readonly token: string;
}

/** Asks whether to cancel an order that was placed. */
export function askToCancel({ orderId, totalYen, token }: RequestQuestion): Reply {
  return {
    speech: [line('cancelQuestion', { orderNumber: { digits: orderId }, totalYen })],
    reprompt: [line('cancelAnswers')],
    question: { kind: 'cancelOrder', token },
  };
}

/** Asks whether to take everything back that was not paid. */
export function askToCancelCart(token: string): Reply {
  return {
    speech: [line('cancelCartQuestion')],
    reprompt: [line('cancelAnswers')],
    question: { kind: 'cancelCart', token },
  };
}

/** Asks whether to request a refund. */
export function askToRefund({ orderId, totalYen, token }: RequestQuestion): Reply {
  return {
    speech: [line('refundQuestion', { orderNumber: { digits: orderId }, totalYen })],
    reprompt: [line('refundAnswers')],
    question: { kind: 'refundOrder', token },
  };
}

/** Says that a person has the request, and where to ask. */
export function handedOver(what: Line, { support }: Shop): Reply {
  return { speech: [what, line('contactForDetails', { phone: { telephone: support.phone } })] };
}

/** The contact, by voice and card. */
export function supportContact({ support }: Shop): Reply {
  const { phone, email, hours } = support;
  return {
    speech: [line('supportContact', { phone: { telephone: phone }, hours }), line('supportCardSent')],
    card: {
      type: 'simple',
      title: line('cardSupportTitle'),
      content: [line('cardContact', { phone, email, hours })],
    },
  };
}
