import { type AskProject } from './project';

/** What is wrong: in which file, and what to do, one sentence. */
export interface Fault {
  readonly file: string;
  readonly fix: string;
}

/** One thing certification, the law or this product asks for. */
export interface Rule {
  /** Stable name, as a finding shows it. */
  readonly id: string;
  /** `error` stops `npm run certify`; `warning` is for a person to weigh. */
  readonly severity: 'error' | 'warning';
  /** `live`: asked only before a submission, with `--live`. */
  readonly when: 'always' | 'live';
  /** Where the rule comes from: a page of Amazon's, a law, or a promise of this product. */
  readonly source: string;
  /** Every way in which the project breaks the rule; empty when it is kept. */
  readonly find: (project: AskProject) => readonly Fault[];
}

/** A broken rule: which, how grave, where, what to do about it, and where the rule comes from. */
export interface Finding extends Fault {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly source: string;
}

/** Applies the rules to a project: all findings at once, in the order of the rules. */
export function findFindings(rules: readonly Rule[], project: AskProject): readonly Finding[] {
  return rules.flatMap(({ id, severity, source, find }) =>
    find(project).map(({ file, fix }) => ({ rule: id, severity, file, fix, source })),
  );
}

/** The fault `fix` in `file` for a rule that is broken, nothing when it is kept. */
export function unless(isKept: boolean, file: string, fix: string): readonly Fault[] {
  return isKept ? [] : [{ file, fix }];
}
