import { dueAtMs } from '../../../lambda/src/orders/due';
import { type Order } from '../../../lambda/src/orders/order';
import { aFullOrder, anOrder } from './an-order';

const CHANGED = '2026-11-22T03:00:00Z';
const at = (time: string): number => Date.parse(time);

function orderIn(state: Order['state'], changes: Partial<Order> = {}): Order {
  return anOrder({ ...aFullOrder(), state, updatedAtMs: at(CHANGED), ...changes });
}

const mail = (state: 'due' | 'sent' | 'givenUp', nextAt = CHANGED): Order['mails'][number] => ({
  kind: 'paid',
  state,
  tries: 0,
  nextAtMs: at(nextAt),
});

describe('the background looks at an order', () => {
  it('that was quoted, when the quote is over', () => {
    const { quote } = aFullOrder();
    const order = orderIn('QUOTED', { quote: { ...quote!, expiresAtMs: at('2026-11-22T03:07:00Z') } });

    expect(dueAtMs(order)).toBe(at('2026-11-22T03:07:00Z'));
  });

  it('that was consented to, fifteen minutes after the yes, whatever was written since', () => {
    const [attempt] = aFullOrder().attempts;
    const attempts = [{ ...attempt!, consentedAtMs: at('2026-11-22T02:58:00Z'), result: undefined }];

    expect(dueAtMs(orderIn('CONSENTED', { attempts }))).toBe(at('2026-11-22T03:13:00Z'));
  });

  it('that says consented without any attempt, fifteen minutes after the last write', () => {
    expect(dueAtMs(orderIn('CONSENTED', { attempts: [] }))).toBe(at('2026-11-22T03:15:00Z'));
  });

  it.each(['CHARGE_SENT', 'RETRY'] as const)('in %s, when no answer came for two minutes', (state) => {
    expect(dueAtMs(orderIn(state))).toBe(at('2026-11-22T03:02:00Z'));
  });

  it.each(['UNKNOWN', 'PENDING', 'AUTHORIZED'] as const)(
    'in %s, at once, and then by its ladder',
    (state) => {
      const reconciling = { tries: 2, nextAtMs: at('2026-11-22T03:00:03Z'), sinceMs: at(CHANGED) };

      expect(dueAtMs(orderIn(state))).toBe(at(CHANGED));
      expect(dueAtMs(orderIn(state, { reconciling }))).toBe(at('2026-11-22T03:00:03Z'));
    },
  );

  it.each([
    'CART',
    'DECLINED_SOFT',
    'DECLINED_HARD',
    'AWAITING_PAYMENT',
    'CONFIRMED',
    'NEEDS_HUMAN',
    'ABANDONED',
    'CANCELLED',
    'REFUNDED',
  ] as const)('in %s never by itself, but for a mail that has to go', (state) => {
    expect(dueAtMs(orderIn(state))).toBeUndefined();
    expect(dueAtMs(orderIn(state, { mails: [mail('due', '2026-11-22T03:05:00Z')] }))).toBe(
      at('2026-11-22T03:05:00Z'),
    );
  });
});

describe('an order with a payment link', () => {
  it.each(['AWAITING_PAYMENT', 'DECLINED_SOFT', 'DECLINED_HARD'] as const)(
    'in %s, when the link is over',
    (state) => {
      const checkout = {
        no: 1,
        codeKey: 'code:0123456789abcdef0123456789abcdef',
        issuedAtMs: at(CHANGED),
        expiresAtMs: at('2026-11-23T03:00:00Z'),
      };

      expect(dueAtMs(orderIn(state, { checkout }))).toBe(at('2026-11-23T03:00:00Z'));
    },
  );
});

describe('a paid order', () => {
  it('that was told by voice is confirmed at once', () => {
    expect(dueAtMs(orderIn('PAID', { untold: false }))).toBe(at(CHANGED));
  });

  it('that nobody could be told waits for the next launch', () => {
    expect(dueAtMs(orderIn('PAID', { untold: true }))).toBeUndefined();
    expect(dueAtMs(orderIn('PAID', { untold: true, mails: [mail('givenUp')] }))).toBeUndefined();
  });

  it('that was told by mail is confirmed at once', () => {
    expect(dueAtMs(orderIn('PAID', { untold: true, mails: [mail('sent')] }))).toBe(at(CHANGED));
  });

  it.each([true, false])(
    'whose mail goes again later is not due before, so that it does not keep others waiting (untold: %s)',
    (untold) => {
      const order = orderIn('PAID', { untold, mails: [mail('due', '2026-11-22T03:30:00Z')] });

      expect(dueAtMs(order)).toBe(at('2026-11-22T03:30:00Z'));
    },
  );
});

describe('several things to do', () => {
  it('are due with the first of them', () => {
    const order = orderIn('CHARGE_SENT', { mails: [mail('due', '2026-11-22T03:01:00Z')] });

    expect(dueAtMs(order)).toBe(at('2026-11-22T03:01:00Z'));
  });

  it('wait until the lease of another worker is over', () => {
    const lease = { owner: 'worker-2', untilMs: at('2026-11-22T03:02:30Z') };

    expect(dueAtMs(orderIn('CHARGE_SENT', { lease }))).toBe(at('2026-11-22T03:02:30Z'));
    expect(
      dueAtMs(orderIn('CHARGE_SENT', { lease: { ...lease, untilMs: at('2026-11-22T03:01:00Z') } })),
    ).toBe(at('2026-11-22T03:02:00Z'));
  });

  it('are nothing under a lease alone', () => {
    const lease = { owner: 'worker-2', untilMs: at('2026-11-22T03:02:30Z') };

    expect(dueAtMs(orderIn('CONFIRMED', { lease }))).toBeUndefined();
  });
});
