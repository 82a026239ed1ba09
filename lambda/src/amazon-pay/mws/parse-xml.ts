import { XMLParser, XMLValidator } from 'fast-xml-parser';
import * as z from 'zod/mini';

/** A parsed element: text, or an object of child elements. */
export type XmlNode = unknown;

/** A document: the name of its root element without namespace, and the root's content. */
export interface XmlDocument {
  readonly root: string;
  readonly content: XmlNode;
}

/** Elements that may repeat; alone they would otherwise not be lists. */
const LISTS: readonly string[] = ['member', 'Constraint'];
const MAX_DEPTH = 24;
const RECORD = z.record(z.string(), z.unknown());

const PARSER = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  parseTagValue: false,
  trimValues: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  processEntities: true,
  htmlEntities: false,
  isArray: (name) => LISTS.includes(name),
});

/**
 * Parses XML strictly: well-formed, one root, no DOCTYPE, no entity of its own, numbers left as text. Undefined for
 * everything else; never throws.
 * @see amazon-pay-server-apis.md, section 14.2 (parsing traps)
 */
export function parseXml(text: string): XmlDocument | undefined {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text) || depthOf(text) > MAX_DEPTH) return undefined;
  try {
    if (XMLValidator.validate(text) !== true) return undefined;
    const parsed = z.safeParse(RECORD, PARSER.parse(text));
    const roots = parsed.success ? Object.entries(parsed.data) : [];
    const [first] = roots;
    return first === undefined || roots.length > 1 ? undefined : { root: first[0], content: first[1] };
  } catch {
    return undefined;
  }
}

/** The element at a path of names, or undefined; own names only. */
export function nodeAt(node: XmlNode, ...path: readonly string[]): XmlNode {
  return path.reduce<XmlNode>((current, name) => {
    const parsed = z.safeParse(RECORD, current);
    return parsed.success && Object.hasOwn(parsed.data, name) ? parsed.data[name] : undefined;
  }, node);
}

/** The text at a path; undefined when absent, empty, or no text. */
export function textAt(node: XmlNode, ...path: readonly string[]): string | undefined {
  const value = nodeAt(node, ...path);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The list at a path; empty when absent (an empty list element is parsed as empty text). */
export function listAt(node: XmlNode, ...path: readonly string[]): readonly XmlNode[] {
  const value = nodeAt(node, ...path);
  return Array.isArray(value) ? value : [];
}

/** Nesting depth by a plain scan, so that a deep document is refused before any recursion. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [tag] of text.matchAll(/<[/A-Za-z_][^>]*>/g)) {
    if (tag.startsWith('</')) depth -= 1;
    else if (!tag.endsWith('/>')) depth += 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
