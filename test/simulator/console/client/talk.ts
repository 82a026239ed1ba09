/// <reference lib="dom" />
import type { ConsoleState } from '../wire';
import type { Desk } from './desk';
import { el, keepList, part } from './dom';
import { createListener } from './speech-in';
import { t } from './words';

/** What a buyer may say first; more than one word per intent would be noise. */
const SUGGESTIONS = [
  'こえみせ珈琲を開いて',
  '何がありますか',
  'ブレンドを2つください',
  'お会計して',
  'はい',
  'いいえ',
  '注文の状況を教えて',
  '定期便を申し込みたい',
  'ヘルプ',
] as const;

/** Sets up everything a person talks with. */
export function setUpTalk(desk: Desk, tell: (message: string) => void): void {
  const input = part('utterance', HTMLInputElement);
  const say = async (utterance: string): Promise<void> => {
    if (utterance.trim() !== '') await desk.run('say', { utterance: utterance.trim() });
  };
  part('talk-form', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    const utterance = input.value;
    input.value = '';
    void say(utterance);
  });
  part('suggestions', HTMLElement).replaceChildren(
    ...SUGGESTIONS.map((words) =>
      el(
        'li',
        {},
        el('button', { type: 'button', class: 'chip', lang: 'ja', onclick: () => void say(words) }, words),
      ),
    ),
  );
  onClick('silence', () => void desk.run('silence'));
  onClick(
    'new-session',
    () =>
      void desk.run('session').then(() => {
        input.focus();
      }),
  );
  onClick(
    'late',
    () =>
      void desk.run('late').then(() => {
        input.focus();
      }),
  );
  onClick('new-shopper', () => void desk.run('shopper'));
  setUpMicrophone({ heard: (words) => void say(words), tell });
}

function setUpMicrophone({
  heard,
  tell,
}: {
  heard: (words: string) => void;
  tell: (message: string) => void;
}): void {
  const button = part('microphone', HTMLButtonElement);
  const listener = createListener({
    heard,
    changed: (isListening) => {
      button.setAttribute('aria-pressed', String(isListening));
      if (isListening) tell(t('listening'));
    },
    failed: () => {
      tell(t('microphoneFailed'));
    },
  });
  button.hidden = listener === undefined;
  button.addEventListener('click', () => listener?.toggle());
}

/** Shows what the talk depends on: session, waiting scenarios, held-back answers. */
export function updateTalk({ sessionOpen, busy, armed, lateAnswers }: ConsoleState, desk: Desk): void {
  const session = part('session', HTMLElement);
  session.textContent = t(sessionOpen ? 'sessionOpen' : 'sessionClosed');
  session.classList.toggle('open', sessionOpen);
  part('thinking', HTMLElement).hidden = !busy;
  const late = part('late', HTMLButtonElement);
  late.hidden = lateAnswers === 0;
  late.textContent = t('late', { count: lateAnswers });
  part('armed-line', HTMLElement).classList.toggle('none', armed.length === 0);
  part('armed-none', HTMLElement).hidden = armed.length > 0;
  keepList(part('armed', HTMLElement), armed, {
    keyOf: ({ id }) => String(id),
    draw: ({ id, name, left }) =>
      el(
        'li',
        { class: 'armed-chip' },
        el('code', {}, name),
        left > 1 ? el('small', {}, t('armedTimes', { count: left })) : undefined,
        el(
          'button',
          {
            type: 'button',
            'aria-label': t('disarm', { name }),
            onclick: () =>
              void desk.run('disarm', { id }).then(() => {
                // The button is gone; the keyboard goes on where the person talks.
                part('utterance', HTMLInputElement).focus();
              }),
          },
          '×',
        ),
      ),
  });
}

function onClick(id: string, act: () => void): void {
  part(id, HTMLButtonElement).addEventListener('click', act);
}
