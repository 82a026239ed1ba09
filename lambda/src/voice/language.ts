import { type SpokenKey } from './prompts';

/** How a word of the shop is said: always the same, or by number (1 bag, 2 bags). */
export type Word = string | { readonly one: string; readonly other: string };

/** A language of the skill: its sentences, and what its grammar asks of the values put into them. One folder each. */
export interface Language {
  readonly sentences: Readonly<Record<SpokenKey, string>>;
  /** Between two sentences that are spoken. */
  readonly between: string;
  /** Things that are listed, as one text. */
  list(items: readonly string[]): string;
  /** The form of a word for a number; `quantity` undefined: a single one. */
  countedAs(quantity: number | undefined): 'one' | 'other';
  /** Month, hour and the like in words of the language; values that are said as they are stay away. */
  momentWords(values: Readonly<Record<string, unknown>>): Readonly<Record<string, string>>;
  /** What follows `{activeUser}` and goes with it when nobody is recognised; a pattern, '' when nothing does. */
  readonly speakerSuffix: string;
  /** The speaker as the owner of something. `name` undefined: nobody is recognised. */
  ownerOf(name: string | undefined, suffix: string): string;
  /** An escaped value of the shop or the buyer, for a voice that speaks this language. */
  pronounced(value: string): string;
}
