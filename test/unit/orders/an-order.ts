import { parseOrder, type Order } from '../../../lambda/src/orders/order';

/** An order with two bags of blend in the cart, and any field changed. */
export function anOrder(changes: Partial<Order> = {}): Order {
  const order = parseOrder({
    orderId: '261122-482109',
    buyerKey: '0123456789abcdef0123456789abcdef',
    version: 1,
    state: 'CART',
    createdAtMs: Date.parse('2026-11-22T03:00:00Z'),
    updatedAtMs: Date.parse('2026-11-22T03:00:00Z'),
    lines: [{ productId: 'blend', quantity: 2 }],
    attempts: [],
    quotesMade: 1,
    directivesSent: 0,
    requests: [],
    followUps: [],
    mails: [],
    untold: false,
    ...changes,
  });
  if (order === undefined) throw new Error('the made-up order is none of this version');
  return order;
}

/** An order with every field there is, as it stands after a paid charge. */
export function aFullOrder(): Order {
  const content = {
    sellerId: 'A1KOEMISELOCAL',
    storeName: 'こえみせ珈琲',
    orderId: '261122-482109',
    billingAgreementId: 'C03-1111111-1111111',
    authorizationReferenceId: '3dc691aa2b572f02501720c072ef65e3',
    amountYen: 3192,
    sellerNote: 'ありがとうございます。',
    sellerAuthorizationNote: '',
  };
  return anOrder({
    version: 6,
    state: 'PAID',
    quote: {
      no: 1,
      lines: [
        {
          productId: 'blend',
          name: 'こえみせブレンド',
          counter: '袋',
          quantity: 2,
          unitPriceYen: 1296,
          lineYen: 2592,
          monthly: false,
        },
      ],
      goodsYen: 2592,
      shippingYen: 600,
      totalYen: 3192,
      quotedAtMs: 1,
      expiresAtMs: 600_001,
      billingAgreementId: 'C03-1111111-1111111',
      ships: true,
      destination: { name: '見本 太郎', stateOrRegion: '東京都' },
      asked: false,
    },
    attempts: [
      {
        n: 1,
        content,
        consentedAtMs: 2,
        result: {
          effect: 'paid',
          row: 'd09',
          reason: 'stateAndReason',
          answeredAtMs: 3,
          amazonOrderReferenceId: 'S03-2222222-2222222',
          amazonAuthorizationId: 'S03-2222222-2222222-A333333',
          captureIds: ['S03-2222222-2222222-C444444'],
        },
      },
    ],
    directivesSent: 2,
    awaiting: { no: 2, operation: 'Charge', resent: false, setUpAgain: false },
    answered: {
      no: 2,
      fingerprint: 'authorization|d09',
      reply: {
        speech: [{ key: 'orderNumber', values: { orderNumber: { digits: '261122-482109' } } }],
        reprompt: [{ key: 'confirmAnswers' }],
        card: { type: 'simple', title: { key: 'cardOrderTitle' }, content: [{ key: 'thanks' }] },
        question: { kind: 'confirmQuote', token: 't' },
      },
      again: { no: 3, operation: 'Setup', resent: true, setUpAgain: true },
    },
    requests: [{ kind: 'refund', requestedAtMs: 4 }],
  });
}
