/// <reference lib="dom" />
/** The simulated sign-in of CV1: it lasts as long as the browser's tab. */
import { el } from '../console/client/dom';
import { openModal } from './modal';
import { drawApart } from './shadow';
import { CSS } from './styles';
import { WIDGET_WORDS } from './widget-words';

const KEPT_AS = 'simulated-amazon-sign-in';

/** What a page wants to know of the buyer. */
interface AuthorizeOptions {
  readonly scope?: string;
  readonly state?: string;
}

/** What a page hears of a sign-in, as Login with Amazon says it. */
type SignInAnswer =
  | {
      readonly status: 'complete';
      readonly access_token: string;
      readonly token_type: 'bearer';
      readonly expires_in: number;
      readonly scope: string;
      readonly state?: string;
    }
  | { readonly error: 'access_denied'; readonly error_description: string; readonly state?: string };

/** Where a sign-in ends: a function of the page, or an address to go to. */
type Next = string | ((answer: SignInAnswer) => void);

/** Whether somebody is signed in. */
export function isSignedIn(): boolean {
  return sessionStorage.getItem(KEPT_AS) === 'yes';
}

/** What stands at `amazon.Login`. */
export const LOGIN = {
  setClientId: (): void => undefined,
  logout: (): void => {
    sessionStorage.removeItem(KEPT_AS);
  },
  authorize: (options: AuthorizeOptions = {}, next?: Next): void => {
    askBuyer((isAllowed) => {
      if (isAllowed) sessionStorage.setItem(KEPT_AS, 'yes');
      tell(isAllowed ? granted(options) : refused(options), next);
    });
  },
} as const;

function granted({ scope = 'profile', state }: AuthorizeOptions): SignInAnswer {
  return {
    status: 'complete',
    access_token: 'Atza|simulated',
    token_type: 'bearer',
    expires_in: 3600,
    scope,
    ...(state !== undefined && { state }),
  };
}

function refused({ state }: AuthorizeOptions): SignInAnswer {
  const denied = { error: 'access_denied', error_description: 'The buyer refused.' } as const;
  return { ...denied, ...(state !== undefined && { state }) };
}

function tell(answer: SignInAnswer, next: Next | undefined): void {
  if (typeof next === 'function') next(answer);
  if (typeof next !== 'string') return;
  const address = new URL(next, location.href);
  for (const [name, value] of Object.entries(answer)) address.searchParams.set(name, String(value));
  location.assign(address);
}

function askBuyer(answer: (isAllowed: boolean) => void): void {
  const place = document.createElement('div');
  document.body.append(place);
  const button = (name: string, words: string, isAllowed: boolean): HTMLElement =>
    el(
      'button',
      {
        type: 'button',
        class: isAllowed ? 'primary' : 'secondary',
        'data-simulated': name,
        onclick: () => {
          end(isAllowed);
        },
      },
      words,
    );
  const dialog = el(
    'dialog',
    { class: 'simulated', lang: 'ja', 'aria-labelledby': 'title', 'data-simulated': 'sign-in' },
    el(
      'div',
      { class: 'sheet' },
      el('h2', { id: 'title' }, WIDGET_WORDS.signInTitle),
      el('p', { class: 'hint' }, WIDGET_WORDS.signInHint),
      el(
        'div',
        { class: 'buttons' },
        button('sign-in-refuse', WIDGET_WORDS.signInRefuse, false),
        button('sign-in-allow', WIDGET_WORDS.signIn, true),
      ),
    ),
  );
  const end = (isAllowed: boolean): void => {
    dialog.close();
    place.remove();
    answer(isAllowed);
  };
  drawApart(place, CSS, dialog);
  openModal(dialog, {
    leave: () => {
      end(false);
    },
  });
}
