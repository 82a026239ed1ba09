import {
  isFrozen,
  isOpen,
  isSettled,
  moveTo,
  IllegalMoveError,
} from '../../../lambda/src/orders/change-order';
import { type Order } from '../../../lambda/src/orders/order';
import { mayMove, ORDER_STATES, type OrderState } from '../../../lambda/src/orders/state-table';
import { anOrder } from './an-order';

const STATES = Object.keys(ORDER_STATES) as OrderState[];
const next = (state: OrderState): readonly OrderState[] => STATES.filter((to) => mayMove(state, to));

function reachableFrom(start: OrderState, without: readonly OrderState[] = []): ReadonlySet<OrderState> {
  const seen = new Set<OrderState>([start]);
  for (const state of seen) for (const to of next(state)) if (!without.includes(to)) seen.add(to);
  return seen;
}

describe('the states of an order', () => {
  it('are the seventeen of the reference, and the one of a charge permission without a charge', () => {
    expect(STATES).toHaveLength(18);
  });

  it('name no target that is no state', () => {
    const targets: readonly string[] = STATES.flatMap((state) => [...ORDER_STATES[state].to]);

    expect(targets.filter((to) => !Object.hasOwn(ORDER_STATES, to))).toEqual([]);
  });

  it('can all be reached from an empty cart', () => {
    const reached = reachableFrom('CART');

    expect(STATES.filter((state) => !reached.has(state))).toEqual([]);
  });

  it.each<OrderState>(['ABANDONED', 'CANCELLED', 'REFUNDED'])('nothing leaves %s', (state) => {
    expect(next(state)).toEqual([]);
    expect(ORDER_STATES[state].kind).toBe('over');
  });

  it('a paid order may only be confirmed or refunded', () => {
    expect(next('PAID')).toEqual(['CONFIRMED', 'REFUNDED']);
    expect(next('CONFIRMED')).toEqual(['REFUNDED']);
  });

  it('no order is paid without a charge that was sent', () => {
    expect(reachableFrom('CART', ['CHARGE_SENT'])).not.toContain('PAID');
    expect(reachableFrom('QUOTED', ['CONSENTED', 'AWAITING_PAYMENT'])).not.toContain('CHARGE_SENT');
    expect(reachableFrom('CART', ['QUOTED'])).not.toContain('CONSENTED');
  });

  it.each<OrderState>(['CART', 'QUOTED', 'CONSENTED', 'DECLINED_SOFT', 'DECLINED_HARD'])(
    '%s cannot become paid, authorized or pending at once',
    (state) => {
      expect(next(state)).not.toEqual(expect.arrayContaining(['PAID']));
      expect(mayMove(state, 'AUTHORIZED')).toBe(false);
      expect(mayMove(state, 'PENDING')).toBe(false);
      expect(mayMove(state, 'CONFIRMED')).toBe(false);
    },
  );

  it.each<OrderState>(['CHARGE_SENT', 'RETRY', 'UNKNOWN', 'PENDING', 'AUTHORIZED', 'NEEDS_HUMAN'])(
    'while money may be moving (%s) the goods may not change and nothing may be consented to',
    (state) => {
      const order = anOrder({ state });

      expect(isFrozen(order)).toBe(true);
      expect(isOpen(order)).toBe(false);
      expect(mayMove(state, 'CART')).toBe(false);
      expect(mayMove(state, 'CONSENTED')).toBe(false);
    },
  );

  it.each<OrderState>(['CART', 'QUOTED', 'DECLINED_SOFT', 'DECLINED_HARD', 'AWAITING_PAYMENT'])(
    'in %s goods may change',
    (state) => {
      expect(isOpen(anOrder({ state }))).toBe(true);
      expect(isFrozen(anOrder({ state }))).toBe(false);
    },
  );

  it('while a payment link waits, nothing has left, and the goods may go back into the cart', () => {
    expect(mayMove('AWAITING_PAYMENT', 'CART')).toBe(true);
    expect(mayMove('AWAITING_PAYMENT', 'CONSENTED')).toBe(false);
    expect(mayMove('AWAITING_PAYMENT', 'PAID')).toBe(false);
  });

  it('an authorization is money in motion by voice, and the goal of a web order with the intent Authorize', () => {
    const byVoice = anOrder({ state: 'AUTHORIZED', chargedOn: 'billingAgreement' });
    const finalization = {
      n: 1,
      content: {
        checkoutSessionId: 'bd504926-f659-4ad7-a1a9-9a747aaf5275',
        idempotencyKey: '5f1c0e6b9a7d4c2e8b3f6a1d0c9e7b42',
        amountYen: 3192,
        paymentIntent: 'Authorize',
        productType: 'PayAndShip',
        canHandlePendingAuthorization: false,
      },
      sentAtMs: 1,
    } as const;
    const onTheWeb = anOrder({
      state: 'AUTHORIZED',
      chargedOn: 'checkoutSession',
      finalizations: [finalization],
    });

    expect([isFrozen(byVoice), isSettled(byVoice)]).toEqual([true, false]);
    expect([isFrozen(onTheWeb), isSettled(onTheWeb)]).toEqual([false, true]);
  });

  it('a decline needs a new quote before the next consent', () => {
    expect(mayMove('DECLINED_SOFT', 'CONSENTED')).toBe(false);
    expect(mayMove('DECLINED_HARD', 'CONSENTED')).toBe(false);
    expect(mayMove('DECLINED_SOFT', 'QUOTED')).toBe(true);
  });
});

describe('moving an order', () => {
  const order: Order = anOrder({ state: 'CART', version: 4 });

  it('counts the version and notes the time', () => {
    expect(moveTo(order, 'QUOTED', { nowMs: 77, directivesSent: 3 })).toMatchObject({
      state: 'QUOTED',
      version: 5,
      updatedAtMs: 77,
      directivesSent: 3,
    });
    expect(moveTo(order, 'QUOTED', { nowMs: 77 })).not.toHaveProperty('nowMs');
  });

  it('leaves the order it was given as it was', () => {
    const frozen = Object.freeze({ ...order });

    moveTo(frozen, 'QUOTED', { nowMs: 1, lines: [] });

    expect(frozen).toEqual(order);
  });

  it('may change fields without a step, in any state', () => {
    expect(moveTo(anOrder({ state: 'REFUNDED', version: 1 }), 'REFUNDED', { nowMs: 1 }).version).toBe(2);
  });

  it('refuses a step that the table does not have', () => {
    expect(() => moveTo(order, 'PAID', { nowMs: 1 })).toThrow(IllegalMoveError);
    expect(new IllegalMoveError('x').code).toBe('illegalMove');
  });
});
