/**
 * Reads a time of CV2 (`20261122T122633Z`, or a number of milliseconds as one recorded refund had) as epoch
 * milliseconds; undefined for anything else.
 * @see amazon-pay-server-apis.md, section 5 (parsing rules)
 */
export function readCv2Time(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value > 0 ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(value);
  const atMs = parts === null ? Number.NaN : Date.parse(isoOf(parts));
  return Number.isNaN(atMs) ? undefined : atMs;
}

/** Writes epoch milliseconds as CV2 does: `20261122T122633Z`. */
export function writeCv2Time(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

function isoOf([, year, month, day, hour, minute, second]: RegExpExecArray): string {
  return `${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}Z`;
}
