import { type PathText } from './texts-of';

/** What the sample shop sells, as its welcome says it. */
const SAMPLE_SELLS = 'コーヒー';

/** Names by which a shop is known to sell coffee. */
const COFFEE = /コーヒー|珈琲|カフェ|ブレンド|焙煎|豆|ドリップ|coffee|caf[eé]/iu;

/** The part of shop.json that tells what a shop sells. */
interface Seller {
  readonly merchantName: string;
  readonly sells: string;
  readonly products: readonly { readonly name: string; readonly synonyms: readonly string[] }[];
}

/**
 * The word of the welcome that is still the sample’s: it offers coffee, and neither the shop nor any of its goods has a
 * name of coffee. Nothing otherwise, so that a real coffee shop keeps the word. That the example of an order names
 * goods of the shop is judged where the shop file is read.
 */
export function sampleGreeting({ merchantName, sells, products }: Seller): readonly PathText[] {
  const names = [merchantName, ...products.flatMap(({ name, synonyms }) => [name, ...synonyms])];
  return sells === SAMPLE_SELLS && !names.some((name) => COFFEE.test(name))
    ? [{ path: 'sells', text: sells }]
    : [];
}
