/** A text inside parsed JSON, with the path that leads to it. */
export interface PathText {
  readonly path: string;
  readonly text: string;
}

/** Every text inside parsed JSON, keys left out, in the order of the file. */
export function textsOf(json: unknown, path = ''): readonly PathText[] {
  if (typeof json === 'string') return [{ path, text: json }];
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([key, value]) => textsOf(value, path === '' ? key : `${path}.${key}`));
}
