/// <reference lib="dom" />
import type { ConsoleState } from '../wire';
import type { OrderView } from '../wire-merchant';
import { el, keepList, part } from './dom';
import { shopLink } from './shop-links';
import { clock, t, tMaybe, when, yen } from './words';

/** Brings the orders of the order store on the page up to date. */
export function updateOrders({ orders, ordersFault }: ConsoleState): void {
  keepList(part('orders', HTMLElement), orders, { keyOf: ({ orderId }) => orderId, draw: drawOrder });
  const note = part('orders-note', HTMLElement);
  note.hidden = orders.length > 0;
  note.textContent = ordersFault === undefined ? t('ordersNone') : t('ordersFault', { message: ordersFault });
  note.classList.toggle('problem', ordersFault !== undefined);
}

function drawOrder(order: OrderView): HTMLElement {
  const { orderId, state, lines, goodsYen, totalYen, attempts, finalizations, updatedAtMs } = order;
  const goods = lines.map(({ name, quantity, counter }) => `${name} ${quantity}${counter}`).join('、');
  const facts = factsOf(order);
  return el(
    'li',
    { class: 'order', 'data-order': orderId },
    el('p', { class: 'order-head' }, el('code', {}, orderId), drawState(state)),
    goods === '' ? undefined : el('p', { lang: 'ja' }, goods),
    el(
      'p',
      { class: 'order-sum' },
      el('span', {}, t(totalYen === undefined ? 'orderGoods' : 'orderTotal')),
      el('strong', {}, yen(totalYen ?? goodsYen)),
    ),
    drawSends(t('orderAttempts'), attempts.map(drawAttempt)),
    drawSends(t('orderFinalizations'), finalizations.map(drawFinalization)),
    facts.length === 0 ? undefined : el('ul', { class: 'facts' }, ...facts),
    el('small', {}, `${state} · ${t('orderUpdated', { time: clock(updatedAtMs) })}`),
  );
}

/** The state of an order as a coloured label. */
export function drawState(state: string): HTMLElement {
  const words = tMaybe(`state_${state}`, state);
  return el('span', { class: `state order-${toneOf(state)}`, title: state }, words);
}

/** How a state looks: money is there, on its way, refused, unclear; anything else is quiet. */
function toneOf(state: string): string {
  if (['PAID', 'CONFIRMED', 'AUTHORIZED'].includes(state)) return 'good';
  if (['PENDING', 'CHARGE_SENT', 'RETRY', 'AWAITING_PAYMENT', 'CHARGEABLE'].includes(state)) return 'moving';
  if (['DECLINED_SOFT', 'DECLINED_HARD'].includes(state)) return 'bad';
  if (['UNKNOWN', 'NEEDS_HUMAN'].includes(state)) return 'unclear';
  return 'quiet';
}

type SendResult = Pick<OrderView['finalizations'][number], 'effect' | 'row' | 'reason'>;

function drawSends(name: string, sends: readonly HTMLElement[]): HTMLElement | undefined {
  return sends.length === 0 ? undefined : el('ol', { class: 'attempts', 'aria-label': name }, ...sends);
}

function drawAttempt(attempt: OrderView['attempts'][number]): HTMLElement {
  const { n, reference, amountYen } = attempt;
  return el(
    'li',
    {},
    el('span', {}, t('orderAttempt', { no: n }), ' ', yen(amountYen)),
    drawResult(attempt),
    el('code', { class: 'reference' }, reference),
  );
}

function drawFinalization(finalization: OrderView['finalizations'][number]): HTMLElement {
  const { n, intent, amountYen, chargeId } = finalization;
  return el(
    'li',
    { 'data-finalization': n },
    el('span', {}, t('orderFinalization', { no: n, intent }), ' ', yen(amountYen)),
    drawResult(finalization),
    chargeId === undefined ? undefined : el('code', { class: 'reference' }, chargeId),
  );
}

function drawResult({ effect, row, reason }: SendResult): HTMLElement {
  const words = effect === undefined ? t('orderNoResult') : `${effect} (${row ?? ''}, ${reason ?? ''})`;
  return el('span', { class: 'result' }, words);
}

/** What is under way or waits beside the payment itself, one line each. */
function factsOf(order: OrderView): readonly HTMLElement[] {
  const { waitingFor, asking, checkout, chargedOn, mails, untold, followUps } = order;
  return [
    ...(checkout === undefined ? [] : [drawCheckoutFact(checkout)]),
    ...(chargedOn === undefined ? [] : [fact('quiet', t(`chargedOn_${chargedOn}`))]),
    ...(waitingFor === undefined ? [] : [fact('moving', t('orderWaiting', { operation: waitingFor }))]),
    ...(asking === undefined
      ? []
      : [fact('moving', t('orderAsking', { count: asking.tries, time: clock(asking.nextAtMs) }))]),
    ...mails.map(drawMailFact),
    ...(untold ? [fact('moving', t('orderUntold'))] : []),
    ...followUps.map(drawFollowUpFact),
  ];
}

function drawCheckoutFact({ expiresAtMs, isOpen, url }: NonNullable<OrderView['checkout']>): HTMLElement {
  const until = t(isOpen ? 'orderCheckoutOpen' : 'orderCheckoutClosed', { time: when(expiresAtMs) });
  const item = fact(isOpen ? 'moving' : 'quiet', until);
  if (url !== undefined) item.append(shopLink(url, t('orderCheckoutPage')));
  return item;
}

function drawMailFact({ kind, state, tries, nextAtMs }: OrderView['mails'][number]): HTMLElement {
  const name = t(`mail_${kind}`);
  if (state === 'sent') return fact('good', t('mailSent', { name }));
  if (state === 'givenUp') return fact('bad', t('mailGivenUp', { name, count: tries }));
  return fact('moving', t('mailDue', { name, time: clock(nextAtMs ?? 0) }));
}

function drawFollowUpFact({ kind, reason, row, resolvedBy }: OrderView['followUps'][number]): HTMLElement {
  const name = tMaybe(`followUp_${kind}`, kind);
  const state = resolvedBy === undefined ? t('followUpOpen') : t(`followUpResolved_${resolvedBy}`);
  const tone = resolvedBy === undefined ? 'unclear' : 'quiet';
  return fact(
    tone,
    t('followUpFact', { name, state }),
    [row, reason].filter((one) => one !== undefined),
  );
}

function fact(tone: string, words: string, codes: readonly string[] = []): HTMLElement {
  return el('li', { class: `fact fact-${tone}` }, words, ...codes.map((code) => el('code', {}, code)));
}
