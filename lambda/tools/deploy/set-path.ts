import * as z from 'zod';

const OBJECT = z.record(z.string(), z.unknown());

/**
 * A copy of parsed JSON with one field set; every other field keeps its place, so that a file written from it differs
 * in nothing else. Objects on the way that are missing are made.
 * @throws Error when something on the way is no object
 */
export function setPath(content: unknown, [first, ...rest]: readonly string[], value: unknown): unknown {
  if (first === undefined) return value;
  const object = OBJECT.parse(content ?? {});
  return { ...object, [first]: setPath(object[first], rest, value) };
}
