import type { ExpectedWords } from './sidecar-schema';

const PLACEHOLDER = '{orderNumber}';
const ORDER_NUMBER = '(\\d{6}-\\d{6})';

/** Whether words are what is expected. `{orderNumber}` fits the number of any of the buyer's orders, nothing else. */
export function wordsMatch(expected: ExpectedWords, got: string, orderIds: readonly string[]): boolean {
  if (typeof expected === 'string') return fits(`^${pattern(expected)}$`, got, orderIds);
  return expected.includes.every((part) => fits(pattern(part), got, orderIds));
}

function pattern(text: string): string {
  const escaped = text.split(PLACEHOLDER).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return escaped.join(ORDER_NUMBER);
}

function fits(source: string, got: string, orderIds: readonly string[]): boolean {
  const numbers = new RegExp(source, 'su').exec(got)?.slice(1);
  return numbers?.every((number) => orderIds.includes(number)) ?? false;
}

/** Expected words for a difference: the text, or the parts that are to be found. */
export function showWords(expected: ExpectedWords): string {
  return typeof expected === 'string' ? expected : `… ${expected.includes.join(' … ')} …`;
}
