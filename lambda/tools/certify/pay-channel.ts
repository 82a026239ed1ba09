import { amazonPaySentence } from './amazon-pay-sentences';
import { type AskProject } from './project';

/** The permission that lets a skill charge through Amazon Pay inside Alexa. */
export const CONSENT = 'payments:autopay_consent';

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

/** Whether a description has the prescribed sentence of its locale, to the letter. */
function hasSentence({ locales }: AskProject): boolean {
  return locales.some(({ locale, store }) => {
    const sentence = amazonPaySentence(locale);
    return sentence !== undefined && store?.description.includes(sentence) === true;
  });
}
