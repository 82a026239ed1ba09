import type { Exchange, TurnUnderstanding } from '../alexa/device-types';
import type { Card } from '../alexa/read-card';
import { shownLines, type ScreenLine } from '../alexa/read-screen';
import type { PlayedTurn } from './conversation';
import type { Paint } from './paint';
import type { Miss } from './play-dialog';
import { understoodName } from './understood-name';
import { readAnswers, readDirectives, type SeenAnswer, type SentDirective } from './wire';

const INDENT = ' '.repeat(14);

/** One labelled line; further lines of the text stand under the first. */
export function printLine(label: string, text: string): string {
  return `  ${label.padEnd(12)}${text.split('\n').join(`\n${INDENT}`)}`;
}

/** A turn as lines for the terminal: what was said, understood, answered, shown and sent, in the order it happened. */
export function printTurn(played: PlayedTurn, misses: readonly Miss[], paint: Paint): readonly string[] {
  const { no, turn, forced, notes } = played;
  return [
    '',
    paint('dim', `── turn ${no} ${'─'.repeat(60)}`),
    ...forced.map((name) => printLine('forced', paint('magenta', name))),
    printLine('buyer', paint('bold', `「${turn.utterance}」`)),
    printLine('understood', paint('dim', understoodWords(turn.understood))),
    ...turn.exchanges.flatMap((exchange) => printExchange(exchange, paint)),
    ...notes.map(({ step, code, reason, row, action }) =>
      printLine('shop log', paint('yellow', [step, row, code, reason, action].filter(Boolean).join(' · '))),
    ),
    printLine('session', turn.sessionOpen ? paint('green', 'open') : 'closed'),
    ...turn.complaints.map((complaint) =>
      printLine('complaint', paint(complaint.startsWith('error') ? 'red' : 'yellow', complaint)),
    ),
    ...misses.flatMap((miss) => printMiss(miss, paint)),
  ];
}

function understoodWords(understood: TurnUnderstanding): string {
  if ('notInvoked' in understood) return 'nothing: no session is open and the skill was not named';
  const slots = 'slots' in understood ? Object.entries(understood.slots) : [];
  const values = slots.map(
    ([name, { value, resolved }]) => `${name}=${resolved?.id ?? resolved?.name ?? value}`,
  );
  return [understoodName(understood), ...values].join(' ');
}

function printExchange(exchange: Exchange, paint: Paint): readonly string[] {
  const { speech, reprompt, card, deviceSpeech, directives } = exchange;
  const screen = shownLines(directives);
  return [
    ...readAnswers([exchange]).map((answer) => printLine('Amazon Pay', paint('cyan', answerWords(answer)))),
    ...(speech ? [printLine('skill', speech.text)] : []),
    ...(reprompt ? [printLine('reprompt', paint('dim', reprompt.text))] : []),
    ...(deviceSpeech === undefined ? [] : [printLine('device', paint('yellow', deviceSpeech))]),
    ...(card ? [printLine('card', paint('dim', cardWords(card)))] : []),
    ...(screen ? [printLine('screen', paint('dim', screenWords(screen)))] : []),
    ...readDirectives([exchange]).map((sent) => printLine('directive', paint('cyan', directiveWords(sent)))),
  ];
}

function answerWords({ name, status, code, state, reason }: SeenAnswer): string {
  return [name, status ?? 'no status', code, state, reason].filter(Boolean).join(' ');
}

function directiveWords({ name, amountYen, reference }: SentDirective): string {
  const amount = amountYen === undefined ? '' : `${amountYen} yen`;
  return [name, amount, reference === undefined ? '' : `reference ${reference}`].filter(Boolean).join(', ');
}

/** Line by line, as they stand on the screen; a label and its amount are kept apart. */
function screenWords(lines: readonly ScreenLine[]): string {
  return lines.map(({ texts }) => texts.join('  ')).join('\n');
}

function cardWords(card: Card): string {
  switch (card.type) {
    case 'Simple':
      return `${card.title}\n${card.content}`;
    case 'Standard':
      return `${card.title}\n${card.text}`;
    case 'LinkAccount':
      return 'LinkAccount';
    case 'AskForPermissionsConsent':
      return `AskForPermissionsConsent: ${card.permissions.join(', ')}`;
  }
}

/** A missed expectation: place, what was looked at, expected, got. */
export function printMiss({ file, line, what, expected, got }: Miss, paint: Paint): readonly string[] {
  return [
    paint('red', `✗ ${file}:${line}  ${what}`),
    printLine('expected', paint('green', expected)),
    printLine('got', paint('red', got)),
  ];
}
