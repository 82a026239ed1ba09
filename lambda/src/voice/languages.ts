import { EN_US } from './en-US/language';
import { type Language } from './language';
import { JAPANESE } from './ja-JP/language';

/** The locales the skill speaks. A further one is a folder beside these two, and a row here. */
export const LANGUAGES = {
  'ja-JP': JAPANESE,
  'en-US': EN_US,
} as const satisfies Record<string, Language>;

/** A locale the skill speaks. */
export type Locale = keyof typeof LANGUAGES;

/** The language of the shop, its mails and its pages. */
export const SHOP_LOCALE = 'ja-JP' satisfies Locale;

/** The locale of a request; one that the skill does not speak, or none, is answered in the language of the shop. */
export function localeOf(locale: unknown): Locale {
  return typeof locale === 'string' && isLocale(locale) ? locale : SHOP_LOCALE;
}

/** Whether the skill speaks a locale. */
export function isLocale(locale: string): locale is Locale {
  return Object.hasOwn(LANGUAGES, locale);
}
