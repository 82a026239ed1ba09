/** States of an order. @see money-safety.md, section 3 */
export type OrderState =
  | 'CART'
  | 'QUOTED'
  | 'CONSENTED'
  | 'CHARGE_SENT'
  | 'RETRY'
  | 'UNKNOWN'
  | 'PENDING'
  | 'AUTHORIZED'
  | 'DECLINED_SOFT'
  | 'DECLINED_HARD'
  | 'AWAITING_PAYMENT'
  | 'PAID'
  | 'CONFIRMED'
  | 'NEEDS_HUMAN'
  | 'ABANDONED'
  | 'CANCELLED'
  | 'REFUNDED';

/** What a state means for the buyer's next words. `open`: goods may change. `frozen`: money may be moving. `over`: done. */
type StateKind = 'open' | 'consented' | 'frozen' | 'over';

interface StateRow {
  readonly kind: StateKind;
  readonly to: readonly OrderState[];
}

const CHARGE_RESULTS = [
  'PAID',
  'AUTHORIZED',
  'PENDING',
  'DECLINED_SOFT',
  'DECLINED_HARD',
  'UNKNOWN',
  'NEEDS_HUMAN',
  // A definite refusal: no authorization exists, the quote may be read back again.
  'QUOTED',
] as const;

/**
 * Every state and where it may go. `QUOTED → QUOTED` is a new quote for the same cart; `CHARGE_SENT → QUOTED` is a
 * refusal under which nothing was charged. A state that is missing here is a compile error.
 * @see money-safety.md, section 3; docs/adr/0002-order-states.md
 */
export const ORDER_STATES = {
  CART: { kind: 'open', to: ['QUOTED', 'ABANDONED'] },
  QUOTED: { kind: 'open', to: ['QUOTED', 'CART', 'CONSENTED', 'ABANDONED'] },
  CONSENTED: { kind: 'consented', to: ['CHARGE_SENT', 'QUOTED', 'CART', 'ABANDONED'] },
  CHARGE_SENT: { kind: 'frozen', to: ['RETRY', ...CHARGE_RESULTS] },
  RETRY: { kind: 'frozen', to: CHARGE_RESULTS },
  UNKNOWN: { kind: 'frozen', to: CHARGE_RESULTS },
  PENDING: { kind: 'frozen', to: ['PAID', 'AUTHORIZED', 'DECLINED_SOFT', 'DECLINED_HARD', 'NEEDS_HUMAN'] },
  AUTHORIZED: { kind: 'frozen', to: ['PAID', 'DECLINED_SOFT', 'DECLINED_HARD', 'CANCELLED', 'NEEDS_HUMAN'] },
  DECLINED_SOFT: { kind: 'open', to: ['QUOTED', 'CART', 'ABANDONED'] },
  DECLINED_HARD: { kind: 'open', to: ['QUOTED', 'CART', 'ABANDONED'] },
  AWAITING_PAYMENT: { kind: 'frozen', to: ['PAID', 'PENDING', 'ABANDONED', 'NEEDS_HUMAN'] },
  PAID: { kind: 'over', to: ['CONFIRMED', 'REFUNDED'] },
  CONFIRMED: { kind: 'over', to: ['REFUNDED'] },
  // A person decides, or the charge's own answer comes after all.
  NEEDS_HUMAN: { kind: 'frozen', to: [...CHARGE_RESULTS, 'CANCELLED', 'REFUNDED', 'ABANDONED'] },
  ABANDONED: { kind: 'over', to: [] },
  CANCELLED: { kind: 'over', to: [] },
  REFUNDED: { kind: 'over', to: [] },
} as const satisfies Record<OrderState, StateRow>;

/** Whether an order may go from one state to another. */
export function mayMove(from: OrderState, to: OrderState): boolean {
  const targets: readonly OrderState[] = ORDER_STATES[from].to;
  return targets.includes(to);
}
