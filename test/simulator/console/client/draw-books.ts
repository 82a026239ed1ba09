/// <reference lib="dom" />
import type { AuthorizationView, BooksView } from '../wire';
import { drawDiagram } from './draw-diagram';
import { el, keepList, openNewest, part } from './dom';
import { clock, t, yen } from './words';

/** Brings Amazon Pay's ledger on the page up to date. */
export function updateLedger({ capturedYen, agreements, authorizations, requests }: BooksView): void {
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
  const list = part('authorizations', HTMLElement);
  openNewest(list, authorizations.map(keyOf), () => {
    keepList(list, authorizations, { keyOf, draw: drawAuthorization });
  });
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

const keyOf = ({ amazonAuthorizationId }: AuthorizationView): string => amazonAuthorizationId;

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
