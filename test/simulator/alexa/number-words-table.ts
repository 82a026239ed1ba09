/** Kanji digits, the formal ones included. */
export const KANJI_DIGITS: ReadonlyMap<string, number> = new Map([
  ['〇', 0],
  ['零', 0],
  ['一', 1],
  ['壱', 1],
  ['二', 2],
  ['弐', 2],
  ['三', 3],
  ['参', 3],
  ['四', 4],
  ['五', 5],
  ['六', 6],
  ['七', 7],
  ['八', 8],
  ['九', 9],
]);

/** Kanji units up to a thousand. */
export const KANJI_UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['千', 1000],
]);

/** Sino-Japanese readings, place by place; each list is tried in order, the longest number wins. */
export const THOUSANDS: readonly (readonly [string, number])[] = [
  ['いっせん', 1000],
  ['にせん', 2000],
  ['さんぜん', 3000],
  ['よんせん', 4000],
  ['ごせん', 5000],
  ['ろくせん', 6000],
  ['ななせん', 7000],
  ['はっせん', 8000],
  ['きゅうせん', 9000],
  ['せん', 1000],
];
export const HUNDREDS: readonly (readonly [string, number])[] = [
  ['にひゃく', 200],
  ['さんびゃく', 300],
  ['よんひゃく', 400],
  ['ごひゃく', 500],
  ['ろっぴゃく', 600],
  ['ななひゃく', 700],
  ['はっぴゃく', 800],
  ['きゅうひゃく', 900],
  ['ひゃく', 100],
];
export const TENS: readonly (readonly [string, number])[] = [
  ['にじゅう', 20],
  ['さんじゅう', 30],
  ['よんじゅう', 40],
  ['しじゅう', 40],
  ['ごじゅう', 50],
  ['ろくじゅう', 60],
  ['ななじゅう', 70],
  ['しちじゅう', 70],
  ['はちじゅう', 80],
  ['きゅうじゅう', 90],
  ['じゅう', 10],
  ['じゅっ', 10],
  ['じっ', 10],
];
export const ONES: readonly (readonly [string, number])[] = [
  ['ぜろ', 0],
  ['れい', 0],
  ['いち', 1],
  ['いっ', 1],
  ['に', 2],
  ['さん', 3],
  ['よん', 4],
  ['し', 4],
  ['ご', 5],
  ['ろく', 6],
  ['ろっ', 6],
  ['なな', 7],
  ['しち', 7],
  ['はち', 8],
  ['はっ', 8],
  ['きゅう', 9],
  ['く', 9],
];

/** Native stems; what follows is the counter つ, or one of the counters that take native numbers. */
export const NATIVE_STEMS: readonly (readonly [stem: string, value: number, followedBy: RegExp])[] = [
  ['ひと', 1, /^(つ|ふくろ|はこ|せっと)/],
  ['ふた', 2, /^(つ|ふくろ|はこ|せっと)/],
  ['みっ', 3, /^つ/],
  ['み', 3, /^(ふくろ|はこ)/],
  ['よっ', 4, /^つ/],
  ['よ', 4, /^(ふくろ|はこ)/],
  ['いつ', 5, /^つ/],
  ['むっ', 6, /^つ/],
  ['なな', 7, /^つ/],
  ['やっ', 8, /^つ/],
  ['ここの', 9, /^つ/],
];

/** Counters that make a short reading such as に or いっ a number. */
export const COUNTER_AHEAD = /^(ふくろ|はこ|ぱこ|こ|かげつ|せっと|ぱっく|てん|ほん)/;
