import { line, type Line, type LineValue } from './line';

/** Japan knows no summer time, so the offset never changes. */
const JAPAN_OFFSET_MS = 9 * 60 * 60 * 1000;

/** A moment for the ear, month to hour, and the minutes only when there are any. `atMs`: epoch milliseconds. */
export function spokenMoment(atMs: number): LineValue {
  const inJapan = new Date(atMs + JAPAN_OFFSET_MS);
  const minute = inJapan.getUTCMinutes();
  const values = {
    month: inJapan.getUTCMonth() + 1,
    day: inJapan.getUTCDate(),
    hour: inJapan.getUTCHours(),
  };
  return { list: [minute === 0 ? line('untilHour', values) : line('untilMinute', { ...values, minute })] };
}

/** The last moment of something, for the eye, with year and minutes. `atMs`: epoch milliseconds. */
export function writtenDeadline(atMs: number): Line {
  const inJapan = new Date(atMs + JAPAN_OFFSET_MS);
  const values = {
    year: inJapan.getUTCFullYear(),
    month: inJapan.getUTCMonth() + 1,
    day: inJapan.getUTCDate(),
    hour: inJapan.getUTCHours(),
    minute: String(inJapan.getUTCMinutes()).padStart(2, '0'),
  };
  return line('pageUntil', values);
}
