import { type Language } from '../language';
import { SPOKEN_JA_JP } from '../prompts';

/** Japanese, the language of the sources and of the shop file: values are said as they are. */
export const JAPANESE: Language = {
  sentences: SPOKEN_JA_JP,
  between: '',
  list: (items) => items.join('、'),
  countedAs: () => 'other',
  momentWords: () => ({}),
  // Both spellings of the sources: with and without a blank before さん.
  speakerSuffix: ' ?さんの',
  ownerOf: (name, suffix) => (name === undefined ? '' : name + suffix),
  pronounced: (value) => value,
};
