import { type Finalization, type Order } from '../../../lambda/src/orders/order';
import { ORDER_STATES, type OrderState } from '../../../lambda/src/orders/state-table';
import { type ResultView, type View, viewOf } from '../../../lambda/src/web/view-of';
import { anOrder } from '../orders/an-order';

const GONE: View = { kind: 'plain' };
const CHECKING: View = { kind: 'checking' };
const done = (result: ResultView): View => ({ kind: 'done', result });

/** What a browser that had the link open sees once the link is used or over, by the order's state. */
const SEEN_LATER: Readonly<Record<OrderState, View>> = {
  CART: GONE,
  QUOTED: GONE,
  CONSENTED: GONE,
  CHARGE_SENT: CHECKING,
  RETRY: CHECKING,
  UNKNOWN: CHECKING,
  PENDING: done('pending'),
  AUTHORIZED: done('authorized'),
  CHARGEABLE: done('chargeable'),
  DECLINED_SOFT: GONE,
  DECLINED_HARD: GONE,
  AWAITING_PAYMENT: GONE,
  PAID: done('paid'),
  CONFIRMED: done('paid'),
  NEEDS_HUMAN: CHECKING,
  ABANDONED: GONE,
  CANCELLED: done('cancelled'),
  REFUNDED: done('refunded'),
};

function finalized(paymentIntent: Finalization['content']['paymentIntent']): Partial<Order> {
  return {
    chargedOn: 'checkoutSession',
    finalizations: [
      {
        n: 1,
        sentAtMs: 1,
        content: {
          checkoutSessionId: 'session-1',
          idempotencyKey: 'key-1',
          amountYen: 3192,
          paymentIntent,
          productType: 'PayAndShip',
          canHandlePendingAuthorization: false,
        },
      },
    ],
  };
}

describe('what somebody with a code sees', () => {
  it.each(Object.entries(SEEN_LATER))(
    'of an order that is %s, once its link is used or over',
    (state, view) => {
      const order = anOrder({ state: state as OrderState, ...finalized('Authorize') });

      expect(viewOf(order, { hasOpenLink: false, knownBrowser: true })).toEqual(view);
    },
  );

  it.each(Object.keys(ORDER_STATES))(
    'in another browser is the plain page, whatever became of the order: %s',
    (state) => {
      const order = anOrder({ state: state as OrderState });

      expect(viewOf(order, { hasOpenLink: false, knownBrowser: false })).toEqual(GONE);
    },
  );

  it.each([true, false])(
    'is the order while its link is open, in any browser (known: %s)',
    (knownBrowser) => {
      const order = anOrder({ state: 'AWAITING_PAYMENT' });

      expect(viewOf(order, { hasOpenLink: true, knownBrowser })).toEqual({ kind: 'payable' });
    },
  );

  it('is the plain page when the code leads nowhere', () => {
    expect(viewOf(undefined, { hasOpenLink: false, knownBrowser: true })).toEqual(GONE);
  });

  it('is never an authorization that stands for a payment whose capture is still to come', () => {
    const order = anOrder({ state: 'AUTHORIZED', ...finalized('AuthorizeWithCapture') });

    expect(viewOf(order, { hasOpenLink: false, knownBrowser: true })).toEqual(CHECKING);
  });
});
