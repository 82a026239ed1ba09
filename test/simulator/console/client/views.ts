/// <reference lib="dom" />
import { part } from './dom';

/** Sets up the buttons that choose the screen where there is room for only one, and the page of the merchant's side. */
export function setUpViews(): void {
  setUpChoice('views', 'view');
  setUpChoice('pages', 'page');
}

/** The buttons of a bar write their choice on the body, where the style sheet finds it; the first one is chosen. */
function setUpChoice(barId: 'views' | 'pages', name: 'view' | 'page'): void {
  const buttons = [...part(barId, HTMLElement).querySelectorAll('button')];
  const show = (choice: string): void => {
    document.body.dataset[name] = choice;
    for (const button of buttons)
      button.setAttribute('aria-pressed', String(button.dataset[name] === choice));
  };
  const choose = (button: HTMLButtonElement | undefined): void => {
    show(button?.dataset[name] ?? '');
  };
  for (const button of buttons) {
    button.addEventListener('click', () => {
      choose(button);
    });
  }
  choose(buttons[0]);
}
