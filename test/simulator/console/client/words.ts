import { EN } from './text/en-table';
import { JA, type TextKey } from './text/ja-table';

/** The page's two languages. */
export type Language = 'ja' | 'en';

const TABLES: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { ja: JA, en: EN };
let language: Language = 'ja';

/** The language the page is in. */
export const languageNow = (): Language => language;

/** Changes the language of everything that is drawn from now on. */
export function speakLanguage(chosen: Language): void {
  language = chosen;
}

/** The words of a key, with `{…}` filled in; a placeholder without a value stays as it is. */
export function t(key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
  return TABLES[language][key].replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}

/** The words of a key that is made at run time, such as `state_` and an order's state; unknown: `fallback`. */
export function tMaybe(key: string, fallback: string): string {
  return isTextKey(key) ? t(key) : fallback;
}

/** Whether a text is a key of the tables. */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(JA, key);
}

/** Whole yen as people write it: ¥3,192. */
export const yen = (amountYen: number): string => `¥${amountYen.toLocaleString('en-US')}`;

/** Time of day in seconds. */
export function clock(epochMs: number): string {
  return new Date(epochMs).toLocaleTimeString('ja-JP', { hour12: false });
}

const DAY_AND_MINUTE = {
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Asia/Tokyo',
} as const;

/** Day and time of day in minutes, in Japan: what the shop itself says of it. */
export const when = (epochMs: number): string => new Date(epochMs).toLocaleString('ja-JP', DAY_AND_MINUTE);
