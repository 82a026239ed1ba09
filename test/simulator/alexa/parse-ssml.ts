/** A piece of parsed SSML: text with its entities resolved, or an element. */
export type SsmlNode = string | SsmlElement;

/** One SSML element. */
interface SsmlElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly SsmlNode[];
}

/** Parsed SSML, or the first fault in it in English. */
type ParsedSsml = { readonly root: SsmlElement } | { readonly fault: string };

const TOKEN = /<!--[\s\S]*?-->|<\/\s*[^>]*>|<[^>]*>|[^<]+|</g;
const START = /^<([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>$/;
const END = /^<\/([A-Za-z_][\w:.-]*)\s*>$/;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITY = /&(?:#x[0-9a-fA-F]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos);/g;
const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
const TAGS = new Set(
  'speak p s break say-as sub alexa:name phoneme prosody emphasis audio lang voice w'.split(' '),
);

interface OpenElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: SsmlNode[];
}

class SsmlFault extends Error {
  readonly code = 'SSML_FAULT';
}

function decode(text: string): string {
  const rest = text.replace(ENTITY, '');
  if (rest.includes('&')) throw new SsmlFault(`'&' is not escaped in "${text.slice(0, 40)}"`);
  return text.replace(ENTITY, (entity) => {
    const named = NAMED.get(entity.slice(1, -1));
    if (named !== undefined) return named;
    const codePoint = entity.startsWith('&#x')
      ? Number.parseInt(entity.slice(3), 16)
      : Number.parseInt(entity.slice(2), 10);
    if (codePoint === 0 || codePoint > 0x10ffff)
      throw new SsmlFault('a character reference names no character');
    return String.fromCodePoint(codePoint);
  });
}

function openElement(token: string): OpenElement & { readonly selfClosing: boolean } {
  const match = START.exec(token);
  const [, tag = '', attributeText = '', slash] = match ?? [];
  if (match === null) throw new SsmlFault(`"${token.slice(0, 40)}" is no well-formed tag`);
  if (!TAGS.has(tag) && !tag.startsWith('amazon:')) throw new SsmlFault(`Alexa knows no tag <${tag}>`);
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of attributeText.matchAll(ATTRIBUTE)) {
    if (attributes.has(name)) throw new SsmlFault(`<${tag}> has the attribute ${name} twice`);
    attributes.set(name, decode(double ?? single ?? ''));
  }
  if (
    tag === 'alexa:name' &&
    (attributes.get('type') !== 'first' || (attributes.get('personId') ?? '') === '')
  ) {
    throw new SsmlFault('<alexa:name> needs type="first" and a personId');
  }
  return { tag, attributes: Object.fromEntries(attributes), children: [], selfClosing: slash === '/' };
}

function build(ssml: string): SsmlElement {
  const stack: OpenElement[] = [];
  let root: SsmlElement | undefined;
  const add = (node: SsmlNode): void => {
    const parent = stack.at(-1);
    if (parent !== undefined) parent.children.push(node);
    else if (typeof node !== 'string' && root === undefined && node.tag === 'speak') root = node;
    else if (typeof node !== 'string' || node.trim() !== '')
      throw new SsmlFault('<speak> is not the only root');
  };
  for (const [token] of ssml.matchAll(TOKEN)) {
    if (token.startsWith('<!--')) continue;
    if (!token.startsWith('<')) add(decode(token));
    else if (token.startsWith('</')) {
      const tag = END.exec(token)?.[1];
      const open = stack.pop();
      if (tag === undefined || open?.tag !== tag) throw new SsmlFault(`${token} closes nothing that is open`);
      add(open);
    } else {
      const { selfClosing, ...element } = openElement(token);
      if (selfClosing) add(element);
      else stack.push(element);
    }
  }
  const unclosed = stack.at(-1);
  if (unclosed !== undefined) throw new SsmlFault(`<${unclosed.tag}> is not closed`);
  if (root === undefined) throw new SsmlFault('there is no <speak>');
  return root;
}

/**
 * Parses SSML as Alexa does: well-formed XML with one `speak` as root, and only tags Alexa knows.
 * Never throws on any string; a fault is returned as an English clause.
 */
export function parseSsml(ssml: string): ParsedSsml {
  try {
    return { root: build(ssml) };
  } catch (fault) {
    if (fault instanceof SsmlFault) return { fault: fault.message };
    throw fault;
  }
}
