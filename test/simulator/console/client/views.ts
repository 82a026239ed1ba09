/// <reference lib="dom" />
import { part } from './dom';

/** Sets up the buttons that choose the screen where there is room for only one. */
export function setUpViews(): void {
  const buttons = [...part('views', HTMLElement).querySelectorAll('button')];
  const show = (view: string): void => {
    document.body.dataset['view'] = view;
    for (const button of buttons)
      button.setAttribute('aria-pressed', String(button.dataset['view'] === view));
  };
  for (const button of buttons) {
    button.addEventListener('click', () => {
      show(button.dataset['view'] ?? 'talk');
    });
  }
  show('talk');
}
