import { CONVERSATION } from './ja-JP/conversation';
import { MAILS } from './ja-JP/mails';
import { OUTCOME_LINES } from './ja-JP/outcome-lines';
import { PAY_PAGE } from './ja-JP/pay-page';
import { PRESCRIBED } from './ja-JP/prescribed';
import { SCREEN_LINES } from './ja-JP/screen-lines';
import { WEB_PAGES } from './ja-JP/web-pages';
import { WIDGET_MESSAGES } from './ja-JP/widget-messages';
import { WIDGET_PAGE } from './ja-JP/widget-page';

/** What a device says, and what its screen and its cards show: the part that every language has. */
export const SPOKEN_JA_JP = {
  ...CONVERSATION,
  ...OUTCOME_LINES,
  ...PAY_PAGE,
  ...PRESCRIBED,
  ...SCREEN_LINES,
} as const;

/**
 * Every sentence a buyer can hear or read, in Japanese: the one catalogue. Mails and the shop's pages are in it alone:
 * they carry the Japanese terms of sale.
 */
export const JA_JP = {
  ...SPOKEN_JA_JP,
  ...MAILS,
  ...WEB_PAGES,
  ...WIDGET_MESSAGES,
  ...WIDGET_PAGE,
} as const;

/** The key of a sentence. A key without a sentence is a compile error. */
export type PromptKey = keyof typeof JA_JP;

/** The key of a sentence that every language has. */
export type SpokenKey = keyof typeof SPOKEN_JA_JP;

/** Whether a text (from the store or a session) is the key of a sentence. */
export function isPromptKey(key: string): key is PromptKey {
  return Object.hasOwn(JA_JP, key);
}

/** Whether every language has this sentence. */
export function isSpokenKey(key: PromptKey): key is SpokenKey {
  return Object.hasOwn(SPOKEN_JA_JP, key);
}
