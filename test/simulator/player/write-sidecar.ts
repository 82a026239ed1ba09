import { Document, isMap, isSeq, visit } from 'yaml';
import type { Order } from '../../../lambda/src/orders/order';
import type { Card } from '../alexa/read-card';
import type { Ending, PlayedTurn } from './conversation';
import { withPlaceholders } from './match-words';
import type { Before, Sidecar } from './sidecar-schema';
import { understoodName } from './understood-name';

/** A conversation that happened, and what was set up for it. */
export interface Recording {
  readonly title: string;
  readonly buyer?: Sidecar['buyer'];
  readonly environment?: Sidecar['environment'];
  readonly turns: readonly { readonly played: PlayedTurn; readonly before?: Before | undefined }[];
  readonly ending: Ending;
}

/**
 * Writes the sidecar that expects exactly what happened: to be read by a person before it is believed. Numbers,
 * codes and deadlines of the buyer's orders become placeholders.
 */
export function writeSidecar({ title, buyer, environment, turns, ending }: Recording): string {
  const references: string[] = [];
  const sidecar = {
    title,
    ...(buyer && { buyer }),
    ...(environment && { environment }),
    turns: turns.map(({ played, before }) => describeTurn(played, before, references)),
    orders: ending.orders.map(describeOrder),
    captures: ending.capturesYen,
  };
  return withPlaceholders(printYaml(sidecar), ending.own);
}

/** Small things that are read at a glance stand on one line. */
const ON_ONE_LINE: readonly unknown[] = ['understood', 'goods', 'force', 'captures', 'permissions'];
const EACH_ON_ONE_LINE: readonly unknown[] = ['directives', 'answers', 'attempts'];

function printYaml(value: unknown): string {
  const document = new Document(value);
  visit(document, {
    Pair: (_, { key, value: node }) => {
      const name = typeof key === 'object' && key !== null && 'value' in key ? key.value : key;
      if ((isMap(node) || isSeq(node)) && ON_ONE_LINE.includes(name)) node.flow = true;
      if (!isSeq(node) || !EACH_ON_ONE_LINE.includes(name)) return;
      for (const item of node.items) if (isMap(item)) item.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, singleQuote: true });
}

function describeTurn(
  { turn, directives, answers }: PlayedTurn,
  before: Before | undefined,
  references: string[],
): Readonly<Record<string, unknown>> {
  const speech = turn.exchanges.flatMap((exchange) => exchange.speech?.text ?? []);
  const device = turn.exchanges.flatMap(({ deviceSpeech }) => deviceSpeech ?? []).join('\n');
  const reprompt = turn.exchanges.at(-1)?.reprompt?.text;
  const card = turn.exchanges.flatMap((exchange) => exchange.card ?? []).at(-1);
  return {
    say: turn.utterance,
    ...(before && { before }),
    understood: understood(turn.understood),
    speech: speech.length === 1 ? speech[0] : speech,
    ...(device !== '' && { device }),
    ...(reprompt !== undefined && { reprompt }),
    card: card === undefined ? 'none' : describeCard(card),
    directives: directives.map(({ name, amountYen, reference }) => {
      if (reference === undefined) {
        return { name, ...(amountYen !== undefined && { subscriptionYen: amountYen }) };
      }
      const isKnown = references.includes(reference);
      references.push(reference);
      return { name, amountYen, reference: isKnown ? 'same' : 'new' };
    }),
    answers,
    session: turn.sessionOpen ? 'open' : 'closed',
    ...(turn.complaints.length > 0 && { complaints: turn.complaints }),
  };
}

function understood(heard: PlayedTurn['turn']['understood']): unknown {
  const slots = 'slots' in heard ? Object.entries(heard.slots) : [];
  if (slots.length === 0) return understoodName(heard);
  const values = slots.map(([name, { value, resolved }]) => [name, resolved?.id ?? value] as const);
  return { intent: understoodName(heard), slots: Object.fromEntries(values) };
}

function describeCard(card: Card): Readonly<Record<string, unknown>> {
  switch (card.type) {
    case 'Simple':
      return { type: card.type, title: card.title, content: card.content };
    case 'Standard':
      return { type: card.type, title: card.title, content: card.text };
    case 'LinkAccount':
    case 'AskForPermissionsConsent':
      return card;
  }
}

function describeOrder({
  state,
  lines,
  quote,
  attempts,
  requests,
}: Order): Readonly<Record<string, unknown>> {
  return {
    state,
    goods: Object.fromEntries(lines.map(({ productId, quantity }) => [productId, quantity])),
    ...(quote && { goodsYen: quote.goodsYen, shippingYen: quote.shippingYen, totalYen: quote.totalYen }),
    attempts: attempts.map(({ content, result }) => ({
      amountYen: content.amountYen,
      ...(result && { result: result.effect, row: result.row }),
    })),
    requests: requests.map(({ kind }) => kind),
  };
}
