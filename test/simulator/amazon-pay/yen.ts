/** Money on the wire: the only place where the simulator makes and reads amounts. */

/** Highest amount of one authorization in yen; the limit of Japanese CV2 pages, unverified for Alexa. */
const HIGHEST_YEN = 10_000_000;

/**
 * Reads the amount of a request: whole yen as digits (`"3980"`), 1 to 10,000,000.
 * `undefined`: anything else, such as `"0"`, `"-1"`, `"39.80"`, `"3,980"` or `"03980"`.
 */
export function readRequestYen(amount: string): number | undefined {
  if (!/^[1-9]\d{0,7}$/.test(amount)) return undefined;
  const yen = Number(amount);
  return yen <= HIGHEST_YEN ? yen : undefined;
}

/** Price of an answer: yen with two decimals (`"3980.00"`), as the Japanese capture shows it. */
export function answerPrice(yen: number): { readonly amount: string; readonly currencyCode: 'JPY' } {
  return { amount: `${yen}.00`, currencyCode: 'JPY' };
}

/** Calendar month in Japan (`2026-11`) of an instant in epoch milliseconds. */
export function japaneseMonth(atMs: number): string {
  const NINE_HOURS_MS = 32_400_000;
  return new Date(atMs + NINE_HOURS_MS).toISOString().slice(0, 7);
}
