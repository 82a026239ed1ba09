import { type CheckoutData } from '../checkout-data';

/** Reads one setting or sentence of the page. */
export type PageData = (name: keyof CheckoutData) => string;

/** Settings of an element's `data-` attributes; a missing one is an empty text. */
export function pageData(dataset: Readonly<Record<string, string | undefined>>): PageData {
  return (name) => dataset[name] ?? '';
}

/** Puts values into a sentence's placeholders. */
export function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** A property of a value of any kind; undefined when it has none. */
export function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** A property that is a text; else an empty one. */
export function textOf(value: unknown, name: string): string {
  const found = property(value, name);
  return typeof found === 'string' ? found : '';
}
