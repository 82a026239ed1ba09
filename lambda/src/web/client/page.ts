/// <reference lib="dom" />
import { type CheckoutData, ELEMENT_IDS } from '../checkout-data';

/** Reads one setting or sentence of the page. */
export type PageData = (name: keyof CheckoutData) => string;

/** Settings of the element; a missing one is an empty text. */
export function pageData(element: HTMLElement): PageData {
  return (name) => element.dataset[name] ?? '';
}

/** Puts values into a sentence's placeholders. */
export function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** Writes a text into an element of the page, when it is there. */
export function write(id: keyof typeof ELEMENT_IDS, text: string): void {
  const element = document.getElementById(ELEMENT_IDS[id]);
  if (element !== null) element.textContent = text;
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

/** Shows the page anew: the server knows where the order is. */
export function showAnew(data: PageData): void {
  location.replace(data('shopPath'));
}
