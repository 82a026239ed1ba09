import { type SPOKEN_JA_JP, type SpokenKey } from './prompts';

/**
 * How a word of the shop is said: always the same, or by number (1 bag, 2 bags). `null`: a counter that the language does
 * without, because the thing itself is counted (2 gift codes).
 */
export type Word = string | { readonly one: string; readonly other: string } | null;

/** The key of a sentence that counts goods with their counter. */
export type CountingKey = {
  [Key in SpokenKey]: (typeof SPOKEN_JA_JP)[Key] extends `${string}{counter}${string}` ? Key : never;
}[SpokenKey];

/** A language of the skill: its sentences, and what its grammar asks of the values put into them. One folder each. */
export interface Language {
  readonly sentences: Readonly<Record<SpokenKey, string>>;
  /** The sentences for goods whose counter is `null`; absent where each thing is counted with a counter. */
  readonly withoutCounter?: Readonly<Partial<Record<SpokenKey, string>>>;
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
