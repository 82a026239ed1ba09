/**
 * The sentence Amazon prescribes for the description of a skill that is paid with Amazon Pay inside Alexa, by locale.
 * Amazon's page has further languages (German, Spanish, Italian); only locales this skill speaks are listed.
 * @see developer.amazon.com/docs/alexa/amazon-pay-alexa/certify-skill-with-amazon-pay.html, item 2 (English and Japanese)
 */
const AMAZON_PAY_SENTENCES = {
  'ja-JP':
    'このスキルは、Amazon Payを使用して支払いを処理します。意図しないご注文を避けるために、Alexaアプリの「設定」から4桁の確認コードを設定することができます。',
  'en-US':
    'This skill uses Amazon Pay to process your payments. To help protect against unwanted ordering, you can enable a four-digit voice code under Settings in the Alexa app.',
} as const satisfies Record<string, string>;

/** The prescribed sentence of a locale; undefined: not listed here, a person has to look it up. */
export function amazonPaySentence(locale: string): string | undefined {
  const sentences: Readonly<Record<string, string>> = AMAZON_PAY_SENTENCES;
  return Object.hasOwn(AMAZON_PAY_SENTENCES, locale) ? sentences[locale] : undefined;
}
