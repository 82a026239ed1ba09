import type { ExpectedWords } from './sidecar-schema';

/** What differs from play to play although nothing has changed: numbers and payment codes of the buyer's orders. */
export interface OwnNumbers {
  readonly orderIds: readonly string[];
  /** As they are shown: `ABCD-2345`. */
  readonly checkoutCodes: readonly string[];
}

/** Each placeholder with the form of what it stands for. */
const PLACEHOLDERS = {
  '{orderNumber}': { form: '\\d{6}-\\d{6}', own: 'orderIds' },
  '{checkoutCode}': { form: '[0-9A-Z]{4}-[0-9A-Z]{4}', own: 'checkoutCodes' },
} as const satisfies Record<string, { readonly form: string; readonly own: keyof OwnNumbers }>;

/**
 * Whether words are what is expected. `{orderNumber}` fits the number of any of the buyer's orders, `{checkoutCode}` the
 * code of any of their links, nothing else.
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

const EACH_PLACEHOLDER = /(\{orderNumber\}|\{checkoutCode\})/;

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
