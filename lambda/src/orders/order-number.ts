/**
 * Makes an order number that can be read aloud: the day in Japan and six random digits, `261122-482109`.
 * `random`: in [0, 1). Two orders may draw the same number; the store refuses the second.
 */
export function orderNumber(nowMs: number, random: () => number): string {
  const day = new Date(nowMs + JST_OFFSET_MS).toISOString().slice(2, 10).replaceAll('-', '');
  const digits = Math.floor(random() * 1_000_000)
    .toString()
    .padStart(6, '0');
  return `${day}-${digits}`;
}

const JST_OFFSET_MS = 9 * 60 * 60 * 1000;
