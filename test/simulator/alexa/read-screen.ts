import { isJsonRecord, type JsonRecord } from './json-record';

/** The texts a device with a screen shows, from top to bottom; and what keeps it from showing the document. */
export interface ScreenReading {
  readonly texts: readonly string[];
  readonly faults: readonly string[];
}

/** What stands on one line of a screen: a text, or a label and its amount. `isBold`: a title or a total. */
export interface ScreenLine {
  readonly texts: readonly string[];
  readonly isBold: boolean;
}

/** What is read of a component. */
interface Reading {
  readonly lines: readonly ScreenLine[];
  readonly faults: readonly string[];
}

/** Names that an expression may begin with: the document's parameters, `data` inside a list, and `viewport`. */
type Scope = Readonly<Record<string, unknown>>;

const COMPONENTS: ReadonlySet<unknown> = new Set(['Container', 'ScrollView', 'Text']);
const NOTHING: Reading = { lines: [], faults: [] };
const fault = (text: string): Reading => ({ lines: [], faults: [text] });

function joined(readings: readonly Reading[]): Reading {
  return {
    lines: readings.flatMap(({ lines }) => lines),
    faults: readings.flatMap(({ faults }) => faults),
  };
}

/** The value of `${a.b.c}`; undefined when a name on the way is not there. */
function valueOf(expression: unknown, scope: Scope): unknown {
  const path = /^\$\{([\w.]+)\}$/.exec(String(expression))?.[1];
  if (path === undefined) return undefined;
  return path
    .split('.')
    .reduce<unknown>((value, name) => (isJsonRecord(value) ? value[name] : undefined), scope);
}

function readText({ text, fontWeight }: JsonRecord, scope: Scope): Reading {
  const value = valueOf(text, scope);
  return typeof value === 'string'
    ? { lines: [{ texts: [value], isBold: fontWeight === 'bold' }], faults: [] }
    : fault(`${JSON.stringify(text)} is no text`);
}

/** Children of a row stand beside one another, on one line. */
function asRow({ lines, faults }: Reading): Reading {
  const row = { texts: lines.flatMap(({ texts }) => texts), isBold: lines.every(({ isBold }) => isBold) };
  return { lines: lines.length === 0 ? [] : [row], faults };
}

function readChildren({ items, data, direction }: JsonRecord, scope: Scope): Reading {
  if (!Array.isArray(items) || items.length === 0) return fault('a component has no items');
  const children: readonly unknown[] = items;
  if (data === undefined) {
    const read = joined(children.map((child) => readComponent(child, scope)));
    return direction === 'row' ? asRow(read) : read;
  }
  const list = valueOf(data, scope);
  if (!Array.isArray(list)) return fault(`${JSON.stringify(data)} is no list`);
  return joined(list.map((one: unknown) => readComponent(children[0], { ...scope, data: one })));
}

function readComponent(component: unknown, scope: Scope): Reading {
  if (!isJsonRecord(component) || !COMPONENTS.has(component['type']))
    return fault('a component of an unknown type');
  return component['type'] === 'Text' ? readText(component, scope) : readChildren(component, scope);
}

/** Each `@name` of the document is a resource of its own. */
function readResources(document: JsonRecord): Reading {
  const { resources = [], ...rest } = document;
  const groups: readonly unknown[] = Array.isArray(resources) ? resources : [];
  const names = groups.flatMap((group) =>
    isJsonRecord(group) && isJsonRecord(group['dimensions']) ? Object.keys(group['dimensions']) : [],
  );
  const used = [...JSON.stringify(rest).matchAll(/"@(\w+)"/g)].map(([, name]) => name ?? '');
  return {
    lines: [],
    faults: used.filter((name) => !names.includes(name)).map((name) => `no resource @${name}`),
  };
}

/**
 * Reads an `Alexa.Presentation.APL.RenderDocument` as a device does: the document's outline, its components, and every
 * expression with its value from the data sources. Only the components of this skill are known.
 * @see Amazon: APL document, data-binding syntax
 */
export function readScreen(directive: JsonRecord): ScreenReading {
  const { lines, faults } = readDocument(directive);
  return { texts: lines.flatMap(({ texts }) => texts), faults };
}

/** The lines a screen shows after an answer, from top to bottom; undefined when nothing is sent to it. */
export function shownLines(directives: readonly unknown[]): readonly ScreenLine[] | undefined {
  const shown = directives.find(
    (one) => isJsonRecord(one) && one['type'] === 'Alexa.Presentation.APL.RenderDocument',
  );
  if (!isJsonRecord(shown)) return undefined;
  return readDocument(shown).lines.map(({ texts, isBold }) => ({
    texts: texts.map(withoutEntities),
    isBold,
  }));
}

/** A Text component shows the sign for its entity; `&` last, or the others would be read twice. */
function withoutEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function readDocument({ token, document, datasources }: JsonRecord): Reading {
  if (!isJsonRecord(document) || document['type'] !== 'APL') return fault('document is no APL document');
  const { mainTemplate, version } = document;
  if (!isJsonRecord(mainTemplate)) return fault('the document has no mainTemplate');
  const { parameters, items } = mainTemplate;
  const hasPayload = Array.isArray(parameters) && parameters.includes('payload');
  const scope = hasPayload ? { payload: datasources } : {};
  return joined([
    typeof token === 'string' ? NOTHING : fault('token is no text'),
    /^(1\.\d|20\d\d\.\d)$/.test(String(version)) ? NOTHING : fault('the document has no known version'),
    readResources(document),
    readChildren({ items }, scope),
  ]);
}
