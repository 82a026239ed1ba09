import { type PromptKey } from './prompts';

/** A value put into a sentence: plain text or number, digits read one by one, a phone number, or sentences of their own. */
export type LineValue =
  | string
  | number
  | { readonly digits: string }
  | { readonly telephone: string }
  | { readonly list: readonly Line[] };

/** One sentence of a reply: its key and the values of its placeholders. Rendered only when it is spoken. */
export interface Line {
  readonly key: PromptKey;
  readonly values?: Readonly<Record<string, LineValue>> | undefined;
}

/** A card of the Alexa app. `consent` asks for payments:autopay_consent. */
export type Card =
  | { readonly type: 'consent' }
  | { readonly type: 'simple'; readonly title: Line; readonly content: readonly Line[] };

/** One row of an order on a screen: what, and how much it costs. */
export interface ScreenRow {
  readonly label: Line;
  readonly amount: Line;
}

/**
 * What a device with a screen shows beside the words; nothing of it is missing from speech and card. `order`: goods and
 * money, the last row is the total. `notice`: sentences.
 */
export type Screen =
  | {
      readonly type: 'order';
      readonly title: Line;
      readonly status: readonly Line[];
      readonly rows: readonly ScreenRow[];
      readonly total: ScreenRow;
      readonly notes: readonly Line[];
    }
  | { readonly type: 'notice'; readonly title: Line; readonly text: readonly Line[] };

/** What the skill says. `reprompt` is there exactly when the session stays open for an answer. */
export interface Speech {
  readonly speech: readonly Line[];
  readonly reprompt?: readonly Line[] | undefined;
  readonly card?: Card | undefined;
  readonly screen?: Screen | undefined;
}

/** Makes a line; shorter to read than the object. */
export function line(key: PromptKey, values?: Readonly<Record<string, LineValue>>): Line {
  return values === undefined ? { key } : { key, values };
}
