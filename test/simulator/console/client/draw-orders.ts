/// <reference lib="dom" />
import type { ConsoleState } from '../wire';
import type { OrderView } from '../wire-merchant';
import { el, keepList, part } from './dom';
import { clock, t, tMaybe, yen } from './words';

/** Brings the orders of the order store on the page up to date. */
export function updateOrders({ orders, ordersFault }: ConsoleState): void {
  keepList(part('orders', HTMLElement), orders, { keyOf: ({ orderId }) => orderId, draw: drawOrder });
  const note = part('orders-note', HTMLElement);
  note.hidden = orders.length > 0;
  note.textContent = ordersFault === undefined ? t('ordersNone') : t('ordersFault', { message: ordersFault });
  note.classList.toggle('problem', ordersFault !== undefined);
}

function drawOrder(order: OrderView): HTMLElement {
  const { orderId, state, lines, goodsYen, totalYen, attempts, updatedAtMs } = order;
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
    attempts.length === 0
      ? undefined
      : el('ol', { class: 'attempts', 'aria-label': t('orderAttempts') }, ...attempts.map(drawAttempt)),
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
  if (['PENDING', 'CHARGE_SENT', 'RETRY', 'AWAITING_PAYMENT'].includes(state)) return 'moving';
  if (['DECLINED_SOFT', 'DECLINED_HARD'].includes(state)) return 'bad';
  if (['UNKNOWN', 'NEEDS_HUMAN'].includes(state)) return 'unclear';
  return 'quiet';
}

function drawAttempt({
  n,
  reference,
  amountYen,
  effect,
  row,
  reason,
}: OrderView['attempts'][number]): HTMLElement {
  return el(
    'li',
    {},
    el('span', {}, t('orderAttempt', { no: n }), ' ', yen(amountYen)),
    el(
      'span',
      { class: 'result' },
      effect === undefined ? t('orderNoResult') : `${effect} (${row ?? ''}, ${reason ?? ''})`,
    ),
    el('code', { class: 'reference' }, reference),
  );
}

/** What is under way or waits beside the payment itself, one line each. */
function factsOf({ waitingFor, asking, mails, untold, followUps }: OrderView): readonly HTMLElement[] {
  return [
    ...(waitingFor === undefined ? [] : [fact('moving', t('orderWaiting', { operation: waitingFor }))]),
    ...(asking === undefined
      ? []
      : [fact('moving', t('orderAsking', { count: asking.tries, time: clock(asking.nextAtMs) }))]),
    ...mails.map(drawMailFact),
    ...(untold ? [fact('moving', t('orderUntold'))] : []),
    ...followUps.map(drawFollowUpFact),
  ];
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
