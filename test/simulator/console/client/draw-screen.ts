/// <reference lib="dom" />
import type { ScreenView } from '../wire';
import { el } from './dom';
import { t } from './words';

/** Draws what the device's screen shows: the title, then each line, an amount at the end of its row. */
export function drawScreen([title, ...lines]: ScreenView): HTMLElement {
  return el(
    'section',
    { class: 'screen', 'data-screen': true, 'aria-label': t('screenOf') },
    el('p', { class: 'screen-of', 'aria-hidden': 'true' }, t('screenOf')),
    title && el('h4', { lang: 'ja' }, title.texts.join(' ')),
    ...lines.map(({ texts, isBold }) =>
      el(
        'p',
        { class: isBold ? 'screen-line total' : 'screen-line', lang: 'ja' },
        ...texts.map((text) => el('span', {}, text)),
      ),
    ),
  );
}
