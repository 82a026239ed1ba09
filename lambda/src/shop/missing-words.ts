import { type Shop } from './shop';

/** Latin letters, digits and signs are the same in every language this skill may speak. */
const NEEDS_NO_WORD = /^[\x20-\x7e]*$/;

/** Every text of the shop that a device says or a card shows; what stands on pages and in mails alone stays Japanese. */
function spokenTexts({
  merchantName,
  invocationName,
  sells,
  orderExample,
  seller,
  support,
  terms,
  products,
}: Shop): readonly string[] {
  const { payment, paymentTime, delivery, orderPeriod, cancellation, digitalDelivery, subscription } = terms;
  return [
    ...[merchantName, invocationName, sells, orderExample, seller.name, support.hours],
    ...[payment, paymentTime, delivery, orderPeriod, cancellation],
    ...[digitalDelivery, subscription].filter((text) => text !== undefined),
    ...products.flatMap(({ name, counter }) => [name, counter]),
  ];
}

/**
 * Names each word that a language of the shop file lacks: it would be said in Japanese amid another language. A language
 * may do without a counter, without any other word it may not.
 */
export function missingWords(shop: Shop): readonly string[] {
  const texts = [...new Set(spokenTexts(shop))].filter((text) => !NEEDS_NO_WORD.test(text));
  const counters = shop.products.map(({ counter }) => counter);
  return Object.entries(shop.translations).flatMap(([locale, words]) =>
    texts
      .filter((text) => !Object.hasOwn(words, text) || (words[text] === null && !counters.includes(text)))
      .map((text) => `translations.${locale}: a word for "${text}" is missing`),
  );
}
