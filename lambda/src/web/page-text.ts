import { type Shop } from '../shop/shop';
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

const JAPAN_OFFSET_MS = 9 * 60 * 60 * 1000;

/** A moment as date and time in Japan. `atMs`: epoch milliseconds. */
export function untilText(say: Say, atMs: number): string {
  // Japan knows no summer time, so the offset never changes.
  const inJapan = new Date(atMs + JAPAN_OFFSET_MS);
  return say('pageUntil', {
    year: inJapan.getUTCFullYear(),
    month: inJapan.getUTCMonth() + 1,
    day: inJapan.getUTCDate(),
    hour: inJapan.getUTCHours(),
    minute: String(inJapan.getUTCMinutes()).padStart(2, '0'),
  });
}

function grouped(amountYen: number): string {
  return String(amountYen).replace(/\B(?=(\d{3})+$)/g, ',');
}
