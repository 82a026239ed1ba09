import { type Shop } from '../shop/shop';
import { writtenDeadline } from '../voice/japan-time';
import { line, type LineValue } from '../voice/line';
import { type PromptKey } from '../voice/prompts';
import { renderText } from '../voice/render';

/** Says a sentence of the catalogue as plain text; the page escapes it. */
export type Say = (key: PromptKey, values?: Readonly<Record<string, LineValue>>) => string;

/** Makes the voice of a shop's pages. */
export function createSay({ merchantName }: Pick<Shop, 'merchantName'>): Say {
  return (key, values) => renderText([line(key, values)], { merchantName });
}

/** Whole yen with a comma after each three digits and the word for yen. */
export function yenText(say: Say, amountYen: number): string {
  return say('pageYen', { amountYen: grouped(amountYen) });
}

/** A shipping fee; 0 is said as free. */
export function shippingText(say: Say, shippingYen: number): string {
  return shippingYen === 0 ? say('pageFree') : yenText(say, shippingYen);
}

/** The last moment of something in Japan, with year and minutes. `atMs`: epoch milliseconds. */
export function untilText(say: Say, atMs: number): string {
  const { key, values } = writtenDeadline(atMs);
  return say(key, values);
}

function grouped(amountYen: number): string {
  return String(amountYen).replace(/\B(?=(\d{3})+$)/g, ',');
}
