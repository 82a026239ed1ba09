import { CONVERSATION } from './ja-JP/conversation';
import { OUTCOME_LINES } from './ja-JP/outcome-lines';
import { PAY_PAGE } from './ja-JP/pay-page';
import { PRESCRIBED } from './ja-JP/prescribed';
import { SCREEN_LINES } from './ja-JP/screen-lines';
import { WEB_PAGES } from './ja-JP/web-pages';
import { WIDGET_MESSAGES } from './ja-JP/widget-messages';
import { WIDGET_PAGE } from './ja-JP/widget-page';

/** Every sentence a buyer can hear or read, in Japanese: the one catalogue. */
export const JA_JP = {
  ...CONVERSATION,
  ...OUTCOME_LINES,
  ...PAY_PAGE,
  ...PRESCRIBED,
  ...SCREEN_LINES,
  ...WEB_PAGES,
  ...WIDGET_MESSAGES,
  ...WIDGET_PAGE,
} as const;

/** The key of a sentence. A key without a sentence is a compile error. */
export type PromptKey = keyof typeof JA_JP;

/** Whether a text (from the store or a session) is the key of a sentence. */
export function isPromptKey(key: string): key is PromptKey {
  return Object.hasOwn(JA_JP, key);
}
