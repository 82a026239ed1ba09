import { isDeepStrictEqual } from 'node:util';

/** One expectation that was not met. `path`: where it stands in the sidecar. */
export interface Difference {
  readonly path: readonly PropertyKey[];
  /** What was looked at, as a person says it: `turn 3 「はい」, speech`. */
  readonly what: string;
  readonly expected: string;
  readonly got: string;
}

/** A difference of plain values, or none. */
export function compare(
  at: { readonly path: readonly PropertyKey[]; readonly what: string },
  expected: unknown,
  got: unknown,
): readonly Difference[] {
  if (expected === undefined || isDeepStrictEqual(expected, got)) return [];
  return [{ ...at, expected: show(expected), got: show(got) }];
}

/** Texts as they are, everything else as JSON; nothing reads as `nothing`. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
