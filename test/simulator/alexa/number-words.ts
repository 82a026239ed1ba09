import {
  COUNTER_AHEAD,
  HUNDREDS,
  KANJI_DIGITS,
  KANJI_UNITS,
  NATIVE_STEMS,
  ONES,
  TENS,
  THOUSANDS,
} from './number-words-table';

/** A number that can be read at a position of a folded text. */
interface NumberReading {
  /** Position after the number's last character. */
  readonly end: number;
  /** 0 to 9999. */
  readonly value: number;
  /** The native とお (ten) already holds the counter つ that a sample may still ask for. */
  readonly holdsCounter?: 'つ';
}

function kanjiValue(numerals: string): number | undefined {
  const digits = Array.from(numerals);
  if (digits.every((digit) => KANJI_DIGITS.has(digit))) {
    return digits.length > 4
      ? undefined
      : digits.reduce((sum, digit) => sum * 10 + (KANJI_DIGITS.get(digit) ?? 0), 0);
  }
  let sum = 0;
  let pending: number | undefined;
  let lastUnit = Infinity;
  for (const character of digits) {
    const unit = KANJI_UNITS.get(character);
    if (unit === undefined) {
      if (pending !== undefined) return undefined;
      pending = KANJI_DIGITS.get(character) ?? 0;
    } else {
      if (unit >= lastUnit || pending === 0) return undefined;
      sum += (pending ?? 1) * unit;
      pending = undefined;
      lastUnit = unit;
    }
  }
  return sum + (pending ?? 0);
}

function spokenReading(text: string, from: number): NumberReading | undefined {
  let end = from;
  let value = 0;
  let last = '';
  for (const places of [THOUSANDS, HUNDREDS, TENS, ONES]) {
    const place = places.find(([word]) => text.startsWith(word, end));
    if (place === undefined) continue;
    [last] = place;
    end += last.length;
    value += place[1];
  }
  if (end === from) return undefined;
  // に, ご and いっ are also particles and parts of words: alone they count only before a counter.
  const short = last.endsWith('っ') || (end - from === 1 && last.length === 1);
  return short && !COUNTER_AHEAD.test(text.slice(end)) ? undefined : { end, value };
}

/**
 * Lists the numbers (0 to 9999) that can be read in a folded text from position `from` on, the likeliest first:
 * digits, kanji numerals (by place 二〇 and by unit 二十), Sino-Japanese and native readings.
 * Empty when there is none. A run of digits or numerals is never cut in two.
 */
export function numberReadings(text: string, from: number): readonly NumberReading[] {
  const rest = text.slice(from);
  const digits = /^\d+/.exec(rest)?.[0];
  if (digits !== undefined)
    return digits.length > 4 ? [] : [{ end: from + digits.length, value: Number(digits) }];
  const numerals = /^[〇零一壱二弐三参四五六七八九十拾百千]+/.exec(rest)?.[0];
  if (numerals !== undefined) {
    const value = kanjiValue(numerals);
    return value === undefined ? [] : [{ end: from + numerals.length, value }];
  }
  const readings: NumberReading[] = [];
  for (const [stem, value, followedBy] of NATIVE_STEMS) {
    if (rest.startsWith(stem) && followedBy.test(rest.slice(stem.length))) {
      readings.push({ end: from + stem.length, value });
    }
  }
  if (rest.startsWith('とお')) readings.push({ end: from + 2, value: 10, holdsCounter: 'つ' });
  const spoken = spokenReading(text, from);
  return spoken === undefined ? readings : [...readings, spoken];
}
