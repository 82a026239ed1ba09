/// <reference lib="dom" />
import type { AuthorizationView, BooksView, ConsoleState, OrderView } from '../wire';
import { drawDiagram } from './draw-diagram';
import { el, keepList, part } from './dom';
import { clock, t, tMaybe, yen } from './words';

/** Brings the order store and the ledger on the page up to date. */
export function updateBooks({ orders, ordersFault, books }: ConsoleState): void {
  const ordersPart = part('orders', HTMLElement);
  keepList(ordersPart, orders, { keyOf: ({ orderId }) => orderId, draw: drawOrder });
  const note = part('orders-note', HTMLElement);
  note.hidden = orders.length > 0;
  note.textContent = ordersFault === undefined ? t('ordersNone') : t('ordersFault', { message: ordersFault });
  note.classList.toggle('problem', ordersFault !== undefined);
  updateLedger(books);
}

function updateLedger({ capturedYen, agreements, authorizations, requests }: BooksView): void {
  part('captured', HTMLElement).textContent = yen(capturedYen);
  keepList(part('agreements', HTMLElement), agreements, {
    keyOf: ({ billingAgreementId }) => billingAgreementId,
    draw: ({ billingAgreementId, status, periodMonth, periodYen }) =>
      el(
        'li',
        {},
        el('code', {}, billingAgreementId),
        el('span', { class: `state agreement-${status.toLowerCase()}` }, status),
        el('small', {}, t('agreementPeriod', { month: periodMonth, amount: yen(periodYen) })),
      ),
  });
  const newest = authorizations[0]?.amazonAuthorizationId;
  const list = part('authorizations', HTMLElement);
  const isNew = newest !== undefined && list.firstElementChild?.getAttribute('data-key') !== newest;
  keepList(list, authorizations, { keyOf: (one) => one.amazonAuthorizationId, draw: drawAuthorization });
  // Only the newest is open at first; what a person opened or closed later stays.
  if (isNew) [...list.children].forEach((item, at) => item.toggleAttribute('open', at === 0));
  part('authorizations-none', HTMLElement).hidden = authorizations.length > 0;
  keepList(part('requests', HTMLElement), requests, {
    keyOf: ({ atMs, name, outcome }) => `${atMs} ${name} ${outcome}`,
    draw: ({ atMs, name, outcome, scenario }) =>
      el(
        'li',
        { class: outcome.startsWith('200') ? '' : 'refused' },
        el('time', {}, clock(atMs)),
        el('strong', {}, name),
        el('span', {}, outcome),
        scenario === undefined ? undefined : el('small', {}, t('scenarioUsed', { name: scenario })),
      ),
  });
  part('requests-none', HTMLElement).hidden = requests.length > 0;
}

function drawOrder({
  orderId,
  state,
  lines,
  goodsYen,
  totalYen,
  attempts,
  waitingFor,
  updatedAtMs,
}: OrderView): HTMLElement {
  const goods = lines.map(({ name, quantity, counter }) => `${name} ${quantity}${counter}`).join('、');
  return el(
    'li',
    { class: 'order', 'data-order': orderId },
    el(
      'p',
      { class: 'order-head' },
      el('code', {}, orderId),
      el('span', { class: `state order-${toneOf(state)}`, title: state }, tMaybe(`state_${state}`, state)),
    ),
    goods === '' ? undefined : el('p', { lang: 'ja' }, goods),
    el(
      'p',
      { class: 'order-sum' },
      el('span', {}, t(totalYen === undefined ? 'orderGoods' : 'orderTotal')),
      el('strong', {}, yen(totalYen ?? goodsYen)),
    ),
    waitingFor === undefined
      ? undefined
      : el('p', { class: 'waiting' }, t('orderWaiting', { operation: waitingFor })),
    attempts.length === 0
      ? undefined
      : el('ol', { class: 'attempts', 'aria-label': t('orderAttempts') }, ...attempts.map(drawAttempt)),
    el('small', {}, `${state} · ${t('orderUpdated', { time: clock(updatedAtMs) })}`),
  );
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

function drawAuthorization(authorization: AuthorizationView): HTMLElement {
  const { amazonAuthorizationId, reference, sellerOrderId, state, reasonCode, softDecline } = authorization;
  const { amountYen, capturedYen, captureIds, createdAtMs, decidedAtMs } = authorization;
  return el(
    'details',
    { class: 'authorization' },
    el(
      'summary',
      {},
      el('time', {}, clock(createdAtMs)),
      el('span', { class: `state auth-${toneOfAuthorization(authorization)}` }, state),
      el('span', {}, reasonCode ?? ''),
      el('strong', {}, yen(amountYen)),
    ),
    drawDiagram(authorization),
    el(
      'dl',
      {},
      ...row('ID', amazonAuthorizationId),
      ...row(t('authorizationReference'), reference),
      ...(sellerOrderId === undefined ? [] : row('SellerOrderId', sellerOrderId)),
      ...row(t('authorizationCaptured'), [yen(capturedYen), ...captureIds].join(' ')),
    ),
    softDecline ? el('p', { class: 'waiting' }, t('soft')) : undefined,
    decidedAtMs === undefined
      ? undefined
      : el('p', { class: 'waiting' }, t('authorizationDecided', { time: clock(decidedAtMs) })),
  );
}

/** Closed is good only with the money captured. */
function toneOfAuthorization({
  state,
  capturedYen,
}: Pick<AuthorizationView, 'state' | 'capturedYen'>): string {
  return state === 'Closed' && capturedYen === 0 ? 'ended' : state.toLowerCase();
}

function row(name: string, value: string): readonly HTMLElement[] {
  return [el('dt', {}, name), el('dd', {}, value)];
}
