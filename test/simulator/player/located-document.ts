import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod';
import { DialogFileError, fieldName, type FileFault } from './file-fault';

/** A parsed file that still knows where everything stands. */
export interface LocatedDocument {
  readonly file: string;
  readonly value: unknown;
  /** Line (from 1) of the field at `path`, or of the nearest thing around it that is there. */
  lineOf(path: readonly PropertyKey[]): number;
}

/**
 * Parses YAML, of which JSON is a part, and keeps the lines.
 * @throws DialogFileError naming the line of each syntax error
 */
export function parseLocated(file: string, text: string): LocatedDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  if (document.errors.length > 0) {
    throw new DialogFileError(
      document.errors.map(({ pos, message }) => ({ file, line: lineAt(pos[0]), field: '', message })),
    );
  }
  const root: unknown = document.contents;
  return { file, value: document.toJS(), lineOf: (path) => lineAt(offsetOf(root, path)) };
}

function offsetOf(root: unknown, path: readonly PropertyKey[]): number {
  let node = root;
  let offset = startOf(root) ?? 0;
  for (const part of path) {
    const step = stepInto(node, part);
    if (step === undefined) return offset;
    offset = step.offset ?? offset;
    node = step.node;
  }
  return offset;
}

interface Step {
  readonly node: unknown;
  readonly offset: number | undefined;
}

function stepInto(node: unknown, part: PropertyKey): Step | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && key.value === part);
    return pair && { node: pair.value, offset: startOf(pair.key) };
  }
  if (isSeq(node) && typeof part === 'number') {
    const item: unknown = node.items[part];
    return item === undefined ? undefined : { node: item, offset: startOf(item) };
  }
  return undefined;
}

function startOf(node: unknown): number | undefined {
  return isMap(node) || isSeq(node) || isScalar(node) ? node.range?.[0] : undefined;
}

/**
 * Reads a parsed file by its schema.
 * @throws DialogFileError naming line and field of everything that does not fit
 */
export function readBySchema<T>(document: LocatedDocument, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(document.value);
  if (parsed.success) return parsed.data;
  throw new DialogFileError(parsed.error.issues.flatMap((issue) => faultsOf(document, issue)));
}

/** An unknown key stands on a line of its own; everything else at its path. */
function faultsOf(document: LocatedDocument, issue: z.core.$ZodIssue): readonly FileFault[] {
  const at = (path: readonly PropertyKey[], message: string): FileFault => ({
    file: document.file,
    line: document.lineOf(path),
    field: fieldName(path),
    message,
  });
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => at([...issue.path, key], 'no such key here'));
  }
  return [at(issue.path, issue.message)];
}
