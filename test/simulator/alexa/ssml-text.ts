import { parseSsml, type SsmlNode } from './parse-ssml';

/** Whose name the device can speak. */
export interface SpokenPerson {
  /** The recognised speaker; absent: the device knows nobody. */
  readonly personId?: string;
  readonly givenName: string;
}

function textOf(node: SsmlNode, person: SpokenPerson): string {
  if (typeof node === 'string') return node;
  const { tag, attributes, children } = node;
  if (tag === 'alexa:name') return attributes['personId'] === person.personId ? person.givenName : '';
  if (tag === 'sub') return attributes['alias'] ?? '';
  return children.map((child) => textOf(child, person)).join('');
}

/**
 * The words of an SSML text as the buyer hears them: `alexa:name` becomes the person's given name, `sub` its
 * alias, breaks and audio nothing. Malformed SSML is returned as it is (the validator complains about it).
 */
export function ssmlToText(ssml: string, person: SpokenPerson): string {
  const parsed = parseSsml(ssml);
  return 'fault' in parsed ? ssml : textOf(parsed.root, person).replace(/\s+/g, ' ').trim();
}
