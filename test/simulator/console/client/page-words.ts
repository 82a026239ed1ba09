/// <reference lib="dom" />
import { part } from './dom';
import { isTextKey, languageNow, speakLanguage, t, type Language } from './words';

const KEPT_AS = 'koemise-language';

/** The attributes in which the page's own elements name their words. */
const PLACES = [
  ['data-text', undefined],
  ['data-label', 'aria-label'],
  ['data-hint', 'title'],
  ['data-placeholder', 'placeholder'],
] as const;

/** The language of the last visit; Japanese at first. */
export function rememberedLanguage(): Language {
  return localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'ja';
}

/** Puts the page's own words into a language and remembers it. */
export function showLanguage(language: Language): void {
  speakLanguage(language);
  localStorage.setItem(KEPT_AS, language);
  document.documentElement.lang = language;
  document.title = t('title');
  for (const [from, to] of PLACES) {
    for (const element of document.querySelectorAll(`[${from}]`)) {
      const key = element.getAttribute(from) ?? '';
      const words = isTextKey(key) ? t(key) : key;
      if (to === undefined) element.textContent = words;
      else element.setAttribute(to, words);
    }
  }
  part('language', HTMLButtonElement).lang = languageNow() === 'ja' ? 'en' : 'ja';
}
