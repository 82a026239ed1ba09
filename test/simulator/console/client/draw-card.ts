/// <reference lib="dom" />
import type { CardView, ConsoleState } from '../wire';
import { el } from './dom';
import { withShopLinks } from './shop-links';
import { t } from './words';

/** What the buttons of a card do. */
export interface CardActions {
  readonly setConsent: (consent: 'GRANTED' | 'DENIED') => void;
}

const MERCHANT = 'こえみせ珈琲';

/** Draws a card as the Alexa app shows it. */
export function drawCard(card: CardView, actions: CardActions): HTMLElement {
  return el(
    'section',
    { class: 'card', 'data-card': card.type, 'aria-label': t('cardFrom') },
    el('p', { class: 'card-from' }, el('span', { class: 'card-app', 'aria-hidden': 'true' }, 'こ'), MERCHANT),
    ...drawBody(card, actions),
  );
}

function drawBody(card: CardView, actions: CardActions): readonly HTMLElement[] {
  switch (card.type) {
    case 'Simple':
      return drawWords(card.title, card.content);
    case 'Standard':
      return drawWords(card.title, card.text);
    case 'LinkAccount':
      return [el('h4', {}, t('cardLinkAccount'))];
    case 'AskForPermissionsConsent':
      return drawConsent(card.permissions, actions);
  }
}

function drawWords(title: string, content: string): readonly HTMLElement[] {
  return [
    el('h4', { lang: 'ja' }, title),
    el('p', { class: 'card-content', lang: 'ja' }, ...withShopLinks(content)),
  ];
}

function drawConsent(permissions: readonly string[], { setConsent }: CardActions): readonly HTMLElement[] {
  const names = permissions.map((name) =>
    el('li', {}, name === 'payments:autopay_consent' ? t('cardConsentAutopay') : name),
  );
  const choose = (consent: 'GRANTED' | 'DENIED') => () => {
    setConsent(consent);
  };
  return [
    el('h4', {}, t('cardConsentTitle', { name: MERCHANT })),
    el('ul', {}, ...names),
    el(
      'p',
      { class: 'card-buttons' },
      el(
        'button',
        { type: 'button', class: 'primary', 'data-consent': 'GRANTED', onclick: choose('GRANTED') },
        t('cardAccept'),
      ),
      el('button', { type: 'button', 'data-consent': 'DENIED', onclick: choose('DENIED') }, t('cardDeny')),
    ),
    el('p', { class: 'card-now', 'data-consent-now': true }),
  ];
}

/** Writes the permission's present state into every consent card on the page. */
export function updateConsentCards(consent: ConsoleState['consent']): void {
  for (const line of document.querySelectorAll('[data-consent-now]')) {
    line.textContent = t('cardConsentNow', { state: t(`consent${consent}`) });
    line.setAttribute('data-state', consent);
  }
}
