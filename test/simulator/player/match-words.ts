import type { ExpectedWords } from './sidecar-schema';

/** What differs from play to play although nothing has changed: numbers, codes and deadlines of the buyer's orders. */
export interface OwnNumbers {
  readonly orderIds: readonly string[];
  /** As they are shown: `ABCD-2345`. */
  readonly checkoutCodes: readonly string[];
  /** Until when they can be paid, in both ways of saying so: `11月23日の12時`, `2026年11月23日 12時00分`. */
  readonly deadlines: readonly string[];
}

/** Each placeholder with the form of what it stands for. */
const PLACEHOLDERS = {
  '{orderNumber}': { form: '\\d{6}-\\d{6}', own: 'orderIds' },
  '{checkoutCode}': { form: '[0-9A-Z]{4}-[0-9A-Z]{4}', own: 'checkoutCodes' },
  '{payUntil}': { form: '(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日[の ]\\d{1,2}時(?:\\d{1,2}分)?', own: 'deadlines' },
} as const satisfies Record<string, { readonly form: string; readonly own: keyof OwnNumbers }>;

/**
 * Whether words are what is expected. `{orderNumber}` fits the number of any of the buyer's orders, `{checkoutCode}` the
 * code of any of their links, `{payUntil}` the last moment of a link that is there, nothing else.
 */
export function wordsMatch(expected: ExpectedWords, got: string, own: OwnNumbers): boolean {
  if (typeof expected === 'string') return fits(expected, got, { own, whole: true });
  return expected.includes.every((part) => fits(part, got, { own, whole: false }));
}

/** Puts the placeholders in the place of the buyer's own numbers and codes. */
export function withPlaceholders(text: string, own: OwnNumbers): string {
  return Object.entries(PLACEHOLDERS).reduce(
    (written, [placeholder, { own: name }]) =>
      own[name].reduce((before, number) => before.replaceAll(number, placeholder), written),
    text,
  );
}

/** Expected words for a difference: the text, or the parts that are to be found. */
export function showWords(expected: ExpectedWords): string {
  return typeof expected === 'string' ? expected : `… ${expected.includes.join(' … ')} …`;
}

const EACH_PLACEHOLDER = /(\{orderNumber\}|\{checkoutCode\}|\{payUntil\})/;

function fits(
  expected: string,
  got: string,
  { own, whole }: { readonly own: OwnNumbers; readonly whole: boolean },
): boolean {
  const parts = expected.split(EACH_PLACEHOLDER);
  const pattern = parts.map((part) => (isPlaceholder(part) ? `(${PLACEHOLDERS[part].form})` : escape(part)));
  const found = new RegExp(whole ? `^${pattern.join('')}$` : pattern.join(''), 'su').exec(got)?.slice(1);
  const placeholders = parts.filter(isPlaceholder);
  return (
    found?.every((number, index) => {
      const placeholder = placeholders[index];
      return placeholder !== undefined && own[PLACEHOLDERS[placeholder].own].includes(number);
    }) ?? false
  );
}

function isPlaceholder(part: string): part is keyof typeof PLACEHOLDERS {
  return Object.hasOwn(PLACEHOLDERS, part);
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
