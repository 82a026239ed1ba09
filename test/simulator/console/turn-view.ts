import type { Exchange, Turn, TurnUnderstanding } from '../alexa/device-types';
import type { Card } from '../alexa/read-card';
import { shownLines } from '../alexa/read-screen';
import type { CardView, ExchangeView, HeardView, TurnView } from './wire';

/** Shows a turn as the page draws it. `no`: its number in the conversation; `elapsedMs`: how long it took. */
export function viewTurn(turn: Turn, { no, elapsedMs }: { no: number; elapsedMs: number }): TurnView {
  const { utterance, understood, reprompted, exchanges, sessionOpen, complaints } = turn;
  return {
    kind: 'turn',
    no,
    utterance,
    heard: viewHeard(understood),
    ...(reprompted && { reprompted }),
    exchanges: exchanges.map(viewExchange),
    sessionOpen,
    complaints: aboutTheWholeTurn(complaints, exchanges),
    elapsedMs,
  };
}

function viewHeard(understood: TurnUnderstanding): HeardView {
  if ('intent' in understood) {
    const slots = Object.entries(understood.slots).map(([name, { value, resolved }]) => ({
      name,
      value,
      ...(resolved && { resolved: resolved.id ?? resolved.name }),
    }));
    return { kind: 'intent', intent: understood.intent, slots };
  }
  if ('launch' in understood) return { kind: 'launch' };
  if ('notInvoked' in understood) return { kind: 'notInvoked' };
  return { kind: 'silence' in understood ? 'silence' : 'late' };
}

function viewExchange(exchange: Exchange): ExchangeView {
  const { requestType, request, response, speech, reprompt, card, deviceSpeech, complaints } = exchange;
  const screen = shownLines(exchange.directives);
  return {
    requestType,
    request,
    response,
    ...(speech && { speech }),
    ...(reprompt && { reprompt }),
    ...(card && { card: viewCard(card) }),
    ...(screen && { screen }),
    directives: exchange.directives.map(nameOfDirective),
    endsSession: exchange.shouldEndSession === true,
    ...(deviceSpeech !== undefined && { deviceSpeech }),
    complaints,
  };
}

function viewCard(card: Card): CardView {
  return card.type === 'Standard' ? { type: card.type, title: card.title, text: card.text } : card;
}

/** `Connections.SendRequest Setup`: the type, and what it is sent for. */
function nameOfDirective(directive: unknown): string {
  if (typeof directive !== 'object' || directive === null || !('type' in directive)) return '?';
  const name = 'name' in directive ? directive.name : undefined;
  const slot = 'slotToElicit' in directive ? directive.slotToElicit : undefined;
  return [directive.type, name, slot].filter((part) => typeof part === 'string').join(' ');
}

/** The turn repeats the complaints of its exchanges, which the page shows where they belong. */
function aboutTheWholeTurn(complaints: readonly string[], exchanges: readonly Exchange[]): readonly string[] {
  const told = new Set(exchanges.flatMap((exchange) => exchange.complaints));
  return complaints.filter((complaint) => !told.has(complaint));
}
