import { type AskProject } from './project';

/** The permission that lets a skill charge through Amazon Pay inside Alexa. */
export const CONSENT = 'payments:autopay_consent';

/** The sentence Amazon prescribes for the description of a Japanese skill that is paid with Amazon Pay. */
export const AMAZON_PAY_SENTENCE =
  'このスキルは、Amazon Payを使用して支払いを処理します。意図しないご注文を避けるために、Alexaアプリの「設定」から4桁の確認コードを設定することができます。';

/** The locale whose description has that sentence. */
export const SENTENCE_LOCALE = 'ja-JP';

/**
 * How orders are paid according to the settings; `voice` where they say nothing, as the program itself reads them, and
 * `web`, the only way there is today, where they are not known.
 */
export function channelOf({ settings }: AskProject): 'voice' | 'web' {
  if (!settings.isKnown) return 'web';
  return settings.values['PAYMENT_CHANNEL'] === 'web' ? 'web' : 'voice';
}

/**
 * Whether the skill is one that is paid inside Alexa: the settings say so, or the manifest asks buyers for it. Then
 * permission and prescribed sentence are needed together.
 * @see certification-and-law.md, section 1, item 2
 */
export function paysInAlexa(project: AskProject): boolean {
  return channelOf(project) === 'voice' || asksForConsent(project) || hasSentence(project);
}

/** What a shop that is paid on its page may do instead of keeping permission and sentence together; empty for others. */
export function insteadOnPage(project: AskProject): string {
  return channelOf(project) === 'voice'
    ? ''
    : `; or, because orders are paid on the page, take both the permission ${CONSENT} and the prescribed sentence out`;
}

/** Whether the manifest declares the permission of Amazon Pay. */
export function asksForConsent({ manifest }: AskProject): boolean {
  return manifest.permissions.some(({ name }) => name === CONSENT);
}

/** Whether the Japanese description has the prescribed sentence, to the letter. */
export function hasSentence({ manifest }: AskProject): boolean {
  const store = manifest.publishingInformation.locales[SENTENCE_LOCALE];
  return store?.description.includes(AMAZON_PAY_SENTENCE) === true;
}
