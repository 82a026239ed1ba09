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
  | 'CHARGEABLE'
  | 'DECLINED_SOFT'
  | 'DECLINED_HARD'
  | 'AWAITING_PAYMENT'
  | 'PAID'
  | 'CONFIRMED'
  | 'NEEDS_HUMAN'
  | 'ABANDONED'
  | 'CANCELLED'
  | 'REFUNDED';

/**
 * What a state means for the buyer's next words. `open`: goods may change. `frozen`: money may be moving. `placed`: taken
 * by Amazon Pay as the shop asked, not paid yet; the buyer may order anew. `over`: done.
 */
export type StateKind = 'open' | 'consented' | 'frozen' | 'placed' | 'over';

interface StateRow {
  readonly kind: StateKind;
  readonly to: readonly OrderState[];
}

const CHARGE_RESULTS = [
  'PAID',
  'AUTHORIZED',
  'CHARGEABLE',
  'PENDING',
  'DECLINED_SOFT',
  'DECLINED_HARD',
  'UNKNOWN',
  'NEEDS_HUMAN',
  // A definite refusal: no authorization exists; by voice the quote may be read back again, on the web the link is good still.
  'QUOTED',
  'AWAITING_PAYMENT',
] as const;

/**
 * Every state and where it may go. `QUOTED → QUOTED` is a new quote for the same cart; `CHARGE_SENT → QUOTED` (and, on
 * the web, `AWAITING_PAYMENT`) is a refusal under which nothing was charged. `AWAITING_PAYMENT` is open: nothing has
 * left while a link waits, and a change of the goods closes it. `AUTHORIZED` is what a web order with the intent
 * Authorize was meant to become; see `kindOf`. A state that is missing here is a compile error.
 * @see money-safety.md, section 3; docs/adr/0002-order-states.md; docs/adr/0009-web-checkout.md
 */
export const ORDER_STATES = {
  CART: { kind: 'open', to: ['QUOTED', 'AWAITING_PAYMENT', 'ABANDONED'] },
  QUOTED: { kind: 'open', to: ['QUOTED', 'CART', 'CONSENTED', 'AWAITING_PAYMENT', 'ABANDONED'] },
  CONSENTED: { kind: 'consented', to: ['CHARGE_SENT', 'QUOTED', 'CART', 'ABANDONED'] },
  CHARGE_SENT: { kind: 'frozen', to: ['RETRY', ...CHARGE_RESULTS] },
  RETRY: { kind: 'frozen', to: CHARGE_RESULTS },
  UNKNOWN: { kind: 'frozen', to: CHARGE_RESULTS },
  PENDING: { kind: 'frozen', to: ['PAID', 'AUTHORIZED', 'DECLINED_SOFT', 'DECLINED_HARD', 'NEEDS_HUMAN'] },
  AUTHORIZED: { kind: 'frozen', to: ['PAID', 'DECLINED_SOFT', 'DECLINED_HARD', 'CANCELLED', 'NEEDS_HUMAN'] },
  // A charge permission without a charge: the merchant charges when the goods leave.
  CHARGEABLE: { kind: 'placed', to: ['PAID', 'AUTHORIZED', 'PENDING', 'CANCELLED', 'NEEDS_HUMAN'] },
  // On the web the buyer begins again under the same link, with another payment method.
  DECLINED_SOFT: { kind: 'open', to: ['QUOTED', 'CART', 'AWAITING_PAYMENT', 'CHARGE_SENT', 'ABANDONED'] },
  DECLINED_HARD: { kind: 'open', to: ['QUOTED', 'CART', 'AWAITING_PAYMENT', 'CHARGE_SENT', 'ABANDONED'] },
  AWAITING_PAYMENT: { kind: 'open', to: ['AWAITING_PAYMENT', 'CHARGE_SENT', 'QUOTED', 'CART', 'ABANDONED'] },
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
