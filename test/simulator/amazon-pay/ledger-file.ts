/** Durable books: a journal file with one line per group of changes that belong together. */
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { createLedger, type Ledger } from './ledger';
import { JOURNAL_LINE, type Change } from './ledger-records';

/** A journal that cannot be understood; the file is left as it is. */
export class CorruptLedgerError extends Error {
  readonly code = 'CORRUPT_LEDGER';

  constructor(
    readonly file: string,
    readonly line: number,
    reason: string,
  ) {
    super(
      `Amazon Pay's ledger ${file} is corrupt in line ${line}: ${reason}. Move the file away to start afresh.`,
    );
    this.name = 'CorruptLedgerError';
  }
}

/** Lines above which the journal is rewritten as one snapshot when it is opened. */
const COMPACT_ABOVE_LINES = 5_000;

/**
 * Opens durable books in `file` (made with its folder when absent). Every commit is one appended line, so a
 * process that is killed leaves whole groups of changes; an unfinished last line is cut off, because its
 * commit never returned.
 * @throws CorruptLedgerError naming file and line when any other line cannot be read.
 */
export function openLedger({ file }: { readonly file: string }): Ledger {
  mkdirSync(dirname(file), { recursive: true });
  const lines = existsSync(file) ? completeLines(file) : [];
  const groups = lines.map((line, index) => readLine(line, { file, line: index + 1 }));
  let isReplaying = true;
  const ledger = createLedger((changes) => {
    if (!isReplaying) appendFileSync(file, writeLine(changes));
  });
  groups.forEach((changes) => {
    ledger.books.commit(changes);
  });
  isReplaying = false;
  if (lines.length > COMPACT_ABOVE_LINES) compact(file, ledger, groups);
  return ledger;
}

function writeLine(changes: readonly Change[]): string {
  return `${JSON.stringify(changes)}\n`;
}

function completeLines(file: string): readonly string[] {
  const content = readFileSync(file);
  const end = content.lastIndexOf('\n') + 1;
  if (end < content.length) truncateSync(file, end);
  return content.subarray(0, end).toString('utf8').split('\n').slice(0, -1);
}

function readLine(text: string, place: { readonly file: string; readonly line: number }): readonly Change[] {
  const parsed = JOURNAL_LINE.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue?.path.map(String).join('.') ?? '';
  throw new CorruptLedgerError(place.file, place.line, `${path} ${issue?.message ?? ''}`.trim());
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Rewrites the journal with the present version of each record, in one atomic step. */
function compact(file: string, ledger: Ledger, groups: readonly (readonly Change[])[]): void {
  const firstAnswers = groups.flat().filter((change) => change.kind === 'firstAnswer');
  const changes: readonly Change[] = [
    ...[...ledger.buyers.values()].map((record) => ({ kind: 'buyer', record }) as const),
    ...[...ledger.billingAgreements.values()].map(
      (record) => ({ kind: 'billingAgreement', record }) as const,
    ),
    ...[...ledger.orderReferences.values()].map((record) => ({ kind: 'orderReference', record }) as const),
    ...[...ledger.authorizations.values()].map((record) => ({ kind: 'authorization', record }) as const),
    ...[...ledger.captures.values()].map((record) => ({ kind: 'capture', record }) as const),
    ...[...ledger.refunds.values()].map((record) => ({ kind: 'refund', record }) as const),
    ...[...ledger.checkoutSessions.values()].map((record) => ({ kind: 'checkoutSession', record }) as const),
    ...firstAnswers,
    ...ledger.requests.slice(-1_000).map((record) => ({ kind: 'request', record }) as const),
  ];
  const fresh = `${file}.new`;
  // One record per line keeps the lines short; order does not matter, each record stands for itself.
  writeFileSync(fresh, changes.map((change) => writeLine([change])).join(''));
  renameSync(fresh, file);
}
