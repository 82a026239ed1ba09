/// <reference lib="dom" />
import type { ExchangeView } from '../wire';
import { el } from './dom';
import { t } from './words';

/** Draws request and response of one exchange, folded away, each with a button that copies it. */
export function drawJson(
  { requestType, request, response }: ExchangeView,
  tell: (message: string) => void,
): HTMLElement {
  const details = el('details', { class: 'json' }, el('summary', {}, t('json', { name: requestType })));
  // Drawn when it is opened: most never are, and an envelope is long.
  details.addEventListener(
    'toggle',
    () => {
      details.append(drawOne(t('request'), request, tell), drawOne(t('response'), response, tell));
    },
    { once: true },
  );
  return details;
}

function drawOne(title: string, value: unknown, tell: (message: string) => void): HTMLElement {
  const text = JSON.stringify(value, undefined, 2);
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => {
        tell(t('copied'));
      },
      () => {
        tell(t('copyFailed'));
      },
    );
  };
  return el(
    'section',
    { class: 'json-part' },
    el(
      'p',
      { class: 'json-head' },
      el('span', {}, title),
      el(
        'button',
        { type: 'button', class: 'small', onclick: copy, 'aria-label': `${t('copy')}: ${title}` },
        t('copy'),
      ),
    ),
    el('pre', { tabindex: 0, 'aria-label': title }, text),
  );
}
