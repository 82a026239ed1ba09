/// <reference lib="dom" />
import type { ExchangeView, HeardView, NoteView, SpeechView, TurnView } from '../wire';
import { drawCard, type CardActions } from './draw-card';
import { drawJson } from './draw-json';
import { drawScreen } from './draw-screen';
import { el } from './dom';
import { t, tMaybe } from './words';

/** What a turn's buttons do. */
export interface TurnActions extends CardActions {
  readonly tell: (message: string) => void;
}

/** Draws one turn: what the buyer said, what was heard, and everything that came back. */
export function drawTurn(turn: TurnView, actions: TurnActions): HTMLElement {
  const { heard, utterance, exchanges, reprompted, complaints, sessionOpen, elapsedMs } = turn;
  const failed = exchanges.some((exchange) => exchange.complaints.some(isError));
  return el(
    'article',
    { class: failed ? 'turn failed' : 'turn', 'data-turn': turn.no },
    drawUtterance(heard, utterance),
    drawHeard(heard),
    reprompted && drawBubble('device', t('repromptSays'), reprompted),
    ...exchanges.map((exchange) => drawExchange(exchange, actions)),
    drawComplaints(complaints),
    el(
      'p',
      { class: sessionOpen ? 'turn-end open' : 'turn-end' },
      el('span', {}, t(sessionOpen ? 'turnOpen' : 'turnClosed')),
      el('span', { class: 'elapsed' }, t('elapsed', { ms: Math.round(elapsedMs) })),
    ),
  );
}

/** Draws something that was changed between turns. */
export function drawNote({ note, detail }: NoteView): HTMLElement {
  const begins = note === 'newSession' || note === 'newShopper';
  const key = `note${note.charAt(0).toUpperCase()}${note.slice(1)}`;
  return el(
    'p',
    { class: begins ? 'note begins' : 'note' },
    tMaybe(key, note).replace('{detail}', noteDetail(note, detail)),
  );
}

function noteDetail(note: NoteView['note'], detail: string): string {
  switch (note) {
    case 'consent':
    case 'email':
      return tMaybe(`consent${detail}`, detail);
    case 'speaker':
    case 'screen':
      return tMaybe(detail, detail);
    case 'skillFault':
      return tMaybe(`skillFault_${detail}`, detail);
    case 'buyer':
      return buyerDetail(detail);
    case 'newSession':
    case 'newShopper':
    case 'armed':
    case 'disarmed':
      return detail;
  }
}

function buyerDetail(detail: string): string {
  const [field = '', value = ''] = detail.split(': ');
  const shown =
    value === 'true' ? t('on') : value === 'false' ? t('off') : value === '' ? t('prefectureNone') : value;
  return `${tMaybe(field, field)}: ${tMaybe(`${field}_${value}`, shown)}`;
}

function drawUtterance(heard: HeardView, utterance: string): HTMLElement {
  const isSpoken = heard.kind !== 'silence' && heard.kind !== 'late';
  const words = isSpoken ? utterance : t(heard.kind === 'silence' ? 'heardSilence' : 'heardLate');
  return el(
    'div',
    { class: isSpoken ? 'bubble buyer' : 'bubble buyer silent' },
    el('span', { class: 'who' }, t('buyerSays')),
    el('p', isSpoken ? { lang: 'ja' } : {}, words),
  );
}

function drawHeard(heard: HeardView): HTMLElement | undefined {
  switch (heard.kind) {
    case 'intent':
      return el(
        'p',
        { class: 'heard' },
        el('span', { class: 'visually-hidden' }, `${t('heard')}: `),
        el('code', { class: 'intent' }, heard.intent),
        ...heard.slots.map(({ name, value, resolved }) =>
          el(
            'code',
            { class: 'slot' },
            `${name} = ${value}${resolved === undefined ? '' : ` → ${resolved}`}`,
          ),
        ),
        heard.intent === 'AMAZON.FallbackIntent' ? el('span', {}, t('heardFallback')) : undefined,
      );
    case 'launch':
      return el('p', { class: 'heard' }, t('heardLaunch'));
    case 'notInvoked':
      return el('p', { class: 'heard problem' }, t('heardNotInvoked'));
    case 'silence':
    case 'late':
      return undefined;
  }
}

function drawExchange(exchange: ExchangeView, actions: TurnActions): HTMLElement {
  const { speech, reprompt, card, screen, deviceSpeech, directives, complaints, requestType } = exchange;
  const nothing =
    speech === undefined && card === undefined && deviceSpeech === undefined && complaints.length === 0;
  return el(
    'div',
    { class: 'exchange', 'data-request': requestType },
    speech && drawBubble('skill', t('skillSays'), speech),
    nothing && requestType !== 'SessionEndedRequest'
      ? el('p', { class: 'nothing' }, t('saysNothing'))
      : undefined,
    deviceSpeech === undefined ? undefined : drawBubble('device', t('deviceSays'), { text: deviceSpeech }),
    drawComplaints(complaints),
    card && drawCard(card, actions),
    screen && drawScreen(screen),
    reprompt &&
      el(
        'p',
        { class: 'reprompt', lang: 'ja' },
        el('span', { class: 'who' }, t('repromptSays')),
        reprompt.text,
      ),
    ...directives.map((name) => el('p', { class: 'directive' }, drawDirective(name))),
    drawJson(exchange, actions.tell),
  );
}

function drawDirective(name: string): string {
  const toAmazonPay = /^Connections\.SendRequest (.+)$/.exec(name)?.[1];
  return toAmazonPay === undefined ? t('directive', { name }) : t('directiveSent', { name: toAmazonPay });
}

function drawBubble(kind: 'skill' | 'device', who: string, { text, ssml }: SpeechView): HTMLElement {
  const words = el('p', { lang: 'ja' }, text);
  const toggle =
    ssml === undefined
      ? undefined
      : el(
          'button',
          { type: 'button', class: 'small ssml', 'aria-pressed': 'false', 'aria-label': t('ssmlLabel') },
          t('ssml'),
        );
  toggle?.addEventListener('click', () => {
    const asSsml = toggle.getAttribute('aria-pressed') !== 'true';
    toggle.setAttribute('aria-pressed', String(asSsml));
    words.textContent = asSsml ? (ssml ?? text) : text;
    words.classList.toggle('code', asSsml);
  });
  return el('div', { class: `bubble ${kind}` }, el('span', { class: 'who' }, who, toggle), words);
}

const isError = (complaint: string): boolean => complaint.startsWith('error');

function drawComplaints(complaints: readonly string[]): HTMLElement | undefined {
  if (complaints.length === 0) return undefined;
  const items = complaints.map((complaint) => {
    const title = t(isError(complaint) ? 'complaintError' : 'complaintWarning');
    const text = complaint.replace(/^(error|warning): /, '');
    return el('li', { class: isError(complaint) ? 'error' : 'warning' }, el('strong', {}, title), ` ${text}`);
  });
  return el('ul', { class: 'complaints' }, ...items);
}
