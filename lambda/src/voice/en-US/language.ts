import { type Language } from '../language';
import { CONVERSATION } from './conversation';
import { OUTCOME_LINES } from './outcome-lines';
import { PAY_PAGE } from './pay-page';
import { PRESCRIBED } from './prescribed';
import { SCREEN_LINES } from './screen-lines';
import { WITHOUT_COUNTER } from './without-counter';

const ITEMS = new Intl.ListFormat('en-US', { type: 'conjunction' });
const NUMBERS = new Intl.PluralRules('en-US');
const MONTH = new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' });
const NOON = 12;

/** English as it is spoken in the United States. */
export const EN_US: Language = {
  sentences: { ...CONVERSATION, ...OUTCOME_LINES, ...PAY_PAGE, ...PRESCRIBED, ...SCREEN_LINES },
  withoutCounter: WITHOUT_COUNTER,
  between: ' ',
  list: (items) => ITEMS.format(items),
  countedAs: (quantity) => (NUMBERS.select(quantity ?? 1) === 'one' ? 'one' : 'other'),
  momentWords: ({ month, hour, minute }) => ({
    ...(typeof month === 'number' ? { month: MONTH.format(Date.UTC(2000, month - 1)) } : {}),
    ...(typeof hour === 'number' ? { hour: clockTime(hour, minute) } : {}),
  }),
  speakerSuffix: '',
  ownerOf: (name) => (name === undefined ? 'your' : `${name}'s`),
  pronounced: (value) => (JAPANESE_SIGNS.test(value) ? `<lang xml:lang="ja-JP">${value}</lang>` : value),
};

/** Kana and kanji: an English voice passes over them unless it is told to speak Japanese. */
const JAPANESE_SIGNS = /[\u3040-\u30ff\u3400-\u9fff]/u;

/** The hour of the day (0 to 23) by the twelve-hour clock, with its minutes when they were given. */
function clockTime(hour: number, minute: unknown): string {
  const onClock = hour % NOON === 0 ? NOON : hour % NOON;
  const minutes =
    typeof minute === 'number' || typeof minute === 'string' ? `:${String(minute).padStart(2, '0')}` : '';
  return `${onClock}${minutes} ${hour < NOON ? 'AM' : 'PM'}`;
}
